/** Days and hours of a calendar in, a file in the iCalendar format (RFC 5545) out: whole days as such, hours as instants. */
import { ICalCalendar, ICalEventTransparency } from 'ical-generator'

export type CalendarEvent = {
  /** Lasting: the same event keeps it, so that a program replaces what it had. */
  readonly uid: string
  readonly day: string
  /** Milliseconds since 1970; null: the whole day. */
  readonly at: number | null
  readonly summary: string
  readonly description: string | null
}

/** `stamp`: ISO instant of when it was made. The same events and stamp give the same text. */
export function icalOf(name: string, events: readonly CalendarEvent[], stamp: string): string {
  const calendar = new ICalCalendar({ name, prodId: { company: 'Aigaq', product: 'calendar' } })
  for (const { uid, day, at, summary, description } of events)
    calendar.createEvent({
      ...{ id: uid, summary, description, stamp: new Date(stamp) },
      ...(at === null ? { start: `${day}T00:00:00`, allDay: true } : { start: new Date(at) }),
      // A deadline keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return calendar.toString()
}
