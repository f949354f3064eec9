/** A model's answer in, the drafts whose every value quotes the report out, with how many values were dropped. */
import { z } from 'zod'
import type { Draft, Proposal } from '../../core/claim.ts'
import type { Codebook } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import { contains, type Span, wordsOf } from '../../core/span.ts'
import { FIELDS } from '../../core/values.ts'
import { valueFrom } from './value.ts'

export type ReadByModel = { readonly drafts: readonly Draft[]; readonly dropped: number }

const MOST_INCIDENTS = 500
const MOST_VALUES = 100
const answer = z.object({
  incidents: z
    .array(
      z.object({
        passage: z.string().min(1),
        values: z
          .array(z.object({ field: z.string(), value: z.unknown(), quote: z.unknown() }))
          .max(MOST_VALUES),
      }),
    )
    .max(MOST_INCIDENTS),
})

/** Whatever the report made the model say: only terms of the vocabulary and words of the report come through. */
export function readAnswer(content: string, text: string, codebook: Codebook, rule: string): ReadByModel {
  let dropped = 0
  const drafts = parsed(content).incidents.flatMap(({ passage, values }): Draft[] => {
    const span = found(text, passage)
    if (!span) {
      dropped += values.length
      return []
    }
    const proposals = values.flatMap((one): Proposal[] => {
      const proposal = proposalOf(one, text, span, codebook, rule)
      if (proposal === null) dropped += 1
      return proposal === null ? [] : [proposal]
    })
    return proposals.length === 0 ? [] : [{ span, rule, proposals }]
  })
  return { drafts, dropped }
}

function parsed(content: string): z.infer<typeof answer> {
  try {
    return answer.parse(JSON.parse(content))
  } catch {
    throw refuse('model.answer')
  }
}

function proposalOf(
  { field, value, quote }: { readonly field: string; readonly value: unknown; readonly quote: unknown },
  text: string,
  passage: Span,
  codebook: Codebook,
  rule: string,
): Proposal | null {
  const known = FIELDS.find((one) => one === field)
  const span = typeof quote === 'string' ? (found(text, quote, passage) ?? found(text, quote)) : null
  if (!known || !span) return null
  const checked = valueFrom(known, value, wordsOf(text, span), codebook)
  const basis = contains(passage, span) ? 'stated' : 'carried'
  return checked === null ? null : ({ field: known, value: checked, span, rule, basis } as Proposal)
}

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** To the letter, but for blanks and line ends. */
function found(text: string, quote: string, inside: Span = { start: 0, end: text.length }): Span | null {
  const words = quote.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || quote.length > 20_000) return null
  const pattern = new RegExp(words.map(literal).join('\\s+'), 'u')
  const hit = pattern.exec(text.slice(inside.start, inside.end))
  return hit ? { start: inside.start + hit.index, end: inside.start + hit.index + hit[0].length } : null
}
