/** An organisation that is asked in, a link that is told once out: no more than its hash is kept, and the team sends it by a way of its own. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newToken } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import { addDays } from '../../core/partial-date.ts'
import { LINK_DAYS, MOST_LINK_DAYS } from '../../core/signing/signing.ts'
import { sha256 } from '../../store/leaf.ts'
import { linksOf, offersOf } from '../../store/queries/signing.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { publicationIn } from '../writing/read-publication.ts'

/** Nothing of it stands in the log: whom the team asked is nobody's business after they have answered. */
export async function inviteToSign(
  context: Context,
  id: string,
  asked: { readonly label: string; readonly days: string },
): Promise<string> {
  await mayInvite(context, id)
  const label = asked.label.trim().slice(0, 200)
  if (label === '') throw refuse('sign.label', {}, 'label')
  const [token, by] = [newToken(), handleOf(context)]
  const link = {
    id: `sg-${randomBytes(6).toString('hex')}`,
    ...{ publication: id, label, token_hash: sha256(token), by, handed_to: [by] },
    ...{ expires: endOf(context, asked.days), made: today(context.clock), handed_at: context.clock.now() },
  }
  await context.house.insertInto('sign_links').values(link).execute()
  return token
}

/** The link that was given before opens nothing from now on, and whoever was shown one stays noted. */
export async function renewLink(
  context: Context,
  id: string,
  signatory: string,
  days: string,
): Promise<string> {
  await mayInvite(context, id)
  const token = newToken()
  const done = await context.house
    .updateTable('sign_links')
    .set({
      ...{ token_hash: sha256(token), expires: endOf(context, days), made: today(context.clock) },
      handed_to: sql`coalesce(handed_to, array[by]) || ${handleOf(context)}::text`,
      handed_at: context.clock.now(),
    })
    .where('publication', '=', id)
    .where('id', '=', signatory)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw refuse('record.unknown', { id: signatory }, signatory)
  return token
}

/** The link and the team's note of whom they asked go; what the organisation answered stays as it is, and is confirmed by nobody any more. */
export async function dropLink(context: Context, id: string, signatory: string): Promise<void> {
  permit(context, 'write')
  await publicationIn(context, context.store, id)
  const own = (await linksOf(context.house, id)).some((one) => one.id === signatory)
  if (!own) throw refuse('record.unknown', { id: signatory }, signatory)
  await context.house.deleteFrom('sign_links').where('id', '=', signatory).execute()
}

const handleOf = ({ actor }: Pick<Context, 'actor'>): string => actor?.handle ?? 'operator'

/** Who gets a link reads a text that is not out yet. */
async function mayInvite(context: Context, id: string): Promise<void> {
  permit(context, 'publish-text')
  await publicationIn(context, context.store, id)
  if ((await offersOf(context.house, id)).length === 0) throw refuse('sign.not-offered', {}, id)
}

function endOf({ clock }: Pick<Context, 'clock'>, days: string): string {
  const n = days.trim() === '' ? LINK_DAYS : Number(days)
  if (!Number.isInteger(n) || n < 1 || n > MOST_LINK_DAYS)
    throw refuse('sign.days', { most: MOST_LINK_DAYS }, 'days')
  return addDays(today(clock), n)
}
