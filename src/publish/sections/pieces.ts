/** One part of an incident in, each of its values in words beside its origins out. */
import type { Pack } from '../../core/pack.ts'
import type { IncidentBody, Origin, PublicPerson, Shown } from '../../core/public-record.ts'
import type { Part } from '../fields.ts'
import { valueName } from '../filter-words.ts'
import { html, type Piece } from '../markup.ts'
import { foreign, labelled, slip } from '../pages/parts.ts'
import { numberIn } from '../telling/pattern.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn, writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { bodyLink, lawLink, personLink, placeLink } from './thing-link.ts'

export type Context = { readonly incident: IncidentBody; readonly pack: Pack; readonly face: Face }

function role(person: PublicPerson, { face }: Context): Piece {
  const { role: text } = person
  if (text === null) return null
  const term = face.codebook.vocabularies.roles.get(text)
  return html`, ${term ? labelled(term.label, face.words) : text}`
}

function personIn(person: PublicPerson, context: Context): Piece {
  const { words } = context.face
  const part = html`<span class="src">${words.t(`harmed.${String(person.harmed)}`)}</span>`
  switch (person.kind) {
    case 'named':
      return html`${personLink(person, labelled(person.name, words), context.face)}${role(person, context)}${part}`
    case 'alias':
      return html`${person.text}${role(person, context)}${part}`
    case 'withheld':
      return html`${slip(words)}${role(person, context)}${part}`
  }
}

/** A stated number as stated: «at least», «about», a range; its unit in the source's own words. */
export function groupIn(
  { what, min, max, qualifier }: { what: string; min: number | null; max: number | null; qualifier: string },
  face: Face,
): string {
  const { words, tell } = face
  const n = (value: number): string => numberIn(tell, value)
  if (min === null) return max === null ? what : words.t('number.at-most', { n: n(max) })
  if (max === null) return words.t('number.at-least', { n: n(min) })
  if (min !== max) return words.t('number.range', { min: n(min), max: n(max) })
  return qualifier === 'about' ? words.t('number.about', { n: n(min) }) : n(min)
}

/** The values of one part, as pieces beside their origins. */
export function piecesOf(
  part: Part,
  context: Context,
): readonly { readonly piece: Piece; readonly origins: readonly Origin[] }[] {
  const { incident, pack, face } = context
  const { words, tell, codebook } = face
  const { fields } = incident
  const as = <T>(values: readonly Shown<T>[], show: (value: T, language: string | undefined) => Piece) =>
    values.map(({ value, origins }) => ({
      piece: show(value, incident.sources[origins[0]?.source ?? -1]?.language),
      origins,
    }))
  const said = (text: string, language: string | undefined): Piece => foreign(text, language, words)
  switch (part) {
    case 'date':
      return as(fields.date, (date) => whenIn(date, tell))
    case 'otherDates':
      return as(fields.otherDates, (date) => writtenIn(date, tell))
    case 'places':
      return as(fields.places, (place) => placeLink(place, labelled(place.label, words), pack, face))
    case 'people':
      return as(fields.people, (person) => personIn(person, context))
    case 'groups':
      return as(
        fields.groups,
        (group, language) => html`${groupIn(group, face)} ${said(group.what, language)}`,
      )
    case 'acts':
      return as(fields.acts, (act) => {
        const term = codebook.acts.get(act)
        return term ? labelled(term.label, words) : act
      })
    case 'laws':
      return as(fields.laws, (law) => lawLink(law, pack, face, incident))
    case 'penalties':
      return as(fields.penalties, (penalty) => penaltyIn(penalty, pack, tell))
    case 'freedoms':
      return as(fields.freedoms, (freedom) => valueName('freedom', freedom, pack, face))
    case 'organisations':
    case 'actors':
    case 'saidBy':
      return as(fields[part], (name, language) => bodyLink(name, said(name, language), pack, face))
    case 'offences':
    case 'outcome':
      return as(fields[part], said)
  }
}
