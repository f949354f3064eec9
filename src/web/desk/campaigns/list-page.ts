/** The campaigns of an organisation as a page: what each asks, where it stands, what it waits for. */
import { missingOn } from '../../../core/act/campaign.ts'
import { CAMPAIGNS_SHOWN } from '../../../core/act/state.ts'
import { toldIn } from '../../../publish/campaign/words.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import type { CampaignOnRecord } from '../../../store/queries/campaigns.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export function campaignsDeskPage(desktop: Desktop, all: readonly CampaignOnRecord[], today: string): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('camp.nav'),
    t('camp.note'),
    html`<h1>${all.length === 0 ? t('camp.none') : t('act.heading', { n: all.length })}</h1>
<ul class="waits"><li><a href="/${language}/desk/campaigns/new">${t('camp.new')}</a></li></ul>
${all.length > 0 && html`<ul class="work">${all.map((one) => item(desktop, one, today))}</ul>`}`,
    true,
  )
  return frame(face, t('camp.nav'), 'campaigns', body)
}

function item({ face, codebook }: Desktop, one: CampaignOnRecord, today: string): Markup {
  const { t, language } = face.words
  const state = codebook.campaigns.states.get(one.state)?.label
  const missing = [...missingOn(one, today)].filter((need) => need !== 'outcome' && need !== 'turned')
  const waits = CAMPAIGNS_SHOWN.has(one.state) || one.state === 'proposed' ? missing : []
  return html`<li><div><h2 class="name"><a href="/${language}/desk/campaigns/${one.text.id}">${toldIn(one.text.title, face.words)}</a></h2><p class="meta">${toldIn(one.text.demand, face.words)}</p></div><div class="meta stage">${state ? labelled(state, face.words) : one.state}${waits.length > 0 && html`<br>${t('camp.waits')} ${waits.map((need) => t(`camp.need.${need}`)).join(', ')}`}</div></li>
`
}
