/** The rulings on one case, observation or assistance in the order of the log in, the record as it stands out. */
import type { RecordProceeding } from '../decided.ts'
import { canonical, type Json } from '../json.ts'
import type {
  Answer,
  Answered,
  Assistance,
  CaseFile,
  CaseKind,
  CaseRecord,
  CaseSource,
  Entry,
  EntryBody,
  EntryVersion,
  Observation,
} from './case.ts'
import {
  answerField,
  entryField,
  HEAD,
  type OpenCase,
  type RecordAssistance,
  type RecordEntry,
  type RecordObservation,
} from './lines.ts'

export type Ruling = {
  readonly record_kind: string
  readonly record: string
  readonly field: string
  readonly held: readonly { readonly value: Json }[]
  readonly by: string
  readonly at: string
  readonly why: string | null
  readonly event: number
}

/** Null: nothing says what the record is about any more. */
export function foldCase(kind: CaseKind, rulings: readonly Ruling[]): CaseRecord | null {
  switch (kind) {
    case 'proceeding':
      return proceedingOf(rulings)
    case 'observation':
      return observationOf(rulings)
    case 'assistance':
      return assistanceOf(rulings)
  }
}

const saidIn = <T>(ruling: Ruling | undefined): T | null =>
  ruling?.held[0] === undefined ? null : (ruling.held[0].value as unknown as T)
const newest = (rulings: readonly Ruling[], field: string): Ruling | undefined =>
  rulings.findLast((one) => one.field === field)

/** Who opened it: the first to write of it at all. */
const keptOf = (rulings: readonly Ruling[]): { id: string; by: string; at: string } => ({
  id: rulings[0]?.record ?? '',
  by: rulings[0]?.by ?? '',
  at: rulings[0]?.at ?? '',
})

function proceedingOf(rulings: readonly Ruling[]): CaseFile | null {
  const head = saidIn<OpenCase>(newest(rulings, HEAD))
  const persons = newest(rulings, 'person')?.held.map((one) => String(one.value)) ?? []
  const people = head?.people ?? persons
  if (people.length === 0) return null
  return {
    kind: 'proceeding',
    ...keptOf(rulings),
    tier: head?.tier ?? 'team',
    country: head?.country ?? null,
    title: head?.title ?? null,
    people,
    entries: entriesOf(rulings),
  }
}

function observationOf(rulings: readonly Ruling[]): Observation | null {
  const head = saidIn<RecordObservation>(newest(rulings, HEAD))
  if (head === null) return null
  const { sheet, about, on, hour = null, observer, source, tier = 'team' } = head
  const questions = [...new Set(rulings.map((one) => one.field))].filter((one) =>
    one.startsWith(answerField('')),
  )
  const answers = questions.flatMap((field): readonly Answered[] => {
    const [last, ...earlier] = rulings
      .filter((one) => one.field === field)
      .map((one) => ({ answer: saidIn<Answer>(one), by: one.by, at: one.at, why: one.why }))
      .reverse()
    return last ? [{ ...last, question: field.slice(answerField('').length), earlier }] : []
  })
  return { kind: 'observation', ...keptOf(rulings), sheet, about, on, hour, observer, source, tier, answers }
}

function assistanceOf(rulings: readonly Ruling[]): Assistance | null {
  const head = saidIn<RecordAssistance>(newest(rulings, HEAD))
  if (head === null) return null
  const { what, people, about, on, doneBy, to = null, due = null, note = null, source, tier = 'team' } = head
  const said = { what, people, about, on, doneBy, to, due, note, source, tier }
  return { kind: 'assistance', ...keptOf(rulings), ...said, entries: entriesOf(rulings) }
}

