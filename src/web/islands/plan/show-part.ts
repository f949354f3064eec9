/** A plan in, one part of it on the page out: its lines, what stands in their fields, what is open in them, and texts that wait for a choice. */
import { labelIn } from '../../../core/language.ts'
import type { OpenPoint } from '../../../core/plan/open-point.ts'
import { linesOf, type Plan, type PlanLine } from '../../../core/plan/plan.ts'
import type { PlanField, PlanPart } from '../../../core/plan/terms.ts'
import { at, said } from '../installed/said.ts'
import { controlIn, describe, fill } from './controls.ts'
import { made, sheet } from './page.ts'
import { howItReads, languageOf } from './reads.ts'
import { type Done, showRemarks } from './remarks.ts'
import { showRivals } from './rivals.ts'

export type Shown = { readonly plan: Plan; readonly points: readonly OpenPoint[] }
/** What can be pressed beside a line. `choose`: `text` is the one that the group takes. */
export type Pressed = {
  readonly choose: (line: string, part: string, field: string, text: string) => void
  readonly done: Done
}

export function showPart(section: HTMLElement, shown: Shown, pressed: Pressed): void {
  const part = sheet.get(section.dataset.part ?? '')
  if (!part) return
  if (!part.isOne) placeLines(section, linesOf(shown.plan, part.id))
  const open = shown.points.filter((one) => one.part === part.id)
  list(
    section.querySelector(':scope > .points'),
    open.filter((one) => one.line === null),
  )
  for (const [n, element] of [...section.querySelectorAll<HTMLElement>('.line')].entries())
    showLine(element, n, part, shown, open, pressed)
}

/** Elements of lines stay as they are, so that nobody who writes loses their place; a line that was begun here and has no words yet stays, too. */
function placeLines(section: HTMLElement, lines: readonly PlanLine[]): void {
  const place = at('.lines', section)
  if (!place) return
  const known = new Map(
    [...place.querySelectorAll<HTMLElement>('.line')].map((one) => [one.dataset.line, one]),
  )
  const ids = new Set(lines.map((one) => one.id))
  for (const [id, element] of known)
    if (!ids.has(id ?? '') && element.dataset.begun === undefined) element.remove()
  for (const { id } of lines) {
    const element = known.get(id) ?? newLine(section, id)
    if (element) delete element.dataset.begun
  }
}

export function newLine(section: HTMLElement, id: string): HTMLElement | null {
  const template = at<HTMLTemplateElement>('template', section)
  const element = template?.content.firstElementChild?.cloneNode(true)
  if (!(element instanceof HTMLElement)) return null
  element.dataset.line = id
  at('.lines', section)?.append(element)
  return element
}

function showLine(
  element: HTMLElement,
  n: number,
  part: PlanPart,
  { plan }: Shown,
  open: readonly OpenPoint[],
  { choose, done }: Pressed,
): void {
  const id = element.dataset.line ?? ''
  const line = plan.lines.get(id)
  const legend = at('legend', element)
  if (legend) legend.textContent = said('line', { part: labelIn(part.label, 'en').text, n: n + 1 })
  const struck = at('.struck', element)
  if (struck) struck.hidden = (line?.struck.length ?? 0) === 0
  const here = open.filter((one) => one.line === id)
  list(
    at('.of-line', element),
    here.filter((one) => one.field === null && one.check !== 'struck'),
  )
  for (const field of part.fields) {
    const asked = at(`[data-field="${field.id}"]`, element)
    if (!asked) continue
    const control = controlIn(asked)
    if (control) fill(control, plan, line, field)
    describe(asked)
    showReads(asked, field, part)
    list(
      at('.points', asked),
      here.filter((one) => one.field === field.id && one.check !== 'two-texts'),
    )
    showRivals(asked, plan, line, field, (text) => choose(id, part.id, field.id, text))
  }
  showRemarks(element, plan, id, part.isOne || line !== undefined, done)
}

/** While somebody writes, and afterwards. */
export function showReads(asked: HTMLElement, field: PlanField, part: PlanPart): void {
  const [place, control] = [at('.reads', asked), controlIn(asked)]
  if (!place || !control || (field.kind !== 'text' && field.kind !== 'line')) return
  const beside = asked.closest('.line')?.querySelector<HTMLSelectElement>('[name=language]')
  const text = howItReads(control.value, field, languageOf(part, field, beside?.value ?? ''))
  place.hidden = text === ''
  if (place.textContent !== text) place.textContent = text
}

function list(place: Element | null, points: readonly OpenPoint[]): void {
  const texts = points.map((one) => said(`check.${one.check}`))
  if (!place || [...place.children].map((one) => one.textContent).join('\n') === texts.join('\n')) return
  place.replaceChildren(...texts.map((one) => made('li', one)))
}
