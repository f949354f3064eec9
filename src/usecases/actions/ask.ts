/** An address and what its owner wants to do in; a letter that asks them out. Answered alike whoever asked, and however often. */
import { sql } from 'kysely'
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { OnlineKind } from '../../core/act/actions.ts'
import { MOST_MAILS } from '../../core/act/door.ts'
import { mailboxOf } from '../../core/act/mailbox.ts'
import { REGIONS } from '../../core/act/regions.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { isAddress } from '../../core/letter.ts'

import { inOpenHouse } from '../../store/open-house.ts'
import { type Actions, markOf, sealedWish, type Wish } from './actions.ts'
import { groupCommit } from './group-commit.ts'
import { openDoor } from './open-door.ts'

export type AskAction = {
  readonly campaign: string
  readonly kind: OnlineKind
  readonly address: string
  /** What they say, and nothing that anybody measured; null: they did not say. */
  readonly where: 'inside' | 'outside' | null
  readonly country: string | null
  readonly news: boolean
  readonly language: Language
}

type Asked = {
  readonly campaign: string
  readonly id: string
  readonly mark: string
  readonly sealed: string
  readonly day: string
}

/** One of these for each program that serves: it gathers what is asked at the same time into one transaction. */
export function asking(actions: Actions): (asked: AskAction) => Promise<void> {
  const write = groupCommit((items: readonly Asked[]) => writeAsks(actions, items))
  return async (asked) => {
    const door = await openDoor(actions, asked)
    const key = actions.keys.of(asked.campaign)
    if (!key) throw refuse('action.shut')
    const address = asked.address.trim()
    if (!isAddress(address)) throw refuse('letters.address')
    const country = asked.where === 'inside' ? door.country : asked.country
    if (country !== null && !REGIONS.has(country)) throw refuse('action.country')
    const { mailbox, domain, isLarge } = mailboxOf(address, actions.mailboxes)
    const [id, mark, day] = [newId(), markOf(key, mailbox), today(actions.clock)]
    const wish: Wish = {
      ...{ kind: asked.kind, address, mark, domain, isLarge, country },
      ...{ news: asked.news && actions.sealNews !== null, language: asked.language },
    }
    await write({ campaign: key.campaign, id, mark, sealed: sealedWish(key, id, wish), day })
  }
}

/** A mailbox that confirmed already, or was written to three times, gets no letter; whoever asked cannot see which. */
async function writeAsks({ store }: Actions, items: readonly Asked[]): Promise<readonly undefined[]> {
  const firsts = new Map(items.map((one) => [`${one.campaign} ${one.mark}`, one]))
  // In one order always, so that two programs that write the same mailboxes wait for each other and do not lock.
  const inOrder = [...firsts.values()].sort((a, b) => (a.mark < b.mark ? -1 : 1))
  await inOpenHouse(store, async (trx) => {
    const written = await sql<{ campaign: string; mark: string }>`
      insert into action_marks (campaign, mark, mails, done)
      select campaign, mark, 1, false from unnest(${inOrder.map((one) => one.campaign)}::text[], ${inOrder.map((one) => one.mark)}::text[]) as asked (campaign, mark)
      on conflict (campaign, mark) do update set mails = action_marks.mails + 1
      where not action_marks.done and action_marks.mails < ${MOST_MAILS} returning campaign, mark`.execute(
      trx,
    )
    const may = new Set(written.rows.map((one) => `${one.campaign} ${one.mark}`))
    const asked = inOrder.filter((one) => may.has(`${one.campaign} ${one.mark}`))
    if (asked.length === 0) return
    const column = (name: 'id' | 'campaign' | 'sealed' | 'day') => asked.map((one) => one[name])
    await sql`insert into action_asks (id, campaign, sealed, day) select * from unnest(${column('id')}::text[], ${column('campaign')}::text[], ${column('sealed')}::text[], ${column('day')}::text[])`.execute(
      trx,
    )
    // The day, not the moment: letters of one day leave in the order of their ids, which is none.
    await sql`insert into letters (id, ask, kind, of, state, due, tries)
      select id, ask, 'action', day, 'waiting', (day || 'T00:00:00Z')::timestamptz, 0
      from unnest(${asked.map(() => newId())}::text[], ${column('id')}::text[], ${column('day')}::text[]) as asked (id, ask, day)`.execute(
      trx,
    )
  })
  return items.map(() => undefined)
}
