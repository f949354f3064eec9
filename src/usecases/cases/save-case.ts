/** Somebody's line about a case in; recorded in their name when they may write there, or refused. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { CaseKind } from '../../core/cases/case.ts'
import type { CaseLine } from '../../core/cases/lines.ts'
import { refuse } from '../../core/faults.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { mayDo, mayRead, permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { caseTarget } from './read-cases.ts'

/** What a form says: who writes it and when is for the program to say. */
type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never
export type CaseInput = Bare<CaseLine>

const BEGINS: Readonly<Record<CaseKind, string>> = {
  proceeding: 'case',
  observation: 'obs',
  assistance: 'help',
}
/** What it is, and a tail by chance that spells no word and counts nothing. */
export const newCaseId = (kind: CaseKind): string => `${BEGINS[kind]}-${newTail()}`
export const newEntryId = (): string => `e-${newTail()}`

/** `isNew`: nobody has made the record yet. */
export async function saveCase(context: Context, input: CaseInput, isNew: boolean): Promise<void> {
  if (isNew) permit(context, 'open-case')
  else {
    const row = await caseRecord(context.store, input.id)
    permit(context, 'decide', { id: input.id, target: row && caseTarget(row) })
  }
  await mayHangOn(context, input)
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  await replayDecisions(context, [decided])
}

/** What it points to must be open to whoever points: else the answer would tell that it is there. */
async function mayHangOn(context: Context, input: CaseInput): Promise<void> {
  const about = 'about' in input ? input.about : {}
  const source = 'source' in input && input.source.kind === 'incident' ? input.source.incident : undefined
  for (const id of [about.incident, source]) {
    if (id === undefined) continue
    const row = await recordRow(context.store, id)
    if (!row || !mayRead(context, 'team', targetOf(row))) throw refuse('record.unknown', { id }, id)
  }
  if (about.case !== undefined) {
    const row = await caseRecord(context.store, about.case)
    if (!row || !mayRead(context, 'team', caseTarget(row)))
      throw refuse('record.unknown', { id: about.case }, about.case)
  }
  if ('source' in input && input.source.kind === 'document' && !mayDo(context, 'import', null))
    throw refuse('access.forbidden')
}
