/** A provision, or what a lawyer wrote of it, in; how a note names it out: the law, its article and part, and as of which day it was read. */
import { labelIn } from '../../core/language.ts'
import type { Pack, Provision } from '../../core/pack.ts'
import type { Tell } from '../../core/tell.ts'
import type { Words } from '../../core/words.ts'
import { writtenIn } from '../telling/when.ts'

type Telling = { readonly words: Words; readonly tell: Tell }

/**
 * `Code of Administrative Offences of Kazakhstan, article 488, part 6, as in force on 1 March 2020`. `on`: ISO day of what the
 * law was used for; null: the note says that the version is not known.
 */
export function lawCitation(
  provision: Provision,
  on: string | null,
  pack: Pick<Pack, 'acts'>,
  { words, tell }: Telling,
): string {
  const act = pack.acts.get(provision.act)
  return [
    act ? labelIn(act.title, words.language).text : provision.act,
    words.t('manuscript.cite.article', { article: provision.article }),
    provision.part === null ? null : words.t('manuscript.cite.part', { part: provision.part }),
    on === null
      ? words.t('manuscript.cite.version-unknown')
      : words.t('manuscript.cite.version', { day: writtenIn(on, tell) }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** `by`: as the analyst wants to be named, null where nobody may be; `of`: the law or case in words; `on`: the day of its version. */
export const analysisCitation = (
  { by, of, on }: { readonly by: string | null; readonly of: string; readonly on: string | null },
  { words, tell }: Telling,
): string =>
  [
    by ?? words.t('manuscript.cite.unnamed'),
    words.t('manuscript.cite.analysis', { of }),
    on === null ? null : writtenIn(on, tell),
  ]
    .filter((part) => part !== null)
    .join(', ')
