/** Two versions of a text in; sentence by sentence what is new, gone, moved or said otherwise, the words marked, out. */
import { standingIn, type Text } from '../../core/publication/text.ts'

export type Piece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
export type Difference =
  | { readonly kind: 'new' | 'gone'; readonly id: string; readonly words: string }
  | { readonly kind: 'changed'; readonly id: string; readonly pieces: readonly Piece[] }
  | { readonly kind: 'moved'; readonly id: string; readonly words: string }

/** In the order of the newer text, what is gone after what stood before it. */
export function differencesOf(before: Text, after: Text): readonly Difference[] {
  const [old, now] = [standingIn(before), standingIn(after)]
  const was = new Map(old.map((one) => [one.id, one.words]))
  const is = new Map(now.map((one) => [one.id, one.words]))
  const stayed = new Set(
    longestCommon(
      old.map((one) => one.id).filter((id) => is.has(id)),
      now.map((one) => one.id).filter((id) => was.has(id)),
    ),
  )
  const found: Difference[] = now.flatMap(({ id, words }): readonly Difference[] => {
    const older = was.get(id)
    if (older === undefined) return [{ kind: 'new', id, words }]
    if (older !== words) return [{ kind: 'changed', id, pieces: piecesOf(older, words) }]
    return stayed.has(id) ? [] : [{ kind: 'moved', id, words }]
  })
  const gone = old.flatMap(({ id, words }): readonly Difference[] =>
    is.has(id) ? [] : [{ kind: 'gone', id, words }],
  )
  return [...found, ...gone]
}

const WORDS = /\s+|[\p{L}\p{M}\p{N}'’-]+|[^\s\p{L}\p{M}\p{N}]/gu

/** Words and the signs between them, each marked; neighbours of one kind are one piece. */
export function piecesOf(before: string, after: string): readonly Piece[] {
  const [old, now] = [before.match(WORDS) ?? [], after.match(WORDS) ?? []]
  const common = longestCommon(old, now)
  const pieces: Piece[] = []
  const put = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1)
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
    else pieces.push({ kind, text })
  }
  let [i, j] = [0, 0]
  for (const same of [...common, null]) {
    for (; i < old.length && old[i] !== same; i++) put('gone', old[i] ?? '')
    for (; j < now.length && now[j] !== same; j++) put('new', now[j] ?? '')
    if (same === null) break
    put('same', same)
    i += 1
    j += 1
  }
  return pieces
}

/** The longest run of items that both have in one order (Wagner and Fischer 1974). */
function longestCommon(a: readonly string[], b: readonly string[]): readonly string[] {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => table[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const common: string[] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (x !== undefined && x === y) {
      common.push(x)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return common
}
