/** What came of a campaign in, its timeline out, the newest last: steps forward and back alike, and no end assumed. */
import type { PublicActSource, PublicOutcome } from '../../core/act/public-campaign.ts'
import type { CampaignMove } from '../../core/act/state.ts'
import type { PartialDate } from '../../core/partial-date.ts'
import { compareDates, parsePartialDate, UNKNOWN_DATE } from '../../core/partial-date.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row, unknown } from '../pages/parts.ts'
import { whenIn } from '../telling/when.ts'
import type { CampaignView } from './view.ts'
import { toldPiece } from './words.ts'

export type Step = {
  readonly on: PartialDate
  readonly of:
    | { readonly kind: 'outcome'; readonly outcome: PublicOutcome; readonly isTakenBack: boolean }
    | { readonly kind: 'move'; readonly move: CampaignMove }
}

/** Moves and outcomes by their days; on one day what happened stands before what we made of it. */
export function stepsOf({ campaign }: Pick<CampaignView, 'campaign'>): readonly Step[] {
  const back = new Set(campaign.outcomes.flatMap((one) => one.reverses ?? []))
  const outcomes = campaign.outcomes.map(
    (outcome): Step => ({
      on: outcome.on,
      of: { kind: 'outcome', outcome, isTakenBack: back.has(outcome.entry) },
    }),
  )
  const moves = campaign.moves.map(
    ({ move, on }): Step => ({ on: parsePartialDate(on) ?? UNKNOWN_DATE, of: { kind: 'move', move } }),
  )
  return [...outcomes, ...moves].toSorted((a, b) => compareDates(a.on, b.on))
}

export function course(view: CampaignView): Markup {
  const { words } = view
  return row(
    'o',
    words.t('act.course'),
    words.t('act.course.note'),
    words.t('act.course.heading'),
    html`<ol class="journey acts-course">${stepsOf(view).map((one) => step(one, view))}<li class="open"><h3>${words.t('act.next')}</h3><p>${unknown(words)}</p></li></ol>`,
  )
}

function step({ on, of }: Step, view: CampaignView): Markup {
  const { words, codebook, tell } = view
  if (of.kind === 'move') {
    const rule = codebook.campaigns.moves.get(of.move)
    const to = rule && codebook.campaigns.states.get(rule.to)
    return html`<li class="turn"><p>${whenIn(on, tell)} · ${words.t('act.course.page')} <b>${to ? labelled(to.label, words) : of.move}</b></p></li>
`
  }
  const { outcome, isTakenBack } = of
  const rule = codebook.campaigns.outcomes.get(outcome.outcome)
  const said = toldPiece(outcome.words, words)
  return html`<li class="sense-${rule?.sense ?? 'none'}"><p class="meta when">${whenIn(on, tell)}</p><h3>${rule ? labelled(rule.label, words) : outcome.outcome}</h3>${said !== null && html`<p>${said}</p>`}<p class="meta">${source(outcome.source, view)}${outcome.contribution !== 'none' && html` · ${words.t(`act.contribution.${outcome.contribution}`)}`}${isTakenBack && html` · <b>${words.t('act.taken-back')}</b>`}${outcome.reverses !== null && html` · ${words.t('act.takes-back')}`}</p></li>
`
}

function source(of: PublicActSource | null, { words, site }: CampaignView): Piece {
  if (of === null) return words.t('act.source.held')
  if (of.kind === 'incident')
    return html`<a href="${href(site, words.language, { kind: 'incident', id: of.incident })}">${of.incident}</a>`
  return of.url === null ? of.title : html`<a href="${of.url}" rel="noreferrer">${of.title}</a>`
}
