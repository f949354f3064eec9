/** What somebody follows in, its newest entries out, apart from the form that a reader takes them in. */
import { nameUuid } from '../../core/name-uuid.ts'
import type { IncidentBody, PublicIncident } from '../../core/public-record.ts'
import { type Form, href, type Page } from '../links.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { titleOf } from '../telling/title.ts'
import type { Face } from '../views.ts'
import type { PublicPublication } from '../writing/publication-body.ts'
import { dayOf, onePerText } from '../writing/texts-on.ts'

export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly url: string
  readonly summary: string
}
export type Feed = {
  readonly id: string
  readonly title: string
  /** The newest entry, never the clock: the same records make the same feed. */
  readonly updated: string
  readonly self: string
  readonly page: string
  readonly entries: readonly FeedEntry[]
}
const ENTRIES = 50
/** Where no decision is recorded, so that a feed needs no clock. */
const NEVER = '1970-01-01T00:00:00Z'

/** The newest decision. */
export const updatedOf = (incident: IncidentBody): string =>
  incident.decided
    .map((one) => one.at)
    .sort()
    .at(-1) ?? NEVER

export const newestFirst = (incidents: readonly PublicIncident[]): readonly PublicIncident[] =>
  [...incidents]
    .sort((a, b) => updatedOf(b).localeCompare(updatedOf(a)) || a.id.localeCompare(b.id))
    .slice(0, ENTRIES)

export const entryOf = (incident: PublicIncident, { site, words, codebook, tell }: Face): FeedEntry => ({
  id: nameUuid(`i/${incident.id}`),
  title: titleOf(incident, codebook, tell),
  updated: updatedOf(incident),
  url: href(site, words.language, { kind: 'incident', id: incident.id }),
  summary: sentenceOf(incident, codebook, tell),
})

/** Of a text the day alone is public, and stands for its first hour. */
const entryOfText = (text: PublicPublication, { site }: Face): FeedEntry => {
  const { id, language, manuscript } = text
  return {
    id: nameUuid(`publication/${id}`),
    title: `${manuscript.kind}: ${manuscript.title}`,
    updated: `${dayOf(text)}T00:00:00Z`,
    url: href(site, language, { kind: 'publication', id }),
    summary: manuscript.summary ?? manuscript.subject,
  }
}

export type FeedGiven = {
  readonly id: string
  readonly title: string
  readonly page: Page
  readonly about: Page
  readonly form: Form
}

export const feedOf = (
  face: Face,
  given: FeedGiven,
  incidents: readonly PublicIncident[],
  texts: readonly PublicPublication[] = [],
): Feed =>
  feedWith(
    face,
    given,
    [
      ...onePerText(texts, face.words.language).map((one) => entryOfText(one, face)),
      ...newestFirst(incidents).map((one) => entryOf(one, face)),
    ]
      .sort((a, b) => b.updated.localeCompare(a.updated))
      .slice(0, ENTRIES),
  )

/** `entries`: the newest first. */
export function feedWith(face: Face, given: FeedGiven, entries: readonly FeedEntry[]): Feed {
  const { site, words } = face
  return {
    id: nameUuid(given.id),
    title: `${given.title} · Aigaq`,
    updated: entries[0]?.updated ?? NEVER,
    self: site.address(words.language, given.page, given.form),
    page: href(site, words.language, given.about),
    entries,
  }
}
