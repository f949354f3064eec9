/** The id of the last record of an answer in, the mark that the next one goes on from out, and back. */
import { refuse } from '../../core/faults.ts'
import { ID } from '../site/address.ts'

export const cursorOf = (id: string): string => Buffer.from(id).toString('base64url')

/** Whatever is no id could be put into a query of the database only as an odd text; it is refused all the same. */
export function idOfCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!ID.test(id) || cursorOf(id) !== cursor) throw refuse('api.cursor', {}, 'cursor')
  return id
}
