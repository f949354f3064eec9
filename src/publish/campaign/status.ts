/** Whom a campaign is for in, where they stand by the record out: read from published records alone, and never "free" under a restriction. */
import { type PublicCourse, publicCourse } from '../../core/cases/journey.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { lastStages, stagesIn } from '../telling/standing.ts'
import { titleOf } from '../telling/title.ts'
import { whensIn } from '../telling/when.ts'
import type { PersonView } from '../views.ts'
import type { CampaignView } from './view.ts'

export type Standing = {
  readonly text: string
  /** Ids of the records that tell it. */
  readonly incidents: readonly string[]
  readonly course: PublicCourse
}

/** Null: nothing that readers may see tells where they stand. */
export function standingOf(person: PersonView, { pack }: Pick<CampaignView, 'pack'>): Standing | null {
  const course = publicCourse(person.id, person.proceedings)
  const stages = lastStages(course)
  if (stages.length > 0)
    return {
      text: stagesIn(course, pack, person),
      incidents: [...new Set(stages.flatMap((one) => one.incident ?? []))],
      course,
    }
  const newest = person.members.at(-1)?.incident
  if (!newest) return null
  const text = `${titleOf(newest, person.codebook, person.tell)}, ${whensIn(newest, person.tell)}`
  return { text, incidents: [newest.id], course }
}

export function badge(view: CampaignView): Markup | false {
  const { person, words, site } = view
  if (!person) return false
  const standing = standingOf(person, view)
  if (!standing) return html`<p class="badge"><span>${words.t('act.status.none')}</span></p>`
  const link = (id: string): Piece =>
    html` <a href="${href(site, words.language, { kind: 'incident', id })}">${id}</a>`
  const course = html`<a href="${href(site, words.language, { kind: 'person', id: person.id })}">${words.t('act.status.course')}</a>`
  return html`<p class="badge"><span><b>${standing.text}</b></span></p>
<p class="meta">${words.t('act.status.live')} ${standing.incidents.map(link)} · ${course}</p>`
}
