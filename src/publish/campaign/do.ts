/** A campaign in, what a reader can do about it out: first what is stored and what a seizure would tell, then the ways, each with one that leaves nothing. */
import type { ActionKind } from '../../core/act/actions.ts'
import { takesOn } from '../../core/act/campaign.ts'
import { labelIn } from '../../core/language.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { dayIn } from '../telling/when.ts'
import type { CampaignView } from './view.ts'

export function ways(view: CampaignView): Markup {
  const { campaign, words, pack } = view
  const { state, taking } = campaign
  const isOpen = state === 'open' && taking.kinds.length > 0
  if (!isOpen)
    return row(
      'do',
      words.t('act.do'),
      '',
      words.t(`act.do.not.${state === 'open' ? 'review' : state}`),
      why(view),
    )
  const country = labelIn(pack.nameIn, words.language).text
  return row(
    'do',
    words.t('act.do'),
    html`${words.t('act.do.note')}${taking.until !== null && html`<br>${words.t('act.do.until', { day: dayIn(taking.until, words.language) })}`}`,
    words.t('act.do.heading'),
    html`<div class="stored"><p><b>${words.t('act.stored')}</b> ${words.t('act.stored.nothing')}</p><p><b>${words.t('act.inside', { country })}</b> ${words.t(taking.onlineInCountry ? 'act.inside.allowed' : 'act.inside.not')}</p></div>
<ul class="links">${letters(view)}${card(view)}${kit(view)}</ul>`,
  )
}

const link = ({ site, words }: CampaignView, page: Page, text: Piece): Markup =>
  html`<a href="${href(site, words.language, page)}">${text}</a>`

const takes = ({ campaign }: CampaignView, kind: 'letter' | 'card'): boolean =>
  takesOn(campaign.taking, kind, campaign.asOf)

function letters(view: CampaignView): Piece {
  const { campaign, pack, words } = view
  if (!takes(view, 'letter')) return false
  return campaign.targets.map(({ authority }) => {
    const own = pack.authorities.get(authority)
    const page: Page = { kind: 'campaign-letter', id: campaign.id, to: authority }
    return (
      own &&
      html`<li>${link(view, page, kindIn(view, 'letter'))}<span class="src">${labelled(own.name, words)}</span></li>`
    )
  })
}

function card(view: CampaignView): Piece {
  const { campaign, words } = view
  if (!takes(view, 'card')) return false
  return html`<li>${link(view, { kind: 'campaign-card', id: campaign.id }, kindIn(view, 'card'))}<span class="src">${words.t('act.card.src')}</span></li>`
}

/** Only where a server answers: a copy has no files that are set anew. */
function kit(view: CampaignView): Piece {
  const { campaign, words, site } = view
  if (!site.isServed) return false
  const page: Page = { kind: 'campaign-file', id: campaign.id, file: 'kit.pdf' }
  return html`<li>${link(view, page, words.t('act.kit'))}<span class="src">${words.t('act.kit.src')}</span></li>`
}

const kindIn = ({ codebook, words }: CampaignView, kind: ActionKind): Piece => {
  const rule = codebook.campaigns.actions.get(kind)
  return rule ? labelled(rule.label, words) : kind
}

function why({ campaign, codebook, words }: CampaignView): Markup {
  const state = codebook.campaigns.states.get(campaign.state)
  return html`<p class="meta">${campaign.state === 'open' ? words.t('act.do.review') : state && labelled(state.what, words)}</p>`
}
