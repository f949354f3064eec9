/** The one function that makes a PublicIncident or a PartnerIncident: an incident as decided in, what that audience may see out; null when they may not see it. */
import type { Claim } from '../claim.ts'
import type { Pack } from '../pack.ts'
import type { ShowLevel } from '../person.ts'
import type {
  Change,
  ForPartner,
  IncidentBody,
  Origin,
  PartnerIncident,
  Public,
  PublicIncident,
  PublicPerson,
  PublicSource,
  Shown,
} from '../public-record.ts'
import { type Held, heldOf, type Incident, type Telling, type TextOfRecord } from '../record.ts'
import type { Reply } from '../reply.ts'
import { isKept } from '../standing.ts'
import { type Audience, reads } from '../tier.ts'
import type { Field, Values } from '../values.ts'
import { type Allowed, allowedNames } from './allowed.ts'
import { type FieldTiersGiven, heldFields } from './field-tiers.ts'
import { guards } from './guards.ts'
import { heldWords } from './held-words.ts'
import { isOfPack } from './known-words.ts'
import { levelsIn, type NamingGiven } from './levels.ts'
import { type PeopleShown, publicPerson } from './public-person.ts'
import { publicReplies } from './public-reply.ts'
import { isWholeTelling, lettersOf, publicSource } from './public-source.ts'
import { publicGroup, publicLaw, publicPenalty, publicPlace } from './public-values.ts'
import { type TierGiven, tierOf } from './tier.ts'
import { withUnseenNames } from './unseen-names.ts'

/** A correction as it was published; `changes` went through this function already. */
export type Correction = {
  readonly at: string
  readonly why: string | null
  readonly changes?: readonly Change[] | undefined
}

export type Withholding = PeopleShown &
  NamingGiven &
  TierGiven &
  FieldTiersGiven & {
    readonly pack: Pack
    /** The day for which this is made. */
    readonly today: string
    /** The last day each incident stands before somebody must decide anew. */
    readonly kept: ReadonlyMap<string, string>
    readonly replies: ReadonlyMap<string, readonly Reply[]>
    /** By incident, in their order: when it was published anew, and why. */
    readonly corrections: ReadonlyMap<string, readonly Correction[]>
    /** By incident: the instant at which it was first published. */
    readonly published: ReadonlyMap<string, string>
    /** Ids of the incidents this audience may see: a link to another one would tell that it is there. */
    readonly open: ReadonlySet<string>
  }

/** The brand is put on here and nowhere else. */
export const asPublic = <T>(body: T): Public<T> => body as Public<T>
export const asPartner = <T>(body: T): ForPartner<T> => body as ForPartner<T>

/** Whether a record as a whole is there for an audience: its tier, and the day until which it stands. */
export const isOpen = (
  incident: Incident,
  given: TierGiven & Pick<Withholding, 'kept' | 'today'>,
  audience: Audience,
): boolean => reads(audience, tierOf(incident, given)) && isKept(given.kept.get(incident.id), given.today)

/**
 * Withholds by default: a name is shown only for a person whom a coder judged to be in this record, whose basis holds
 * today and whom the naming rules let be named there; every other possible name in its passages, roles, outcomes and
 * actors is held back. A field that only a narrower tier may read has no value here, and its words are covered. A record
 * that only a narrower tier may read, or whose time has ended, gives nothing at all.
 */
