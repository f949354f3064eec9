/** Where somebody stands in, what can be done for them out: demands that name them, and tactics that fit, each with its questions first. */
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import type { PublicCourse } from '../../core/cases/journey.ts'
import type { Helps } from '../../core/tactic.ts'
import { toldPiece } from '../campaign/words.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { lastStages } from '../telling/standing.ts'
import type { PersonView } from '../views.ts'
import { recommendationList } from './recommendation-list.ts'
import { tacticNames } from './tactic-list.ts'

/** Stages that leave somebody at large; under `release_restricted` they are bound. */
const FREE = new Set(['release', 'acquittal', 'closed', 'reversal', 'appeal_granted'])

/** As of the last day told: never more than the records say. */
export function helpsNow(course: PublicCourse): Helps | null {
  const stages = lastStages(course).map((one) => one.stage)
  if (stages.length === 0 || stages.includes('death')) return null
  if (stages.some((one) => FREE.has(one))) return 'free'
  const penalties = lastStages(course).map((one) => one.penalty?.type)
  return stages.includes('release_restricted') || penalties.includes('restriction_of_freedom')
    ? 'restricted'
    : 'held'
}

export function whatHelps(view: PersonView, course: PublicCourse): Markup | false {
  const { words, tactics = [], demands = [], campaigns = [], packs } = view
  const helps = helpsNow(course)
  const pack = packs.get(demands[0]?.country ?? '') ?? [...packs.values()][0]
  const fitting = helps === null ? [] : tactics.filter((one) => one.for.includes(helps))
  if (fitting.length === 0 && demands.length === 0 && campaigns.length === 0) return false
  return row(
    'help',
    words.t('profile.helps'),
    words.t('profile.helps.note'),
    helps === null ? words.t('profile.asked') : words.t(`tactic.for.${helps}.heading`),
    html`${campaigns.length > 0 && campaignsFor(campaigns, view)}${demands.length > 0 && pack && html`<h3>${words.t('profile.asked')}</h3>${recommendationList(demands, pack, view)}`}${fitting.length > 0 && html`<h3>${words.t('tactic.title')}</h3><p class="unread">${words.t('profile.ask-first')}</p>${tacticNames(fitting, view)}`}`,
  )
}

/** Each with how it stands: one that was won may have been turned back since. */
const campaignsFor = (campaigns: readonly PublicCampaign[], { words, site, codebook }: PersonView): Markup =>
  html`<h3>${words.t('act.title')}</h3><ul class="told">${campaigns.map((one) => {
    const state = codebook.campaigns.states.get(one.state)?.label
    return html`<li><a href="${href(site, words.language, { kind: 'campaign', id: one.id })}">${toldPiece(one.title, words)}</a>${state && html` <span class="meta">${labelled(state, words)}</span>`}</li>
`
  })}</ul>`
