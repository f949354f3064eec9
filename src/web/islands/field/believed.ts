/** The house's signed list in, keys to seal to out: signed by the key that this phone first met, of today, and never older than one seen before. */
import { listSignedBy } from '../../../adapters/sealed/signed-list.ts'
import { faultsOfList } from '../../../core/sealed/recipients.ts'
import { dayOf } from '../installed/day-of.ts'
import { type KeptList, kept, remember } from './phone-store.ts'

type Offered = { readonly root: string; readonly signed: { list: string; signature: string } | null }
export type Renewed = 'kept' | 'offline' | 'unbelieved' | 'older' | 'unlisted'

/** Asked for whenever there is a network. One that is not believed changes nothing of the one that is kept. */
export async function renewList(): Promise<Renewed> {
  const offered = await fetch('/field/list.json', { cache: 'no-store' })
    .then((answer) => (answer.ok ? (answer.json() as Promise<Offered>) : null))
    .catch(() => null)
  if (!offered) return 'offline'
  const known = await kept('list')
  if (offered.signed === null) return 'unlisted'
  if (known && known.root !== offered.root) return 'unbelieved'
  const list = listSignedBy(offered.root, offered.signed)
  if (!list) return 'unbelieved'
  const faults = faultsOfList(list, dayOf(new Date()), known?.seq ?? 0)
  if (faults.length > 0) return faults.includes('older') ? 'older' : 'unlisted'
  const { seq, issued, expires, recipients } = list
  const keys = recipients.map((one) => one.key)
  await remember('list', { root: offered.root, seq, issued, expires, keys })
  return 'kept'
}

/** Null: there is none, or its time is over. */
export async function listNow(): Promise<KeptList | null> {
  const list = await kept('list')
  const today = dayOf(new Date())
  return list && list.issued <= today && today <= list.expires ? list : null
}
