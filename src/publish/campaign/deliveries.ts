/** What was handed over in, how, with what proof, and what came back out: an answer with its words, or silence with its length. */
import type { PublicDelivery } from '../../core/act/public-campaign.ts'
import { dayNumber } from '../../core/partial-date.ts'
import { html, type Markup } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { dayIn, localeOf } from '../telling/when.ts'
import type { CampaignView } from './view.ts'
import { toldPiece } from './words.ts'

/** Days from the delivery to the first answer, or until the day of the page: null where an answer came. */
export const silenceOf = ({ on, replies }: PublicDelivery, asOf: string): number | null =>
  replies.length > 0 ? null : dayNumber(asOf) - dayNumber(on)

export function deliveries(view: CampaignView): Markup | false {
  const { campaign, words } = view
  const all = campaign.deliveries.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  if (all.length === 0) return false
  return row(
    'd',
    words.t('act.delivered'),
    words.t('act.delivered.note'),
    words.t('act.delivered.heading', { n: all.length }),
    html`<dl class="vals">${all.map((one) => line(one, view))}</dl>`,
  )
}

function line(one: PublicDelivery, view: CampaignView): Markup {
  const { campaign, words, pack, codebook } = view
  const { language } = words
  const to = pack.authorities.get(one.authority)
  const unit = codebook.campaigns.actions.get(one.of)?.unit
  const silence = silenceOf(one, campaign.asOf)
  const isLate = one.due !== null && one.due < campaign.asOf
  return html`<div><dt>${dayIn(one.on, language)}<span class="src">${words.t(`act.way.${one.way}`)}</span></dt><dd><p>${one.number.toLocaleString(localeOf(language))} ${unit ? labelled(unit, words) : one.of} → ${to ? labelled(to.name, words) : one.authority}</p><p class="meta">${words.t(one.isProved ? 'act.proof' : 'act.proof.none')} · SHA-256 ${one.manifest.slice(0, 12)}…</p>${one.replies.map(
    (reply) =>
      html`<p><b>${words.t(`act.reply.${reply.reply}`)}, ${dayIn(reply.on, language)}.</b> ${toldPiece(reply.words, words)}</p>`,
  )}${silence !== null && html`<p><b>${words.t('act.silence', { n: silence, day: dayIn(campaign.asOf, language) })}</b>${isLate && one.due !== null && ` ${words.t('act.silence.due', { day: dayIn(one.due, language) })}`}</p>`}</dd></div>
`
}
