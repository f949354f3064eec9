/** A local day and hour of a zone in, the instant out, and back: by the rules of the tz database that the platform brings. */

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  formats.set(zone, made)
  return made
}

export type Local = { readonly day: string; readonly hour: string }

/** Milliseconds since 1970 in, the local day and hour out. */
export function localOf(instant: number, zone: string): Local {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map((one) => [one.type, one.value]),
  )
  const of = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, hour: `${of('hour')}:${of('minute')}` }
}

const asUtc = ({ day, hour }: Local): number => Date.parse(`${day}T${hour}:00Z`)

/** Of an hour that a clock showed twice, the first; of one that it left out, the instant as long after the change. */
export function instantOf(local: Local, zone: string): number {
  const wanted = asUtc(local)
  const offsetAt = (instant: number): number => asUtc(localOf(instant, zone)) - instant
  // Offsets a day before and after: where they differ, the clock was set in between.
  const [before, after] = [offsetAt(wanted - 86_400_000), offsetAt(wanted + 86_400_000)]
  const early = wanted - Math.max(before, after)
  if (asUtc(localOf(early, zone)) === wanted) return early
  const late = wanted - Math.min(before, after)
  return asUtc(localOf(late, zone)) === wanted ? late : wanted - before
}

/** So many hours later on that clock: 48 hours are 48 hours, even over the night on which clocks were set back. */
export const addHours = (from: Local, hours: number, zone: string): Local =>
  localOf(instantOf(from, zone) + hours * 3_600_000, zone)
