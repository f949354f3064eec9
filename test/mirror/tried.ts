/** A row of copies in; whether each alteration and each rollback that is tried on them is told, by the program and by the page of a copy, out. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Signer } from '../../src/adapters/signing.ts'
import { Refusal } from '../../src/core/faults.ts'
import { inGroups, MANIFEST } from '../../src/core/mirror.ts'
import { layChanges } from '../../src/usecases/mirror/lay-changes.ts'
import { packChanges } from '../../src/usecases/mirror/pack-changes.ts'
import { seenCopy } from '../../src/usecases/mirror/seen-copy.ts'
import { verifyMirror } from '../../src/usecases/mirror/verify-mirror.ts'
import { altered } from './altered.ts'
import type { Chance, Copies } from './copies.ts'
import type { PageVerifier } from './page-verifier.ts'

export const WHOLE = 'Every file is as it was signed.'
const OLDER = 'This copy is OLDER'

/** What was tried and by whom it was not told; null: both told it. */
export type Missed = string | null

export type Trial = { readonly of: Copies; readonly page: PageVerifier; readonly chance: Chance }

export async function tryAlteration({ of, page, chance }: Trial, forger: Signer): Promise<Missed> {
  const own = 1 + chance.below(of.made.length - 1)
  const folder = of.made[own]?.folder ?? ''
  const { what, back } = altered(of, own, forger, chance)
  try {
    const said = await page(folder)
    const isTold = !said.includes(WHOLE) || !said.includes(inGroups(of.fingerprint))
    return missed(what, isFound(folder, of.fingerprint), isTold)
  } finally {
    back()
  }
}

function isFound(folder: string, fingerprint: string): boolean {
  try {
    const { isSigned, isExpectedKey, wrong } = verifyMirror(folder, fingerprint)
    return !isSigned || isExpectedKey === false || wrong.length > 0
  } catch (error) {
    // A manifest that cannot be read, or that is not there, is refused in words.
    if (error instanceof Refusal) return true
    throw error
  }
}

const WAYS = ['number', 'manifest', 'parcel by hand', 'parcel laid'] as const

/** An earlier copy is passed off as what there is, to somebody who has seen a later one. */
export async function tryRollback({ of, page, chance }: Trial): Promise<Missed> {
  const later = 1 + chance.below(of.made.length - 1)
  const earlier = chance.below(later)
  const [old, now] = [of.made[earlier], of.made[later]]
  if (!old || !now) throw new Error('no such copy')
  const way = chance.oneOf(WAYS)
  const what = `copy ${earlier} for ${later}, ${way}`
  const seen = String(now.manifest.number)
  if (way === 'number' || way === 'manifest') {
    const { beside } = verifyMirror(old.folder, null, seenCopy(way === 'number' ? seen : now.folder))
    return missed(what, beside === 'older', (await page(old.folder, seen)).includes(OLDER))
  }
  // Packed by the house itself, long ago.
  const from = of.made[chance.below(earlier + 1) - 1]?.manifest ?? {
    ...old.manifest,
    number: null,
    files: [],
  }
  const parcel = packChanges({ ...from, number: from.number ?? 1 }, old.manifest, old.folder).bytes
  const card = join(of.home, 'card')
  cpSync(now.folder, card, { recursive: true })
  try {
    if (way === 'parcel laid') {
      const refused = await layChanges(card, parcel, 'parcel.zip').then(
        () => '',
        (error: unknown) => (error instanceof Refusal ? error.faults[0]?.code : String(error)),
      )
      const isAsItWas = verifyMirror(card, of.fingerprint, seenCopy(now.folder))
      return missed(
        what,
        refused === 'mirror.older' && isAsItWas.beside === 'same' && isAsItWas.wrong.length === 0,
        true,
      )
    }
    for (const [path, bytes] of Object.entries(unzipSync(parcel))) {
      mkdirSync(dirname(join(card, path)), { recursive: true })
      writeFileSync(join(card, path), bytes)
    }
    if (readFileSync(join(card, MANIFEST), 'utf8').includes(seen)) throw new Error('nothing was rolled back')
    const { beside } = verifyMirror(card, null, seenCopy(now.folder))
    return missed(what, beside === 'older', (await page(card, seen)).includes(OLDER))
  } finally {
    rmSync(card, { recursive: true, force: true })
  }
}

const missed = (what: string, byProgram: boolean, byPage: boolean): Missed =>
  byProgram && byPage
    ? null
    : `${what}, not told by ${[...(byProgram ? [] : ['the program']), ...(byPage ? [] : ['the page'])].join(' and ')}`
