/** A campaign in, what it asks of whom, on whose proposal and with whose word, out. */
import { labelIn } from '../../core/language.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { dayIn } from '../telling/when.ts'
import type { CampaignView } from './view.ts'
import { toldPiece } from './words.ts'

export function demand(view: CampaignView): Markup {
  const { campaign, words, codebook } = view
  const { state, reviewed, proposedBy, person, points } = campaign
  const label = codebook.campaigns.states.get(state)?.label
  const note = [
    reviewed !== null && words.t('act.reviewed', { day: dayIn(reviewed, words.language) }),
    person !== null && words.t(`act.person.${person}`),
    proposedBy !== null && words.t('act.proposed-by', { who: proposedBy }),
  ].filter((one) => one !== false)
  const story = toldPiece(campaign.story, words)
  return row(
    'ask',
    label ? labelled(label, words) : state,
    note.map((one, at) => html`${at > 0 && html`<br>`}${one}`),
    toldPiece(campaign.demand, words),
    html`${story !== null && html`<p class="sub">${story}</p>`}${
      points.length > 0 &&
      html`<ul class="told">${points.map((one) => html`<li>${toldPiece(one, words)}</li>`)}</ul>`
    }${about(view)}${addressees(view)}`,
  )
}

function addressees({ campaign, pack, words }: CampaignView): Piece {
  if (campaign.targets.length === 0) return false
  return html`<p class="legend-h">${words.t('act.to')}</p><ul class="links">${campaign.targets.map(
    ({ authority, duty }) => {
      const own = pack.authorities.get(authority)
      const must = toldPiece(duty, words)
      return (
        own &&
        html`<li>${labelled(own.name, words)}${must !== null && html`<span class="src">${must}</span>`}</li>`
      )
    },
  )}</ul>`
}

/** What it was born from, where that is no person. */
function about({ campaign, pack, site, words, ...view }: CampaignView): Piece {
  const { subject } = campaign
  if (subject.kind === 'incident') {
    const to = href(site, words.language, { kind: 'incident', id: subject.incident })
    return html`<p class="meta">${words.t('act.about')} <a href="${to}">${subject.incident}</a></p>`
  }
  if (subject.kind !== 'law') return false
  const provision = pack.provisions.get(subject.law)
  if (!provision) return false
  const to = href(site, words.language, { kind: 'law', country: pack.id, provision: provision.id })
  return html`<p class="meta">${words.t('act.about')} <a href="${to}">${provisionIn(provision, pack, { ...view, site, words })}</a></p>`
}

/** As the page is called: the name of the person, or the demand. */
export const subjectName = ({ campaign, words }: Pick<CampaignView, 'campaign' | 'words'>): string | null =>
  campaign.subject.kind === 'person' ? labelIn(campaign.subject.name, words.language).text : null
