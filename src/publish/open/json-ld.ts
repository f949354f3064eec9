/** A view in, JSON-LD out: each incident as an event of schema.org, derived (PROV-O) from the passages of its sources. */
import { LANGUAGES, labelIn } from '../../core/language.ts'
import { nameUuid } from '../../core/name-uuid.ts'
import type { IncidentBody, PublicIncident, PublicSource } from '../../core/public-record.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf } from '../telling/when.ts'
import { newestOf } from './data-package.ts'
import { extentName } from './extent.ts'
import { LICENCE } from './licence.ts'
import { passageText } from './tables/sources.ts'
import { type OpenView, pageOf } from './view.ts'

/** Written out, so that nobody who reads the file asks another server what its words mean. */
const CONTEXT = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  aigaq: `${nameUuid('ns')}#`,
  'schema:startDate': { '@type': 'xsd:date' },
  'schema:endDate': { '@type': 'xsd:date' },
  'schema:dateModified': { '@type': 'xsd:date' },
  'schema:url': { '@type': '@id' },
  'schema:license': { '@type': '@id' },
  'schema:isPartOf': { '@type': '@id' },
  'schema:subjectOf': { '@type': '@id' },
  'prov:wasDerivedFrom': { '@type': '@id' },
} as const

const nameOf = nameUuid

const sourceOf = (incident: IncidentBody, source: PublicSource, index: number): object => ({
  '@id': nameOf(`i/${incident.id}/source/${index + 1}`),
  '@type': ['prov:Entity', 'schema:CreativeWork'],
  ...(source.title !== null && { 'schema:name': { '@value': source.title, '@language': source.language } }),
  ...(source.publisher !== null && {
    'schema:publisher': { '@type': 'schema:Organization', 'schema:name': source.publisher },
  }),
  ...(source.collector !== null && {
    'prov:wasAttributedTo': {
      '@type': ['prov:Agent', 'schema:Organization'],
      'schema:name': source.collector,
    },
  }),
  ...(source.url !== null && /^https?:/.test(source.url) && { 'schema:url': source.url }),
  ...(source.published !== null && { 'schema:datePublished': source.published }),
  'schema:inLanguage': source.language,
  'schema:text': { '@value': passageText(source.passage), '@language': source.language },
})

const inAll = (of: (language: (typeof LANGUAGES)[number]) => string): readonly object[] =>
  LANGUAGES.map((language) => ({ '@value': of(language), '@language': language }))

/** Only who is shown by name is a person here: whoever is covered is no entity that a program could gather facts on. */
function eventOf(incident: PublicIncident, view: OpenView): object {
  const { fields } = incident
  const { from, to } = dateOf(incident)
  const named = fields.people.flatMap(({ value }) => (value.kind === 'named' ? [value] : []))
  const pack = view.packs.get(incident.country)
  return {
    '@id': nameOf(`i/${incident.id}`),
    '@type': ['schema:Event', 'prov:Entity'],
    'schema:identifier': incident.id,
    'schema:name': inAll((language) =>
      titleOf(incident, view.faces[language].codebook, view.faces[language].tell),
    ),
    'schema:url': pageOf(view, incident.id),
    ...(from !== null && { 'schema:startDate': from }),
    ...(to !== null && { 'schema:endDate': to }),
    'aigaq:act': fields.acts.map((one) => one.value),
    'aigaq:freedom': fields.freedoms.map((one) => one.value),
    'schema:location': fields.places.map(({ value }) => ({
      '@type': 'schema:Place',
      'schema:name': inAll((language) => labelIn(value.label, language).text),
      ...(value.place !== null && { 'schema:identifier': value.place }),
      ...coordinates(pack?.places.get(value.place ?? '')),
    })),
    'schema:about': named.map((person) => ({
      '@id': nameOf(`person/${person.id}`),
      '@type': 'schema:Person',
      'schema:name': LANGUAGES.flatMap((language) => {
        const own = person.name[language]
        return own === null ? [] : [{ '@value': own, '@language': language }]
      }),
    })),
    'schema:dateModified': newestOf({ incidents: [incident] }) ?? undefined,
    'schema:isPartOf': nameOf(`data/${extentName(view.extent)}`),
    'prov:wasDerivedFrom': incident.sources.map((_, index) => nameOf(`i/${incident.id}/source/${index + 1}`)),
  }
}

const coordinates = (
  place: { readonly lat: number | null; readonly lon: number | null } | undefined,
): object =>
  place && place.lat !== null && place.lon !== null
    ? {
        'schema:geo': {
          '@type': 'schema:GeoCoordinates',
          'schema:latitude': place.lat,
          'schema:longitude': place.lon,
        },
      }
    : {}

export const jsonLd = (view: OpenView): unknown => ({
  '@context': CONTEXT,
  '@graph': [
    {
      '@id': nameOf(`data/${extentName(view.extent)}`),
      '@type': ['schema:Dataset', 'prov:Entity'],
      'schema:name': inAll((language) =>
        view.faces[language].words.t('open.title', { what: extentName(view.extent) }),
      ),
      'schema:description': inAll((language) => view.faces[language].words.t('open.about')),
      'schema:license': LICENCE.path,
      'schema:version': newestOf(view) ?? undefined,
      'schema:creator': { '@type': 'schema:Organization', 'schema:name': 'Aigaq' },
    },
    ...view.incidents.map((one) => eventOf(one, view)),
    ...view.incidents.flatMap((one) => one.sources.map((source, index) => sourceOf(one, source, index))),
  ],
})
