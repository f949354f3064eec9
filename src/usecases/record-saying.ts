/** What one more source says of an incident in; its claims, and what then stands of each field it speaks of, out. */
import type { Claim } from '../core/claim.ts'
import type { RecordSaying, Weighing } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { Person } from '../core/person.ts'
import type { Verdict } from '../core/record.ts'
import { type Field, SINGLE_FIELDS } from '../core/values.ts'
import { agrees } from '../review/agreement.ts'
import { type Wanted, wantedFields } from '../review/decided-values.ts'
import { locate } from '../review/locate.ts'
import { settle } from '../review/settle.ts'
import { type Said, weigh } from '../review/weigh.ts'
import { instant, record, type Writer } from '../store/append.ts'
import { proposalsOf } from '../store/queries/claims.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadPeople } from '../store/queries/people.ts'
import { type FieldSaid, loadSayings, otherwiseFieldOf } from '../store/queries/sayings.ts'
import { type Context, happeningOf, packOf } from './context.ts'
import { refuseUnseen } from './decide-draft.ts'
import { candidates, evidenceOf, findDocument, holdAll } from './hold-values.ts'

export async function recordSaying(context: Context, said: RecordSaying): Promise<void> {
  const document = await findDocument(context, said.document)
  const telling = locate(document.text, said.from, said.to)
  if (!telling) throw refuse('passage.not-found', { words: `${said.from} … ${said.to}` }, said.id)
  const people = await loadPeople(context.store)
  const evidence = evidenceOf(said, document.text, telling)
  const proposed = candidates(await proposalsOf(context.store, document.id), telling)
  await record(context.store, happeningOf(context, said), async (writer) => {
    await refuseUnseen(writer, said.id, said.id, said.seen)
    const [incident] = await loadIncidents(writer.trx, [said.id])
    if (!incident) throw refuse('record.unknown', { id: said.id }, said.id)
    const pack = packOf(context.knowledge, incident.country)
    const { start, end } = telling
    const { country } = incident
    await writer.append('tellings', [
      { record: said.id, country, document: document.id, start_at: start, end_at: end },
    ])
    const standing = await loadSayings(writer.trx, said.id)
    const settled = settle(wantedFields(said.says, pack, people), proposed, people)
    for (const [field, values] of settled) {
      const held = await holdAll(writer, said, document.id, { telling, evidence }, values)
      const now = standing.get(field)
      const how = said.weighed?.find((one) => one.field === field)?.how ?? unasked(field, now)
      await decideField(writer, said, field, weigh(fieldOf(now), held, how, sameIn(field, people)))
    }
  })
}

/** Where nothing was said of it: what stands is never pushed aside, and what is counted once is not counted twice. */
const unasked = (field: Field, now: FieldSaid | undefined): Weighing =>
  fieldOf(now).held.length > 0 && (SINGLE_FIELDS.has(field) || field === 'group') ? 'keep' : 'beside'

const isUnknownDate = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'precision' in value &&
  'from' in value &&
  'to' in value &&
  value.from === null &&
  value.to === null

/** A date that nobody knew is no value that another could differ from. */
const fieldOf = (now: FieldSaid | undefined) => ({
  held: (now?.held ?? []).filter((one) => !isUnknownDate(one.value)),
  verdict: (now?.verdict ?? 'stands') as Verdict,
  otherwise: now?.otherwise ?? [],
})

const sameIn =
  (field: Field, people: ReadonlyMap<string, Person>) =>
  (a: Said<unknown>, b: Said<unknown>): boolean => {
    const wanted = { field, value: a.value, person: a.person } as unknown as Wanted
    return agrees(wanted, { field, value: b.value } as unknown as Claim, people)
  }

/** Two rows: what stands, and what is said otherwise where anything is. */
export async function decideField(
  writer: Writer,
  { id, by, at, why }: Pick<RecordSaying, 'id' | 'by' | 'at' | 'why'>,
  field: Field,
  {
    held,
    verdict,
    otherwise,
  }: {
    readonly held: FieldSaid['held']
    readonly verdict: Verdict
    readonly otherwise: FieldSaid['held']
  },
): Promise<void> {
  const row = { record_kind: 'incident', record: id, by, at: instant(at), why: why ?? null }
  // Two days of one event cannot both be right: beside each other they are disputed.
  const isDisputed = SINGLE_FIELDS.has(field) && held.length > 1
  await writer.append('decisions', [
    { ...row, field, verdict: isDisputed ? 'disputed' : verdict, held },
    { ...row, field: otherwiseFieldOf(field), verdict: 'stands', held: otherwise },
  ])
}
