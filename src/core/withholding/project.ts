/** The one function that makes a PublicIncident: an incident as decided in, what any reader may see out; null when they may not see it. */
import type { Claim } from '../claim.ts'
import type { Pack } from '../pack.ts'
import type { ShowLevel } from '../person.ts'
import type {
  IncidentBody,
  Origin,
  Public,
  PublicIncident,
  PublicPerson,
  PublicSource,
  Shown,
} from '../public-record.ts'
import { type Held, heldOf, type Incident, type TextOfRecord } from '../record.ts'
import type { Field, Values } from '../values.ts'
import { type Allowed, allowedNames, forbiddenTokens, holdsForbidden } from './allowed.ts'
import { holdsContact } from './contact-details.ts'
import { freeTextGuard, isOfPack } from './known-words.ts'
import { levelsIn, type NamingGiven } from './levels.ts'
import { namesAtStake } from './names-at-stake.ts'
import { type PeopleShown, publicPerson } from './public-person.ts'
import { type AgainstSource, lettersOf, publicSource } from './public-source.ts'
import { type MayRead, publicGroup, publicLaw, publicPenalty, publicPlace } from './public-values.ts'
import { type TierGiven, tierOf } from './tier.ts'
import { withUnseenNames } from './unseen-names.ts'

export type Withholding = PeopleShown &
  NamingGiven &
  TierGiven & {
    readonly pack: Pack
    /** Ids of the incidents any reader may see: a link to another one would tell that it is there. */
    readonly open: ReadonlySet<string>
  }

/** The brand is put on here and nowhere else. */
export const asPublic = <T>(body: T): Public<T> => body as Public<T>

/**
 * Withholds by default: a name is shown only for a person whom a coder judged to be in this record, whose basis holds
 * today and whom the naming rules let be named there; every other possible name in its passages, roles, outcomes and
 * actors is held back. A record that only a narrower tier may read gives nothing at all.
 */
export function project(incident: Incident, given: Withholding): PublicIncident | null {
  if (tierOf(incident, given) !== 'public') return null
  const { pack } = given
  const levels = levelsIn(incident, given)
  const levelOf = (held: Held<'person'>): ShowLevel => levels.get(held.person ?? '') ?? 'never'
  const allowed = allowedIn(incident, given, levels)
  const letters = lettersOf(incident)
  const told = incident.tellings.map((telling) => ({
    telling,
    document: withUnseenNames(documentOf(incident, telling.document, given), isOfPack(pack)),
  }))
  const documents = told.map((one) => one.document)
  const { mayRead, ...against } = guards(incident, documents, allowed, given)
  const originsOf = (held: { readonly claims: readonly Claim[] }): readonly Origin[] =>
    held.claims.map((claim) => originOf(claim, incident, letters))
  const show = <F extends Field>(field: F): readonly Shown<Values[F]>[] =>
    heldOf(incident, field).map((held) => ({ value: held.value, origins: originsOf(held) }))
  const showText = (
    field: 'organisation' | 'offence' | 'actor' | 'source' | 'outcome',
  ): readonly Shown<string>[] => show(field).filter((one) => mayRead(one.value))
  const people = heldOf(incident, 'person').map((held) => ({
    value: publicPerson(held, levelOf(held), given, mayRead),
    origins: originsOf(held),
  }))
  const sources = told.map(({ telling, document }) =>
    publicSource(incident, telling, document, allowed, letters, against),
  )
  const dates = show('date')
  const day = dates[0]?.value.from ?? null
  const places = show('place').filter((one) => one.value.place !== null || mayRead(one.value.canonical))
  const body: IncidentBody = {
    id: incident.id,
    country: incident.country,
    version: incident.version,
    fields: {
      kind: heldOf(incident, 'kind')[0]?.value ?? 'event',
      freedoms: show('freedom'),
      date: dates,
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
    decided: incident.rulings.map(({ field, verdict, by, at }) => ({ field, verdict, by, at })),
    sources,
    links: incident.links.filter((one) => given.open.has(one.incident)),
    withheld: withheldIn(people, sources),
  }
  return asPublic(body)
}

function documentOf(incident: Incident, id: string, given: Withholding): TextOfRecord {
  const document = given.documents.get(id)
  if (!document) throw new Error(`incident ${incident.id} is told in a document that was not loaded`)
  return document
}

/** hasNoName: no name of this record that must not be read · mayRead: every capitalised word is accounted for, and nobody is reached. */
function guards(
  incident: Incident,
  documents: readonly TextOfRecord[],
  allowed: Allowed,
  { pack, people }: Withholding,
): AgainstSource & { readonly mayRead: MayRead } {
  const atStake = namesAtStake(incident, people, isOfPack(pack))
  const forbidden = forbiddenTokens([...documents.flatMap((one) => one.mentions ?? []), ...atStake], allowed)
  const isAccountedFor = freeTextGuard(pack, documents, allowed)
  const hasNoName = (text: string): boolean => !holdsForbidden(text, forbidden)
  return {
    forbidden,
    hasNoName,
    mayRead: (text) => hasNoName(text) && !holdsContact(text) && isAccountedFor(text),
  }
}

const allowedIn = (incident: Incident, given: Withholding, levels: ReadonlyMap<string, ShowLevel>): Allowed =>
  heldOf(incident, 'person').flatMap((held) => {
    const person = given.people.get(held.person ?? '')
    return person && levels.get(person.id) === 'name'
      ? allowedNames([person], [held.value.name, ...held.value.aliases])
      : []
  })

const originOf = (claim: Claim, incident: Incident, letters: ReadonlyMap<string, string>): Origin => ({
  source: Math.max(
    0,
    incident.tellings.findIndex((one) => one.document === claim.document),
  ),
  mark: letters.get(claim.id) ?? null,
  by: claim.reader.kind,
  reader: claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder,
  basis: claim.basis,
})

function withheldIn(
  people: readonly Shown<PublicPerson>[],
  sources: readonly PublicSource[],
): readonly ('names' | 'words')[] {
  const names = people.some((one) => one.value.kind !== 'named')
  const words = sources.some((one) => one.passage.some((part) => part.kind === 'withheld'))
  return [...(names ? (['names'] as const) : []), ...(words ? (['words'] as const) : [])]
}
