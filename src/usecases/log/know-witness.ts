/** The key of somebody elsewhere in; their signatures on checkpoints count from now on, or no more, out. */
import { readNoteKey } from '../../adapters/note-keys.ts'
import { refuse } from '../../core/faults.ts'
import type { Json } from '../../core/json.ts'
import { record } from '../../store/append.ts'
import { knownWitnesses } from '../../store/queries/log-tree.ts'
import type { Context } from '../context.ts'

/** The name of the use case in the log. */
export const KNOW_WITNESS = 'know-witness'
export type Knowing = { readonly key: string; readonly ended: boolean }

export async function knowWitness(
  context: Pick<Context, 'store' | 'clock'>,
  { key, ended }: Knowing,
  by: string,
): Promise<string> {
  const read = readNoteKey(key)
  if (read?.use !== 'witness') throw refuse('log.key', { key })
  const known = (await knownWitnesses(context.store)).find((one) => one.name === read.name)
  if ((known?.key === key) === !ended) return read.name
  const at = context.clock.now()
  const input: Json = { key, ended }
  await record(context.store, { actor: by, at, useCase: KNOW_WITNESS, object: read.name, input }, (writer) =>
    writer.append('witnesses', [{ name: read.name, key, ended, by, at }]),
  )
  return read.name
}
