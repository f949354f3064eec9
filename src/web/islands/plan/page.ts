/** What the parts of this page are made of: its sheet, elements with words, the clock. */
import type { PlanSheet } from '../../../core/plan/terms.ts'

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

/** The same minute as the clock on the wall has it. */
export const onTheWall = (at: string): string => {
  const then = new Date(`${at}:00Z`)
  return Number.isNaN(then.getTime())
    ? at
    : then.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
}
