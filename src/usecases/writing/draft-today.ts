/** What a publication was asked for in, the manuscript that public records give of it today out; null when they give none. */
import type { Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import { ASKED_FOR, type Asked, isKind, OF_CASE } from '../../publish/manuscript/kinds.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import type { Store } from '../../store/connect.ts'
import type { Context } from '../context.ts'
import { draft } from '../drafting/draft.ts'
import type { Quotations } from '../testimony/quoted.ts'

/** Null: no kind is asked for so. Some kinds may be about one case, and then need neither country nor period. */
export function askedOf(request: Readonly<Record<string, string>>): Asked | null {
  const { kind = '', of = '' } = request
  if (!isKind(kind)) return null
  const isOfCase = OF_CASE.has(kind) && of !== ''
  const isLeft = (name: string): boolean => isOfCase && (name === 'period' || name === 'country')
  const needed = ASKED_FOR[kind].filter((name) => !isLeft(name))
  if (needed.some((name) => (request[name] ?? '') === '')) return null
  const told = [...needed, ...(isOfCase ? ['of'] : [])]
  return {
    kind,
    // A release names no period: an empty one would be a period that never was.
    ...(OF_CASE.has(kind) && { country: '', period: '' }),
    ...Object.fromEntries(told.map((name) => [name, request[name]])),
  } as Asked
}

export function draftToday(
  { knowledge }: Pick<Context, 'knowledge'>,
  house: Pick<Store, 'selectFrom'>,
  asked: Asked,
  language: Language,
  quoted: Quotations,
): Promise<Manuscript | null> {
  const { words, tells, codebook } = knowledge
  const face = { site: servedAt(''), words: words[language], tell: tells[language], codebook }
  return draft({ store: house, knowledge }, face, asked, () => null, [...quoted.values()])
}
