/** Records in; which of them the codebook asks a second reader for, and how far that reading is, out. */
import type { Incident } from '../../core/record.ts'
import type { SecondRule } from '../../core/review-rules.ts'
import { AGREEMENT, type Compared, compare } from '../../review/compare.ts'
import type { Wanted } from '../../review/decided-values.ts'
import { secondAsked } from '../../review/second.ts'
import type { Store } from '../../store/connect.ts'
import { byRecord } from '../../store/queries/by-record.ts'
import { loadPeople } from '../../store/queries/people.ts'
import type { SecondReadingRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'

/**
 * none: no rule asks · drawn, awaited: nobody has read it a second time, and its verification does not or does wait for it · differs: the two codings differ and nobody settled it ·
 * settled: one of the two decided anew, with a reason, after both were read · agrees: they say the same.
 */
export const SECOND_STATES = ['none', 'drawn', 'awaited', 'differs', 'settled', 'agrees'] as const
export type SecondState = (typeof SECOND_STATES)[number]
export type SecondStanding = {
  readonly state: SecondState
  readonly asked: readonly SecondRule[]
  readonly reading: SecondReadingRow | null
  /** Against what stands now. */
  readonly compared: readonly Compared[]
}

type Reader = Pick<Store, 'selectFrom'>

export async function secondStandings(
  { knowledge }: Pick<Context, 'knowledge'>,
  store: Reader,
  incidents: readonly Incident[],
  ids?: readonly string[],
): Promise<ReadonlyMap<string, SecondStanding>> {
  const decided = await decidedBy(store, ids)
  const query = store.selectFrom('second_readings').selectAll().orderBy('event')
  const rows = await (ids ? query.where('record', 'in', [...ids, '']) : query).execute()
  const readings = new Map(rows.map((one) => [one.record, one]))
  const people = readings.size > 0 ? await loadPeople(store) : new Map()
  return new Map(
    incidents.map((incident): readonly [string, SecondStanding] => {
      const steps = decided.get(incident.id) ?? []
      const first = steps.map((one) => one.at).sort()[0] ?? ''
      const asked = secondAsked(incident, first, knowledge.codebook.review)
      const reading = readings.get(incident.id) ?? null
      if (reading === null) return [incident.id, { state: unread(asked), asked, reading, compared: [] }]
      const compared = compare(incident, wantedOf(reading), reading.document, people)
      const state = compared.every((one) => one.isSame)
        ? 'agrees'
        : isSettled(steps, reading)
          ? 'settled'
          : 'differs'
      return [incident.id, { state, asked, reading, compared }]
    }),
  )
}

const unread = (asked: readonly SecondRule[]): SecondState =>
  asked.length === 0 ? 'none' : asked.some((rule) => rule.before) ? 'awaited' : 'drawn'

/** What holds a verification up: a rule that asks for it before, and no agreement yet. */
export const isReadTwice = (one: SecondStanding | undefined): boolean =>
  !one?.asked.some((rule) => rule.before) || one.state === 'agrees' || one.state === 'settled'

export const wantedOf = (reading: Pick<SecondReadingRow, 'held'>): readonly Wanted[] =>
  reading.held as unknown as readonly Wanted[]

export const agreementCounts = (compared: readonly Compared[]) => ({
  rule: AGREEMENT,
  compared: compared.length,
  agreed: compared.filter((one) => one.isSame).length,
})

type Step = {
  readonly record: string
  readonly event: number
  readonly by: string
  readonly at: string
  readonly why: string | null
}

async function decidedBy(store: Reader, ids?: readonly string[]) {
  const query = store
    .selectFrom('decisions')
    .select(['record', 'event', 'by', 'at', 'why'])
    .distinct()
    .where('record_kind', '=', 'incident')
  return byRecord<Step>(await (ids ? query.where('record', 'in', [...ids, '']) : query).execute())
}

/** By the second reader, or by whoever had coded it before; anybody else would be a third opinion. */
function isSettled(steps: readonly Step[], { event, by }: SecondReadingRow): boolean {
  const both = new Set([by, ...steps.filter((one) => one.event < event).map((one) => one.by)])
  return steps.some((one) => one.event > event && both.has(one.by) && (one.why ?? '').trim() !== '')
}
