/** A prepared text → its sentences, each with all that was read in it; the material of every later step. */
import type { Pack } from '../core/pack.ts'
import type { Tell } from '../core/progress.ts'
import type { Reading } from '../core/reading.ts'
import { contains, type Span } from '../core/span.ts'
import type { LawCode } from '../core/values.ts'
import { type ActMention, actsIn } from './acts.ts'
import { type DateMention, datesIn } from './dates.ts'
import { grammarOf } from './grammar-of.ts'
import type { GroupMention } from './groups.ts'
import type { LawMention } from './laws.ts'
import type { NameMention } from './names.ts'
import type { PenaltyMention } from './penalties.ts'
import type { PlaceMention } from './place-use.ts'
import type { Prepared, Unit } from './prepare.ts'
import { sentencesIn } from './sentences.ts'
import { type TurnMention, turnsIn } from './turns.ts'

export type Line = {
  readonly span: Span
  readonly words: string
  readonly acts: readonly ActMention[]
  readonly penalties: readonly PenaltyMention[]
  readonly dates: readonly DateMention[]
  readonly names: readonly NameMention[]
  readonly places: readonly PlaceMention[]
  readonly groups: readonly GroupMention[]
  readonly laws: readonly LawMention[]
  readonly turns: readonly TurnMention[]
}
export type Passage = { readonly unit: Unit; readonly lines: readonly Line[] }

/** Every unit with its sentences read. */
export function readLines(
  { text, units }: Prepared,
  pack: Pack,
  reading: Reading,
  asOf: string | null,
  tell?: Tell,
): Passage[] {
  const spans = units.map((unit) => unit.span)
  const grammar = grammarOf(reading)
  const dates = datesIn(text, spans, grammar.dates(reading), asOf)
  const names = grammar.names(text, spans, pack, reading)
  const plain = grammar.plain(text)
  let lastCode: LawCode | null = null
  return units.map((unit, at) => {
    tell?.(at, units.length)
    return {
      unit,
      lines: sentencesIn(text, unit.span, reading.lexicon.abbreviations).map((span): Line => {
        const inside = <T extends { readonly span: Span }>(all: readonly T[]): T[] =>
          all.filter((one) => contains(span, one.span))
        const named = inside(names)
        const laws = grammar.laws(text, span, pack, reading, lastCode)
        lastCode = laws.findLast((law) => law.stated && law.value.article !== null)?.value.code ?? lastCode
        const penalties = grammar.penalties(plain, span, pack, reading)
        const heading = unit.kind === 'heading'
        return {
          span,
          words: text.slice(span.start, span.end).replace(/\s+/g, ' '),
          acts: heading
            ? []
            : [
                ...actsIn(plain, span, reading),
                ...penalties.map(({ act, span: at, rule }) => ({ act, span: at, rule })),
              ].sort((a, b) => a.span.start - b.span.start),
          penalties: heading ? [] : penalties,
          dates: inside(dates),
          names: named,
          places: grammar.places(
            text,
            span,
            pack,
            reading,
            named.map((one) => one.span),
          ),
          groups: heading ? [] : grammar.groups(text, span, reading),
          laws,
          turns: turnsIn(text, span, reading),
        }
      }),
    }
  })
}
