/** A document of network measurements → one draft for each site that is likely blocked or intercepted, with its networks. */
import type { Draft, Proposal } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import type { MeasurementRules, Verdict } from '../../core/measurement-rules.ts'
import type { Pack } from '../../core/pack.ts'
import type { Span } from '../../core/span.ts'
import { type MeasuredSite, measuredSites } from './measured-text.ts'
import { verdictOf } from './verdict.ts'

export type Judged = { readonly site: string; readonly verdict: Verdict; readonly span: Span }

/** Readers of such documents begin like this, whatever their version. */
export const isMeasured = ({ reader }: Pick<Document, 'reader'>): boolean => reader.startsWith('ooni@')

/** What may be said of each site on each network, in the order of the text. Without a pack no root is known. */
export const judgedIn = (
  text: string,
  rules: MeasurementRules,
  pack: Pick<Pack, 'interception'> | null,
): readonly Judged[] => measuredSites(text).flatMap((site) => judged(site, rules, pack))

const judged = (
  { site, networks }: MeasuredSite,
  rules: MeasurementRules,
  pack: Pick<Pack, 'interception'> | null,
): readonly Judged[] =>
  networks.map(({ first, rest, span }) => ({
    site,
    span,
    verdict: verdictOf(first, rest, rules, pack?.interception ?? []),
  }))

/** Only what was measured in the country of the pack; without a pack, everything. */
export function extractMeasured(text: string, rules: MeasurementRules, pack: Pack): readonly Draft[] {
  return measuredSites(text).flatMap((site) => {
    const struck = judged(site, rules, pack).filter(
      ({ verdict }) =>
        (pack.country === '' || verdict.sum.country === pack.country) &&
        rules.verdicts[verdict.verdict].act !== null,
    )
    return struck.length === 0 ? [] : [draftOf(text, site, struck, rules, pack)]
  })
}

function draftOf(
  text: string,
  { site, span }: MeasuredSite,
  struck: readonly Judged[],
  rules: MeasurementRules,
  pack: Pack,
): Draft {
  const byWeight = struck.toSorted((a, b) => b.verdict.told - a.verdict.told || a.span.start - b.span.start)
  const [main] = byWeight
  const rule = main?.verdict.rule ?? ''
  const line = main?.span ?? span
  const days = struck.flatMap(({ verdict }) => [verdict.from ?? [], verdict.to ?? []].flat()).sort()
  const acts = new Map(
    byWeight.map((one) => [rules.verdicts[one.verdict.verdict].act ?? '', one] as const).toReversed(),
  )
  const wordsIn = (words: string): Span => {
    const start = text.indexOf(words, line.start)
    return start >= 0 && start < line.end ? { start, end: start + words.length } : line
  }
  const country = [...pack.places.values()].find(
    (one) => one.kind === 'country' && one.name.en === pack.name.en,
  )
  const code = main?.verdict.sum.country ?? ''
  const name = pack.country === '' ? code : pack.name.en
  const known = [...pack.organisations.values()].find((one) => one.aliases.includes(site))
  const isCut = struck.some(({ verdict }) => verdict.verdict === 'likely-blocked')
  const isRead = struck.some(({ verdict }) => verdict.verdict === 'interception')
  const proposals: readonly Proposal[] = [
    { field: 'kind', value: 'event', span: null, rule, basis: 'inferred' },
    ...(isCut
      ? [{ field: 'freedom', value: 'expression', span: line, rule, basis: 'inferred' } as const]
      : []),
    ...(isRead ? [{ field: 'freedom', value: 'other', span: line, rule, basis: 'inferred' } as const] : []),
    {
      field: 'date',
      value: { from: days[0] ?? null, to: days.at(-1) ?? null, precision: 'day' },
      span: line,
      rule,
      basis: 'inferred',
    },
    {
      field: 'place',
      value: { name: code, canonical: name, place: country?.id ?? null },
      span: wordsIn(code),
      rule,
      basis: 'inferred',
    },
    { field: 'organisation', value: known?.name.en ?? site, span, rule, basis: 'stated' },
    {
      field: 'group',
      value: {
        what: 'networks',
        min: new Set(struck.map((one) => one.verdict.sum.network)).size,
        max: null,
        qualifier: 'at_least',
      },
      span: line,
      rule,
      basis: 'inferred',
    },
    ...[...acts].map(
      ([act, one]): Proposal => ({
        field: 'act',
        value: act,
        span: one.span,
        rule: one.verdict.rule,
        basis: 'inferred',
      }),
    ),
    ...struck.map(
      ({ verdict, span: own }): Proposal => ({
        field: 'source',
        value: `OONI measurements, AS${verdict.sum.network}`,
        span: own,
        rule: verdict.rule,
        basis: 'stated',
      }),
    ),
  ]
  // The heading and the line of every network: days stand below, as evidence.
  return { span: { start: span.start, end: Math.max(...struck.map((one) => one.span.end)) }, rule, proposals }
}
