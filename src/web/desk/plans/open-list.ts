/** What is open in a plan in, a list that leads to each field out. */
import type { OpenPoint } from '../../../core/plan/open-point.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import type { Desktop } from '../desktop.ts'
import { anchorOf, nameOfLine } from './told.ts'

export function openList(desktop: Desktop, read: PlanOnDesk): Markup {
  const { t } = desktop.face.words
  const { open } = read
  if (open.length === 0) return html`<p>${t('plans.open.none')}</p>`
  return html`<p>${t('plans.open.note')}</p><ul class="waits">${open.map((one) => item(desktop, read, one))}</ul>`
}

function item({ face, codebook }: Desktop, read: PlanOnDesk, one: OpenPoint): Piece {
  const { words } = face
  const part = codebook.plan.get(one.part)
  if (!part) return false
  const line = one.line === null ? undefined : read.plan.lines.get(one.line)
  const field = part.fields.find(({ id }) => id === one.field)
  const told = [
    labelled(part.label, words),
    line && !part.isOne && nameOfLine(line, part, read.plan, words),
    field && labelled(field.label, words),
  ].filter((piece) => piece !== false && piece !== undefined)
  const to = one.line === null ? 'new' : anchorOf(one.line, one.field)
  return html`<li><a href="/${words.language}/desk/plans/${read.id}/parts/${part.id}#${to}">${told.map((piece, at) => [at > 0 && ' · ', piece])}</a><br><span class="meta">${words.t(`plan.check.${one.check}`)}</span></li>
`
}