export function project(incident: Incident, given: Withholding, audience?: 'public'): PublicIncident | null
export function project(incident: Incident, given: Withholding, audience: 'partner'): PartnerIncident | null
export function project(
  whole: Incident,
  given: Withholding,
  audience: 'public' | 'partner' = 'public',
): PublicIncident | PartnerIncident | null {
  if (!isOpen(whole, given, audience)) return null
  const { pack } = given
  const held = heldFields(whole.id, given, audience)
  // Without the fields whose words are covered: no letter, no origin and no decision tells that they have values.
  const incident = withoutFields(whole, held.words)
  const heldBack = heldWords(whole, held.words, pack, (claim) => isWholeTelling(claim, whole))
  const levels = levelsIn(incident, given, audience)
  const levelOf = (held: Held<'person'>): ShowLevel => levels.get(held.person ?? '') ?? 'never'
  // Of records read as one, each text names whom somebody judged to be in its own record; what has no record names whom all do.
  const parts = (whole.together ?? [whole]).map((one) => withoutFields(one, held.words))
  const allowed = allowedIn(parts, given, levels)
  const allowedBy = (telling: Telling): Allowed =>
    allowedIn(
      parts.filter((one) => one.tellings.some(isSame(telling))),
      given,
      levels,
    )
  const letters = lettersOf(incident)
  const told = incident.tellings.map((telling) => ({
    telling,
    document: withUnseenNames(documentOf(incident, telling.document, given), isOfPack(pack)),
  }))
  const documents = told.map((one) => one.document)
  const { mayRead, ...against } = guards(whole, documents, allowed, heldBack, given)
  const originsOf = (held: { readonly claims: readonly Claim[] }): readonly Origin[] =>
    held.claims.map((claim) => originOf(claim, incident, letters))
  const show = <F extends Field>(field: F): readonly Shown<Values[F]>[] =>
    held.values.has(field)
      ? []
      : heldOf(incident, field).map((one) => ({ value: one.value, origins: originsOf(one) }))
  const showText = (
    field: 'organisation' | 'offence' | 'actor' | 'source' | 'outcome',
  ): readonly Shown<string>[] => show(field).filter((one) => mayRead(one.value))
  const people = (held.values.has('person') ? [] : heldOf(incident, 'person')).map((one) => ({
    value: publicPerson(one, levelOf(one), given, mayRead),
    origins: originsOf(one),
  }))
  const sources = told.map(({ telling, document }) =>
    publicSource(whole, incident, telling, document, allowedBy(telling), letters, against),
  )
  const dates = show('date')
  const day = dates[0]?.value.from ?? null
  const places = show('place').filter((one) => one.value.place !== null || mayRead(one.value.canonical))
  const body: IncidentBody = {
    id: incident.id,
    country: incident.country,
    version: incident.version,
    // It is published soon after it happened: the day would tell a date that is held back.
    published: heldBack.holdsDate ? null : (given.published.get(incident.id)?.slice(0, 10) ?? null),
    fields: {
      kind: heldOf(incident, 'kind')[0]?.value ?? 'event',
      freedoms: show('freedom'),
      date: dates,
      otherDates: show('other_date'),
      places: places.map((one) => ({ ...one, value: publicPlace(one.value, pack) })),
      people,
      organisations: showText('organisation'),
      groups: show('group').map((one) => ({ ...one, value: publicGroup(one.value, mayRead) })),
      acts: show('act'),
      laws: show('law').map((one) => ({ ...one, value: publicLaw(one.value, pack, mayRead) })),
      offences: showText('offence'),
      penalties: show('penalty').map((one) => ({
        ...one,
        value: publicPenalty(one.value, day, pack, mayRead),
      })),
      actors: showText('actor'),
      saidBy: showText('source'),
      outcome: showText('outcome'),
    },
    disputed: incident.rulings.filter((one) => one.verdict === 'disputed').map((one) => one.field),
    decided: incident.rulings.map(({ field, verdict, at }) => ({ field, verdict, at: wholeDay(at) })),
    sources,
    links: linksOf(whole, given, audience),
    // Somebody was asked soon after it happened: their days would tell a date that is held back.
    replies: heldBack.holdsDate ? [] : publicReplies(given.replies.get(incident.id) ?? [], mayRead),
    corrections: (given.corrections.get(incident.id) ?? []).map(({ at, why, changes }) => ({
      at: wholeDay(at),
      why: why !== null && mayRead(why) ? why : null,
      ...(changes && changes.length > 0 && { changes }),
    })),
    withheld: withheldIn(people, sources, held.isDecided),
    ...(whole.together &&
      !held.values.has('date') && { merged: whole.together.slice(1).map((one) => one.id) }),
  }
  return audience === 'public' ? asPublic(body) : asPartner(body)
}

/** Ids tell days: a link from or to a record whose date is held back would tell before or after which day it was. */
function linksOf(incident: Incident, given: Withholding, audience: Audience): Incident['links'] {
  const holdsDate = (id: string): boolean => heldFields(id, given, audience).values.has('date')
  if (holdsDate(incident.id)) return []
  return incident.links.filter((one) => given.open.has(one.incident) && !holdsDate(one.incident))
}

const withoutFields = (incident: Incident, fields: ReadonlySet<Field>): Incident => ({
  ...incident,
  rulings: incident.rulings.filter((one) => !fields.has(one.field)),
})

const isIn =
  (person: string) =>
  (incident: Incident): boolean =>
    heldOf(incident, 'person').some((one) => one.person === person)

const isSame =
  ({ document, span }: Telling) =>
  (other: Telling): boolean =>
    other.document === document && other.span.start === span.start && other.span.end === span.end

function documentOf(incident: Incident, id: string, given: Withholding): TextOfRecord {
  const document = given.documents.get(id)
  if (!document) throw new Error(`incident ${incident.id} is told in a document that was not loaded`)
  return document
}

/** Names of the persons who are judged to be in each of these. */
const allowedIn = (
  parts: readonly Incident[],
  given: Withholding,
  levels: ReadonlyMap<string, ShowLevel>,
): Allowed =>
  parts
    .flatMap((one) => heldOf(one, 'person'))
    .flatMap(({ person: id, value }) => {
      const person = given.people.get(id ?? '')
      return person && levels.get(person.id) === 'name' && parts.every(isIn(person.id))
        ? allowedNames([person], [value.name, ...value.aliases])
        : []
    })

/** The hour somebody works at tells where they live. */
const wholeDay = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`

/** Of two passages of one document the one that holds the words. */
const tellingOf = (claim: Claim, { tellings }: Incident): number => {
  const holds = (one: Telling): boolean =>
    claim.span !== null && one.span.start <= claim.span.start && claim.span.end <= one.span.end
  const inside = tellings.findIndex((one) => one.document === claim.document && holds(one))
  return inside >= 0 ? inside : tellings.findIndex((one) => one.document === claim.document)
}

const originOf = (claim: Claim, incident: Incident, letters: ReadonlyMap<string, string>): Origin => ({
  source: Math.max(0, tellingOf(claim, incident)),
  mark: letters.get(claim.id) ?? null,
  by: claim.reader.kind,
  reader: claim.reader.kind === 'rule' ? claim.reader.rule : null,
  basis: claim.basis,
})

function withheldIn(
  people: readonly Shown<PublicPerson>[],
  sources: readonly PublicSource[],
  holdsFields: boolean,
): IncidentBody['withheld'] {
  const names = people.some((one) => one.value.kind !== 'named')
  const words = sources.some((one) => one.passage.some((part) => part.kind === 'withheld'))
  return [
    ...(names ? (['names'] as const) : []),
    ...(words ? (['words'] as const) : []),
    ...(holdsFields ? (['values'] as const) : []),
  ]
}
