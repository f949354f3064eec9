/** The demo's accounts and links that let a stranger in once each. Only `aigaq demo` opens this door, on its own throwaway database. */
import { newCode, newId, tidyCode } from '../../adapters/chance.ts'
import { HOME, type Role } from '../../core/access.ts'
import { later, type Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { sha256 } from '../../store/leaf.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { changeAccounts } from './change.ts'
import { writeAccount } from './join.ts'
import { openSession, renewSession } from './sessions.ts'

export type DemoEntrance = {
  readonly links: readonly { readonly handle: string; readonly code: string }[]
  /** Lives in memory: with the program the door is gone. */
  readonly enter: (code: string, device: string) => Promise<string>
  readonly isOpen: (code: string) => boolean
  /** Demo accounts have no passkey and no passphrase, so a click confirms for them. */
  readonly isDemo: (handle: string) => boolean
  readonly confirm: (visitor: Visitor) => Promise<string>
}

const HOURS = 24
export const DEMO_ACCOUNTS = [
  { handle: 'demo-editor', role: 'editor' },
  { handle: 'demo-monitor', role: 'monitor' },
  { handle: 'demo-administrator', role: 'administrator' },
] as const satisfies readonly { readonly handle: string; readonly role: Role }[]

export async function openDemo(context: Context): Promise<DemoEntrance> {
  for (const one of DEMO_ACCOUNTS) await makeDemoAccount(context, one.handle, one.role)
  const until = later(context.clock.now(), HOURS * 60)
  const links = DEMO_ACCOUNTS.map(({ handle }) => ({ handle, code: newCode() }))
  const open = new Map(links.map(({ handle, code }) => [sha256(code), handle]))
  const isDemo = (handle: string): boolean => DEMO_ACCOUNTS.some((one) => one.handle === handle)
  const isOpen = (code: string): boolean => context.clock.now() < until && open.has(sha256(tidyCode(code)))
  return {
    links,
    isOpen,
    isDemo,
    enter: async (code, device) => {
      const handle = isOpen(code) ? open.get(sha256(tidyCode(code))) : undefined
      open.delete(sha256(tidyCode(code)))
      const account = handle === undefined ? undefined : await accountByHandle(context.store, handle)
      if (!account) throw refuse('invitation.unknown')
      const change = { actor: account.handle, did: 'demo-entrance', to: account.handle }
      return changeAccounts(context, change, (trx) => openSession(trx, context.clock.now(), account, device))
    },
    confirm: ({ actor, session }) => {
      if (!isDemo(actor.handle)) throw refuse('account.refused')
      const change = { actor: actor.handle, did: 'step-up', to: actor.handle, said: { way: 'demo' } }
      return changeAccounts(context, change, (trx) => renewSession(trx, session.hash, context.clock.now()))
    },
  }
}

async function makeDemoAccount(context: Context, handle: string, role: Role): Promise<void> {
  if (await accountByHandle(context.store, handle)) return
  const change = { actor: 'demo', did: 'join', to: handle }
  await changeAccounts(context, change, (trx) =>
    writeAccount(trx, { id: newId(), handle, organisation: HOME, role }, context.clock.now()),
  )
}
