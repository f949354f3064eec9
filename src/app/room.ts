/** The data folder of a house in; room kept in it, or given up before a step that protects somebody, out. */
import { keepReserve, makeRoom } from '../adapters/reserve.ts'

export const keepRoom = ({ data }: { readonly data: string }): boolean => keepReserve(data)

/** Told once, since there is no second reserve until somebody makes room. */
export function roomIn(data: string): void {
  if (makeRoom(data))
    process.stderr.write(
      'the disk is full: its reserve was given up for a step that protects somebody; make room now\n',
    )
}
