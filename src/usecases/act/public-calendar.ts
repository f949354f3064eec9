/** The days ahead that readers may know of in, a file for calendar programs out. */
import { createHash } from 'node:crypto'
import { type CalendarEvent, icalOf } from '../../adapters/ical.ts'
import type { PublicDay } from '../../core/act/public-days.ts'
import type { Words } from '../../core/words.ts'

/**
 * Programs send calendars on to clouds and telephones, and whoever holds one may live where that is looked at: so it says what
 * kind of day it is and where to read more, and names neither person nor court. An event that is put off keeps its number.
 */
export function publicCalendar(
  days: readonly PublicDay[],
  words: Words,
  /** The page that tells of a day; null: nobody knows where the site is. */
  addressOf: (of: PublicDay['of']) => string | null,
  stamp: string,
): string {
  const events = days.map((one): CalendarEvent => {
    const key = `public ${one.kind} ${one.of.id} ${one.entry ?? ''}`
    return {
      uid: createHash('sha256').update(key).digest('hex').slice(0, 32),
      ...{ day: one.day, at: null },
      summary:
        one.kind === 'event' && one.event !== null
          ? words.t(`act.event.${one.event}`)
          : words.t(`days.${one.kind}`),
      description: addressOf(one.of),
    }
  })
  return icalOf(words.t('days.title'), events, stamp)
}
