/** The id of the last record of an answer in, the mark that the next one goes on from out, and back. */
import { refuse } from '../../core/faults.ts'

export const cursorOf = (id: string): string => Buffer.from(id).toString('base64url')

/** Whatever is no id could be put into a query of the database only as an odd text; it is refused all the same. */
export function idOfCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!/^[A-Za-z0-9][A-Za-z0-9._@-]{0,100}$/.test(id) || cursorOf(id) !== cursor)
    throw refuse('api.cursor', {}, 'cursor')
  return id
}
