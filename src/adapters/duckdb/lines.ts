/** Numbers of records in a CSV file → the lines they begin on: a cell may hold line ends, so the two differ. */
import { createReadStream } from 'node:fs'

const [QUOTE, LINE] = [34, 10]

/** Record 0 is the heading. Read only once something is wrong, so that a good file costs nothing. */
export async function linesOfRecords(
  path: string,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const found = new Map<number, number>()
  let [record, line, isQuoted, isBlank] = [0, 1, false, true]
  if (wanted.has(0)) found.set(0, 1)
  for await (const piece of createReadStream(path)) {
    for (const byte of piece as Buffer) {
      if (byte === QUOTE) isQuoted = !isQuoted
      if (byte !== LINE) {
        if (byte !== 13) isBlank = false
        continue
      }
      line += 1
      if (isQuoted || isBlank) continue
      record += 1
      isBlank = true
      if (wanted.has(record)) found.set(record, line)
    }
  }
  return found
}
