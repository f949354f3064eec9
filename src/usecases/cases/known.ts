/** A line about a case in; refused where what it names is not there: its record, people, incidents, entries it points to. */
import { HOME } from '../../core/access.ts'
import type { CaseKind, Entry } from '../../core/cases/case.ts'
import { foldCase, standing } from '../../core/cases/fold.ts'
import type { CaseLine } from '../../core/cases/lines.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { caseRulings } from '../../store/queries/cases.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { type Context, organisationOf } from '../context.ts'

const KIND_OF = { case: 'proceeding', observation: 'observation', assistance: 'assistance' } as const

/** The kind of the record the line is about; an id of another kind or of another organisation is one that is not there. */
export async function knownRulings(context: Context, decided: CaseLine): Promise<CaseKind> {
  const [first] = await caseRulings(context.house, [decided.id])
  const kind = first?.record_kind as CaseKind | undefined
  const unknown = refuse('record.unknown', { id: decided.id }, decided.id)
  if (first && (first.organisation ?? HOME) !== organisationOf(context)) throw unknown
  if (decided.record !== 'entry') {
    if (kind !== undefined && kind !== KIND_OF[decided.record]) throw unknown
    return KIND_OF[decided.record]
  }
  if (kind === undefined || kind === 'observation') throw unknown
  if ((decided.what.kind === 'answer') !== (kind === 'assistance'))
    throw refuse('input.value', { problem: `what.kind: ${decided.what.kind} in ${kind}` }, decided.id)
  return kind
}

export async function refuseUnknown(context: Context, decided: CaseLine): Promise<void> {
  const missing = [
    ...(await unknownPeople(context, decided)),
    ...(await unknownIncidents(context, decided)),
    ...(await unknownEntries(context, decided)),
  ]
  if (missing.length > 0)
    throw new Refusal(
      missing.map((id): Fault => ({ code: 'record.unknown', where: decided.id, params: { id } })),
    )
}

async function unknownPeople({ store }: Context, decided: CaseLine): Promise<readonly string[]> {
  const named = [
    ...('people' in decided ? (decided.people ?? []) : []),
    ...('about' in decided && 'person' in decided.about && decided.about.person !== undefined
      ? [decided.about.person]
      : []),
  ]
  if (named.length === 0) return []
  const people = await loadPeople(store)
  return named.filter((id) => !people.has(id))
}

async function unknownIncidents({ store }: Context, decided: CaseLine): Promise<readonly string[]> {
  const about = 'about' in decided ? decided.about.incident : undefined
  const source =
    'source' in decided && decided.source.kind === 'incident' ? decided.source.incident : undefined
  const named = [about, source].filter((one) => one !== undefined)
  if (named.length === 0) return []
  const told = await store.selectFrom('tellings').select('record').where('record', 'in', named).execute()
  return named.filter((id) => !told.some((one) => one.record === id))
}

/** What an entry or an observation points to inside of a case. */
async function unknownEntries(context: Context, decided: CaseLine): Promise<readonly string[]> {
  // What is struck out says nothing any more, and what it pointed to may have been struck out before it.
  if (decided.record === 'case' || ('struck' in decided && decided.struck === true)) return []
  const id = decided.record === 'entry' ? decided.id : decided.about.case
  if (id === undefined) return []
  const rulings = await caseRulings(context.store, [id])
  if (decided.record === 'entry' && decided.what.kind === 'answer') return []
  const file = foldCase(
    'proceeding',
    rulings.filter((one) => one.record_kind === 'proceeding'),
  )
  if (file?.kind !== 'proceeding') return [id]
  const has = (kind: Entry['body']['kind'], asked: string | undefined): boolean =>
    asked === undefined || standing(file.entries, kind).some((one) => one.id === asked)
  return pointedTo(decided).flatMap(([kind, asked]) => (has(kind, asked) ? [] : [asked ?? '']))
}

function pointedTo(decided: CaseLine): readonly (readonly [Entry['body']['kind'], string | undefined])[] {
  if (decided.record === 'observation') return [['hearing', decided.about.hearing]]
  if (decided.record !== 'entry') return []
  const { what } = decided
  return [
    ['charge', 'charge' in what && typeof what.charge === 'string' ? what.charge : undefined],
    ['charge', what.kind === 'outcome' ? what.into : undefined],
    ['stage', what.kind === 'penalty' || what.kind === 'restriction' ? what.stage : undefined],
  ]
}
