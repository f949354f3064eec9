/** A campaign as it stands in, what any reader may see of it out; null while they may not see it at all. */
import {
  type Campaign,
  type CampaignEntry,
  type CampaignText,
  entriesOf,
  personAgrees,
  riskOn,
  takingOn,
} from '../act/campaign.ts'
import type { ActSource, Told } from '../act/lines.ts'
import type { Patch } from '../act/patch.ts'
import type { CampaignShown, PublicActSource, PublicCampaign, PublicSubject } from '../act/public-campaign.ts'
import { CAMPAIGNS_SHOWN } from '../act/state.ts'
import type { Pack } from '../pack.ts'
import { parsePartialDate, UNKNOWN_DATE } from '../partial-date.ts'
import type { Person } from '../person.ts'
import type { PublicIncident } from '../public-record.ts'
import { levelFor, type NamingGiven } from './levels.ts'
import { mayStand } from './may-stand.ts'
import type { NamesInWords } from './names-in-words.ts'
import { asPublic } from './project.ts'
import { publicAddress } from './public-address.ts'

export type CampaignWithholding = NamingGiven & {
  readonly pack: Pack
  readonly today: string
  readonly people: ReadonlyMap<string, Person>
  /** Persons whom a public record names today. */
  readonly named: ReadonlySet<string>
  /** Of these, whose legal journey is public. */
  readonly tried: ReadonlySet<string>
  readonly names: NamesInWords
  /** Records that readers may see, by every id that leads to them. */
  readonly open: ReadonlyMap<string, PublicIncident>
  /** The names that readers may see in a record. */
  readonly shownIn: (incident: PublicIncident) => readonly string[]
}

/**
 * A campaign for somebody is shown while they may be shown by name and a public record names them, and while their agreement,
 * or the reason why nobody could ask them, holds. What tells of a record goes with it. A text in which a withheld name or an address stands is not there in that language.
 */
export function projectCampaign(campaign: Campaign, given: CampaignWithholding): PublicCampaign | null {
  const { opened: text, state } = campaign
  // What was written since waits until somebody else has opened it with that.
  if (text === null || !CAMPAIGNS_SHOWN.has(state) || !personAgrees(campaign, given.today)) return null
  const subject = subjectOf(text, given)
  if (subject === null) return null
  const incidents = [...new Set(text.incidents.flatMap((id) => given.open.get(id)?.id ?? []))]
  const read = readerOf(subject, incidents, given)
  const readAll = allOrNone(read)
  const title = read(text.title)
  const demand = read(text.demand)
  // A campaign that asks for nothing in any language is none.
  if (isEmpty(title) || isEmpty(demand)) return null
  // A story is of its records: when one of them is gone, it is not told until somebody wrote another.
  const isWhole = text.incidents.every((id) => given.open.has(id))
  const outcomes = outcomesOf(campaign, read, subject, incidents, given)
  const one = (words: string): string | null => (isFree(words, subject, incidents, given) ? words : null)
  const shown: CampaignShown = {
    ...{ id: text.id, country: text.country, state, subject, title, demand },
    story: isWhole ? readAll(text.story) : NOTHING_TOLD,
    points: isWhole ? text.points.map(readAll).filter((each) => !isEmpty(each)) : [],
    targets: text.targets
      .filter(({ authority }) => given.pack.authorities.has(authority))
      .map((each) => ({ ...each, duty: read(each.duty) })),
    kinds: text.kinds,
    thresholds: text.thresholds.map((each) => ({ ...each, brings: read(each.brings) })),
    proposedBy: one(text.proposedBy),
    person: personOf(campaign, text),
    facility: text.facility !== undefined && given.pack.facilities.has(text.facility) ? text.facility : null,
    closes: text.closes ?? null,
    opened: dayOf(movesOf(campaign).find(({ body }) => body.move === 'open')),
    incidents,
    ...{ asOf: given.today, taking: takingOn(campaign, given.today) },
    reviewed: riskOn(campaign, given.today)?.on ?? null,
    outcomes,
    moves: movesOf(campaign)
      // Opened with a new text while it was open: nothing that readers are told as a step.
      .filter(({ body }, at, all) => body.move !== 'open' || all[at - 1]?.body.move !== 'open')
      .filter(({ body }) => body.move !== 'propose' && body.move !== 'veto')
      .map((each) => ({ move: each.body.move, on: dayOf(each) })),
    ...onTheGround(campaign, subject.kind === 'person' && given.tried.has(subject.person), readAll, one),
    patches: fromPaper(campaign).map((patch) => ({
      ...patch,
      words: patch.words === null ? null : one(patch.words),
    })),
  }
  return asPublic(shown)
}

type Read = (told: Told) => Told
type ReadOne = (words: string) => string | null

const fromPaper = (campaign: Campaign): readonly Patch[] =>
  entriesOf(campaign, 'patches').flatMap(({ body }) => body.patches)

/** An outcome is said by its source: one that rests on a record is gone with it, and so is that it took another back. */
function outcomesOf(
  campaign: Campaign,
  read: Read,
  subject: PublicSubject,
  incidents: readonly string[],
  given: CampaignWithholding,
): CampaignShown['outcomes'] {
  const rests = entriesOf(campaign, 'outcome').filter(
    ({ body }) => body.source.kind !== 'incident' || given.open.has(body.source.incident),
  )
  const there = new Set(rests.map(({ entry }) => entry))
  return rests.map(({ entry, body }) => ({
    ...{ entry, outcome: body.outcome, words: allOrNone(read)(body.words) },
    reverses: body.reverses !== undefined && there.has(body.reverses) ? body.reverses : null,
    on: parsePartialDate(body.on) ?? UNKNOWN_DATE,
    source: sourceOf(body.source, subject, incidents, given),
    contribution: body.contribution,
  }))
}

