/** A view in, GeoJSON out (RFC 7946): an incident at each place that it is told of, as far as the place is shown and its position known. */
import { LANGUAGES } from '../../core/language.ts'
import type { PublicIncident, PublicPlace } from '../../core/public-record.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf } from '../telling/when.ts'
import { type OpenView, pageOf } from './view.ts'

/** A region and the country stand at one point inside them: `precision` says how far not to trust it. */
function featureOf(
  incident: PublicIncident,
  place: PublicPlace | null,
  index: number,
  view: OpenView,
): object {
  const known = place?.place ? view.packs.get(incident.country)?.places.get(place.place) : undefined
  const { from, to, precision } = dateOf(incident)
  const titles = LANGUAGES.map((language) => [
    `title_${language}`,
    titleOf(incident, view.faces[language].codebook, view.faces[language].tell),
  ])
  return {
    type: 'Feature',
    id: `${incident.id}/${index + 1}`,
    geometry:
      known && known.lat !== null && known.lon !== null
        ? { type: 'Point', coordinates: [known.lon, known.lat] }
        : null,
    properties: {
      incident: incident.id,
      country: incident.country,
      place: place?.place ?? null,
      place_en: place?.label.en ?? null,
      place_ru: place?.label.ru ?? null,
      place_kk: place?.label.kk ?? null,
      precision: known?.kind ?? 'unknown',
      region: place?.region ?? null,
      kind: incident.fields.kind,
      date_from: from,
      date_to: to,
      date_precision: precision,
      acts: incident.fields.acts.map((one) => one.value),
      freedoms: incident.fields.freedoms.map((one) => one.value),
      ...Object.fromEntries(titles),
      page: pageOf(view, incident.id),
    },
  }
}

/** An incident of which no place is shown is there without a position: left out, it would seem never to have been. */
export const geoJson = (view: OpenView): unknown => ({
  type: 'FeatureCollection',
  features: view.incidents.flatMap((incident) => {
    const places = incident.fields.places.map((one) => one.value)
    return (places.length === 0 ? [null] : places).map((place, index) =>
      featureOf(incident, place, index, view),
    )
  }),
})
