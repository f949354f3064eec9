/** What was sent and what came back in; what somebody changed, sentence by sentence, out. */
import type { Returned, ReturnedComment, ReturnedPiece } from '../../../core/returned.ts'
import { type Found, foundByWords } from './by-words.ts'
import { staying } from './in-order.ts'
import { flat, type Sent, type SentPiece } from './sent.ts'

/** Where a change is: the id of a sentence (or `#…`, another piece of text), and its number where it stands more than once. */
export type At = { readonly place: string; readonly nth: number; readonly isSentence: boolean }
type By = { readonly authors: readonly string[] }

export type Edit =
  | ({ readonly kind: 'changed'; readonly at: At; readonly before: string; readonly after: string } & By)
  | ({ readonly kind: 'deleted'; readonly at: At; readonly before: string } & By)
  /** After which piece; null: before all. `opens`: as a paragraph of its own. */
  | ({
      readonly kind: 'inserted'
      readonly after: At | null
      readonly words: string
      readonly opens: boolean
      readonly footnotes: readonly string[]
    } & By)
  | { readonly kind: 'moved'; readonly at: At; readonly after: At | null }
  /** Of a note at the foot; null on one side: it is new, or gone. */
  | {
      readonly kind: 'footnote'
      readonly at: At
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly kind: 'comment'
      /** Every piece it is on; none: it stands before all. */
      readonly on: readonly At[]
      readonly quoted: string
      readonly words: string
      readonly author: string | null
    }

export type Edits = {
  /** Pieces that were sent, and how many of them came back word for word. */
  readonly sent: number
  readonly unchanged: number
  /** Pieces that came back under a mark, and those found again by their words alone. Both few: it is another text. */
  readonly byMark: number
  readonly byWords: number
  /** In the order of the file that came back; what was deleted stands where it was. */
  readonly edits: readonly Edit[]
}

const atOf = ({ place, nth, isSentence }: SentPiece): At => ({ place, nth, isSentence })
const own = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

/** What stands in the file one after the other: a piece that was sent, or words that nobody sent. */
type Stretch = {
  sent: number | null
  words: string
  readonly opens: boolean
  readonly from: ReturnedPiece[]
  readonly indexes: number[]
}

/** Blanks between sentences; a note that somebody set behind one belongs to it. */
const isGap = ({ mark, words }: ReturnedPiece): boolean => mark === null && flat(words) === ''

/** Neighbours under one mark are one; the same mark again further on is a copy, and so new words. */
function stretchesOf({ pieces }: Returned, { pieces: sent, around }: Sent): readonly Stretch[] {
  const byMark = new Map(sent.flatMap((one, at) => one.marks.map((mark) => [mark, at])))
  const stretches: Stretch[] = []
  const met = new Set<number>()
  pieces.forEach((piece, index) => {
    if (isGap(piece)) {
      const last = stretches.at(-1)
      last?.from.push({ ...piece, paragraph: last.from.at(-1)?.paragraph ?? piece.paragraph })
      if (last?.sent === null) last.words += ' '
      return
    }
    const known = piece.mark === null ? undefined : byMark.get(piece.mark)
    const last = stretches.at(-1)
    const paragraph = last?.from.at(-1)?.paragraph
    const goesOn =
      last &&
      (known === undefined ? last.sent === null && paragraph === piece.paragraph : last.sent === known)
    if (last && goesOn) {
      last.words += known === undefined || paragraph === piece.paragraph ? piece.words : ` ${piece.words}`
      last.from.push(piece)
      last.indexes.push(index)
      return
    }
    const isCopy = known !== undefined && met.has(known)
    if (known !== undefined && flat(piece.words) !== '') met.add(known)
    stretches.push({
      sent: known === undefined || isCopy ? null : known,
      words: piece.words,
      opens: paragraph !== piece.paragraph,
      ...{ from: [piece], indexes: [index] },
    })
  })
  return stretches
    .map((one) => ({ ...one, words: flat(one.words) }))
    .filter((one) => one.sent !== null || (one.words !== '' && !around.has(one.words)))
}

