/** The places of an incident in, where it happened within a sentence out: in Oskemen; в Алматы, на площади Астана; Алматыда. */
import type { Labels } from '../../core/language.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { listIn } from '../telling/pattern.ts'
import { said } from './slots.ts'
import { uncapital } from './time.ts'

const MOST = 3
/** English is at a site and in a town. */
const SITE =
  /\b(?:square|avenue|street|monument|memorial|park|office|residence|akimat|court|airport|station)\b/i

/** A site is told after its town in Russian and Kazakh, and before it in English. A name nobody wrote in this language does not bend. */
function placeIn(label: Labels, tell: Tell): string {
  const own = label[tell.language]
  if (own === null) return uncapital(said(tell, 'where.foreign', { place: label.en }))
  if (tell.language === 'en')
    return uncapital(said(tell, SITE.test(own) ? 'where.at' : 'where.in', { place: { place: own } }))
  return own
    .split(', ')
    .reverse()
    .map((place) => keepCase(said(tell, 'where.in', { place: { place } }), place))
    .join(', ')
}

/** A preposition is small within a sentence; a name is not. */
const keepCase = (text: string, name: string): string =>
  text.startsWith(name.charAt(0)) && !/^(?:В|Во|На|У)\u00a0/u.test(text) ? text : uncapital(text)

type Place = IncidentBody['fields']['places'][number]['value']

/** Around towns of its own. */
const REGION = / (?:Region|Oblast)$/i
const isRegion = ({ label }: Place): boolean => REGION.test(label.en)
const isSite = ({ label }: Place): boolean => SITE.test(label.en)

/** Of one region: a site in its town, towns in their region. «In Lenger and in Turkistan Region» would be two places. */
function nested(own: readonly Place[], tell: Tell): readonly string[] {
  const words = (some: readonly Place[]): readonly string[] => some.map((one) => placeIn(one.label, tell))
  const [region, ...regions] = own.filter(isRegion)
  const sites = own.filter((one) => !isRegion(one) && isSite(one))
  const towns = own.filter((one) => !isRegion(one) && !isSite(one))
  const isEnglish = tell.language === 'en'
  const [town = ''] = words(towns)
  const at = listIn(tell, words(sites))
  const inner =
    towns.length === 1 && sites.length > 0
      ? [isEnglish ? `${at} ${town}` : `${town}, ${at}`]
      : words([...towns, ...sites])
  if (!region || inner.length === 0) return [...words(own.filter(isRegion)), ...inner]
  const whole = listIn(tell, inner)
  const [around = ''] = words([region])
  return [isEnglish ? `${whole}, ${region.label.en}` : `${around}, ${whole}`, ...words(regions)]
}

/** Empty where nobody says where. */
export function whereIn(incident: IncidentBody, tell: Tell): string {
  const all = new Map(incident.fields.places.map(({ value }) => [value.label.en, value]))
  // `Astana Square, Almaty` already says `Almaty`.
  const unique = [...all.values()].filter(
    ({ label }) => ![...all.keys()].some((other) => other !== label.en && other.endsWith(`, ${label.en}`)),
  )
  const byRegion = Map.groupBy(unique.slice(0, MOST), (one) => one.region ?? one.label.en)
  return listIn(
    tell,
    [...byRegion.values()].flatMap((own) => nested(own, tell)),
  )
}
