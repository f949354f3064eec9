/** A row in, its leaf out: the hash that stands for it in the log, with a nonce so that erased content cannot be guessed. */
import { hash, randomBytes } from 'node:crypto'
import { canonical, type Json } from '../core/json.ts'
import { type Hash, type Hasher, leafHash } from '../core/log/tree.ts'
import type { EventRow } from './tables.ts'

/** In one call: a log of a hundred thousand entries asks for half a million. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex')
export const newNonce = (): string => randomBytes(12).toString('base64url')

/** Empty columns are left out, so that a column added later changes no old leaf. */
export function leafOf(table: string, row: { readonly nonce: string }): string {
  const { nonce, ...content } = row
  return sha256(`${nonce} ${table} ${canonical(filled(content))}`)
}

const filled = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, one]) => one !== null))

/** What an event says of the rows it wrote, whatever their order. */
export const rowsHash = (leaves: readonly string[]): string => sha256([...leaves].sort().join(''))

export const contentHash = (nonce: string | null, object: string | null, input: Json): string =>
  sha256(`${nonce ?? ''} ${canonical({ object, input })}`)

/** Everything of an event but what can be erased, which it has the hash of. */
export const eventText = ({
  hash: _hash,
  nonce: _nonce,
  object: _object,
  input: _input,
  ...event
}: EventRow): string => canonical(filled(event))

export const eventHash = (event: EventRow): string => sha256(eventText(event))

/** SHA-256, as the tree of the log needs it. */
export const hasher: Hasher = (...parts) => new Uint8Array(hash('sha256', Buffer.concat(parts), 'buffer'))

/** The leaf of an entry in the tree of the log. What it stands for, the hash of the entry, outlives the erasure of its content. */
export const leafOfEntry = (hash: string): Hash => leafHash(hasher, Buffer.from(hash, 'hex'))
