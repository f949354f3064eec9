/** What a letter is about in, its subject and text in one language out: plain text, which tells nobody that it was opened. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Words } from '../../core/words.ts'
import { valueName } from '../filter-words.ts'
import { href } from '../links.ts'
import { sentenceOf } from '../telling/sentence.ts'
import type { Face } from '../views.ts'
import type { PublicPublication } from '../writing/publication-body.ts'
import { onePerText } from '../writing/texts-on.ts'

export type Written = { readonly subject: string; readonly text: string }

/** `Kazakhstan, Assembly` */
export function subjectIn(subject: string, pack: Pack, face: Face): string {
  const [, , topic] = subject.split('/')
  const name = labelIn(pack.name, face.words.language).text
  return topic === undefined ? name : `${name}, ${valueName('freedom', topic, pack, face)}`
}

/** The heading of a letter names neither the country nor the topic: it shows on locked screens and in the logs of servers. */
export function confirmLetter(what: string, to: string, { words }: Face): Written {
  return {
    subject: words.t('letters.confirm.subject'),
    text: `${words.t('letters.confirm.text', { what })}\n\n${to}\n\n${words.t('letters.confirm.else')}\n`,
  }
}

/** What was asked for stands on no line of it: a mailbox may be watched, and so may a screen. */
export const actionLetter = (to: string, words: Words): Written => ({
  subject: words.t('letters.confirm.subject'),
  text: `${words.t('act.mail.text')}\n\n${to}\n\n${words.t('letters.confirm.else')}\n`,
})

export function digestLetter(
  what: string,
  {
    incidents,
    texts,
  }: { readonly incidents: readonly PublicIncident[]; readonly texts: readonly PublicPublication[] },
  leave: string,
  face: Face,
): Written {
  const { words, codebook, tell, site } = face
  const told = incidents.map(
    (one) =>
      `${sentenceOf(one, codebook, tell)}\n${href(site, words.language, { kind: 'incident', id: one.id })}`,
  )
  const written = onePerText(texts, words.language).map(
    ({ id, language, manuscript }) =>
      `${manuscript.kind}: ${manuscript.title}\n${href(site, language, { kind: 'publication', id })}`,
  )
  return {
    subject: words.t('letters.digest.subject'),
    text: `${words.t('letters.digest.text', { what, n: incidents.length + written.length })}\n\n${[...written, ...told].join('\n\n')}\n\n${words.t('letters.digest.leave')}\n${leave}\n`,
  }
}