/** Entries in the order in which each was first written; the lists of an older line are entries with a number each. */
function entriesOf(rulings: readonly Ruling[]): readonly Entry[] {
  const versions = new Map<string, EntryVersion[]>()
  const add = (id: string, one: EntryVersion): void => {
    versions.set(id, [...(versions.get(id) ?? []), one])
  }
  for (const ruling of rulings) {
    const list =
      ruling.field === 'charge' ? chargesOf(ruling) : ruling.field === 'stage' ? stagesOf(ruling) : []
    for (const [id, one] of list) {
      // Where a list that is written anew has another charge in this place, what became of the one before is none of its.
      const isAnother = isOtherCharge(versions.get(id)?.at(-1)?.body, one.body)
      for (const [other, all] of isAnother ? [...versions] : []) {
        const last = all.at(-1)
        if (last?.body.kind === 'outcome' && last.body.charge === id)
          add(other, { ...last, ...whoOf(ruling), struck: true })
      }
      add(id, one)
    }
    const numbered = NUMBERED[ruling.field]
    // A whole list written anew leaves nothing of a longer one before it.
    for (const [id, all] of numbered ? [...versions] : []) {
      const last = all.at(-1)
      if (numbered?.test(id) && last && !list.some(([known]) => known === id))
        add(id, { ...last, ...whoOf(ruling), struck: true })
    }
    if (!ruling.field.startsWith(entryField(''))) continue
    const line = saidIn<RecordEntry>(ruling)
    if (line === null) {
      // What it rested on was erased: the version before was a mistake already, and does not come back.
      const id = ruling.field.slice(entryField('').length)
      const before = versions.get(id)?.at(-1)
      if (before) add(id, { ...before, ...whoOf(ruling), struck: true })
      continue
    }
    const { what, source, people = [], struck = false } = line
    add(ruling.field.slice(entryField('').length), { body: what, source, people, struck, ...whoOf(ruling) })
  }
  return [...versions].flatMap(([id, all]): readonly Entry[] => {
    const [last, ...earlier] = [...all].reverse()
    return last ? [{ ...last, id, earlier }] : []
  })
}

const whoOf = ({ by, at, why, event }: Ruling): Pick<EntryVersion, 'by' | 'at' | 'why' | 'event'> => ({
  by,
  at,
  why,
  event,
})

const isOtherCharge = (before: EntryBody | undefined, now: EntryBody): boolean =>
  before?.kind === 'charge' && now.kind === 'charge' && canonical(before.law) !== canonical(now.law)

/** Ids of what came in lists, by the field of the list. */
const NUMBERED: Readonly<Record<string, RegExp>> = {
  charge: /^charge-\d+$/,
  stage: /^(?:stage|penalty)-\d+$/,
}

type Listed = readonly (readonly [string, EntryVersion])[]

/** Lists named no source of their own: the incident a stage lies in, or the coder. */
const sourceOf = (incident: string | undefined, by: string): CaseSource =>
  incident === undefined ? { kind: 'hand', title: by } : { kind: 'incident', incident }

const chargesOf = (ruling: Ruling): Listed =>
  ruling.held.map(({ value }, index) => {
    const { status, ...law } = value as unknown as RecordProceeding['charges'][number]
    const body = { kind: 'charge', law, basis: status, offence: null } as const
    return [
      `charge-${index + 1}`,
      { body, source: sourceOf(undefined, ruling.by), people: [], struck: false, ...whoOf(ruling) },
    ]
  })

const stagesOf = (ruling: Ruling): Listed =>
  ruling.held.flatMap(({ value }, index): Listed => {
    const { stage, date, incident, penalty } = value as unknown as RecordProceeding['stages'][number]
    const common = { source: sourceOf(incident, ruling.by), people: [], struck: false, ...whoOf(ruling) }
    const id = `stage-${index + 1}`
    return [
      [id, { body: { kind: 'stage', stage, date }, ...common }],
      ...(penalty
        ? ([
            [`penalty-${index + 1}`, { body: { kind: 'penalty', penalty, date, stage: id }, ...common }],
          ] as const)
        : []),
    ]
  })

/** The entries that stand, of one kind. */
export const standing = <K extends Entry['body']['kind']>(
  entries: readonly Entry[],
  kind: K,
): readonly (Entry & { readonly body: Extract<Entry['body'], { readonly kind: K }> })[] =>
  entries.filter(
    (one): one is Entry & { readonly body: Extract<Entry['body'], { readonly kind: K }> } =>
      one.body.kind === kind && !one.struck,
  )
