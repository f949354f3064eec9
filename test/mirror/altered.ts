/** A copy in, the same copy altered in one place at random out; it is put back afterwards. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../../src/adapters/mirror-folder.ts'
import type { Signer } from '../../src/adapters/signing.ts'
import { MANIFEST, SIGNATURE } from '../../src/core/mirror.ts'
import type { Chance, Copies } from './copies.ts'

const KINDS = [
  ...(['bit', 'bit', 'bit', 'byte', 'cut', 'longer', 'gone', 'swapped'] as const),
  ...(['added', 'renamed', 'a folder in its place', 'of an earlier copy', 'signed by another'] as const),
]
export type Altered = { readonly what: string; readonly back: () => void }

/** `own`: the copy that is altered; of the others parts are taken. */
export function altered({ made }: Copies, own: number, forger: Signer, chance: Chance): Altered {
  const { below, oneOf } = chance
  const again = (): Altered => altered({ made } as Copies, own, forger, chance)
  const folder = made[own]?.folder ?? ''
  const paths = filesBelow(folder)
  const kind = oneOf(KINDS)
  // Half of all changes are where few bytes decide over all others.
  const path = below(2) === 0 ? oneOf(paths) : oneOf([MANIFEST, SIGNATURE, ...paths.filter(isList)])
  const at = join(folder, path)
  const whole = readFileSync(at)
  const back = (): void => {
    rmSync(at, { recursive: true, force: true })
    writeFileSync(at, whole)
  }
  const what = `${kind}: ${path}`
  const put = (bytes: Uint8Array): Altered => {
    if (Buffer.compare(bytes, whole) === 0) return again()
    writeFileSync(at, bytes)
    return { what, back }
  }
  const where = below(whole.length)
  const with1 = (change: (byte: number) => number): Buffer =>
    Buffer.from(whole.map((byte, index) => (index === where ? change(byte) : byte)))
  switch (kind) {
    case 'bit':
      return put(with1((byte) => byte ^ (1 << below(8))))
    case 'byte':
      return put(with1((byte) => byte + 1 + below(255)))
    case 'cut':
      return put(whole.subarray(0, where))
    case 'longer':
      return put(Buffer.concat([whole, Buffer.from([oneOf([10, 32, below(256)])])]))
    case 'swapped':
      return put(readFileSync(join(folder, oneOf(paths))))
    case 'of an earlier copy': {
      const earlier = join(made[below(own)]?.folder ?? '', path)
      return existsSync(earlier) ? put(readFileSync(earlier)) : again()
    }
    case 'gone':
      rmSync(at)
      return { what, back }
    case 'a folder in its place':
      rmSync(at)
      mkdirSync(at)
      return { what, back }
    case 'renamed': {
      const away = `${at}x`
      renameSync(at, away)
      return { what, back: () => renameSync(away, at) }
    }
    case 'added': {
      const more = join(folder, oneOf(['forged.html', 'en/forged.html', 'lists/en~.json~', 'en/i/x.html']))
      writeFileSync(more, 'forged')
      return { what: `added: ${more}`, back: () => rmSync(more) }
    }
    case 'signed by another':
      return signedByAnother(folder, forger)
  }
}

const isList = (path: string): boolean => path.startsWith('lists/')

/** As whole as any, under a key of the forger's own. */
function signedByAnother(folder: string, forger: Signer): Altered {
  const [text, signature] = [join(folder, MANIFEST), join(folder, SIGNATURE)]
  const [before, signed] = [readFileSync(text), readFileSync(signature)]
  const forged = Buffer.from(String(before).replace(/"key":"[^"]*"/, `"key":"${forger.key}"`))
  writeFileSync(text, forged)
  writeFileSync(signature, `${forger.sign(forged)}\n`)
  return {
    what: 'signed by another',
    back: () => {
      writeFileSync(text, before)
      writeFileSync(signature, signed)
    },
  }
}
