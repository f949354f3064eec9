/** A strand with what governs it → a draft incident: its span and one proposal for every value read. */
import type { Draft, Proposal } from '../core/claim.ts'
import type { Carried } from './carry.ts'
import { unionGroups } from './counts.ts'
import type { ExtractContext } from './extract.ts'
import { freedomsOf } from './freedoms.ts'
import { grammarOf } from './grammar-of.ts'
import { impliedLaws } from './implied-laws.ts'
import { kindOf } from './kind.ts'
import type { LawMention } from './laws.ts'
import type { Line, Passage } from './lines.ts'
import { organisationsOf } from './organisations.ts'
import { otherDates } from './other-dates.ts'
import { outcomeOf } from './outcome.ts'
import { personsOf } from './persons.ts'
import { scenesOf } from './scenes.ts'
import { settledActs } from './settle.ts'
import { type Strand, spanOf } from './strand.ts'
import { says } from './turns.ts'
import { mainDate } from './when.ts'

/** `closing` are laws of a later sentence that says «all». */
export function propose(
  strand: Strand,
  carried: Carried,
  closing: readonly LawMention[],
  passages: readonly Passage[],
  text: string,
  context: ExtractContext,
): Draft {
  const { lines } = strand
  const span = spanOf(lines)
  const grammar = grammarOf(context.reading)
  const { acts, penalties } = settledActs(lines)
  const proposals: Proposal[] = []
  const kind = kindOf(
    strand,
    acts.map((one) => one.act),
  )
  proposals.push({ field: 'kind', value: kind.value, span: null, rule: kind.rule, basis: 'inferred' })
  for (const one of freedomsOf(strand, acts, passages, text, context.codebook, context.reading))
    proposals.push({ field: 'freedom', ...one })

  const date = mainDate(lines, carried.date)
  proposals.push({ field: 'date', ...date })
  for (const { relative, ...one } of otherDates(lines, date))
    proposals.push({ field: 'other_date', ...one, basis: relative ? 'inferred' : 'stated' })
  for (const one of scenesOf(lines, carried.places, kind.value === 'aggregate' || kind.value === 'policy'))
    proposals.push({ field: 'place', ...one })

  const persons = personsOf(lines, context.reading.lexicon)
  for (const one of persons) proposals.push({ field: 'person', ...one, basis: 'stated' })
  if (
    carried.person &&
    (persons.length === 0
      ? pointsBack(lines)
      : opensWithPronoun(lines) && persons.every((one) => one.value.name !== carried.person?.name))
  )
    proposals.push({
      field: 'person',
      value: { name: carried.person.name, aliases: [], role: null, harmed: true },
      span: carried.person.span,
      rule: 'person-pronoun@1',
      basis: 'carried',
    })
  if (
    carried.narrator &&
    persons.length > 0 &&
    lines.some((line) => line.acts.length > 0 && /\bI (?:was|were|am|went)\b|\band I\b/.test(line.words))
  )
    proposals.push({
      field: 'person',
      value: { name: carried.narrator.name, aliases: [], role: null, harmed: true },
      span: carried.narrator.span,
      rule: 'person-narrator@1',
      basis: 'carried',
    })
  for (const one of organisationsOf(lines, text, context.pack))
    proposals.push({ field: 'organisation', ...one, basis: 'stated' })
  for (const one of unionGroups(lines, persons, context.reading))
    proposals.push({ field: 'group', ...one, basis: 'stated' })

  for (const one of acts)
    proposals.push({ field: 'act', value: one.act, span: one.span, rule: one.rule, basis: 'stated' })
  const laws = lines.flatMap((line) => line.laws)
  const stated = laws.filter(
    (one, index) =>
      laws.findIndex(
        (other) => other.value.code === one.value.code && other.value.article === one.value.article,
      ) === index,
  )
  for (const one of stated)
    proposals.push({ field: 'law', value: one.value, span: one.span, rule: one.rule, basis: 'stated' })
  if (stated.length === 0)
    for (const one of closing)
      proposals.push({ field: 'law', value: one.value, span: one.span, rule: 'law-all@1', basis: 'carried' })
  if (stated.length === 0 && closing.length === 0)
    for (const line of lines)
      for (const one of impliedLaws(text, line.span, context.pack))
        proposals.push({ field: 'law', value: one.value, span: one.span, rule: one.rule, basis: 'inferred' })
  for (const one of penalties)
    proposals.push({
      field: 'penalty',
      value: { ...one.value, who: whoOf(lines, one.span.start) },
      span: one.span,
      rule: one.rule,
      basis: 'stated',
    })
  for (const one of grammar.offences(text, span, context.reading))
    proposals.push({ field: 'offence', ...one, basis: 'stated' })
  for (const one of grammar.actors(text, span, context.reading))
    proposals.push({ field: 'actor', ...one, basis: 'stated' })
  for (const one of grammar.sources(text, span, context.reading))
    proposals.push({ field: 'source', ...one, basis: 'stated' })
  const outcome = outcomeOf(lines)
  if (outcome) proposals.push({ field: 'outcome', ...outcome, basis: 'stated' })
  return { span, rule: strand.rule, proposals }
}

/** A telling whose victim is only a pronoun points back to the person named before. */
const pointsBack = (lines: readonly Line[]): boolean =>
  lines.some((line) => /\b(?:he|she|him|her|his|they|I|my|me)\b/i.test(line.words) || says(line, 'pronoun'))

/** «She was dismissed. A colleague resigned.»: the pronoun of the first harm, whoever is named later. */
function opensWithPronoun(lines: readonly Line[]): boolean {
  const first = lines.find((line) => line.acts.length > 0)
  return first !== undefined && first.names.length === 0 && /^(?:She|He)\b/.test(first.words)
}

/** Who a penalty struck: the names told last before it in its sentence, or the first after. */
function whoOf(lines: readonly Line[], at: number): readonly string[] {
  const line = lines.find((one) => one.span.start <= at && at < one.span.end)
  if (!line) return []
  const before = line.names.filter((one) => one.span.end <= at)
  const clause = before.filter(
    (one) => !/[;.]|\bwhile\b/.test(line.words.slice(one.span.end - line.span.start, at - line.span.start)),
  )
  return [
    ...new Set(
      (clause.length > 0 ? clause : line.names.filter((one) => one.span.start > at).slice(0, 1)).map(
        (one) => one.name,
      ),
    ),
  ]
}
