/** Which step of the plan is shown: one at a time, its heading said first. */
import { at, tell } from '../installed/said.ts'

const steps = [...document.querySelectorAll<HTMLElement>('section.step')]
const doors = [...document.querySelectorAll<HTMLElement>('section.door')]
const leading = [...document.querySelectorAll<HTMLButtonElement>('[data-to]')]

export function show(id: string, isAsked = true): void {
  for (const one of [...steps, ...doors]) one.hidden = one.id !== id
  for (const one of leading)
    if (one.dataset.to === id) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
  const isOpen = steps.some((one) => one.id === id)
  for (const nav of ['#parts', '#on']) {
    const place = at(nav)
    if (place) place.hidden = !isOpen
  }
  document.body.dataset.step = id
  if (!isAsked) return
  tell('')
  at(`#${id}-heading`)?.focus()
  scrollTo({ top: 0 })
}

function onBy(by: number): void {
  const now = steps.findIndex((one) => !one.hidden)
  const next = steps[Math.min(steps.length - 1, Math.max(0, now + by))]
  if (next) show(next.id)
}

for (const one of leading) one.addEventListener('click', () => show(one.dataset.to ?? 'overview'))
for (const one of document.querySelectorAll<HTMLButtonElement>('[data-step]'))
  one.addEventListener('click', () => onBy(Number(one.dataset.step)))
