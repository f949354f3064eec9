/** A line about a case, an observation or an assistance in; a claim with its source for each thing said, and the decision that it stands, out. */
import type { CaseKind, CaseSource } from '../../core/cases/case.ts'
import { answerField, type CaseLine, entryField, HEAD } from '../../core/cases/lines.ts'
import { refuse } from '../../core/faults.ts'
import { canonical, type Json } from '../../core/json.ts'
import type { Span } from '../../core/span.ts'
import { evidenceIn } from '../../review/evidence.ts'
import { instant, record } from '../../store/append.ts'
import { sha256 } from '../../store/leaf.ts'
import { caseRulings } from '../../store/queries/cases.ts'
import { isFound } from '../../store/queries/documents.ts'
import { type Context, happeningOf } from '../context.ts'
import { knownRulings, refuseUnknown } from './known.ts'

export async function recordCase(context: Context, decided: CaseLine): Promise<void> {
  const kind = await knownRulings(context, decided)
  await refuseUnknown(context, decided)
  const origin = await originOf(context, decided)
  await record(context.store, happeningOf(context, decided), async (writer) => {
    // Behind the lock of the log: of what stands already nothing is said twice.
    const before = new Map((await caseRulings(writer.trx, [decided.id])).map((one) => [one.field, one.held]))
    for (const [field, value] of saidIn(decided)) {
      const stands = before.get(field)
      // Nothing was said, and nothing is taken back.
      if (!stands && value === null) continue
      if (stands && canonical(stands.map((one) => one.value)) === canonical(value === null ? [] : [value]))
        continue
      const claims = value === null ? [] : [claimOf(decided, kind, field, value, origin)]
      await writer.append('claims', claims)
      await writer.append('decisions', [
        {
          record_kind: kind,
          record: decided.id,
          field,
          verdict: 'stands',
          held: claims.map((one) => ({ value: one.value, claims: [one.id], person: null })),
          by: decided.by,
          at: instant(decided.at),
          why: decided.why ?? null,
        },
      ])
    }
  })
}

/** What a line says, field by field; an answer that is taken back is null. */
function saidIn(decided: CaseLine): readonly (readonly [string, Json | null])[] {
  const { record: _record, id: _id, by: _by, at: _at, why: _why, ...said } = decided
  const json = (value: unknown): Json => JSON.parse(canonical(value)) as Json
  switch (decided.record) {
    case 'case':
    case 'assistance':
      return [[HEAD, json(said)]]
    case 'entry': {
      const { entry: _entry, ...rest } = said as Omit<typeof decided, 'record' | 'id' | 'by' | 'at' | 'why'>
      return [[entryField(decided.entry), json(rest)]]
    }
    case 'observation': {
      const { answers: _answers, ...rest } = said as Omit<
        typeof decided,
        'record' | 'id' | 'by' | 'at' | 'why'
      >
      return [
        [HEAD, json(rest)],
        ...decided.answers.map(
          ({ question, answer }) => [answerField(question), answer === null ? null : json(answer)] as const,
        ),
      ]
    }
  }
}

type Origin = { readonly document: string | null; readonly span: Span | null }

/** A source that is a document is held to its word: the words must stand in it. */
async function originOf({ store }: Context, decided: CaseLine): Promise<Origin> {
  const source: CaseSource | null = 'source' in decided ? decided.source : null
  if (source?.kind !== 'document') return { document: null, span: null }
  const { document, words } = source
  const found = await store
    .selectFrom('documents')
    .select(['id', 'text'])
    .where((where) => where.or([where('id', '=', document), where('name', '=', document)]))
    .where(isFound)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  if (!found) throw refuse('record.unknown', { id: document }, decided.id)
  const span = evidenceIn(found.text, { start: 0, end: found.text.length }, words)
  if (span === null) throw refuse('passage.not-found', { words }, decided.id)
  return { document: found.id, span }
}

function claimOf(decided: CaseLine, kind: CaseKind, field: string, value: Json, { document, span }: Origin) {
  const { id: record, by, at } = decided
  return {
    id: `c-${sha256(canonical({ kind, record, field, value, by, at })).slice(0, 20)}`,
    record_kind: kind,
    record,
    reading: null,
    draft: null,
    document,
    field,
    value,
    start_at: span?.start ?? null,
    end_at: span?.end ?? null,
    rule: null,
    coder: by,
    basis: 'stated' as const,
  }
}
