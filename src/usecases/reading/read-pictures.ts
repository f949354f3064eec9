/** A file read without its pictures in; where some of its leaves are pictures, the file read with them, by a machine, out. */
import { canReadPictures } from '../../adapters/ocr/picture-reader.ts'
import type { Document } from '../../core/document.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import type { Given } from '../../document/read.ts'
import { inProcess, type Watch } from './in-process.ts'
import type { Bounds } from './in-thread.ts'

/**
 * A leaf takes a second or two in one language, of which three are tried at worst; a slow machine four times that. The two
 * programs hold 200 MB between them for a leaf of A4, and let go of it before the next.
 */
export const PICTURES: Bounds = { seconds: 60, afresh: true, heapMb: 256, growth: 900 * 1024 * 1024 }

const isOnlyPictures = (error: unknown): boolean => error instanceof Refusal && error.code === 'input.scanned'

/** A file with words of its own is taken in all the same, whatever becomes of its pictures; whoever gives up gets nothing. */
const isOfPictures = (error: unknown): boolean => error instanceof Refusal && error.code !== 'inbox.cancelled'

/** One after the other, apart from files without pictures, which are read meanwhile. */
let turn: Promise<unknown> = Promise.resolve()

/** Refuses with `input.no-ocr` where all leaves are pictures and nothing here can read them; the text layer of others is enough. */
export async function readPictures(
  bytes: Uint8Array,
  given: Given,
  asked: {
    readonly watch: Watch
    readonly without: Promise<Document>
    readonly isAble?: () => boolean
  },
): Promise<Document> {
  const { watch, isAble = canReadPictures } = asked
  const without = await asked.without.catch((error: unknown) => {
    if (!isOnlyPictures(error)) throw error
    if (!isAble()) throw refuse('input.no-ocr')
    return null
  })
  if (without && !(hasPictures(without) && isAble())) return without
  const mine = turn.then(() =>
    inProcess<Document>({ kind: 'read', bytes, given, pictures: true }, PICTURES, watch),
  )
  turn = mine.catch(() => undefined)
  try {
    return await mine
  } catch (error) {
    if (without && isOfPictures(error)) return without
    throw error
  }
}

const hasPictures = ({ leftOut }: Document): boolean => leftOut.some((one) => one.kind === 'picture-page')
