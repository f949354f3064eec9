/** What people did as it was counted in, a line for each count with its unit, method and source out: there is no sum of unlike units. */
import { ACTION_KINDS } from '../../core/act/actions.ts'
import type { PublicTally } from '../../core/act/public-campaign.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { dayIn, localeOf } from '../telling/when.ts'
import type { CampaignView } from './view.ts'

/** Of one unit, method and source: those are added, and nothing else is. */
export type Summed = Pick<PublicTally, 'of' | 'method' | 'source' | 'low' | 'best' | 'high'> & {
  readonly sheets: number
  readonly from: string
  readonly to: string
  readonly countedBy: readonly string[]
}

export function summed(tallies: readonly PublicTally[]): readonly Summed[] {
  const groups = Map.groupBy(tallies, ({ of, method, source }) => `${of} ${method} ${source}`)
  return [...groups.values()]
    .map((all): Summed => {
      const [first] = all as [PublicTally, ...PublicTally[]]
      const days = all.map((one) => one.on).sort()
      const add = (of: (one: PublicTally) => number): number => all.reduce((sum, one) => sum + of(one), 0)
      return {
        ...{ of: first.of, method: first.method, source: first.source, sheets: all.length },
        ...{ low: add((one) => one.low), best: add((one) => one.best) },
        // Where one has no upper end, nor has the sum.
        high: all.every((one) => one.high !== null) ? add((one) => one.high ?? 0) : null,
        ...{ from: days[0] ?? '', to: days.at(-1) ?? '' },
        countedBy: [...new Set(all.flatMap((one) => one.countedBy ?? []))],
      }
    })
    .toSorted((a, b) => ACTION_KINDS.indexOf(a.of) - ACTION_KINDS.indexOf(b.of))
}

export function counts(view: CampaignView, more: Piece = false): Markup | false {
  const { words, campaign } = view
  const all = summed(campaign.tallies)
  if (all.length === 0 && !more) return false
  return row(
    'n',
    words.t('act.counted'),
    words.t('act.counted.note'),
    words.t('act.counted.heading'),
    html`<ul class="counts">${more}${all.map((one) => line(one, view))}</ul>`,
  )
}

function line(one: Summed, { words, codebook }: CampaignView): Markup {
  const format = (n: number): string => n.toLocaleString(localeOf(words.language))
  const { low, best, high } = one
  const number =
    one.method === 'counted' && low === best && high === best
      ? format(best)
      : high === null
        ? words.t('act.at-least', { n: format(low) })
        : words.t('act.about-n', { n: format(best) })
  const range =
    high === null ? '' : low === high ? '' : words.t('act.range', { low: format(low), high: format(high) })
  const unit = codebook.campaigns.actions.get(one.of)?.unit
  const [from, to] = [dayIn(one.from, words.language), dayIn(one.to, words.language)]
  return html`<li><div class="num">${number}<small>${unit ? labelled(unit, words) : one.of}</small></div><div><p>${words.t(`act.source.${one.source}`)}, ${words.t(`act.method.${one.method}`)}${range !== '' && html` · ${range}`}</p><span class="src">${one.countedBy.join(', ')}${one.countedBy.length > 0 && ' · '}${words.t('act.sheets', { n: one.sheets })} · ${from === to ? from : `${from} – ${to}`}</span></div></li>
`
}
