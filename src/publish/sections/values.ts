/** One field of an incident in, its values in words out, each with who says so. */
import type { Pack } from '../../core/pack.ts'
import type { IncidentBody, Origin, PublicPerson, Shown } from '../../core/public-record.ts'
import { isDisputed, type Part } from '../fields.ts'
import { valueName } from '../filter-words.ts'
import { lawIn } from '../laws.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { foreign, labelled, ruleLink, slip, unknown } from '../pages/parts.ts'
import { numberIn } from '../telling/pattern.ts'
import { penaltyIn } from '../telling/penalty.ts'
import { whenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

type Context = { readonly incident: IncidentBody; readonly pack: Pack; readonly face: Face }

/** Note and letter lead to the source and to the words; a rule leads to its reason. */
function originIn(origin: Origin, { incident, face }: Context): Markup {
  const { words, site } = face
  const number = origin.source + 1
  const anchor = origin.mark === null ? `s${number}` : `m${number}${origin.mark}`
  const reader =
    origin.by === 'rule'
      ? ruleLink(origin.reader, href(site, words.language, { kind: 'method' }))
      : words.t('reader.coder', { reader: origin.reader, coder: origin.reader })
  const place = incident.sources[origin.source] ? html`<a href="#${anchor}">${number}${origin.mark}</a> · ` : null
  return html`${place}<span class="${origin.basis === 'inferred' ? 'inferred' : 'stated'}">${words.t(`face.basis.${origin.basis}`)}</span> · ${reader}`
}

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
      return html`${labelled(person.name, words)}${role(person, context)}${part}`
    case 'alias':
      return html`${person.text}${role(person, context)}${part}`
    case 'withheld':
      return html`${slip(words)}${role(person, context)}${part}`
  }
}

/** A stated number as stated: «at least», «about», a range; its unit in the source's own words. */
function groupIn({ what, min, max, qualifier }: { what: string; min: number | null; max: number | null; qualifier: string }, face: Face): string {
  const { words, tell } = face
  const n = (value: number): string => numberIn(tell, value)
  if (min === null) return max === null ? what : words.t('number.at-most', { n: n(max) })
  if (max === null) return words.t('number.at-least', { n: n(min) })
  if (min !== max) return words.t('number.range', { min: n(min), max: n(max) })
  return qualifier === 'about' ? words.t('number.about', { n: n(min) }) : n(min)
}

/** The values of one part, as pieces beside their origins. */
function piecesOf(part: Part, context: Context): readonly { readonly piece: Piece; readonly origins: readonly Origin[] }[] {
  const { incident, pack, face } = context
  const { words, tell, codebook, site } = face
  const { fields } = incident
  const as = <T>(values: readonly Shown<T>[], show: (value: T, language: string | undefined) => Piece) =>
    values.map(({ value, origins }) => ({ piece: show(value, incident.sources[origins[0]?.source ?? -1]?.language), origins }))
  const said = (text: string, language: string | undefined): Piece => foreign(text, language, words)
  switch (part) {
    case 'date':
      return as(fields.date, (date) => whenIn(date, tell))
    case 'places':
      return as(fields.places, (place) => labelled(place.label, words))
    case 'people':
      return as(fields.people, (person) => personIn(person, context))
    case 'groups':
      return as(fields.groups, (group, language) => html`${groupIn(group, face)} ${said(group.what, language)}`)
    case 'acts':
      return as(fields.acts, (act) => {
        const term = codebook.acts.get(act)
        return term ? labelled(term.label, words) : act
      })
    case 'laws':
      return as(fields.laws, (law) => {
        const name = lawIn(law, face)
        const known = law.provision !== null && pack.provisions.has(law.provision)
        return known && law.provision !== null
          ? html`<a href="${href(site, words.language, { kind: 'law', country: pack.id, provision: law.provision })}">${name}</a>`
          : name
      })
    case 'penalties':
      return as(fields.penalties, (penalty) => penaltyIn(penalty, pack, tell))
    case 'freedoms':
      return as(fields.freedoms, (freedom) => valueName('freedom', freedom, pack, face))
    case 'organisations':
    case 'offences':
    case 'actors':
    case 'outcome':
    case 'saidBy':
      return as(fields[part], said)
  }
}

/** Parts without which an incident has a hole: said as unknown. The others are left out when nobody speaks of them. */
const ALWAYS: ReadonlySet<Part> = new Set(['date', 'places', 'people', 'acts'])

/** Values side by side; disputed ones stand in a double rule, none preferred. Null: nothing to show. */
export function valuesOf(part: Part, context: Context): Markup | null {
  const { incident, face } = context
  const { words } = face
  const pieces = piecesOf(part, context)
  if (pieces.length === 0)
    return ALWAYS.has(part) && !(part === 'people' && incident.fields.groups.length > 0) ? unknown(words) : null
  const disputed = isDisputed(incident, part)
  const items = pieces.map(
    ({ piece, origins }) =>
      html`<li>${piece}<span class="src">${between(origins.map((origin) => originIn(origin, context)), '; ')}</span></li>`,
  )
  return html`<ul class="${disputed ? 'quarrel' : 'said'}">${items}</ul>${disputed && html`<span class="src">${words.t('dispute.each')}</span>`}`
}
