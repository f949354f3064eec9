/** What stands in a field of a plan in, the control that shows it out; what somebody is writing in it is left alone. */
import { labelIn } from '../../../core/language.ts'
import { linesOf, type Plan, type PlanLine, said as stands } from '../../../core/plan/plan.ts'
import { isDay } from '../../../core/plan/points-of-field.ts'
import type { PlanField } from '../../../core/plan/terms.ts'
import { said } from '../installed/said.ts'
import { sheet } from './page.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** `saw`: the entries that stood in it when it was shown. `isTouched`: something else stands in it than was kept. */
type State = { saw: ReadonlySet<string>; isTouched: boolean }

const states = new WeakMap<Control, State>()
export const stateOf = (control: Control): State => {
  const state = states.get(control) ?? { saw: new Set<string>(), isTouched: false }
  states.set(control, state)
  return state
}

export function controlIn(asked: HTMLElement): Control | null {
  return asked.querySelector<Control>('[name]')
}

export function fill(control: Control, plan: Plan, line: PlanLine | undefined, field: PlanField): void {
  const state = stateOf(control)
  if (state.isTouched) return
  const text = stands(line, field.id)
  if (control instanceof HTMLSelectElement) offer(control, plan, field, text)
  // A text that is no day would be hidden by a calendar.
  else if (field.kind === 'day' && control instanceof HTMLInputElement)
    control.type = text === '' || isDay(text) ? 'date' : 'text'
  if (control.value !== text) control.value = text
  state.saw = new Set(line?.values.get(field.id)?.heads.map((one) => one.id))
}

/** The lines that a reference can name, and whatever stands there although it cannot be chosen. */
function offer(select: HTMLSelectElement, plan: Plan, field: PlanField, text: string): void {
  if (field.of !== null && select !== document.activeElement) {
    const lines = linesOf(plan, field.of).map((one, at) => new Option(`${at + 1}. ${titleOf(one)}`, one.id))
    select.replaceChildren(new Option('—', ''), ...lines)
  }
  if ([...select.options].every((one) => one.value !== text))
    select.append(new Option(field.of === null ? text : said('gone'), text))
}

/** The first words of a line; a line of numbers alone has none. */
export function titleOf(line: PlanLine): string {
  const fields = sheet.get(line.part)?.fields ?? []
  const worded = fields.filter(({ kind }) => kind === 'line' || kind === 'text')
  return worded.map(({ id }) => stands(line, id)).find((text) => text !== '') ?? '…'
}

/** What a field says, as people read it. */
export function readable(plan: Plan, field: PlanField | undefined, text: string): string {
  if (text === '') return said('empty')
  const named = field?.of ? plan.lines.get(text) : undefined
  const option = field?.options.find((one) => one.id === text)
  return named ? titleOf(named) : option ? labelIn(option.label, 'en').text : text
}

let described = 0
/** Hint, how it reads and what is open are told with the field, each once it has an id of its own. */
export function describe(asked: HTMLElement): void {
  const control = controlIn(asked)
  if (!control || control.hasAttribute('aria-describedby')) return
  described += 1
  const beside = ['.hint', '.reads', '.points'].flatMap((one) => asked.querySelector(one) ?? [])
  for (const [place, one] of beside.entries()) one.id = `beside-${described}-${place}`
  control.setAttribute('aria-describedby', beside.map((one) => one.id).join(' '))
}
