/** The offline key that signs lists of recipients, to and from a file of its own. It never lies on a server. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { base64urlnopad } from '@scure/base'
import { newRoot, rootOf } from './signed-list.ts'

export type RootKey = { readonly secret: Uint8Array; readonly key: string }

/** PKCS #8 in PEM, which `openssl` writes and reads as well. */
export function newRootFile(): { readonly pem: string; readonly key: string } {
  const { secret, key } = newRoot()
  const d = base64urlnopad.encode(secret)
  const x = Buffer.from(key, 'base64').toString('base64url')
  const made = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' })
  return { pem: String(made.export({ type: 'pkcs8', format: 'pem' })), key }
}

/** Null for a file that holds no such key. */
export function readRootFile(pem: string): RootKey | null {
  try {
    const secret = base64urlnopad.decode(dOf(createPrivateKey(pem)))
    return { secret, key: rootOf(secret) }
  } catch {
    return null
  }
}

const dOf = (key: KeyObject): string => String(key.export({ format: 'jwk' }).d)
