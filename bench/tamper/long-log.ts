/** A log of a hundred thousand entries, each with a row, made in memory; how long it takes to check all of it, and one proof, out. */
import { inclusionProof, isIncluded } from '../../src/core/log/tree.ts'
import { GENESIS } from '../../src/store/append.ts'
import { checkLog, type LogSlice } from '../../src/store/check-log.ts'
import {
  contentHash,
  eventHash,
  eventText,
  hasher,
  leafOf,
  leafOfEntry,
  newNonce,
  rowsHash,
  sha256,
} from '../../src/store/leaf.ts'
import type { EventRow } from '../../src/store/tables.ts'

const [ENTRIES, AT_ONCE, PROOFS] = [100_000, 500, 50]
/** In milliseconds. */
const [MOST_ALL, MOST_PROOF] = [3_000, 50]

const rowOfEntry = (seq: number) => ({
  ...{ id: `kz-2024-05-07-${seq}`, by: 'aigerim', why: 'two sources say so', event: seq, nonce: `n${seq}` },
})

function logOf(many: number): readonly EventRow[] {
  const events: EventRow[] = []
  for (let seq = 1; seq <= many; seq += 1) {
    const [nonce, object, input] = [newNonce(), `kz-2024-05-07-${seq}`, { step: 'verify', n: seq }]
    const event: EventRow = {
      ...{ seq, at: '2026-11-27T10:00:00.000Z', actor: 'aigerim', organisation: 'home', use_case: 'move' },
      ...{ nonce, object, input, content_hash: contentHash(nonce, object, input) },
      rows_hash: rowsHash([leafOf('moves', rowOfEntry(seq))]),
      ...{ prev_hash: events.at(-1)?.hash ?? GENESIS, hash: '' },
    }
    events.push({ ...event, hash: eventHash(event) })
  }
  return events
}

/** Leaves are made of the rows again, as whoever verifies does. */
function* slicesOf(events: readonly EventRow[]): Generator<LogSlice> {
  for (let at = 0; at < events.length; at += AT_ONCE) {
    const some = events.slice(at, at + AT_ONCE)
    yield { events: some, leaves: new Map(some.map(({ seq }) => [seq, [leafOf('moves', rowOfEntry(seq))]])) }
  }
}

/** True where both are as fast as they must be. */
export async function timeLongLog(chance: () => number): Promise<boolean> {
  const events = logOf(ENTRIES)
  const began = performance.now()
  const before = process.cpuUsage()
  const { breaks, root } = await checkLog({ stones: [], signed: [], slices: slicesOf(events) })
  const [all, { user }] = [performance.now() - began, process.cpuUsage(before)]
  if (breaks.length > 0) throw new Error('the long log is broken')
  const leaves = events.map(({ hash }) => leafOfEntry(hash))
  const times: number[] = []
  for (let n = 0; n < PROOFS; n += 1) {
    const index = Math.floor(chance() * ENTRIES)
    const [proof, event] = [inclusionProof(hasher, leaves, index), events[index]]
    if (!event) throw new Error('no entry')
    const asked = performance.now()
    const leaf = leafOfEntry(sha256(eventText(event)))
    const claim = { leaf, index, size: ENTRIES, root: Buffer.from(root, 'hex'), proof }
    if (!isIncluded(hasher, claim)) throw new Error(`entry ${index} is not proved`)
    times.push(performance.now() - asked)
  }
  const worst = Math.max(...times)
  const isSoon = all <= MOST_ALL && worst <= MOST_PROOF
  console.log(
    `${isSoon ? 'ok  ' : 'FAIL'} a log of ${ENTRIES} entries checked in ${(all / 1_000).toFixed(2)} s (processor ${(user / 1e6).toFixed(2)} s); one proof in it in ${worst.toFixed(2)} ms, the slowest of ${PROOFS}`,
  )
  return isSoon
}
