/** A world, the name of one more organisation in; that organisation with a compartment of its own, still empty, out. */
import { changeAccounts } from '../../src/usecases/accounts/change.ts'
import type { Context } from '../../src/usecases/context.ts'

export const anOrganisation = (world: Context, id: string): Promise<unknown> =>
  changeAccounts(world, { actor: 'operator', did: 'organisation', to: id }, (trx) =>
    trx.insertInto('organisations').values({ id, name: id, since: '2026-11-01' }).execute(),
  )
