/** What a file holds and its text does not → a part of an address, and from it a list for the page that opens next. */
import { LEFT_OUT_KINDS, type LeftOut } from '../../../core/document.ts'

/** `attachment.2-comment.1`: kinds and numbers alone. Names that a sender gave do not go into addresses, which browsers keep. */
export const leftOutQuery = (leftOut: readonly LeftOut[]): string =>
  leftOut.length === 0 ? '' : `?left-out=${leftOut.map(({ kind, n }) => `${kind}.${n}`).join('~')}`

/** Only what could have been written by the function above: an address is anybody's to make. */
export const leftOutIn = (query: string | undefined): readonly LeftOut[] =>
  (query ?? '').split('~').flatMap((part): LeftOut[] => {
    const [, name, n] = /^([a-z-]{1,20})\.(\d{1,6})$/.exec(part) ?? []
    const kind = LEFT_OUT_KINDS.find((one) => one === name)
    return kind === undefined ? [] : [{ kind, n: Number(n), names: [] }]
  })
