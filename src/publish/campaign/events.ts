/** Events of a campaign that readers may know of in, the list of them out. */
import { html, type Markup } from '../markup.ts'
import { row } from '../pages/parts.ts'
import { dayIn } from '../telling/when.ts'
import type { CampaignView } from './view.ts'

export function events(view: CampaignView): Markup | false {
  const { campaign, words } = view
  const all = campaign.events.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  if (all.length === 0) return false
  return row(
    'e',
    words.t('act.events'),
    words.t('act.events.note'),
    words.t('act.events.heading', { n: all.length }),
    html`<dl class="vals">${all.map(
      ({ on, event, host, place, briefed }) =>
        html`<div><dt>${dayIn(on, words.language)}</dt><dd>${words.t(`act.event.${event}`)}${place !== undefined && html`, ${place}`}<span class="src">${host}${briefed && html`${host !== '' && ' · '}${words.t('act.briefed')}`}</span></dd></div>
`,
    )}</dl>`,
  )
}
