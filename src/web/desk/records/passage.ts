/** A passage that tells a record in, its words with what rules read marked out; painful ones behind a notice. */
import { heldOf, type Incident } from '../../../core/record.ts'
import { passageParts } from '../../../core/withholding/passage.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { PassageRow } from '../../../store/tables.ts'
import type { Desktop } from '../desktop.ts'
import { behindNotice, painOf } from '../painful.ts'

export function passage(desktop: Desktop, one: PassageRow, incident: Incident): Piece {
  const marks = incident.rulings
    .flatMap((ruling) => ruling.values.flatMap((held) => held.claims))
    .flatMap((claim) =>
      claim.document === one.document && claim.span && claim.reader.kind === 'rule'
        ? [{ letter: '', span: { start: claim.span.start - one.start, end: claim.span.end - one.start } }]
        : [],
    )
  const parts = passageParts(one.text, [{ start: 0, end: one.text.length }], marks, [])
  const acts = heldOf(incident, 'act').map((held) => held.value)
  const words = html`<p class="passage" lang="${one.language}">${parts.map((part) =>
    part.kind === 'mark' ? html`<mark>${part.text}</mark>` : part.kind === 'words' ? part.text : '',
  )}</p>`
  return html`${behindNotice(desktop, painOf(desktop, one.text, acts), words)}<p class="meta">${[...new Set([one.title, one.publisher])].filter(Boolean).join(' · ')}</p>`
}
