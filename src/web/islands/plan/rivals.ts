/** A field that two tables wrote in, both texts beside each other with a choice out; whichever is taken, the other stays in the plan behind it. */
import type { Plan, PlanLine } from '../../../core/plan/plan.ts'
import type { PlanField } from '../../../core/plan/terms.ts'
import { at, said } from '../installed/said.ts'
import { readable } from './controls.ts'
import { button, made } from './page.ts'
import { saidBy } from './remarks.ts'

export function showRivals(
  asked: HTMLElement,
  plan: Plan,
  line: PlanLine | undefined,
  field: PlanField,
  take: (text: string) => void,
): void {
  const place = at('.rivals', asked)
  const value = line?.values.get(field.id)
  const texts = value && value.rivals.length > 0 ? [value.entry, ...value.rivals] : []
  const now = texts.map((one) => one.id).join(' ')
  if (!place || place.dataset.now === now) return
  place.dataset.now = now
  place.replaceChildren()
  if (texts.length === 0) return
  const all = made('ul')
  for (const one of texts) {
    const choice = made('li')
    choice.append(
      made('span', saidBy(one), 'meta'),
      made('span', readable(plan, field, one.text), 'text'),
      button(said('choose'), () => take(one.text)),
    )
    all.append(choice)
  }
  place.append(made('p', said('rivals')), all)
}
