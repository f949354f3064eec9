/** A measured day → the line of a document's text that says it, and such a line → the day again. */
import { type MeasuredDay, ranked } from './measured-day.ts'

/** Where the data say nothing. */
const UNKNOWN = '-'
const keyWords = ({ country, network, site, test }: MeasuredDay): string =>
  `${country ?? UNKNOWN} ${network === null ? UNKNOWN : `AS${network}`} | ${site ?? UNKNOWN} | ${test}`

function countWords(one: MeasuredDay): string {
  const { n, anomaly, confirmed, failure, ok, control } = one
  const words = [
    `${n} measured, ${anomaly} anomaly, ${confirmed} confirmed, ${failure} failed, ${ok} ok`,
    `control reached ${control}`,
    ...ranked(one.failures).map(([word, count]) => `${word} ${count}`),
    ...ranked(one.issuers).map(([issuer, count]) => `certificate of «${issuer}» ${count}`),
  ]
  return words.join('; ')
}

export const dayLine = (one: MeasuredDay): string =>
  `${one.day ?? UNKNOWN} | ${keyWords(one)} | ${countWords(one)}`

/** All days of one site on one network, `sum` of them: the line that tells them together. */
export function spanLine(days: readonly MeasuredDay[], sum: MeasuredDay): string {
  const known = [...new Set(days.flatMap((one) => one.day ?? []))].sort()
  const when = known.length === 0 ? UNKNOWN : `${known[0]} to ${known.at(-1)}, ${known.length} days`
  return `${keyWords(sum)} | ${when} | ${countWords(sum)}`
}

const LINE =
  /^(-|\d{4}-\d{2}-\d{2}) \| (-|[A-Z]{2}) (-|AS\d+) \| (\S+) \| ([a-z0-9_]+) \| (\d+) measured, (\d+) anomaly, (\d+) confirmed, (\d+) failed, (\d+) ok; control reached (\d+)((?:; .+)?)$/
const FAILURE = /^([a-z]+ [a-z0-9_]+) (\d+)$/
const ISSUER = /^certificate of «([^»]*)» (\d+)$/

/** Null for every other line. */
export function parseDayLine(line: string): MeasuredDay | null {
  const found = LINE.exec(line)
  if (!found) return null
  const [, day, country, network, site, test, n, anomaly, confirmed, failure, ok, control, rest = ''] = found
  const known = (text: string | undefined): string | null =>
    text === undefined || text === UNKNOWN ? null : text
  const pairs = (pattern: RegExp): ReadonlyMap<string, number> =>
    new Map(
      rest.split('; ').flatMap((part) => {
        const [, word, count] = pattern.exec(part) ?? []
        return word === undefined ? [] : [[word, Number(count)] as const]
      }),
    )
  return {
    test: test ?? '',
    site: known(site),
    country: known(country),
    network: network === UNKNOWN ? null : Number(network?.slice(2)),
    day: known(day),
    n: Number(n),
    anomaly: Number(anomaly),
    confirmed: Number(confirmed),
    failure: Number(failure),
    ok: Number(ok),
    control: Number(control),
    failures: pairs(FAILURE),
    issuers: pairs(ISSUER),
  }
}