/** Events, sheets, deliveries and what came back. A hearing is told of somebody whose legal journey readers can open, and of nobody else. What was counted at an event that nobody outside is told of is not told either: its day and host would tell of it. */
function onTheGround(
  campaign: Campaign,
  isTried: boolean,
  read: Read,
  one: ReadOne,
): Pick<CampaignShown, 'events' | 'tallies' | 'deliveries'> {
  const replies = entriesOf(campaign, 'reply')
  const told = new Set(
    entriesOf(campaign, 'event').flatMap(({ entry, body }) =>
      body.isPublic && (body.event !== 'hearing' || isTried) ? [entry] : [],
    ),
  )
  return {
    events: entriesOf(campaign, 'event').flatMap(({ entry, body: { isPublic: _, host, place, ...body } }) =>
      told.has(entry)
        ? [
            {
              ...{ ...body, entry, host: one(host) ?? '' },
              ...(place !== undefined && one(place) !== null ? { place } : {}),
            },
          ]
        : [],
    ),
    tallies: entriesOf(campaign, 'tally')
      .filter(({ body }) => body.event === undefined || told.has(body.event))
      .map(({ entry, body: { sheet: _, countedBy, ...body } }) => ({
        ...{ ...body, entry, countedBy: one(countedBy) },
      })),
    deliveries: entriesOf(campaign, 'delivery').map(
      ({ entry, body: { proof, due, mailing: _, ...body } }) => ({
        ...{ ...body, entry, isProved: proof !== undefined, due: due ?? null },
        replies: replies
          .filter((each) => each.body.delivery === entry)
          .map(({ body: { delivery: _, ...each } }) => ({ ...each, words: read(each.words) })),
      }),
    ),
  }
}

function subjectOf({ subject }: CampaignText, given: CampaignWithholding): PublicSubject | null {
  switch (subject.kind) {
    case 'person': {
      const person = given.people.get(subject.person)
      // Whether they were struck is not asked of a campaign: the stricter of both. What part they had (a child, a relative) is asked by the record that names them.
      const isNamed =
        person !== undefined &&
        given.named.has(person.id) &&
        [true, false].every((harmed) => levelFor(person.id, { role: null, harmed }, given) === 'name')
      return person && isNamed ? { kind: 'person', person: person.id, name: person.names } : null
    }
    case 'incident': {
      const incident = given.open.get(subject.incident)
      return incident ? { kind: 'incident', incident: incident.id } : null
    }
    case 'law':
      return given.pack.provisions.has(subject.law) ? { kind: 'law', law: subject.law } : null
  }
}

function isFree(
  words: string,
  subject: PublicSubject,
  incidents: readonly string[],
  given: CampaignWithholding,
): boolean {
  const told = subject.kind === 'incident' ? [...incidents, subject.incident] : incidents
  const shown = told.flatMap((id) => {
    const incident = given.open.get(id)
    return incident ? given.shownIn(incident) : []
  })
  const person = subject.kind === 'person' ? given.people.get(subject.person) : undefined
  const own = person ? [...labelsOf(person), ...person.variants] : []
  return mayStand(words, given.names, [...shown, ...own])
}

const labelsOf = ({ names }: Person): readonly string[] =>
  [names.en, names.ru, names.kk].filter((one) => one !== null)

const readerOf =
  (subject: PublicSubject, incidents: readonly string[], given: CampaignWithholding): Read =>
  (told) => {
    const free = (words: string | null): string | null =>
      words !== null && isFree(words, subject, incidents, given) ? words : null
    return { en: free(told.en), ru: free(told.ru), kk: free(told.kk) }
  }

/** One language that would give somebody away is given away by the others too: page and feed fall back on them. */
const allOrNone =
  (read: Read): Read =>
  (told) => {
    const free = read(told)
    const isFreeInAll = (['en', 'ru', 'kk'] as const).every((one) => told[one] === null || free[one] !== null)
    return isFreeInAll ? free : NOTHING_TOLD
  }
const NOTHING_TOLD: Told = { en: null, ru: null, kk: null }

/** A record that readers may open, or a title and an address that name nobody; null: it is not told. */
function sourceOf(
  source: ActSource,
  subject: PublicSubject,
  incidents: readonly string[],
  given: CampaignWithholding,
): PublicActSource | null {
  if (source.kind === 'incident') {
    const incident = given.open.get(source.incident)
    return incident ? { kind: 'incident', incident: incident.id } : null
  }
  if (!isFree(source.title, subject, incidents, given)) return null
  const url = publicAddress(
    source.url ?? null,
    new Set(),
    (words) => !isFree(words, subject, incidents, given),
  )
  return { kind: 'elsewhere', title: source.title, url }
}

const movesOf = (campaign: Campaign): readonly CampaignEntry<'move'>[] => entriesOf(campaign, 'move')
const dayOf = (entry: CampaignEntry | undefined): string => entry?.at.slice(0, 10) ?? ''

function personOf(campaign: Campaign, { subject }: CampaignText): CampaignShown['person'] {
  if (subject.kind === 'law') return null
  const words = entriesOf(campaign, 'person').map(({ body }) => body.word)
  return words.includes('agrees') ? 'agrees' : 'not-asked'
}

const isEmpty = (told: Told): boolean => told.en === null && told.ru === null && told.kk === null
