/** What was counted in, the lines that tell it out. */
import type { Annotated } from './annotated.ts'
import type { Taken } from './courses.ts'

export type Course = {
  readonly all: readonly Annotated[]
  readonly review: readonly Taken[]
  readonly byHand: readonly Taken[]
  readonly toTakeIn: ReadonlyMap<string, number>
  readonly toSwitchOn: ReadonlyMap<string, number>
  /** Requests to anywhere else, and errors of scripts. */
  readonly outside: readonly string[]
  readonly times: ReadonlyMap<string, readonly number[]>
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)
const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0]
  return (low + high) / 2
}
const mean = (numbers: readonly number[]): number => sum(numbers) / Math.max(1, numbers.length)
const round = (n: number): string => String(Math.round(n * 10) / 10)

const keysOf = (one: Taken): number => sum(one.keys.values())
const wordingOf = (one: Taken): number =>
  sum([...one.keys].flatMap(([what, n]) => (what.endsWith('(wording)') ? [n] : [])))
const counted = (names: readonly string[]): string =>
  [...new Set(names)]
    .map((name) => ({ name, n: names.filter((one) => one === name).length }))
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name))
    .map(({ name, n }) => `${name} ${n}`)
    .join(', ') || 'none'

function line(name: string, all: readonly Taken[]): string {
  const good = all.filter((one) => one.failed === null)
  const keys = good.map(keysOf)
  const without = good.map((one) => keysOf(one) - wordingOf(one))
  return `${name}: ${good.length} of ${all.length} saved; keys an incident median ${round(median(keys))}, mean ${round(mean(keys))} (without wording ${round(median(without))}, ${round(mean(without))}); wall time median ${Math.round(median(good.map((one) => one.ms)))} ms, mean ${Math.round(mean(good.map((one) => one.ms)))} ms; looked at again ${sum(good.map((one) => one.checks))} times`
}

export function told(scripted: Course, plain: Course): { readonly text: string; readonly isSound: boolean } {
  const rounds = [
    ['review, script on', scripted.review],
    ['review, script off', plain.review],
    ['empty form, script on', scripted.byHand],
  ] as const
  const same = scripted.review.slice(0, plain.review.length)
  const spent = (all: readonly Taken[]): string => {
    const total = new Map<string, number>()
    for (const one of all) for (const [what, n] of one.keys) total.set(what, (total.get(what) ?? 0) + n)
    return [...total]
      .sort((a, b) => b[1] - a[1])
      .map(([what, n]) => `${what} ${n}`)
      .join(', ')
  }
  const failures = rounds.flatMap(([name, all]) =>
    all.flatMap((one) => (one.failed === null ? [] : [`FAILED, ${name}, ${one.id}: ${one.failed}`])),
  )
  const otherwise = rounds.flatMap(([name, all]) =>
    all.flatMap((one) => one.otherwise.map((what) => `SAVED OTHERWISE, ${name}, ${one.id}: ${what}`)),
  )
  const outside = [...scripted.outside, ...plain.outside].map((one) => `LEFT THE PAGE: ${one}`)
  const text = [
    `report taken in with ${sum(scripted.toTakeIn.values())} keys (script off ${sum(plain.toTakeIn.values())}); keys switched on once with ${sum(scripted.toSwitchOn.values())}`,
    ...rounds.map(([name, all]) => line(name, all)),
    line(`review, script on, the same ${same.length} as with script off`, same),
    `no rule had proposed: ${counted(scripted.review.filter((one) => !one.isProposed).map((one) => one.id))}`,
    `no correction: ${scripted.review.filter((one) => one.done.length === 0).length} of ${scripted.review.length}; none but of wording: ${scripted.review.filter((one) => one.done.every((what) => what.endsWith('wording'))).length}`,
    `corrected: ${counted(scripted.review.flatMap((one) => one.done))}`,
    `keys of review, script on, by what for: ${spent(scripted.review)}`,
    `keys of review, script off, by what for: ${spent(plain.review)}`,
    `keys of the empty form, by what for: ${spent(scripted.byHand)}`,
    `cannot be said in the form: ${counted(scripted.all.flatMap((one) => one.unsayable))}`,
    `not in a list to pick from: ${counted(scripted.all.flatMap((one) => one.unpicked))}`,
    ...[...scripted.times]
      .filter(([what]) => !what.endsWith('asset'))
      .map(
        ([what, times]) =>
          `server, ${what}: median ${round(median(times))} ms, worst ${Math.round(Math.max(...times))} ms of ${times.length}`,
      ),
    ...failures,
    ...otherwise,
    ...outside,
  ].join('\n')
  return { text, isSound: failures.length + otherwise.length + outside.length === 0 }
}
