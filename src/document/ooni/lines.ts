/** Bytes as they come in, each line with its number out: no more of a file is in memory than one line. */
const [NEWLINE, RETURN] = [10, 13]

/** `end` hands out what stands behind the last line end. */
export type LineCutter = {
  readonly push: (chunk: Uint8Array, take: (line: Uint8Array, number: number) => void) => void
  readonly end: (take: (line: Uint8Array, number: number) => void) => void
}

export function lineCutter(longest: number, tooLong: (number: number) => Error): LineCutter {
  let [held, number]: [Uint8Array, number] = [new Uint8Array(), 0]
  const joined = (chunk: Uint8Array): Uint8Array => {
    if (held.length === 0) return chunk
    const both = new Uint8Array(held.length + chunk.length)
    both.set(held)
    both.set(chunk, held.length)
    return both
  }
  const hand = (line: Uint8Array, take: (line: Uint8Array, number: number) => void): void => {
    number += 1
    const bare = line.at(-1) === RETURN ? line.subarray(0, -1) : line
    if (bare.length > 0) take(bare, number)
  }
  return {
    push: (chunk, take) => {
      let [rest, at] = [joined(chunk), -1]
      for (at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
        hand(rest.subarray(0, at), take)
        rest = rest.subarray(at + 1)
      }
      if (rest.length > longest) throw tooLong(number + 1)
      held = rest.slice()
    },
    end: (take) => {
      if (held.length > 0) hand(held, take)
      held = new Uint8Array()
    },
  }
}