/** Of each stretch of words without a mark, the sent pieces that are told in it, and the rest. */
function cut(stretches: readonly Stretch[], { pieces }: Sent): readonly (Stretch & Found)[] {
  const told = new Set(stretches.flatMap((one) => (one.sent !== null && one.words !== '' ? [one.sent] : [])))
  const missing = pieces.flatMap((one, at) => (told.has(at) || one.words === '' ? [] : [at]))
  const find = foundByWords(pieces, missing)
  return stretches.flatMap((one) =>
    one.sent === null
      ? find(one.words).map((part, at) => ({ ...one, ...part, opens: one.opens && at === 0 }))
      : [{ ...one, isByWords: false }],
  )
}

export function editsOf(returned: Returned, sent: Sent): Edits {
  const all = cut(stretchesOf(returned, sent), sent)
  const told = all.filter((one) => one.words !== '')
  const first = new Map<number, (typeof told)[number]>()
  for (const one of told) if (one.sent !== null && !first.has(one.sent)) first.set(one.sent, one)
  const stay = staying([...first.keys()])
  const edits: Edit[] = []
  let unchanged = 0
  let after: At | null = null
  const emptied = new Map(
    all.flatMap((one) => (one.sent !== null && one.words === '' ? [[one.sent, one]] : [])),
  )
  let reached = 0
  /** What did not come back stands where it was. */
  const gone = (upTo: number): void => {
    for (; reached < upTo; reached += 1) {
      const piece = sent.pieces[reached]
      if (!piece || piece.words === '' || first.has(reached)) continue
      const authors = own((emptied.get(reached)?.from ?? []).flatMap((one) => one.authors))
      edits.push({ kind: 'deleted', at: atOf(piece), before: piece.words, authors })
    }
  }
  for (const one of told) {
    const authors = own(one.from.flatMap((piece) => piece.authors))
    const footnotes = one.from.flatMap((piece) => piece.footnotes.map(flat))
    const piece = one.sent === null ? undefined : sent.pieces[one.sent]
    if (!piece || one.sent === null || first.get(one.sent) !== one) {
      edits.push({ kind: 'inserted', after, words: one.words, opens: one.opens, footnotes, authors })
      continue
    }
    if (stay.has(one.sent)) gone(one.sent)
    const at = atOf(piece)
    if (!stay.has(one.sent)) edits.push({ kind: 'moved', at, after })
    if (piece.words === one.words) unchanged += 1
    else edits.push({ kind: 'changed', at, before: piece.words, after: one.words, authors })
    if (!one.isByWords) for (const edit of footEdits(at, piece.footnotes, footnotes)) edits.push(edit)
    after = at
  }
  gone(sent.pieces.length)
  return {
    sent: sent.pieces.filter((one) => one.words !== '').length,
    unchanged,
    byMark: [...first.values()].filter((one) => !one.isByWords).length,
    byWords: [...first.values()].filter((one) => one.isByWords).length,
    edits: [...edits, ...returned.comments.map((one) => commentOn(one, all, sent))],
  }
}

function footEdits(at: At, before: readonly string[], after: readonly string[]): readonly Edit[] {
  const went = before.filter((one) => !after.includes(one))
  const came = after.filter((one) => !before.includes(one))
  return Array.from({ length: Math.max(went.length, came.length) }, (_, n) => ({
    ...{ kind: 'footnote' as const, at, before: went[n] ?? null, after: came[n] ?? null },
  }))
}

function commentOn(
  { pieces, quoted, words, author }: ReturnedComment,
  stretches: readonly (Stretch & Found)[],
  sent: Sent,
): Edit {
  const on = stretches
    .filter((one) => one.sent !== null && one.indexes.some((index) => pieces.includes(index)))
    // Of a paragraph without marks only the sentences that the words are of.
    .filter((one) => !one.isByWords || one.words.includes(flat(quoted)) || flat(quoted).includes(one.words))
    .flatMap((one) => sent.pieces[one.sent ?? -1] ?? [])
  return { kind: 'comment', on: own(on).map(atOf), quoted: flat(quoted), words: flat(words), author }
}
