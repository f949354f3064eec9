/** A group's own tactics: one written down, all that stand, those that readers see, what goes when somebody is forgotten. */
import { today } from '../../adapters/clock.ts'
import { HOME } from '../../core/access.ts'
import { refuse } from '../../core/faults.ts'
import type { Json } from '../../core/json.ts'
import type { PublicTactic, RecordTactic, Tactic } from '../../core/tactic.ts'
import { projectTactic } from '../../core/withholding/project-tactic.ts'
import { instant, record, type Writer } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { eraseIn } from '../../store/erase.ts'
import { type StandingTactic, tacticRows } from '../../store/queries/tactics.ts'
import { type Context, happeningOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { heldNames } from '../writing/held-names.ts'

/** Refuses with `record.unknown` what ends nothing, and with `input.value` an id that the codebook has. */
export async function recordTactic(context: Context, decided: RecordTactic): Promise<void> {
  permit(context, decided.public ? 'release-recommendation' : 'recommend')
  const { id, tactic, by, at, why } = decided
  const now = (await tacticRows(context.store)).find((one) => one.id === id)
  if (now?.isPublic) permit(context, 'release-recommendation')
  if (context.knowledge.codebook.tactics.has(id))
    throw refuse('input.value', { problem: `id: the codebook has a tactic called ${id}` }, id)
  if (tactic === null && !now) throw refuse('record.unknown', { id }, id)
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('tactics', [
      { id, tactic, is_public: decided.public, why: why ?? null, by, at: instant(at) },
    ]),
  )
}

export async function listTactics(context: Context): Promise<readonly StandingTactic[]> {
  permit(context, 'recommend')
  return tacticRows(context.store)
}

export async function saveTactic(
  context: Context,
  id: string,
  tactic: Omit<Tactic, 'id'> | null,
  isPublic: boolean,
): Promise<void> {
  const who = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const line = { record: 'tactic', id, tactic, public: isPublic, ...who }
  await replayDecisions(context, [
    parseDecided(line, context.knowledge.codebook, today(context.clock), 'form'),
  ])
}

/** The house's own that were let out and name nobody. */
export async function releasedTactics(
  context: Context,
  house: Pick<Store, 'selectFrom'>,
): Promise<readonly PublicTactic[]> {
  const rows = (await tacticRows(house)).filter((one) => one.isPublic && one.organisation === HOME)
  if (rows.length === 0) return []
  const names = await heldNames(context, house)
  return rows.flatMap(({ id, tactic, at }) => projectTactic({ id, ...tactic }, at.slice(0, 10), names) ?? [])
}

/** The name goes out of the words; what can be done stays. Returns how many rows changed. */
export const eraseTactics = (writer: Writer, inJson: (value: Json) => Json): Promise<number> =>
  eraseIn(writer, 'tactics', (row) => ({
    ...row,
    tactic: row.tactic === null ? null : inJson(row.tactic as Json),
    why: row.why === null ? null : inJson(row.why as Json),
  }))
