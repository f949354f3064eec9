/** Worlds for tests: the real program on a database that nothing outlives, with a clock that stands still. */
import { fileURLToPath } from 'node:url'
import { newId } from '../src/adapters/chance.ts'
import { stoppedClock } from '../src/adapters/clock.ts'
import { memoryFiles } from '../src/adapters/file-store.ts'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { type Actor, HOME } from '../src/core/access.ts'
import type { Visitor } from '../src/core/account.ts'
import type { Source } from '../src/core/document.ts'
import type { MoveName } from '../src/core/state.ts'
import type { Store } from '../src/store/connect.ts'
import { accountByHandle } from '../src/store/queries/accounts.ts'
import { loadReplies } from '../src/store/queries/standing.ts'
import { loadStatuses } from '../src/store/queries/statuses.ts'
import { storeLike, testStore } from '../src/store/test-stores.ts'
import { changeAccounts } from '../src/usecases/accounts/change.ts'
import { writeAccount } from '../src/usecases/accounts/join.ts'
import { openSession, visit } from '../src/usecases/accounts/sessions.ts'
import type { Context } from '../src/usecases/context.ts'
import { parseDecided } from '../src/usecases/decided-schema.ts'
import { type Imported, importReport } from '../src/usecases/import-report.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { replayDecisions } from '../src/usecases/replay-decisions.ts'
import { rulesInForce } from '../src/usecases/rules-in-force.ts'
import { formToken } from '../src/web/middleware/form-token.ts'
import { site } from '../src/web/site/site.ts'
import type { Paint } from '../src/web/site/views.ts'

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const NOW = '2026-11-23T12:00:00.000Z'
export const knowledge = loadKnowledge(ROOT)

export const worldOn = (store: Store): Context => ({
  store,
  house: store,
  actor: null,
  files: memoryFiles(),
  clock: stoppedClock(NOW),
  knowledge,
  maxBytes: 1_000_000,
})
export const emptyWorld = async (): Promise<Context> => worldOn(await testStore())

/** The example corpus with its recorded decisions, as the demo shows it. */
export async function corpusWorld(): Promise<Context> {
  const corpus = readCorpus(`${ROOT}/examples`)
  const world = worldOn(
    await storeLike('corpus', async (store) => {
      await loadCorpus(worldOn(store), corpus)
    }),
  )
  for (const report of corpus.reports) world.files.put(report.bytes())
  return world
}

export const aSource = (more: Partial<Source> = {}): Source => ({
  title: 'Monitor’s notebook',
  publisher: 'An invented monitor',
  collector: 'An invented monitor',
  url: null,
  published: '2031-05-31',
  accessed: null,
  licence: null,
  reliabilityOfSource: 'likely',
  reliabilityOfInformation: 'likely',
  ...more,
})

export const importText = (world: Context, text: string, name = 'notebook.txt'): Promise<Imported> =>
  importReport(world, {
    bytes: new TextEncoder().encode(text),
    name,
    country: 'kz',
    source: aSource(),
    asOf: null,
    by: 'aigerim',
  })

/** A decision with everything it must have; tests write what matters to them. */
export const aDecision = (more: Record<string, unknown>): Record<string, unknown> => ({
  record: 'incident',
  id: 'kz-2024-05-07-a',
  country: 'kz',
  document: 'notebook',
  kind: 'event',
  freedoms: ['assembly'],
  date: '2024-05-07',
  places: [],
  people: [],
  groups: [],
  acts: ['detention'],
  laws: [],
  penalties: [],
  by: 'aigerim',
  at: '2026-11-01T09:00:00Z',
  ...more,
})

/** Recorded, and no more: nothing of it is public yet. */
export const recordAll = async (world: Context, lines: readonly Record<string, unknown>[]): Promise<void> => {
  const decisions = lines.map((line, index) =>
    parseDecided(line, world.knowledge.codebook, NOW.slice(0, 10), `line ${index + 1}`),
  )
  await replayDecisions(world, decisions)
}

let moves = 0
/** A move made by somebody who coded none of the records in these tests, each a second after the one before. */
export const aMove = (
  move: MoveName,
  ids: readonly string[],
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  record: 'move',
  move,
  ids,
  by: 'second-reader',
  at: new Date(Date.parse('2026-11-10T09:00:00Z') + 1_000 * moves++).toISOString(),
  ...(['correct', 'return', 'withdraw', 'reopen'].includes(move) && { why: 'as the test says' }),
  ...more,
})

/** The whole way from coded to public; what was public before comes as a correction. */
export async function publishAll(world: Context, ids: readonly string[]): Promise<void> {
  const statuses = await loadStatuses(world.house, world.knowledge.codebook.policy.moves, ids)
  const coded = ids.filter((id) => statuses.get(id)?.state === 'coded')
  const [again, first] = [true, false].map((wasShown) =>
    coded.filter((id) => statuses.get(id)?.wasShown === wasShown),
  ) as [string[], string[]]
  const asked = await loadReplies(world.house)
  const unheard = coded.filter((id) => !asked.has(id))
  await recordAll(world, [
    ...unheard.map((id) => ({
      record: 'reply',
      id,
      notAsked: 'as the test says',
      by: 'second-reader',
      at: '2026-11-09T09:00:00Z',
    })),
    ...(coded.length > 0 ? [aMove('verify', coded), aMove('clear', coded)] : []),
    ...(first.length > 0 ? [aMove('publish', first)] : []),
    ...(again.length > 0 ? [aMove('correct', again)] : []),
  ])
}

/** Recorded, read by a second person, cleared and published. */
export async function decideAll(world: Context, lines: readonly Record<string, unknown>[]): Promise<void> {
  await recordAll(world, lines)
  await publishAll(world, [
    ...new Set(lines.flatMap((one) => (one.record === 'incident' ? [String(one.id)] : []))),
  ])
}

/** An account without a way in, and a session of it as a browser would hold it. */
export async function signedInAs(
  world: Context,
  {
    handle = 'aigerim',
    role = 'editor',
    organisation = HOME,
  }: Partial<Pick<Actor, 'handle' | 'role' | 'organisation'>> = {},
): Promise<Entered> {
  const now = world.clock.now()
  const change = { actor: 'test', did: 'join', to: handle }
  const token = await changeAccounts(world, change, async (trx) => {
    const known = await accountByHandle(trx, handle)
    const account = { id: known?.id ?? newId(), handle, role, organisation }
    if (!known) await writeAccount(trx, account, now)
    return openSession(trx, now, account, 'Firefox, Linux')
  })
  const visitor = await visit(world, token)
  if (!visitor) throw new Error('the session just opened is not there')
  return { token, visitor, cookie: `__Host-aigaq=${token}`, formToken: formToken(visitor.session) }
}
export type Entered = {
  readonly token: string
  readonly visitor: Visitor
  readonly cookie: string
  readonly formToken: string
}

/** `paint` is asked for the picture of a page; without it pages have none. `remembers`: as where it is served, pages are kept. */
export const siteOf = (
  world: Context,
  origin = '',
  paint?: Paint,
  remembers = false,
  more: Partial<Parameters<typeof site>[1]> = {},
) =>
  site(
    { store: world.store, knowledge: world.knowledge, rules: rulesInForce(world.knowledge), paint },
    { root: ROOT, origin, remembers, ...more },
  )
