/** What every use case is handed: the store, the files, the clock, and the data that monitors own. */
import type { Clock } from '../adapters/clock.ts'
import type { FileStore } from '../adapters/file-store.ts'
import type { Knowledge } from '../adapters/load-knowledge.ts'
import { refuse } from '../core/faults.ts'
import type { Pack } from '../core/pack.ts'
import type { Store } from '../store/connect.ts'

export type { Knowledge }

export type Context = {
  readonly store: Store
  readonly files: FileStore
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly maxBytes: number
}

export function packOf(knowledge: Pick<Knowledge, 'packs'>, id: string): Pack {
  const pack = knowledge.packs.get(id)
  if (!pack) throw refuse('pack.unknown', { id })
  return pack
}
