/** What the parts of this page are made of: its sheet, elements with words, the clock. */
import { DESK } from '../../../core/plan/bring.ts'
import type { PlanSheet } from '../../../core/plan/terms.ts'
import { said } from '../installed/said.ts'

const main = document.querySelector<HTMLElement>('#main')

/** The sheet as the page asks it, its labels in the language of the page. */
export const sheet: PlanSheet = new Map(JSON.parse(main?.dataset.sheet ?? '[]'))

/** An element with words in it, and never with markup. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag)
  one.textContent = text
  if (className !== '') one.className = className
  return one
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const one = made('button', text, 'quiet')
  one.type = 'button'
  one.addEventListener('click', press)
  return one
}

/** `2026-11-26T14:05`, as entries have it. */
export const minuteNow = (): string => new Date().toISOString().slice(0, 16)

/** What was written in the workspace came from no table. */
export const byTable = (by: string): string => (by === DESK ? said('by-desk') : by)

/** The same minute as the clock on the wall has it; of another day with its date. */
export const onTheWall = (at: string): string => {
  const then = new Date(`${at}:00Z`)
  if (Number.isNaN(then.getTime())) return at
  const minute = { hour: '2-digit', minute: '2-digit' } as const
  const language = document.documentElement.lang
  return then.toDateString() === new Date().toDateString()
    ? then.toLocaleTimeString(language, minute)
    : then.toLocaleString(language, { day: 'numeric', month: 'short', ...minute })
}
