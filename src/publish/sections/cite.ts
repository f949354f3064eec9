/** A public incident in, how to cite it out: whoever collected it first, then this site, then the version that was read. */
import type { PublicIncident } from '../../core/public-record.ts'
import { html, type Markup } from '../markup.ts'
import { authorsOf } from '../open/cite/csl.ts'
import { newestOf } from '../open/data-package.ts'
import { titleOf } from '../telling/title.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { takeAway } from './take-away.ts'

export function cite(incident: PublicIncident, face: Face): Markup {
  const { words, codebook, tell, site } = face
  const day = newestOf({ incidents: [incident] })
  const said = words.t(day === null ? 'open.cite.undated' : 'open.cite', {
    who: authorsOf(incident).join(', '),
    title: titleOf(incident, codebook, tell),
    version: incident.version,
    id: incident.id,
    ...(day !== null && { day: dayIn(day, words.language) }),
  })
  return html`<p class="cite">${said}</p>${site.isServed && takeAway({ kind: 'incident', id: incident.id }, face)}`
}
