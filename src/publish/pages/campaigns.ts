/** The campaigns of a country in, their list out: what is asked, for whom, where they stand by the record, and how the campaign stands. */
import { labelIn } from '../../core/language.ts'
import { standingOf } from '../campaign/status.ts'
import type { CampaignsView } from '../campaign/view.ts'
import { toldPiece } from '../campaign/words.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** `/{lang}/kz/campaigns` */
export function campaignsPage(view: CampaignsView): string {
  const { words, pack, campaigns } = view
  const name = labelIn(pack.name, words.language).text
  return layout({
    face: view,
    page: { kind: 'campaigns', country: pack.id },
    title: `${words.t('act.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('act.title'), page: null },
    ],
    body: html`${opening(words.t('act.title'), name, words.t('act.heading', { n: campaigns.length }), html`<p class="sub">${words.t('act.note')}</p>${view.hasDays && html`<p><a href="${href(view.site, words.language, { kind: 'calendar', country: pack.id })}">${words.t('days.title')}</a></p>`}`)}${
      campaigns.length > 0 &&
      row('c', words.t('act.title'), words.t('act.list.note'), words.t('act.list'), campaignList(view))
    }`,
  })
}

export function campaignList(view: CampaignsView): Markup {
  const { words, campaigns, site, codebook, people } = view
  return html`<ul class="inc bare">${campaigns.map((one) => {
    const to = href(site, words.language, { kind: 'campaign', id: one.id })
    const state = codebook.campaigns.states.get(one.state)?.label
    const person = one.subject.kind === 'person' ? people.get(one.subject.person) : undefined
    const standing = person && standingOf(person, view)
    const name = one.subject.kind === 'person' && labelIn(one.subject.name, words.language).text
    return html`<li><div><h3><a href="${to}">${toldPiece(one.title, words)}</a></h3><p>${toldPiece(one.demand, words)}</p><p class="meta"><b>${state && labelled(state, words)}</b>${name && html` · ${name}${standing && html`: ${standing.text}`}`}</p></div></li>
`
  })}</ul>`
}

/** The same as data. */
export const campaignsJson = ({ pack, campaigns }: CampaignsView): unknown => ({
  country: pack.id,
  campaigns: campaigns.map(({ id, state, subject, title, demand, opened, closes }) => ({
    ...{ id, state, subject, title, demand, opened, closes },
  })),
})
