/** The day in; a letter for each subscription of which the week before told something new, out. Asked again, it makes none twice. */
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { addDays } from '../../core/partial-date.ts'
import { newIn } from './new-in.ts'
import type { Post } from './post.ts'

/** The Monday on which a week's letters leave: that of the week the day lies in. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export async function queueDigests(post: Post): Promise<number> {
  const { store, clock } = post
  const monday = mondayOf(today(clock))
  const rows = await store
    .selectFrom('subscriptions')
    .select(['id', 'subject', 'asked'])
    .where('confirmed', '=', true)
    .execute()
  const subjects = [...new Set(rows.map((one) => one.subject))]
  const told = new Set<string>()
  for (const subject of subjects) {
    const { incidents, texts } = await newIn(post, subject, monday)
    if (incidents.length + texts.length > 0) told.add(subject)
  }
  // Who asked this week has not waited a week yet.
  const due = rows.filter((one) => told.has(one.subject) && one.asked.slice(0, 10) < monday)
  let made = 0
  for (const { id } of due) {
    const done = await store
      .insertInto('letters')
      .values({
        id: newId(),
        subscription: id,
        kind: 'digest',
        of: monday,
        state: 'waiting',
        due: clock.now(),
        tries: 0,
      })
      .onConflict((one) => one.columns(['subscription', 'kind', 'of']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (done) made += 1
  }
  return made
}
