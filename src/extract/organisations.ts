/** A strand's sentences → organisations named as victims: quoted or named after a word such as party or newspaper. */
import type { Pack } from '../core/pack.ts'
import type { Span } from '../core/span.ts'
import { knownIn } from './gazetteer.ts'
import type { Line } from './lines.ts'
import { CONDUCT } from './strand.ts'

const VICTIM_SORTS: ReadonlySet<string> = new Set(['civil', 'party', 'movement', 'media', 'group'])
const SUPPORT =
  /(?:according to|supporter of|member of|support of|participating in|information about|journalist (?:from|for|with)|from|by|previous)\s+(?:[\p{Ll}-]+\s+){0,4}["']?$/iu

export type OrganisationClaim = { readonly value: string; readonly span: Span; readonly rule: string }

/** Each organisation once, in sentences that tell a harm and not as a mere allegiance of somebody. */
export function organisationsOf(lines: readonly Line[], text: string, pack: Pack): OrganisationClaim[] {
  const found: OrganisationClaim[] = []
  for (const line of lines.filter((one) => one.acts.some((act) => !CONDUCT.has(act.act))))
    for (const { span, known } of knownIn(text, line.span, pack)) {
      if (known.kind !== 'organisation' || !VICTIM_SORTS.has(known.sort)) continue
      if (SUPPORT.test(text.slice(Math.max(line.span.start, span.start - 50), span.start))) continue
      const value = text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')
      if (!found.some((one) => one.value === value)) found.push({ value, span, rule: 'organisation-known@1' })
    }
  return found
}
