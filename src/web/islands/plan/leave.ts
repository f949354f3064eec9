/** Ways to leave the page: closed, left alone, gone to another page, wiped. What was being written is kept first; then nothing can be read. */

import { at, said, tell } from '../installed/said.ts'
import { wipe } from './device-store.ts'

/** `kept`: resolves when all that was written is on disk. */
export type Now = { readonly isOpen: boolean; readonly kept: Promise<void> | null }

/** Left alone for so long, it closes itself: a phone in a pocket, a laptop that was shut. */
const LEFT = 15 * 60_000
/** For so long the second press means the first. */
const SURE = 6_000

export function letLeave(now: () => Now): void {
  const leaveFor = async (go: () => void): Promise<void> => {
    try {
      await now().kept
      go()
    } catch {
      tell(said('full'))
    }
  }
  const close = (): Promise<void> => leaveFor(() => location.reload())
  at('#close')?.addEventListener('click', close)

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/plan/"]'))
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leaveFor(() => location.assign(link.href))
    })

  let left = 0
  const closeIfLeft = (): void => {
    if (left > 0 && Date.now() - left > LEFT && now().isOpen) close()
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      closeIfLeft()
      left = 0
      return
    }
    left = Date.now()
    now().kept?.catch(() => undefined)
    setTimeout(closeIfLeft, LEFT + 1_000)
  })

  // A page that is left is not found again as it was.
  addEventListener('pagehide', () => {
    now().kept?.catch(() => undefined)
    document.documentElement.hidden = true
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  letWipe()
}

/** Two presses and no question: one by mistake would take the work of a table, and a question takes time. */
function letWipe(): void {
  const button = at<HTMLButtonElement>('#wipe')
  const name = button?.textContent ?? ''
  let asked: ReturnType<typeof setTimeout> | null = null
  button?.addEventListener('click', () => {
    if (asked === null) {
      button.textContent = said('wipe.again')
      asked = setTimeout(() => {
        asked = null
        button.textContent = name
      }, SURE)
      return
    }
    document.documentElement.hidden = true
    wipe().finally(() => location.replace('about:blank'))
  })
}
