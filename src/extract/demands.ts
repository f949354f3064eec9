/** A Document → passages that ask something of somebody, each with the rule that says so: proposals, which a person accepts or turns down. */
import type { Document } from '../core/document.ts'
import type { Pack } from '../core/pack.ts'
import type { DemandCue, Reading } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { Freedom } from '../core/values.ts'
import { provisionOf } from '../core/withholding/provision.ts'
import { countered } from './acts.ts'
import { grammarOf } from './grammar-of.ts'
import { prepare, type Unit } from './prepare.ts'
import { findAll, fits } from './scan.ts'
import { sentencesIn } from './sentences.ts'

export type ProposedDemand = {
  readonly span: Span
  readonly rule: string
  /** Of codebook/standards.yaml, as the heading or the sentence says; empty: nobody is named. */
  readonly addressees: readonly string[]
  /** Provisions, acts and bills of the pack that its words name. */
  readonly laws: readonly string[]
  readonly freedoms: readonly Freedom[]
}

/** What stands above a line: a chapter of demands, whom it is addressed to, a list of objections to a law. */
type Above = {
  readonly section: string | null
  readonly to: readonly string[]
  readonly objections: {
    readonly rule: string
    readonly laws: readonly string[]
    readonly to: readonly string[]
  } | null
}
const NOTHING: Above = { section: null, to: [], objections: null }
/** A heading of so many words is no address, whatever stands in it. */
const SHORT = 90

/**
 * Deterministic: the same text, pack and reading give the same. A chapter of demands ends with the next heading that addresses
 * nobody; inside it only what begins like a demand is proposed, since back covers and notes follow it without a heading.
 */
export function demandsIn(document: Document, pack: Pack, reading: Reading): readonly ProposedDemand[] {
  const { text, units } = prepare(document)
  const cues = Map.groupBy(reading.demands, (one) => one.kind)
  const of = (kind: DemandCue['kind']): readonly DemandCue[] => cues.get(kind) ?? []
  const wordsOf = ({ span }: Unit): string => text.slice(span.start, span.end)
  const firing = (kind: DemandCue['kind'], words: string): string | null =>
    of(kind).find((one) => fits(one.pattern, words))?.id ?? null
  const addressed = (words: string): readonly string[] => [
    ...new Set(of('address').flatMap((one) => (one.to !== null && fits(one.pattern, words) ? [one.to] : []))),
  ]
  const found: ProposedDemand[] = []
  let above = NOTHING
  let open = false
  const propose = (span: Span, rule: string, to: readonly string[], laws: readonly string[] = []): void => {
    found.push({
      ...{ span, rule, addressees: to },
      laws: [...new Set([...laws, ...lawsOf(text, span, pack, reading)])],
      freedoms: freedomsOf(text, span, reading),
    })
  }
  for (const unit of units) {
    const words = wordsOf(unit)
    const section = firing('section', words)
    const isHeading = unit.kind === 'heading'
    if (section !== null && (isHeading || /:\s*$/.test(words))) {
      above = { section, to: addressed(words), objections: null }
      open = false
      continue
    }
    if (above.section !== null && words.length <= SHORT && (isHeading || /:\s*$/.test(words))) {
      const to = addressed(words)
      above = to.length > 0 ? { ...above, to } : NOTHING
      open = false
      continue
    }
    if (isHeading) {
      above = NOTHING
      open = false
      continue
    }
    const item = above.section === null ? null : firing('item', words)
    const last = found.at(-1)
    // A page or a sign that the text layer lost cuts a demand in two.
    if (
      open &&
      item === null &&
      last &&
      !/[.;:!?]["')]*\s*$/.test(text.slice(last.span.start, last.span.end))
    ) {
      found.pop()
      propose({ start: last.span.start, end: unit.span.end }, last.rule, last.addressees, last.laws)
      continue
    }
    open = item !== null
    if (item !== null) {
      propose(unit.span, item, above.to)
      continue
    }
    if (above.objections && unit.kind === 'item') {
      propose(unit.span, above.objections.rule, above.objections.to, above.objections.laws)
      continue
    }
    const lead = firing('lead', words)
    above = {
      ...above,
      objections:
        lead === null
          ? null
          : { rule: lead, laws: lawsOf(text, unit.span, pack, reading), to: addressed(lastSentence(words)) },
    }
    for (const sentence of sentencesIn(text, unit.span, reading.lexicon.abbreviations))
      for (const cue of of('call')) {
        const [hit] = findAll(text, cue.pattern, sentence)
        const whole = text.slice(sentence.start, sentence.end)
        if (!hit || (cue.not !== null && fits(cue.not, whole))) continue
        propose(sentence, cue.id, addressed(text.slice(hit.span.start, hit.span.end)))
        break
      }
  }
  return found
}

const lastSentence = (words: string): string => words.split(/(?<=[.!?])\s+/).at(-1) ?? words

/** What a law is called there, as the pack has it; a law or a bill named in words by its own names. */
function lawsOf(text: string, span: Span, pack: Pack, reading: Reading): readonly string[] {
  const articles = grammarOf(reading)
    .laws(text, span, pack, reading, null)
    .flatMap(({ value }) => provisionOf(value, pack) ?? [])
  const words = text.slice(span.start, span.end).toLowerCase()
  const bills = [...pack.bills.values()].flatMap(({ id, aliases }) =>
    aliases.some((one) => words.includes(one.toLowerCase())) ? [id] : [],
  )
  return [...new Set([...articles, ...bills])]
}

const freedomsOf = (text: string, span: Span, reading: Reading): readonly Freedom[] => [
  ...new Set(
    reading.freedoms.flatMap((cue) =>
      findAll(text, cue.pattern, span).some((hit) => !countered(cue, text, span, hit.span))
        ? [cue.freedom]
        : [],
    ),
  ),
]
