/** A view in, entities of FollowTheMoney out, one a line: events, their sources, and only those people who are shown by name. */
import { LANGUAGES } from '../../core/language.ts'
import type {
  PublicIncident,
  PublicPerson,
  PublicProceeding,
  PublicSource,
} from '../../core/public-record.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf } from '../telling/when.ts'
import { newestOf } from './data-package.ts'
import { passageText } from './tables/sources.ts'
import { type OpenView, pageOf } from './view.ts'

type Entity = {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}
type Named = Extract<PublicPerson, { readonly kind: 'named' }>

/** Properties that have no value are left out: an empty one is a fault to the validators of this format. */
function entity(
  id: string,
  schema: string,
  properties: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): Entity {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const known = [
      ...new Set(values.filter((one): one is string => one !== null && one !== undefined && one !== '')),
    ]
    return known.length === 0 ? [] : [[name, known] as const]
  })
  return { id, schema, properties: Object.fromEntries(kept) }
}

const http = (url: string | null): string | null => (url !== null && /^https?:\/\//.test(url) ? url : null)
const personId = (person: Named): string => `person-${person.id}`
const sourceId = (incident: PublicIncident, index: number): string => `${incident.id}-source-${index + 1}`

/** Whoever is covered, or shown under another name, is no Person: a program must not gather facts on them. */
const personOf = (person: Named): Entity =>
  entity(personId(person), 'Person', { name: LANGUAGES.map((language) => person.name[language]) })

const documentOf = (incident: PublicIncident, source: PublicSource, index: number): Entity =>
  entity(sourceId(incident, index), 'Document', {
    title: [source.title],
    publisher: [source.publisher],
    author: [source.collector],
    sourceUrl: [http(source.url)],
    date: [/^\d{4}(-\d{2}){0,2}$/.test(source.published ?? '') ? source.published : null],
    bodyText: [passageText(source.passage)],
  })

function eventOf(incident: PublicIncident, view: OpenView): Entity {
  const { fields } = incident
  const { from, to } = dateOf(incident)
  const named = fields.people.flatMap(({ value }) => (value.kind === 'named' ? [personId(value)] : []))
  return entity(incident.id, 'Event', {
    name: LANGUAGES.map((language) =>
      titleOf(incident, view.faces[language].codebook, view.faces[language].tell),
    ),
    summary: LANGUAGES.map((language) =>
      sentenceOf(incident, view.faces[language].codebook, view.faces[language].tell),
    ),
    startDate: [from],
    endDate: [to],
    country: [incident.country],
    location: fields.places.map(({ value }) => value.label.en),
    keywords: [...fields.acts, ...fields.freedoms].map((one) => one.value),
    involved: named,
    sourceUrl: [http(pageOf(view, incident.id))],
    publisher: ['Aigaq'],
    modifiedAt: [newestOf({ incidents: [incident] })],
    proof: incident.sources.map((_, index) => sourceId(incident, index)),
  })
}

function caseOf({ id, person, charges, stages }: PublicProceeding): readonly Entity[] {
  if (person.kind !== 'named') return []
  const days = stages.flatMap((one) => one.date?.from ?? []).sort()
  const name = person.name.en
  return [
    personOf(person),
    entity(`case-${id}`, 'CourtCase', {
      name: [`${name}, ${id}`],
      caseNumber: [id],
      fileDate: [days[0]],
      status: [stages.at(-1)?.stage],
    }),
    entity(`case-${id}-party`, 'CourtCaseParty', {
      party: [personId(person)],
      case: [`case-${id}`],
      // Whose journey it is; what they do for a living is no part in a trial.
      role: ['defendant'],
      summary: charges.map((one) => one.provision ?? one.name),
    }),
  ]
}

/** Each entity once, in the order of the records. */
export function followTheMoney(view: OpenView): string {
  const entities = [
    ...view.incidents.flatMap((incident) => [
      eventOf(incident, view),
      ...incident.sources.map((source, index) => documentOf(incident, source, index)),
      ...incident.fields.people.flatMap(({ value }) => (value.kind === 'named' ? [personOf(value)] : [])),
    ]),
    ...view.proceedings.flatMap(caseOf),
  ]
  return [...new Map(entities.map((one) => [one.id, one])).values()]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('')
}
