/** A thousand alterations of a copy of the site and a hundred rollbacks, one at a time: all must be told, by `bin/aigaq verify` and by the page of the copy. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSigner } from '../src/adapters/signing.ts'
import { verifyMirror } from '../src/usecases/mirror/verify-mirror.ts'
import { chanceOf, copies } from '../test/mirror/copies.ts'
import { pageVerifier } from '../test/mirror/page-verifier.ts'
import { type Missed, tryAlteration, tryRollback, WHOLE } from '../test/mirror/tried.ts'

const [ALTERATIONS, ROLLBACKS, SEED] = [1_000, 100, 18].map((usual, at) =>
  Number(process.argv[at + 2] ?? usual),
)
const chance = chanceOf(SEED ?? 18)
const of = await copies(12, chance)
const elsewhere = mkdtempSync(join(tmpdir(), 'aigaq-forger-'))
const forger = openSigner(elsewhere)
const trial = { of, page: pageVerifier('2026-12-31'), chance }
const began = performance.now()

async function tried(rounds: number, one: () => Promise<Missed>): Promise<readonly string[]> {
  const all: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const missed = await one()
    if (missed !== null) all.push(`round ${round}: ${missed}`)
  }
  return all
}
const altered = await tried(ALTERATIONS ?? 0, () => tryAlteration(trial, forger))
const rolled = await tried(ROLLBACKS ?? 0, () => tryRollback(trial))
// A verifier that finds fault with everything finds every alteration too.
let falseAlarms = of.made.filter(({ folder }) => verifyMirror(folder, of.fingerprint).wrong.length > 0).length
for (const { folder } of of.made) if (!(await trial.page(folder)).includes(WHOLE)) falseAlarms += 1
const seconds = ((performance.now() - began) / 1_000).toFixed(0)
console.log(
  `copies: ${(ALTERATIONS ?? 0) - altered.length} of ${ALTERATIONS} alterations and ${(ROLLBACKS ?? 0) - rolled.length} of ${ROLLBACKS} rollbacks told by the program and by the page; ${falseAlarms} false alarms; seed ${SEED}, ${seconds} s`,
)
for (const one of [...altered, ...rolled]) console.log(`  missed: ${one}`)
of.remove()
rmSync(elsewhere, { recursive: true, force: true })
process.exitCode = altered.length + rolled.length + falseAlarms > 0 ? 1 : 0
