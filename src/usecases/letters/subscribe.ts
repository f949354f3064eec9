/** An address and what it wants to follow in; a letter on its way that asks its owner, out. Confirmed by a second step, left by a third. */
import { newId } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { later } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { CONFIRM_HOURS, isAddress, isLetterSubject } from '../../core/letter.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { idOfCode, type Post } from './post.ts'

export type AskLetters = { readonly address: string; readonly subject: string; readonly language: Language }

/** Answers alike whether the address is here or not, and writes to it once a day at most: nobody can be asked about, or flooded. */
export async function askLetters(post: Post, asked: AskLetters): Promise<void> {
  const { sealing, clock } = post
  const address = asked.address.trim()
  if (!isAddress(address)) throw refuse('letters.address')
  const [country, , topic] = asked.subject.split('/')
  const isKnown = isLetterSubject(asked.subject) && post.knowledge.packs.has(country ?? '')
  if (!isKnown || (topic !== undefined && !post.knowledge.codebook.vocabularies.freedoms.has(topic)))
    throw refuse('letters.subject')
  const [now, id, address_mark] = [clock.now(), newId(), sealing.mark(address.toLowerCase())]
  await inOpenHouse(post.store, async (trx) => {
    await trx
      .deleteFrom('subscriptions')
      .where('confirmed', '=', false)
      .where('asked', '<', later(now, -CONFIRM_HOURS * 60))
      .execute()
    await trx
      .insertInto('subscriptions')
      .values({
        id,
        address: sealing.seal(address, id),
        address_mark,
        subject: asked.subject,
        language: asked.language,
        asked: now,
        confirmed: false,
      })
      .onConflict((one) => one.columns(['address_mark', 'subject']).doNothing())
      .execute()
    const row = await trx
      .selectFrom('subscriptions')
      .select(['id', 'confirmed'])
      .where('address_mark', '=', address_mark)
      .where('subject', '=', asked.subject)
      .executeTakeFirstOrThrow()
    if (row.confirmed) return
    await trx
      .insertInto('letters')
      .values({
        id: newId(),
        subscription: row.id,
        kind: 'confirm',
        of: today(clock),
        state: 'waiting',
        due: now,
        tries: 0,
      })
      .onConflict((one) => one.columns(['subscription', 'kind', 'of']).doNothing())
      .execute()
  })
}

/** Once: the code says nothing any more when it was used, or is older than two days. */
export async function confirmLetters(post: Post, code: string): Promise<void> {
  const id = idOfCode(post, 'confirm', code)
  const done =
    id === null
      ? undefined
      : await inOpenHouse(post.store, (trx) =>
          trx
            .updateTable('subscriptions')
            .set({ confirmed: true })
            .where('id', '=', id)
            .where('confirmed', '=', false)
            .where('asked', '>=', later(post.clock.now(), -CONFIRM_HOURS * 60))
            .returning('id')
            .executeTakeFirst(),
        )
  if (!done) throw refuse('letters.code')
}

/** The address and every letter to it that has not left go at once. A code that was used already is answered alike. */
export async function leaveLetters(post: Post, code: string): Promise<void> {
  const id = idOfCode(post, 'leave', code)
  if (id === null) throw refuse('letters.code')
  await inOpenHouse(post.store, (trx) => trx.deleteFrom('subscriptions').where('id', '=', id).execute())
}
