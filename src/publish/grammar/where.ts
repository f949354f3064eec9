/** The places of an incident in, where it happened within a sentence out: in Oskemen; в Алматы, на площади Астана; Алматыда. */
import type { Labels } from '../../core/language.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { listIn } from '../telling/pattern.ts'
import { said } from './slots.ts'
import { uncapital } from './time.ts'

const MOST = 3
/** English is at a site and in a town. */
const SITE = /\b(?:square|avenue|street|monument|memorial|office|residence|akimat|court|airport|station)\b/i

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

/** Empty where nobody says where. */
export function whereIn(incident: IncidentBody, tell: Tell): string {
  const labels = incident.fields.places.map(({ value }) => value.label)
  const told = [...new Set(labels.map((one) => placeIn(one, tell)))]
  // `Astana Square, Almaty` already says `Almaty`.
  const unique = told.filter((one) => !told.some((other) => other !== one && other.includes(bare(one))))
  return listIn(tell, unique.slice(0, MOST))
}

const bare = (text: string): string => text.replace(/^(?:in|at) /, '')
