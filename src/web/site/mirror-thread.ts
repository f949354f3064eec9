/** Pages of a copy in, their files out, in a thread that reads the same moment of the database as all others. */
import { parentPort, workerData } from 'node:worker_threads'
import { openKnowledge } from '../../app/knowledge.ts'
import { openPainter } from '../../app/serving.ts'
import { connect } from '../../store/connect.ts'
import { atSharedMoment } from '../../store/one-moment.ts'
import { rulesInForce } from '../../usecases/rules-in-force.ts'
import { type Asked, copyPages, type Written } from './copy-pages.ts'

export type ThreadGiven = {
  /** Of the public login. */
  readonly address: string
  /** What the transaction that makes the copy sees. */
  readonly snapshot: string
  readonly origin: string
  readonly paints: boolean
  readonly isExample: boolean
  readonly contact: string
}
/** Null: all that was asked for is written. */
export type ThreadSays = Written | null

const port = parentPort
if (!port) throw new Error('not a thread')
const { address, snapshot, origin, paints, isExample, contact } = workerData as ThreadGiven
const store = connect(address)
const painter = paints ? openPainter() : null
await atSharedMoment(store, snapshot, async (moment) => {
  const knowledge = openKnowledge()
  const given = { store: moment, knowledge, rules: rulesInForce(knowledge), paint: painter?.paint }
  const pages = copyPages({ ...given, isExample, contact }, origin)
  const say = (said: ThreadSays): void => port.postMessage(said)
  // One group after another: what was read for one page is there for the next.
  let last = Promise.resolve()
  await new Promise<void>((ended, failed) => {
    port.on('message', (asked: readonly (readonly Asked[])[] | 'end') => {
      if (asked === 'end') return ended()
      last = last.then(async () => {
        for (const group of asked) for await (const one of pages(group)) say(one)
        say(null)
      })
      last.catch(failed)
    })
  })
})
await painter?.close()
await store.destroy()
port.close()
