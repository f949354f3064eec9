/** The planner of a workshop, brought to life: a table opens a plan, writes in it, gives it out, takes others in, closes it, wipes it. */

import { openPoints } from '../../../core/plan/checks.ts'
import { planOf } from '../../../core/plan/plan.ts'
import { handOver } from '../installed/hand-over.ts'
import { at, said, tell } from '../installed/said.ts'
import { carriedFile, takeIn } from './carry.ts'
import { type Control, stateOf } from './controls.ts'
import { lockKept } from './device-store.ts'
import { begin, type Came, openAgain } from './doors.ts'
import { letLeave } from './leave.ts'
import { keepMoment, showMoments } from './moments.ts'
import { type GoTo, showOverview } from './overview.ts'
import { minuteNow, onTheWall, sheet } from './page.ts'
import { sayAll, sayRemark, strikeRemark } from './remarks.ts'
import { newLine, type Pressed, showPart, showReads } from './show-part.ts'
import { show } from './steps.ts'
import { keepEntries, type Table } from './table.ts'
import { choose, keepLine, strikeLine, writeControl } from './write.ts'

let table: Table | null = null
const sections = [...document.querySelectorAll<HTMLElement>('section[data-part]')]

function refresh(): void {
  if (!table) return
  const plan = planOf(table.entries)
  const shown = { plan, points: openPoints(plan, sheet) }
  const pressed: Pressed = {
    choose: (...what) => after(table && choose(table, ...what)),
    done: (comment) => after(table && strikeRemark(table, comment)),
  }
  for (const one of sections) showPart(one, shown, pressed)
  showOverview(shown, table.entries, goTo)
  showMoments(plan, table.entries)
}

const goTo: GoTo = ({ part, line, field }) => {
  show(`part-${part}`)
  const of = [...document.querySelectorAll<HTMLElement>(`#part-${part} .line`)]
  const element = of.find((one) => one.dataset.line === line)
  element?.querySelector<HTMLElement>(field === null ? '[name]' : `[name="${field}"]`)?.focus()
}

/** Says that something is kept when it is on disk; what could not be written waits in the page. */
function after(kept: Promise<void> | null | undefined): void {
  if (!kept) return
  refresh()
  kept.then(
    () => {
      const place = at('#kept')
      if (place) place.textContent = ` · ${said('kept', { at: onTheWall(minuteNow()) })}`
    },
    (error: unknown) => tell(said(isFull(error) ? 'full' : 'failed')),
  )
}
const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** Deriving a key holds the page up: it says so first. */
const tried = async (work: () => Promise<string>): Promise<void> => {
  tell(said('working'))
  await new Promise((done) => setTimeout(done, 30))
  tell(await work().catch((error: unknown) => said(isFull(error) ? 'full' : 'failed')))
}

// ── doors ──
for (const [id, enter] of [
  ['begin', begin],
  ['locked', openAgain],
] as const) {
  const form = at<HTMLFormElement>(`#${id} form`)
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    tried(async () => entered(await enter(form), form))
  })
}

function entered(came: Came, form: HTMLFormElement): string {
  if (came.kind === 'not') return came.told
  table = came.table
  form.reset()
  const [whose, wiping] = [at('#whose'), at('#wipe')]
  if (whose) whose.textContent = table.by
  if (wiping) wiping.hidden = false
  refresh()
  show('overview')
  return table.unread > 0 ? said('unread', { n: table.unread }) : ''
}

// ── writing ──
const PAUSE = 5_000
let pause: ReturnType<typeof setTimeout> | undefined
const write = (control: EventTarget | null): void => {
  if (table && isControl(control)) after(writeControl(table, control))
}
const isControl = (one: EventTarget | null): one is Control =>
  one instanceof Element && one.matches('section[data-part] [name]')

at('#main')?.addEventListener('input', ({ target }) => {
  if (!isControl(target)) return
  stateOf(target).isTouched = true
  const asked = target.closest<HTMLElement>('.asked')
  const part = sheet.get(target.closest<HTMLElement>('[data-part]')?.dataset.part ?? '')
  const field = part?.fields.find((one) => one.id === target.name)
  if (asked && part && field) showReads(asked, field, part)
  clearTimeout(pause)
  pause = setTimeout(() => write(target), PAUSE)
})
at('#main')?.addEventListener('change', ({ target }) => write(target))

for (const section of sections)
  section.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !table) return
    const part = section.dataset.part ?? ''
    const line = target.closest<HTMLElement>('.line')
    if (target.matches('.add')) addLine(section)
    else if (line && target.matches('.say')) say(table, line)
    else if (line && target.matches('.keep')) after(keepLine(table, line.dataset.line ?? '', part))
    else if (line && target.matches('.strike')) {
      const kept = strikeLine(table, line.dataset.line ?? '', part)
      if (line.dataset.begun !== undefined && kept === null) line.remove()
      after(kept)
      at('.add', section)?.focus()
    }
  })

function say(open: Table, line: HTMLElement): void {
  const field = at<HTMLTextAreaElement>('.remark', line)
  if (field) after(sayRemark(open, field))
  field?.focus()
}

/** Until something is written in it, it is on the page alone. */
function addLine(section: HTMLElement): void {
  const line = newLine(section, crypto.randomUUID())
  if (!line) return
  line.dataset.begun = ''
  refresh()
  line.querySelector<HTMLElement>('[name]')?.focus()
}

// ── moments ──
at<HTMLFormElement>('#moments form')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const name = at<HTMLInputElement>('#moment')
  const kept = table && keepMoment(table, name?.value.trim() ?? '')
  if (!kept) return tell(said('nothing-kept'))
  if (name) name.value = ''
  after(kept)
})

// ── files ──
at('#give')?.addEventListener('click', () =>
  tried(async () => {
    if (!table) return ''
    await handOver(await carriedFile(table))
    return said('given')
  }),
)
const take = at<HTMLInputElement>('#take')
take?.addEventListener('change', () =>
  tried(async () => {
    const file = take.files?.[0]
    if (!table || !file) return ''
    const told = await takeIn(table, file)
    take.value = ''
    refresh()
    return told
  }),
)

letLeave((isGoing) => {
  const kept = table && isControl(document.activeElement) ? writeControl(table, document.activeElement) : null
  if (table && isGoing) sayAll(table)
  return { isOpen: table !== null, kept: kept ?? (table && keepEntries(table, [])) }
})

async function ready(): Promise<void> {
  if (!isSecureContext) return show('not-secure', false)
  navigator.serviceWorker?.register('/plan/worker.js', { scope: '/plan/' }).catch(() => undefined)
  navigator.storage?.persist?.().catch(() => undefined)
  const lock = await lockKept()
  const wiping = at('#wipe')
  if (wiping) wiping.hidden = lock === null
  show(lock ? 'locked' : 'begin', false)
  document.documentElement.dataset.ready = 'yes'
}
ready().catch(() => tell(said('failed')))
