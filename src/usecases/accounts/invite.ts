/** A role and an organisation in, a code that makes one account of it out. Only its hash is kept. */
import { newCode } from '../../adapters/chance.ts'
import { type Actor, HOME, ROLES, type Role } from '../../core/access.ts'
import { FIRST_ADMINISTRATOR_MINUTES, INVITATION_HOURS, isHandle, later } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { sha256 } from '../../store/leaf.ts'
import { hasAccounts } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts, OPERATOR } from './change.ts'
import { mayManageAccounts } from './may-manage-accounts.ts'

/** Administrators come from the command line alone: no page can make one, whoever is signed in at it. */
export const INVITABLE: readonly Role[] = ROLES.filter((one) => one !== 'administrator' && one !== 'guest')
export const isInvitable = (role: string): role is Role => INVITABLE.some((one) => one === role)

/** `handle`: for somebody whom the records know already under a pseudonym; only whoever has the machine can say so. */
type Wanted = { readonly role: string; readonly organisation: string; readonly handle?: string }

/** By an administrator at a page, or by whoever has the machine. */
export async function invite(context: Context, by: Actor | typeof OPERATOR, wanted: Wanted): Promise<string> {
  if (by !== OPERATOR && !mayManageAccounts(context, by)) throw refuse('access.forbidden')
  if (!isInvitable(wanted.role)) throw refuse('account.role', { role: wanted.role })
  if (wanted.handle !== undefined && (by !== OPERATOR || !isHandle(wanted.handle)))
    throw refuse('account.handle')
  const name = by === OPERATOR ? OPERATOR : by.handle
  return writeInvitation(context, name, { ...wanted, role: wanted.role }, INVITATION_HOURS * 60)
}

/** The one way to an administrator: a code on the terminal of the machine. */
export const inviteAdministrator = (context: Context): Promise<string> =>
  writeInvitation(
    context,
    OPERATOR,
    { role: 'administrator', organisation: HOME },
    FIRST_ADMINISTRATOR_MINUTES,
  )

/** False while nobody could sign in: the operator is then told how the first administrator comes to be. */
export const isAnybodyIn = (context: Context): Promise<boolean> => hasAccounts(context.store)

async function writeInvitation(
  context: Context,
  by: string,
  { role, organisation, handle }: Wanted & { readonly role: Role },
  minutes: number,
): Promise<string> {
  const [code, now] = [newCode(), context.clock.now()]
  const change = { actor: by, did: 'invite', to: organisation, said: { role } }
  await changeAccounts(context, change, async (trx) => {
    const known = await trx
      .selectFrom('organisations')
      .select('id')
      .where('id', '=', organisation)
      .executeTakeFirst()
    if (!known) throw refuse('organisation.unknown', { id: organisation })
    await trx.deleteFrom('invitations').where('ends', '<=', now).execute()
    const row = { hash: sha256(code), organisation, role, handle: handle ?? null, by }
    await trx
      .insertInto('invitations')
      .values({ ...row, ends: later(now, minutes) })
      .execute()
  })
  return code
}
