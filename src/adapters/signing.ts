/** A folder in, a key that signs out: made at its first use, and never in the database. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './whole-file.ts'

export type Signer = {
  /** The 32 bytes of the Ed25519 public key (RFC 8032), in base64. */
  readonly key: string
  /** Of the bytes, in base64. */
  readonly sign: (bytes: Uint8Array) => string
}

/** Which key signs what; each is a file of the data folder. */
export const KEY_FILES = {
  mirror: 'mirror-key.pem',
  log: 'log-key.pem',
  witness: 'witness-key.pem',
} as const

const rawOf = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')

export function openSigner(folder: string, use: keyof typeof KEY_FILES = 'mirror'): Signer {
  const path = join(folder, KEY_FILES[use])
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeWhole(path, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
  }
  return signerWith(createPrivateKey(readFileSync(path)))
}

export function signerWith(secret: KeyObject): Signer {
  return {
    key: rawOf(createPublicKey(secret)),
    sign: (bytes) => sign(null, bytes, secret).toString('base64'),
  }
}

/** False too for what is no key or no signature at all. */
export function isSignedBy(key: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const x = Buffer.from(key, 'base64').toString('base64url')
    const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, bytes, made, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** SHA-256 of the key, in hex: what is printed on a card. */
export const fingerprintOf = (key: string): string =>
  createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')
