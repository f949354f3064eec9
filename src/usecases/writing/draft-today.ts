/** What a publication was asked for in, the manuscript that public records give of it today out; null when they give none. */
import type { Language } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { servedAt } from '../../publish/links.ts'
import { ASKED_FOR, type Asked, isKind } from '../../publish/manuscript/kinds.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { updateManuscript } from '../../publish/manuscript/update.ts'
import { withVoices } from '../../publish/manuscript/voices.ts'
import type { Store } from '../../store/connect.ts'
import { publicIncidents } from '../../store/queries/public.ts'
import { type Context, packOf } from '../context.ts'
import type { Quotations } from '../testimony/quoted.ts'

/** Null: no kind is asked for so. */
export function askedOf(request: Readonly<Record<string, string>>): Asked | null {
  const { kind = '' } = request
  if (!isKind(kind)) return null
  const told = ASKED_FOR[kind].map((name) => [name, request[name] ?? ''] as const)
  return told.every(([, value]) => value !== '') ? ({ kind, ...Object.fromEntries(told) } as Asked) : null
}

export async function draftToday(
  { knowledge }: Pick<Context, 'knowledge'>,
  house: Pick<Store, 'selectFrom'>,
  asked: Asked,
  language: Language,
  quoted: Quotations,
): Promise<Manuscript | null> {
  if (asked.kind !== 'update') return null
  const [pack, period] = [packOf(knowledge, asked.country), periodOf(asked.period)]
  if (!period) return null
  const incidents = await publicIncidents(house, pack.id, period)
  if (incidents.length === 0) return null
  const face = {
    ...{ site: servedAt(''), words: knowledge.words[language], tell: knowledge.tells[language] },
    codebook: knowledge.codebook,
  }
  const drafted = updateManuscript({ ...face, pack, period, incidents }, () => null)
  return withVoices(drafted, quoted.values(), face.words)
}
