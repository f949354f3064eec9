/** What happens at which numbers in, how far each unit came towards the next out: drawn, in words, and as data. */

import type { CountOfUnit } from '../../core/act/progress.ts'
import { ofSite, type Progress, progressOf } from '../../core/act/progress.ts'
import { progressFigure } from '../figures/progress.ts'
import { html, type Markup } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { localeOf } from '../telling/when.ts'
import { summed } from './counts.ts'
import type { CampaignView } from './view.ts'
import { toldPiece } from './words.ts'

export const progressIn = ({ campaign, actions }: CampaignView): readonly Progress[] =>
  progressOf(campaign.thresholds, [
    ...(actions?.counts ?? []).map(ofSite),
    ...summed(campaign.tallies).map(
      ({ of, source, method, low, best, high }): CountOfUnit => ({
        ...{ kind: of, by: { source, method }, least: low, most: high ?? best },
      }),
    ),
  ])

export function thresholds(view: CampaignView): Markup | false {
  const all = progressIn(view)
  const { t } = view.words
  if (all.length === 0) return false
  return row(
    'th',
    t('act.threshold'),
    t('act.threshold.note'),
    t('act.threshold.heading'),
    html`${all.map((one) => unit(one, view))}`,
  )
}

function unit({ kind, counts, thresholds: own, next }: Progress, view: CampaignView): Markup {
  const { words, codebook } = view
  const { t, language } = words
  const format = (n: number): string => n.toLocaleString(localeOf(language))
  const numberOf = (least: number | null, most: number, isRounded: boolean): string => {
    if (least === null) return t('act.online.few')
    if (least === most) return format(least)
    return isRounded
      ? t('act.at-least', { n: format(least) })
      : t('act.range', { low: format(least), high: format(most) })
  }
  const named = codebook.campaigns.actions.get(kind)?.unit
  const name = named ? labelled(named, words) : kind
  const bars = counts.map(({ by, least, most }) => ({
    ...{ least, most },
    label: `${t(by === 'site' ? 'act.threshold.site' : `act.source.${by.source}`)}: ${numberOf(least, most, by === 'site')}`,
  }))
  // Up to the next one and no further: a bar towards a far one would be a hair.
  const marks = own
    .filter((one) => next === null || one.number <= next)
    .map(({ number }) => ({ n: number, label: format(number) }))
  const title = [
    ...bars.map((one) => one.label),
    next === null ? t('act.threshold.all') : t('act.threshold.next', { n: format(next) }),
  ].join('; ')
  return html`<h3>${name}</h3>${progressFigure(bars, marks, `th-${kind}`, title)}<dl class="vals">${own.map(
    (one) =>
      html`<div><dt>${format(one.number)}</dt><dd><p>${toldPiece(one.brings, words)}</p><p class="meta">${t(`act.threshold.${one.reached}`, { n: format(one.atMostMore) })}</p></dd></div>
`,
  )}</dl>`
}
