/** The incidents of a quarter in, what its update begins with out: two or three sentences, each number open to the rows that prove it. */
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { facetOf, matching } from '../filter.ts'
import { valueName } from '../filter-words.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { ruleLink } from '../pages/parts.ts'
import type { Filter, UpdateView } from '../views.ts'

/** Fewer incidents in one region say nothing of where most happened. */
const LEAST = 3
/** The headline has its proof; these follow it. */
const MORE = 2

type Sentence = {
  readonly text: string
  readonly rows: readonly (readonly [number, Filter])[]
  readonly rule: readonly Piece[]
}

export function lead(view: UpdateView): Markup | false {
  const { words } = view
  const sentences = [...findings(view), ...where(view)]
  if (sentences.length === 0) return false
  const row = ([n, filter]: readonly [number, Filter]): Markup =>
    html`<a href="${rowsOf(view, filter)}">${words.t('face.rows', { n })}</a>`
  return html`<p class="lead">${sentences.map((one) => `${one.text} `)}</p>
<p class="meta">${between(
    sentences.flatMap((one) => [...one.rows.map(row), ...one.rule]),
    ' · ',
  )}</p>`
}

const rowsOf = ({ site, words, pack, period }: UpdateView, filter: Filter): string =>
  href(site, words.language, { kind: 'incidents', country: pack.id, period: period.id, filter, page: 1 })

function findings(view: UpdateView): readonly Sentence[] {
  const { incidents, pack } = view
  return findingsOf(incidents, pack)
    .slice(1)
    .filter((one) => one.key !== 'recorded')
    .slice(0, MORE)
    .map((one) => ({
      text: findingIn(one, pack, view, 'proof'),
      rows: one.shares.map((share) => [share.n.length, share.filter] as const),
      rule: [ruleLink(one.rule, view)],
    }))
}

/** The two regions of which most is recorded; none where others are equal to the second. */
function where(view: UpdateView): readonly Sentence[] {
  const { incidents, pack, words } = view
  const single = matching(incidents, {}, pack)
  const [first, second, third] = regionsIn(single, pack)
  if (!first || !second || second.n < LEAST || second.n === third?.n) return []
  const name = (region: string): string => valueName('region', region, pack, view)
  return [
    {
      text: words.t('face.lead.where', {
        ...{ first: name(first.region), n: first.n, of: single.length },
        ...{ second: name(second.region), m: second.n },
      }),
      rows: [first, second].map(({ n, region }) => [n, { region }] as const),
      rule: [],
    },
  ]
}

function regionsIn(
  incidents: readonly PublicIncident[],
  pack: Pack,
): readonly { readonly region: string; readonly n: number }[] {
  const counts = new Map<string, number>()
  for (const one of incidents)
    for (const region of new Set(facetOf(one, 'region', pack)))
      if (pack.regions.has(region)) counts.set(region, (counts.get(region) ?? 0) + 1)
  return [...counts]
    .map(([region, n]) => ({ region, n }))
    .sort((a, b) => b.n - a.n || (a.region < b.region ? -1 : 1))
}
