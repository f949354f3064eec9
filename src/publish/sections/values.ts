/** One part of an incident in, its values side by side out, each with who says so. */
import type { Origin } from '../../core/public-record.ts'
import { isDisputed, type Part } from '../fields.ts'
import { between, html, type Markup } from '../markup.ts'
import { ruleLink, unknown } from '../pages/parts.ts'
import { type Context, piecesOf } from './pieces.ts'

/** Note and letter lead to the source and to the words; a rule leads to its reason. */
function originIn(origin: Origin, { incident, face }: Context): Markup {
  const { words } = face
  const number = origin.source + 1
  const anchor = origin.mark === null ? `s${number}` : `m${number}${origin.mark}`
  const reader = origin.reader === null ? words.t('reader.coder') : ruleLink(origin.reader, face)
  const place = incident.sources[origin.source]
    ? html`<a href="#${anchor}">${number}${origin.mark}</a> · `
    : null
  return html`${place}<span class="${origin.basis === 'inferred' ? 'inferred' : 'stated'}">${words.t(`face.basis.${origin.basis}`)}</span> · ${reader}`
}

/** Parts without which an incident has a hole: said as unknown. The others are left out when nobody speaks of them. */
const ALWAYS: ReadonlySet<Part> = new Set(['date', 'places', 'people', 'acts'])

/** Values side by side; disputed ones stand in a double rule, none preferred. Null: nothing to show. */
export function valuesOf(part: Part, context: Context): Markup | null {
  const { incident, face } = context
  const { words } = face
  const pieces = piecesOf(part, context)
  if (pieces.length === 0)
    return ALWAYS.has(part) && !(part === 'people' && incident.fields.groups.length > 0)
      ? unknown(words)
      : null
  const disputed = isDisputed(incident, part)
  const items = pieces.map(
    ({ piece, origins }) =>
      html`<li>${piece}<span class="src">${between(
        origins.map((origin) => originIn(origin, context)),
        '; ',
      )}</span></li>`,
  )
  return html`<ul class="${disputed ? 'quarrel' : 'vouched'}">${items}</ul>${disputed && html`<span class="src">${words.t('dispute.each')}</span>`}`
}
