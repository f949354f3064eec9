/**
 * Signing in with a handle that nobody has, and with one that somebody has and a wrong passphrase, or a wrong code → how far
 * the medians lie apart. Tries of all kinds take turns in an order by chance, each before a door of its own, so that no
 * waiting is measured. `rest` is what is left of a try without Argon2. Takes the number of tries of each kind, and a seed.
 */
import { Secret, TOTP } from 'otpauth'
import { stepOf } from '../src/adapters/one-time-codes.ts'
import { numbers } from '../src/core/seeded.ts'
import { sha256 } from '../src/store/leaf.ts'
import { accountByHandle, waysToCheck } from '../src/store/queries/accounts.ts'
import { closeTestStores } from '../src/store/test-stores.ts'
import { OPERATOR } from '../src/usecases/accounts/change.ts'
import { newGate } from '../src/usecases/accounts/gate.ts'
import { invite } from '../src/usecases/accounts/invite.ts'
import { joinByPassphrase, openInvitation } from '../src/usecases/accounts/join.ts'
import { signInByPassphrase } from '../src/usecases/accounts/sign-in.ts'
import { openTestServer } from '../test/server.ts'
import { emptyWorld } from '../test/world.ts'

const [TRIES, SEED] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 1)]
/** Between medians, in milliseconds. */
const MOST = 5
const PASSPHRASE = 'seven otters mend a kettle'
const KINDS = ['unknown', 'wrong passphrase', 'wrong code'] as const
type Kind = (typeof KINDS)[number]

const server = await openTestServer()
const world = await emptyWorld()
const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
const { secret } = await openInvitation(world, code)
const totp = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
  timestamp: Date.parse(world.clock.now()),
})
await joinByPassphrase(world, { code, handle: 'lena', passphrase: PASSPHRASE, totp }, 'Firefox, Linux')

/** As long as the other handle, so that nothing but being known tells them apart. */
const given = (kind: Kind) => ({
  handle: kind === 'unknown' ? 'vera' : 'lena',
  passphrase: kind === 'wrong code' ? PASSPHRASE : 'eight otters mend a kettle',
  code: 'abcdefgh',
})
type Took = { readonly wall: number; readonly processor: number; readonly rest: number }
/** The same without Argon2, which costs both the same and a hundred times the rest: what is asked of the database, and the code. */
async function restOf(kind: Kind): Promise<number> {
  const { handle, code } = given(kind)
  const began = performance.now()
  const account = await accountByHandle(world.store, handle)
  const ways = await waysToCheck(world.store, account?.id ?? '', sha256(code))
  const totp = ways.find((one) => one.kind === 'totp')?.secret ?? 'A'.repeat(32)
  stepOf(totp, code, world.clock.now())
  return performance.now() - began
}
async function timeOf(kind: Kind): Promise<Took> {
  const gate = newGate(world)
  const [began, before] = [performance.now(), process.cpuUsage()]
  const said = await signInByPassphrase(world, gate, given(kind), 'Firefox, Linux').catch(
    (error) => error.code,
  )
  const [wall, { user, system }] = [performance.now() - began, process.cpuUsage(before)]
  if (said !== 'account.refused') throw new Error(`${kind}: ${said}`)
  return { wall, processor: (user + system) / 1_000, rest: await restOf(kind) }
}

const chance = numbers(SEED)
const times: Record<Kind, Took[]> = { unknown: [], 'wrong passphrase': [], 'wrong code': [] }
for (let round = -5; round < TRIES; round += 1) {
  const order = KINDS.map((kind) => ({ kind, at: chance() })).sort((a, b) => a.at - b.at)
  for (const { kind } of order) {
    const took = await timeOf(kind)
    // The first rounds warm the program up.
    if (round >= 0) times[kind].push(took)
  }
}

const medianOf = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
/** By how much the difference of two medians changes when rounds are drawn again, nineteen times of twenty. */
function doubt(a: readonly number[], b: readonly number[]): number {
  const drawn = Array.from({ length: 500 }, () => {
    const rounds = a.map(() => Math.floor(chance() * a.length))
    return medianOf(rounds.map((at) => a[at] ?? 0)) - medianOf(rounds.map((at) => b[at] ?? 0))
  }).sort((x, y) => x - y)
  return ((drawn[487] ?? 0) - (drawn[12] ?? 0)) / 2
}

/** What whoever tries can see is the wall; the processor says it again where other programs disturb that. */
const of = (kind: Kind, what: keyof Took): number[] => times[kind].map((one) => one[what])
const signed = (ms: number): string => `${ms < 0 ? '−' : '+'}${Math.abs(ms).toFixed(2)}`
/** ok: surely less than five apart · FAIL: surely more · open: this machine is too busy to say. */
let verdict: 'ok' | 'open' | 'FAIL' = 'ok'
for (const kind of KINDS)
  for (const what of ['wall', 'processor', 'rest'] as const) {
    const median = medianOf(of(kind, what))
    const apart = median - medianOf(of('unknown', what))
    const unsure = doubt(of(kind, what), of('unknown', what))
    if (kind !== 'unknown' && what === 'wall') {
      if (Math.abs(apart) - unsure >= MOST) verdict = 'FAIL'
      else if (Math.abs(apart) + unsure >= MOST && verdict === 'ok') verdict = 'open'
    }
    const told = kind === 'unknown' ? '' : `, ${signed(apart)} ± ${unsure.toFixed(2)} ms from unknown`
    console.log(`${kind}, ${what}: median ${median.toFixed(2)} ms of ${TRIES} tries${told}`)
  }
console.log(`${verdict} medians lie less than ${MOST} ms apart, seed ${SEED}`)
await world.store.destroy()
await closeTestStores()
await server.close()
process.exitCode = { ok: 0, FAIL: 1, open: 2 }[verdict]
