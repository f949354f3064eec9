/** A finished thing of a phone as anybody may see it: which one, how large, sealed to which list. Nothing of what it says. */

/** `id`: SHA-256 of the sealed bytes. Sealing takes chance, so it is one of its own, and the same again is the same. */
export type ItemHead = { readonly id: string; readonly bytes: number; readonly list: number }
/** Who answers for it: the public half of a phone's pass, and its signature under the head. Null: no phone with a pass had it yet. */
export type Vouched = { readonly key: string; readonly signature: string }
/** Bytes of one item, from a place in it on: all of them in a file that is carried, a piece where the network breaks off. */
export type Frame = {
  readonly head: ItemHead
  readonly vouched: Vouched | null
  readonly from: number
  readonly body: Uint8Array
}

const ID = /^[0-9a-f]{64}$/
/** A photograph of the best phones is below; more is no photograph. */
export const LARGEST_ITEM = 64 * 1024 * 1024
/** Sent at once. A piece that was not acknowledged is sent again, so a bad network loses this much. */
export const PIECE = 256 * 1024
/** Everything that waits to be decided on or is still on its way, in bytes as sealed. */
export const FIELD_BYTES = 20_000_000_000
/**
 * What of one phone may wait to be decided on: a phone in other hands cannot take the room of all the others. Whoever is out for
 * a month with a hundred notes and photographs a day is below.
 */
export const PASS_ITEMS = 5_000
export const PASS_BYTES = FIELD_BYTES / 4
/** What one phone may have begun and not finished: four of the largest things. */
export const PASS_PIECES = 4 * LARGEST_ITEM
/** Counted for each piece at least: a million of one byte each take more room than they say, and no phone of ours sends so little. */
export const LEAST_PIECE = 8 * 1024

export const isItemId = (text: string): boolean => ID.test(text)

export const isHead = ({ id, bytes, list }: ItemHead): boolean =>
  isItemId(id) &&
  Number.isSafeInteger(bytes) &&
  bytes > 0 &&
  bytes <= LARGEST_ITEM &&
  Number.isSafeInteger(list) &&
  list > 0

/** What a phone signs. It says what it is, so that a signature made for something else is none of an item. */
export const signedText = ({ id, bytes, list }: ItemHead): string =>
  `aigaq field item@1\n${id}\n${bytes}\n${list}`
export const receiptText = (id: string): string => `aigaq field receipt@1\n${id}`
