/** A code from a letter in; one action more out, once, whoever asks and however often, whatever kills the program between. */
import { sql, type Transaction } from 'kysely'
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { ACTION_DAYS } from '../../core/act/door.ts'
import { refuse } from '../../core/faults.ts'
import { addDays } from '../../core/partial-date.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import type { ActionRow, Tables } from '../../store/tables.ts'
import { type Actions, cohortOf, openedWish, readCode, type Wish } from './actions.ts'
import { type Bursts, burstsOf, type Round } from './bursts.ts'
import { groupCommit } from './group-commit.ts'
import { isTaken } from './open-door.ts'
import type { SealedNews } from './seal-news.ts'
import { windowOf } from './windows.ts'

type Coded = NonNullable<ReturnType<typeof readCode>>
type Confirmed = Wish & {
  readonly campaign: string
  readonly cohort: string
  readonly sealedNews: SealedNews | null
}

/**
 * A code that was used already, or whose two days are over, is answered like one that counted: who watches a mailbox learns
 * nothing. Only one that was not made here is refused.
 */
export function confirming(actions: Actions): (code: string) => Promise<void> {
  const bursts = burstsOf(actions)
  const write = groupCommit((items: readonly Coded[]) => writeActions(actions, bursts, items))
  return async (code) => {
    const coded = readCode(actions.keys, code)
    if (!coded) throw refuse('action.code')
    const door = await actions.door(coded.key.campaign)
    // Somebody asked before the campaign was paused or signing was switched off: they can confirm when it goes on.
    if (!door || !(await isTaken(actions, door, 'signature'))) throw refuse('action.shut')
    await write(coded)
  }
}

async function writeActions(
  actions: Actions,
  bursts: Bursts,
  items: readonly Coded[],
): Promise<readonly undefined[]> {
  const keys = new Map(items.map((one) => [one.id, one.key]))
  const day = today(actions.clock)
  const round = bursts.round()
  await inOpenHouse(actions.store, async (trx) => {
    const taken = await trx
      .deleteFrom('action_asks')
      .where('id', 'in', [...keys.keys()].sort())
      .where('day', '>=', addDays(day, -ACTION_DAYS))
      .returning(['id', 'campaign', 'sealed'])
      .execute()
    if (taken.length === 0) return
    const confirmed = await Promise.all(
      taken.map(async ({ id, campaign, sealed }): Promise<Confirmed> => {
        const key = keys.get(id)
        if (!key) throw new Error('an ask that nobody named')
        const wish = openedWish(key, id, sealed)
        const sealedNews =
          wish.news && actions.sealNews ? await actions.sealNews(campaign, wish.address) : null
        return { ...wish, campaign, cohort: cohortOf(key, wish.domain, day), sealedNews }
      }),
    )
    const news = await firstTimes(trx, confirmed)
    if (news.length === 0) return
    await writeRows(trx, await rowsOf(trx, round, news, day))
    const asked = news.flatMap(({ campaign, sealedNews }) =>
      sealedNews ? [{ id: newId(), campaign, ...sealedNews }] : [],
    )
    if (asked.length > 0) await trx.insertInto('action_news').values(asked).execute()
  })
  round.done()
  return items.map(() => undefined)
}

/** Of each mailbox the first that is confirmed: the mark is turned in this transaction, or was before. */
async function firstTimes(
  trx: Transaction<Tables>,
  confirmed: readonly Confirmed[],
): Promise<readonly Confirmed[]> {
  const firsts = new Map(confirmed.map((one) => [`${one.campaign} ${one.mark}`, one]))
  const inOrder = [...firsts.values()].sort((a, b) => (a.mark < b.mark ? -1 : 1))
  const { rows } = await sql<{ campaign: string; mark: string }>`
    with mine as (
      select campaign, mark from action_marks
      where (campaign, mark) in (select * from unnest(${inOrder.map((one) => one.campaign)}::text[], ${inOrder.map((one) => one.mark)}::text[]))
        and not done order by mark for update)
    update action_marks set done = true from mine
    where action_marks.campaign = mine.campaign and action_marks.mark = mine.mark and not action_marks.done
    returning action_marks.campaign, action_marks.mark`.execute(trx)
  return rows.flatMap((one) => firsts.get(`${one.campaign} ${one.mark}`) ?? [])
}

async function rowsOf(
  trx: Transaction<Tables>,
  round: Round,
  confirmed: readonly Confirmed[],
  day: string,
): Promise<readonly ActionRow[]> {
  const rows: ActionRow[] = []
  for (const [campaign, own] of Map.groupBy(confirmed, (one) => one.campaign)) {
    const n = await windowOf(trx, campaign, day)
    for (const { kind, country, cohort, isLarge } of own) {
      const held = !isLarge && (await round.isOver(trx, { campaign, day, cohort }))
      rows.push({ campaign, n, kind, country, day, cohort, held })
    }
  }
  return rows
}

/** In no order: what lies side by side did not come in side by side. */
export async function writeRows(trx: Transaction<Tables>, rows: readonly ActionRow[]): Promise<void> {
  const mixed = rows.map((row) => ({ row, by: newId() })).sort((a, b) => (a.by < b.by ? -1 : 1))
  await trx
    .insertInto('actions')
    .values(mixed.map((one) => one.row))
    .execute()
}
