/** Chance in, one story of phones that finish things, meet, tear files, send by halves and are wiped out; whether all came together in the end out. */
import { framed, opening, readFrames } from '../../src/core/field/frames.ts'
import { joined, type Outbox, type Waiting, without } from '../../src/core/field/outbox.ts'

export type Story = {
  /** Finished, and not wiped away before anybody else had it. */
  readonly finished: ReadonlySet<string>
  readonly house: ReadonlySet<string>
  /** What still waits on phones after all of them met the house. */
  readonly waiting: number
  readonly steps: number
}
type Chance = () => number

const waitingOf = (n: number, chance: Chance): Waiting => ({
  head: { id: n.toString(16).padStart(64, '0'), bytes: 1 + Math.floor(chance() * 40), list: 1 },
  ...{ vouched: chance() < 0.5 ? { key: 'a', signature: 'b' } : null, kind: 'note', day: '2026-11-23' },
})

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** What arrives of an outbox as a file, which may be torn off anywhere. */
async function carried(outbox: Outbox, chance: Chance): Promise<readonly Waiting[]> {
  const frames = [...outbox.values()].map((one) =>
    framed({ head: one.head, vouched: one.vouched, from: 0, body: new Uint8Array(one.head.bytes) }),
  )
  const file = Buffer.concat([opening(), ...frames])
  const isTorn = chance() < 0.3
  const start = opening().length
  const end = isTorn ? start + Math.floor(chance() * (file.length - start)) : file.length
  const got: Waiting[] = []
  for await (const { head, vouched } of readFrames(oneChunk(file.subarray(0, end))))
    got.push({ head, vouched, kind: null, day: '2026-11-24' })
  return got
}

export async function mergeStory(chance: Chance): Promise<Story> {
  const phones: Outbox[] = Array.from({ length: 2 + Math.floor(chance() * 4) }, () => new Map())
  const [finished, house] = [new Set<string>(), new Set<string>()]
  const some = (): number => Math.floor(chance() * phones.length)
  const at = (which: number): Outbox => phones[which] ?? new Map()
  let made = 0
  const finish = (which: number): void => {
    made += 1
    const one = waitingOf(made, chance)
    finished.add(one.head.id)
    phones[which] = joined(at(which), [one])
  }
  /** The house has some of it; of that some receipts come back. */
  const send = (which: number, arrives: number, answers: number): void => {
    const proved = new Set<string>()
    for (const id of at(which).keys()) {
      if (chance() >= arrives) continue
      house.add(id)
      if (chance() < answers) proved.add(id)
    }
    phones[which] = without(at(which), proved)
  }
  const steps = 10 + Math.floor(chance() * 30)
  for (let step = 0; step < steps; step += 1) {
    const [which, other, what] = [some(), some(), chance()]
    if (what < 0.45) finish(which)
    else if (what < 0.7) phones[other] = joined(at(other), await carried(at(which), chance))
    else if (what < 0.85) send(which, chance(), chance())
    else if (what < 0.95) for (const one of await carried(at(which), chance)) house.add(one.head.id)
    else {
      // A phone is taken: what nobody else had is gone with it, and nothing else is.
      const gone = at(which)
      phones[which] = new Map()
      const left = new Set([...house, ...phones.flatMap((one) => [...one.keys()])])
      for (const id of gone.keys()) if (!left.has(id)) finished.delete(id)
    }
  }
  for (const which of phones.keys()) send(which, 1, 1)
  return { finished, house, waiting: phones.reduce((sum, one) => sum + one.size, 0), steps }
}

export const cameTogether = ({ finished, house, waiting }: Story): boolean =>
  waiting === 0 && house.size === finished.size && [...finished].every((id) => house.has(id))
