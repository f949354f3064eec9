/** The house in; asked at any time, the moments between which it is, out. */
import { DAY, steadyFrom } from '../core/steady-clock.ts'
import { writtenAhead, writtenBy } from '../store/queries/log.ts'
import type { Context, Span } from '../usecases/context.ts'

export async function steadyOf({ house, clock }: Pick<Context, 'house' | 'clock'>): Promise<() => Span> {
  const now = (): number => Date.parse(clock.now())
  const at = (days: number): string => new Date(now() + days * DAY).toISOString()
  const [last, ahead] = [await writtenBy(house, at(-1)), await writtenAhead(house, at(2), at(-1))]
  const moment = (one: string | null): number | null => (one === null ? null : Date.parse(one))
  const seen = { last: moment(last), ahead: moment(ahead) }
  const steady = steadyFrom(seen, now(), performance.now())
  return () => {
    const { isSteady, earliest, latest } = steady.at(now(), performance.now())
    return {
      isSteady,
      earliest: new Date(earliest).toISOString(),
      latest: new Date(latest).toISOString(),
    }
  }
}

/** Said while it lasts, each time a day's work is tried. */
export function sayIfUnsteady({ clock, span }: Pick<Context, 'clock' | 'span'>): void {
  const now = span?.()
  if (now === undefined || now.isSteady) return
  const [from, to] = [now.earliest.slice(0, 10), now.latest.slice(0, 10)]
  process.stderr.write(
    `the clock says ${clock.now().slice(0, 10)}, and it may be any day from ${from} to ${to}: what cannot be undone waits until it has stood by it for a day\n`,
  )
}
