/** Ways to leave the page: closed, left alone, gone to another page, wiped. What was being written is kept first; then nothing can be read. */

import { at, said, tell } from '../installed/said.ts'
import { wipe } from './device-store.ts'

/** `kept`: resolves when all that was written is on disk. */
export type Now = { readonly isOpen: boolean; readonly kept: Promise<void> | null }
/** `isGoing`: the page is left, so that what was typed and not said yet is said; not so when it is only out of sight. */
type AskNow = (isGoing: boolean) => Now

/** Left alone for so long, it closes itself: a phone in a pocket, a laptop that was shut, one that stands open while all are at lunch. */
const LEFT = 15 * 60_000
/** How often it is looked; timers of a page in the background come late, and not at all while a device sleeps. */
const LOOK = 30_000
/** What somebody does who is there. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart', 'scroll'] as const
/** For so long the second press means the first. */
const SURE = 6_000

export function letLeave(now: AskNow): void {
  const leaveFor = async (go: () => void): Promise<void> => {
    try {
      await now(true).kept
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

  closeWhenLeft(now, close)

  // A page that is left is not found again as it was.
  addEventListener('pagehide', () => {
    now(true).kept?.catch(() => undefined)
    document.documentElement.hidden = true
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  letWipe()
}

/** Before anything that is done counts as being there: whoever wakes a device that slept finds the plan closed. */
function closeWhenLeft(now: AskNow, close: () => void): void {
  let touched = Date.now()
  const isClosed = (): boolean => {
    const isLeft = Date.now() - touched >= LEFT && now(false).isOpen
    if (isLeft) close()
    return isLeft
  }
  const touch = (): void => {
    if (!isClosed()) touched = Date.now()
  }
  for (const one of TOUCHES) addEventListener(one, touch, { capture: true, passive: true })
  setInterval(isClosed, LOOK)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) isClosed()
    else now(false).kept?.catch(() => undefined)
  })
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
