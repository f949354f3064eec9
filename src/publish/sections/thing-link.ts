/** A value of an incident in, the same with a link to the page of what it means out, where there is one. */
import { bodyNamed } from '../../core/bodies.ts'
import type { Pack } from '../../core/pack.ts'
import type { IncidentBody, PublicLaw, PublicPerson, PublicPlace } from '../../core/public-record.ts'
import { billMeant } from '../../core/things.ts'
import { lawIn } from '../laws.ts'
import { href, type Page } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'

const to = (page: Page, text: Piece, { site, words }: Face): Piece =>
  html`<a href="${href(site, words.language, page)}">${text}</a>`

/** Only whom the incident struck has a page: who acts for the state, or is quoted, is named for that and nothing else. */
export const personLink = (person: PublicPerson & { kind: 'named' }, text: Piece, face: Face): Piece =>
  person.harmed === true ? to({ kind: 'person', id: person.id }, text, face) : text

export function placeLink(place: PublicPlace, text: Piece, pack: Pack, face: Face): Piece {
  const known = place.place === null ? undefined : pack.places.get(place.place)
  if (!known) return text
  const page = { country: pack.id } as const
  return known.kind === 'country'
    ? to({ kind: 'country', ...page }, text, face)
    : to({ kind: 'place', ...page, id: known.id }, text, face)
}

export function bodyLink(name: string, text: Piece, pack: Pack, face: Face): Piece {
  const id = bodyNamed(pack, name)
  return id === null ? text : to({ kind: 'body', country: pack.id, id }, text, face)
}

/** A provision has a page, and so has the bill that a record of policy means. */
export function lawLink(law: PublicLaw, pack: Pack, face: Face, incident?: IncidentBody): Piece {
  const name = lawIn(law, face)
  if (law.provision !== null && pack.provisions.has(law.provision))
    return to({ kind: 'law', country: pack.id, provision: law.provision }, name, face)
  const bill = incident ? billMeant(law.name, incident, pack) : null
  return bill === null ? name : to({ kind: 'bill', country: pack.id, id: bill }, name, face)
}
