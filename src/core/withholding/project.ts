/** The one function that makes a PublicIncident: an incident as decided in, what any reader may see out. */
import type { Claim } from '../claim.ts'
import { indexOn, type Pack } from '../pack.ts'
import type { Person, ShowLevel } from '../person.ts'
import type {
  IncidentBody,
  Origin,
  Public,
  PublicIncident,
  PublicPenalty,
  PublicPerson,
  PublicPlace,
  PublicSource,
  Shown,
} from '../public-record.ts'
import { type Held, heldOf, type Incident, type TextOfRecord } from '../record.ts'
import type { Field, PenaltyValue, PersonValue, PlaceValue, Values } from '../values.ts'
import { type Allowed, allowedNames, forbiddenTokens, holdsForbidden, spansToHoldBack } from './allowed.ts'
import { letterOf, passageParts, sentenceAround } from './passage.ts'
import { provisionOf } from './provision.ts'

export type Withholding = {
  readonly pack: Pack
  readonly documents: ReadonlyMap<string, TextOfRecord>
  readonly people: ReadonlyMap<string, Person>
  /** The level each recorded person may be shown at today; a person without one is not named. */
  readonly levels: ReadonlyMap<string, ShowLevel>
  /** Words for what people do that point at nobody («activist»): the only roles shown for a person not named. */
  readonly generalRoles: ReadonlySet<string>
}

/** The brand is put on here and nowhere else. */
export const asPublic = <T>(body: T): Public<T> => body as Public<T>

/**
 * Withholds by default: a name is shown only for a person whom a coder judged to be in this record and whose basis holds
 * today; every other possible name in its passages, roles, outcomes and actors is held back.
 */
export function project(incident: Incident, given: Withholding): PublicIncident {
  const allowed = allowedIn(incident, given)
  const marks = lettersOf(incident)
  const mentions = incident.tellings.flatMap((one) => given.documents.get(one.document)?.mentions ?? [])
  const forbidden = forbiddenTokens([...mentions, ...writtenNames(incident)], allowed)
  const mayRead = (text: string): boolean => !holdsForbidden(text, forbidden)
  const sourceOf = (claim: Claim): number =>
    Math.max(
      0,
      incident.tellings.findIndex((one) => one.document === claim.document),
    )
  const originsOf = (held: { readonly claims: readonly Claim[] }): readonly Origin[] =>
    held.claims.map((claim) => originOf(claim, sourceOf(claim), marks))
  const show = <F extends Field>(field: F): readonly Shown<Values[F]>[] =>
    heldOf(incident, field).map((held) => ({ value: held.value, origins: originsOf(held) }))
  const texts = (
    field: 'organisation' | 'offence' | 'actor' | 'source' | 'outcome',
  ): readonly Shown<string>[] => show(field).filter((one) => mayRead(one.value))
  const dates = show('date')
  const day = dates[0]?.value.from ?? null
  const people = heldOf(incident, 'person').map((held) => ({
    value: publicPerson(held, given, mayRead),
    origins: originsOf(held),
  }))
  const sources = incident.tellings.map((_, index) => publicSource(incident, index, given, allowed, marks))
  const body: IncidentBody = {
    id: incident.id,
    country: incident.country,
    version: incident.version,
    fields: {
      kind: heldOf(incident, 'kind')[0]?.value ?? 'event',
      freedoms: show('freedom'),
      date: dates,
      places: show('place').map((one) => ({ ...one, value: publicPlace(one.value, given.pack) })),
      people,
      organisations: texts('organisation'),
      groups: show('group').map((one) => ({
        ...one,
        value: { ...one.value, what: mayRead(one.value.what) ? one.value.what : '' },
      })),
      acts: show('act'),
      laws: show('law').map((one) => ({
        ...one,
        value: { ...one.value, provision: provisionOf(one.value, given.pack) },
      })),
      offences: texts('offence'),
      penalties: show('penalty').map((one) => ({ ...one, value: publicPenalty(one.value, day, given.pack) })),
      actors: texts('actor'),
      saidBy: texts('source'),
      outcome: texts('outcome'),
    },
    disputed: incident.rulings.filter((one) => one.verdict === 'disputed').map((one) => one.field),
    decided: incident.rulings.map(({ field, verdict, by, at }) => ({ field, verdict, by, at })),
    sources,
    links: incident.links,
    withheld: withheldIn(people, sources),
  }
  return asPublic(body)
}

function allowedIn(incident: Incident, given: Withholding): Allowed {
  const held = heldOf(incident, 'person')
  const shown = held.flatMap((one) =>
    one.person !== null && given.levels.get(one.person) === 'name' ? [one] : [],
  )
  return shown.flatMap((one) => {
    const person = given.people.get(one.person ?? '')
    return person ? allowedNames([person], [one.value.name, ...one.value.aliases]) : []
  })
}

const writtenNames = (incident: Incident): readonly { readonly name: string }[] =>
  heldOf(incident, 'person').flatMap((held) =>
    [held.value.name, ...held.value.aliases].map((name) => ({ name })),
  )

