/** Hearings, deadlines, answers and restrictions of the cases that somebody may read, day by day; and the way to take them into a calendar program. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { CalendarEntry } from '../../../usecases/deadlines/read-calendar.ts'
import { button, row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { deadlineText } from './deadline-text.ts'

export type CalendarView = {
  readonly entries: readonly CalendarEntry[]
  /** Last day of the secret address; null: there is none. */
  readonly ends: string | null
  /** The address, the one time that it is shown. */
  readonly address: string | null
}

function line(desktop: Desktop, one: CalendarEntry): Markup {
  const { t, language } = desktop.face.words
  const when = one.hour === null ? dayIn(one.day, language) : `${dayIn(one.day, language)}, ${one.hour}`
  return html`<li><div><h2 class="name">${when}</h2><p>${t(`calendar.${one.kind}`)}: <a href="/${language}/desk/${one.page}/${one.id}">${one.id}</a></p>${deadlineText(desktop, one.rule ?? undefined)}${one.isEarliest && html`<p class="meta">${t('calendar.earliest')}</p>`}</div></li>
`
}

export function calendarPage(desktop: Desktop, { entries, ends, address }: CalendarView): string {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/calendar`
  const [past, ahead] = [entries.filter((one) => one.isPast), entries.filter((one) => !one.isPast)]
  const list = (all: readonly CalendarEntry[]): Piece =>
    all.length > 0 && html`<ul class="work">${all.map((one) => line(desktop, one))}</ul>`
  const body = [
    section(
      t('calendar.title'),
      t('calendar.note'),
      html`<h1>${t('calendar.heading', { n: ahead.length })}</h1>${list(ahead)}`,
      true,
    ),
    past.length > 0 &&
      section(
        t('calendar.past'),
        t('calendar.past.note'),
        html`<h2>${t('calendar.past.heading', { n: past.length })}</h2>${list(past)}`,
      ),
    section(
      t('calendar.take'),
      t('calendar.take.note'),
      html`<p><a href="${home}.ics">${t('calendar.file')}</a></p>${
        address !== null &&
        html`<p class="shown" role="status">${t('calendar.address')}<br><code>${address}</code></p>`
      }${ends !== null && html`<p class="meta">${t('calendar.ends', { day: dayIn(ends, language) })}</p>`}<form method="post" action="${home}/feed">${tokenField(face)}${button(t(ends === null ? 'calendar.make' : 'calendar.make-anew'))}</form>${
        ends !== null &&
        html`<form method="post" action="${home}/feed/end">${tokenField(face)}${button(t('calendar.end'), true)}</form>`
      }`,
    ),
  ]
  return frame(face, t('calendar.title'), 'calendar', body)
}
