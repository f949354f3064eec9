/** Ids of who asks, whom and which law in; what readers call them out. */
import { type Labels, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { html, type Piece } from '../markup.ts'
import { labelled } from '../pages/parts.ts'
import type { Face } from '../views.ts'
import type { DemandFacet } from './filter.ts'

export const bodyLabels = (id: string, pack: Pack, { codebook }: Face): Labels | null =>
  codebook.recommendations.bodies.get(id)?.name ?? pack.organisations.get(id)?.name ?? null

export function bodyName(id: string, pack: Pack, face: Face): string {
  const labels = bodyLabels(id, pack, face)
  return labels === null ? id : labelIn(labels, face.words.language).text
}

export function addresseeName(id: string, { codebook, words }: Face): string {
  const found = codebook.addressees.get(id)
  return found ? labelIn(found.name, words.language).text : id
}

/** A provision as law pages call it, an act or a bill by its title. */
export function lawName(id: string, pack: Pack, face: Face): string {
  const provision = pack.provisions.get(id)
  if (provision) return provisionIn(provision, pack, face)
  const titled = pack.acts.get(id) ?? pack.bills.get(id)
  return titled ? labelIn(titled.title, face.words.language).text : id
}

/** A provision and a bill have pages of their own; an act has none. */
export function lawLink(id: string, pack: Pack, face: Face): Piece {
  const { site, words } = face
  const name = lawName(id, pack, face)
  if (pack.provisions.has(id))
    return html`<a href="${href(site, words.language, { kind: 'law', country: pack.id, provision: id })}">${name}</a>`
  const bill = pack.bills.get(id)
  if (bill)
    return html`<a href="${href(site, words.language, { kind: 'bill', country: pack.id, id })}">${labelled(bill.title, words)}</a>`
  const act = pack.acts.get(id)
  return act ? labelled(act.title, words) : id
}

export function choiceName(facet: DemandFacet, value: string, pack: Pack, face: Face): string {
  switch (facet) {
    case 'law':
      return lawName(value, pack, face)
    case 'to':
      return addresseeName(value, face)
    case 'body':
      return bodyName(value, pack, face)
    case 'grade':
      return gradeName(value, face)
  }
}

/** `C: words only`; what has none says so. */
export function gradeName(grade: string, { codebook, words }: Face): string {
  const term = [...codebook.recommendations.grades].find(([id]) => id === grade)?.[1]
  return term ? `${grade}: ${labelIn(term.label, words.language).text}` : words.t('rec.grade.none')
}
