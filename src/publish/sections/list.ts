/** Incidents in, a list for reading out: patch, headline, date, doubts. */
import type { PublicIncident } from '../../core/public-record.ts'
import { valueName } from '../filter-words.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { icon } from '../quilt/draw.ts'
import { patchOf } from '../quilt/patch.ts'
import { titleOf } from '../telling/title.ts'
import { whensIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

function item(incident: PublicIncident, face: Face, note: string): Markup {
  const { words, tell, codebook, site } = face
  const patch = patchOf(incident, codebook)
  const kind = incident.fields.kind
  const notes = [
    kind === 'event' ? '' : valueName('kind', kind, null, face),
    incident.disputed.length > 0 ? words.t('doubt.disputed') : '',
    note,
  ].filter((one) => one !== '')
  return html`<li>${icon(patch.motif, patch.gravity)}<div><h3><a href="${href(site, words.language, { kind: 'incident', id: incident.id })}">${titleOf(incident, codebook, tell)}</a></h3><p class="meta">${whensIn(incident, tell)}${notes.map((one) => html` · <span class="doubt">${one}</span>`)}</p></div></li>
`
}

/** A page with this list also holds `shapes`. `noteOf`: what else is said of one beside its date; empty for nothing. */
export const incidentList = (
  incidents: readonly PublicIncident[],
  face: Face,
  noteOf: (incident: PublicIncident) => string = () => '',
): Markup => html`<ol class="inc">${incidents.map((incident) => item(incident, face, noteOf(incident)))}</ol>`
