/** A house that makes one copy after another, by a clock that is set forth and back; pages change, come and are withdrawn. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimNumber } from '../../src/adapters/copy-numbers.ts'
import { fingerprintOf, openSigner, type Signer } from '../../src/adapters/signing.ts'
import type { Manifest, MirrorFile } from '../../src/core/mirror.ts'
import { nextNumber } from '../../src/core/mirror-age.ts'
import { addDays } from '../../src/core/partial-date.ts'
import { numbers } from '../../src/core/seeded.ts'
import { writeMirror } from '../../src/usecases/mirror/write-mirror.ts'

export type Chance = { readonly below: (n: number) => number; readonly oneOf: <T>(all: readonly T[]) => T }

export function chanceOf(seed: number): Chance {
  const next = numbers(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    oneOf: <T>(all: readonly T[]): T => {
      const [one] = all.slice(below(all.length))
      if (one === undefined) throw new Error('nothing to choose from')
      return one
    },
  }
}

export type Copies = {
  readonly home: string
  readonly signer: Signer
  readonly fingerprint: string
  /** In the order in which they were made. */
  readonly made: readonly { readonly folder: string; readonly manifest: Manifest }[]
  readonly remove: () => void
}

/** Enough for lists of lists. */
const RECORDS = 24

export async function copies(n: number, { below }: Chance): Promise<Copies> {
  const home = mkdtempSync(join(tmpdir(), 'aigaq-copies-'))
  const signer = openSigner(home)
  const made: Copies['made'][number][] = []
  const versions = Array.from({ length: RECORDS }, () => 1)
  let day = '2026-11-20'
  for (let at = 0; at < n; at += 1) {
    day = addDays(day, below(9) - 3)
    versions[below(RECORDS)] = at + 2
    versions[below(RECORDS)] = below(2) * at
    const folder = join(home, `copy-${at}`)
    const number = claimNumber(home, (last) => nextNumber(last, day))
    const asked = { files: pages(versions), folder, made: day, number, origin: '', signer }
    made.push({ folder, manifest: (await writeMirror(asked)).manifest })
  }
  const remove = (): void => rmSync(home, { recursive: true, force: true })
  return { home, signer, fingerprint: fingerprintOf(signer.key), made, remove }
}

/** A record whose version is 0 was withdrawn. */
async function* pages(versions: readonly number[]): AsyncGenerator<MirrorFile> {
  for (const language of ['en', 'ru', 'kk'])
    for (const [record, version] of versions.entries())
      if (version > 0)
        yield {
          path: `${language}/i/kz-${2001 + record}.html`,
          bytes: new TextEncoder().encode(`<!doctype html><p>${record}, version ${version}`),
        }
}
