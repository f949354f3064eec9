/** Somebody's campaigns and where the records leave them in, what may be written and sent to where they are held out; nothing where no public page says where that is. */
import type { Facility } from '../../core/act/addressee.ts'
import { takesOn } from '../../core/act/campaign.ts'
import type { PublicCourse } from '../../core/cases/journey.ts'
import type { Words } from '../../core/words.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import type { PersonView } from '../views.ts'
import { certainty } from './certainty.ts'
import { helpsNow } from './what-helps.ts'

export type NamedFacility = { readonly campaign: string; readonly facility: Facility }

/**
 * A record tells of no facility. A campaign may, once two people opened it and whoever it is for agreed; while it takes cards,
 * and while no record tells that they are somewhere else: a release on record goes before what a campaign says.
 */
export function facilitiesOf(
  { campaigns = [], packs }: PersonView,
  course: PublicCourse,
): readonly NamedFacility[] {
  const helps = helpsNow(course)
  if (helps === null) return []
  const seen = new Set<string>()
  return campaigns.flatMap(({ id, country, state, taking, asOf, facility: of }) => {
    const facility = of === null ? undefined : packs.get(country)?.facilities.get(of)
    const isAsked = state === 'open' && takesOn(taking, 'card', asOf)
    if (!facility || !isAsked || !facility.for.includes(helps) || seen.has(facility.id)) return []
    seen.add(facility.id)
    return [{ campaign: id, facility }]
  })
}

export function mayBeSent(view: PersonView, course: PublicCourse): Markup | false {
  const { words, site } = view
  const all = facilitiesOf(view, course)
  if (all.length === 0) return false
  return row(
    'sent',
    words.t('act.card.rules'),
    words.t('act.card.rules.note'),
    words.t('profile.sent'),
    html`${all.map(
      ({ campaign, facility }) =>
        html`<h3>${labelled(facility.name, words)}</h3>${facilityRules(facility, words)}<p><a href="${href(site, words.language, { kind: 'campaign-card', id: campaign })}">${words.t('profile.sent.card')}</a></p>`,
    )}<p class="meta">${words.t('profile.sent.not-where')}</p>`,
  )
}

/** Each rule with how sure anybody is of it. */
export const facilityRules = ({ rules }: Facility, words: Words): Markup =>
  html`<ul class="links">${rules.map((one) => html`<li>${labelled(one.text, words)}${certainty(one.certainty, words)}</li>`)}</ul>`
