/** The corrections of a record in, a sentence for each out: the day, the reason where it may be read, and what was before where that may be told. */
import type { Pack } from '../../core/pack.ts'
import type { Change, IncidentBody, PublicCorrection } from '../../core/public-record.ts'
import { FIELD_OF } from '../fields.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { unknown } from '../pages/parts.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { piecesOf } from './pieces.ts'

type About = { readonly incident: IncidentBody; readonly pack: Pack; readonly face: Face }

export const correctionIn = ({ at, why }: PublicCorrection, { words }: Face): string => {
  const day = dayIn(at.slice(0, 10), words.language)
  return why === null ? words.t('corrected.on', { day }) : words.t('corrected.why', { day, why })
}

/** The values of one part, of either version; the record lends its language and its sources. */
function valuesOf(change: Change, when: 'before' | 'after', { incident, pack, face }: About): Piece {
  const fields = { ...incident.fields, [change.part]: change[when] }
  const pieces = piecesOf(change.part, { incident: { ...incident, fields }, pack, face })
  return pieces.length === 0
    ? unknown(face.words)
    : between(
        pieces.map((one) => one.piece),
        '; ',
      )
}

/** Before and after in columns; nothing where whoever corrected it did not let it be told. */
export function changeTable(changes: readonly Change[], about: About): Piece {
  const { t } = about.face.words
  if (changes.length === 0) return null
  return html`<table class="changes"><thead><tr><th scope="col">${t('log.part')}</th><th scope="col">${t('log.before')}</th><th scope="col">${t('log.after')}</th></tr></thead><tbody>${changes.map(
    (one) =>
      html`<tr><th scope="row">${t(`field.${FIELD_OF[one.part]}`)}</th><td><del>${valuesOf(one, 'before', about)}</del></td><td><ins>${valuesOf(one, 'after', about)}</ins></td></tr>
`,
  )}</tbody></table>`
}

export const corrections = (about: About): Markup =>
  html`<ul class="corrections">${about.incident.corrections.map(
    (one) => html`<li>${correctionIn(one, about.face)}${changeTable(one.changes ?? [], about)}</li>`,
  )}</ul>`