/** Claim id → letter, in the order of the fields, for claims whose words stand in a text. */
function lettersOf(incident: Incident): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  let next = 0
  for (const ruling of incident.rulings)
    for (const held of ruling.values) {
      const told = held.claims.filter((claim) => claim.span !== null && !isWholeTelling(claim, incident))
      if (told.length > 0) next += 1
      for (const claim of told) letters.set(claim.id, letterOf(next - 1))
    }
  return letters
}

const isWholeTelling = (claim: Claim, incident: Incident): boolean =>
  incident.tellings.some(
    (one) =>
      one.document === claim.document &&
      one.span.start === claim.span?.start &&
      one.span.end === claim.span.end,
  )

const originOf = (claim: Claim, source: number, marks: ReadonlyMap<string, string>): Origin => ({
  source,
  mark: marks.get(claim.id) ?? null,
  by: claim.reader.kind,
  reader: claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder,
  basis: claim.basis,
})

function publicPerson(
  held: Held<'person'>,
  given: Withholding,
  mayRead: (text: string) => boolean,
): PublicPerson {
  const { harmed } = held.value
  const person = held.person === null ? undefined : given.people.get(held.person)
  const level = (held.person === null ? undefined : given.levels.get(held.person)) ?? 'never'
  const role = roleOf(held.value, level, given, mayRead)
  if (!person || level === 'never') return { kind: 'withheld', role, harmed }
  if (level === 'name') return { kind: 'named', id: person.id, name: person.names, role, harmed }
  const text = level === 'initials' ? initialsOf(person.names.en) : person.pseudonym
  return text === null ? { kind: 'withheld', role, harmed } : { kind: 'alias', text, role, harmed }
}

/** A role can point at one person («editor of the town's paper»): without a name only general ones are shown. */
function roleOf(
  value: PersonValue,
  level: ShowLevel,
  given: Withholding,
  mayRead: (text: string) => boolean,
): string | null {
  if (value.role === null || !mayRead(value.role)) return null
  return level === 'name' || given.generalRoles.has(value.role.toLowerCase()) ? value.role : null
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ')

function publicPlace(value: PlaceValue, pack: Pack): PublicPlace {
  const place = value.place === null ? undefined : pack.places.get(value.place)
  const region = place === undefined ? null : place.kind === 'region' ? place.id : place.region
  return { ...value, region, label: place?.name ?? { en: value.canonical, ru: null, kk: null } }
}

export function publicPenalty(value: PenaltyValue, day: string | null, pack: Pack): PublicPenalty {
  const { who, ...rest } = value
  const index =
    day === null || value.amount === null || value.currency !== pack.currency ? null : indexOn(pack, day)
  const indexMultiple =
    index === null || value.amount === null ? null : Math.round((value.amount / index.amount) * 100) / 100
  return { ...rest, indexMultiple, persons: who.length > 0 ? who.length : null }
}

function publicSource(
  incident: Incident,
  index: number,
  given: Withholding,
  allowed: Allowed,
  marks: ReadonlyMap<string, string>,
): PublicSource {
  const telling = incident.tellings[index]
  const document = telling && given.documents.get(telling.document)
  if (!telling || !document)
    throw new Error(`incident ${incident.id} is told in a document that was not loaded`)
  const claims = incident.rulings.flatMap((one) => one.values.flatMap((held) => held.claims))
  const here = claims.filter(
    (claim) => claim.document === telling.document && claim.span !== null && marks.has(claim.id),
  )
  const shown = here.flatMap((claim) =>
    claim.span ? [{ letter: marks.get(claim.id) ?? '', span: claim.span }] : [],
  )
  const asides = shown.filter(
    (mark) => mark.span.start < telling.span.start || mark.span.end > telling.span.end,
  )
  const fragments = [telling.span, ...asides.map((mark) => sentenceAround(document.text, mark.span))]
  const mentions = [...document.mentions, ...personSpans(claims, telling.document)]
  return {
    title: document.source.title,
    publisher: document.source.publisher,
    collector: document.source.collector,
    url: document.source.url,
    published: document.source.published,
    language: document.language,
    reliabilityOfSource: document.source.reliabilityOfSource,
    reliabilityOfInformation: document.source.reliabilityOfInformation,
    passage: passageParts(document.text, fragments, shown, spansToHoldBack(document.text, mentions, allowed)),
    document: telling.document,
    start: telling.span.start,
    end: telling.span.end,
  }
}

/** Names as claimed are mentions too, should the rules have missed them as such; a coder's whole-passage span says no place. */
const personSpans = (
  claims: readonly Claim[],
  document: string,
): readonly { readonly name: string; readonly span: { start: number; end: number } }[] =>
  claims.flatMap((claim) =>
    claim.field === 'person' &&
    claim.document === document &&
    claim.span !== null &&
    claim.reader.kind === 'rule'
      ? [{ name: claim.value.name, span: claim.span }]
      : claim.field === 'person'
        ? [{ name: claim.value.name, span: { start: 0, end: 0 } }]
        : [],
  )

function withheldIn(
  people: readonly Shown<PublicPerson>[],
  sources: readonly PublicSource[],
): readonly ('names' | 'words')[] {
  const names = people.some((one) => one.value.kind !== 'named')
  const words = sources.some((one) => one.passage.some((part) => part.kind === 'withheld'))
  return [...(names ? (['names'] as const) : []), ...(words ? (['words'] as const) : [])]
}
