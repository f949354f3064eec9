/** The signed list that a page carries in, the list out if the key named beside it signed it, it holds today, and no newer one was seen. */
import { listSignedBy, readSigned } from '../../../adapters/sealed/signed-list.ts'
import { faultsOfList, type RecipientList } from '../../../core/sealed/recipients.ts'

/** Where the number of the newest list is kept, by the key that signed it. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>

/**
 * `memory`: of a colleague's browser; a server that was taken over then cannot bring back a list with a key that was let go. Null
 * where somebody tells something: nothing of this house may stay on their device.
 */
export function believedList(place: HTMLElement, memory: Memory | null): RecipientList | null {
  const { signed = '', root = '' } = place.dataset
  const read = readSigned(signed)
  const list = read && listSignedBy(root, read)
  if (!list) return null
  const [today, name] = [new Date().toISOString().slice(0, 10), `aigaq-list-${root}`]
  const after = seen(memory, name)
  if (faultsOfList(list, today, after).length > 0) return null
  if (list.seq > after) keep(memory, name, list.seq)
  return list
}

function seen(memory: Memory | null, name: string): number {
  try {
    const kept = Number(memory?.getItem(name) ?? 0)
    return Number.isSafeInteger(kept) ? kept : 0
  } catch {
    return 0
  }
}

/** A browser that keeps nothing believes what is signed and holds today, as before. */
function keep(memory: Memory | null, name: string, seq: number): void {
  try {
    memory?.setItem(name, String(seq))
  } catch {
    // Full, or switched off.
  }
}

/** The memory of this browser; null where it gives none. */
export function memoryHere(): Memory | null {
  try {
    return globalThis.localStorage
  } catch {
    return null
  }
}
