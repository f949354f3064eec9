/** A public incident in, its place in one language out; null when no source says where. */
import { type Language, labelIn } from '../../core/language.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import { isDisputed } from '../fields.ts'

/** The town rather than the site when both are known; at most two places, joined by a slash when sources differ. */
export function placeIn(incident: IncidentBody, language: Language): string | null {
  const labels = incident.fields.places.map((shown) => labelIn(shown.value.label, language).text)
  const unique = [...new Set(labels)]
  // `Astana Square, Almaty` already says `Almaty`.
  const told = unique.filter((one) => !unique.some((other) => other !== one && other.endsWith(`, ${one}`)))
  if (told.length === 0) return null
  return told.slice(0, 2).join(isDisputed(incident, 'places') ? ' / ' : ', ')
}
