/** Time stamps that were checked in, what is said of them out: each that does not hold by what it is of and whose it is. */
import type { StampFound } from '../usecases/log/check-stamps.ts'
import type { Terminal } from './terminal.ts'

/** True when none is wrong. Where no certificate is believed, stamps are kept and nothing is said of them but that. */
export function tellStamps(
  { say, note, words }: Terminal,
  stamps: readonly StampFound[],
  isAnyBelieved: boolean,
): boolean {
  if (stamps.length === 0) return true
  if (!isAnyBelieved) {
    note(words.t('cli.verify.stamps.unchecked', { n: stamps.length }))
    return true
  }
  const wrong = stamps.filter((one) => one.found.kind !== 'holds')
  for (const { stamped, imprint, authority, found } of wrong)
    say(
      words.t(`cli.verify.stamp.${found.kind}`, { what: words.t(`stamped.${stamped}`), imprint, authority }),
    )
  const times = stamps.flatMap(({ found }) => (found.kind === 'holds' ? [found.at] : [])).sort()
  if (times.length > 0)
    say(words.t('cli.verify.stamps', { n: times.length, from: times[0] ?? '', to: times.at(-1) ?? '' }))
  return wrong.length === 0
}
