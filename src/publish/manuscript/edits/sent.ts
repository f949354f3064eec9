/** A manuscript, or the file that was sent, in; what was sent, piece by piece with its mark and its notes, out. */
import { bookmarkOf, tagOf } from '../../../core/mark.ts'
import type { Returned, ReturnedPiece } from '../../../core/returned.ts'
import type { Manuscript, Note } from '../manuscript.ts'
import { figuresIn } from '../manuscript.ts'
import { placesIn } from '../places.ts'

export type SentPiece = {
  /** The id of a sentence, or where another piece of text stands (`#title`; see places.ts). */
  readonly place: string
  /** 1, or more where the same sentence stands again. */
  readonly nth: number
  readonly isSentence: boolean
  readonly words: string
  /** Words of the notes that have their foot here. */
  readonly footnotes: readonly string[]
  readonly marks: readonly string[]
}
export type Sent = {
  readonly pieces: readonly SentPiece[]
  /** What stands in the file without a mark: legends, what the paper says of itself. */
  readonly around: ReadonlySet<string>
}

/** Line ends, kinds of blanks and signs that are not seen are how a file was made, and no change of what it says. */
export const flat = (words: string): string =>
  words
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const footOf = ({ citations, href, bond }: Note): string => flat([...citations, href ?? bond.id].join('; '))

export function sentOf(manuscript: Manuscript): Sent {
  const { kind, subject, colophon, notes } = manuscript
  const met = new Map<string, number>()
  const noted = new Set<number>()
  const feet = new Map(notes.map((one) => [one.number, footOf(one)]))
  const pieces = placesIn(manuscript).map(({ place, words, sentence }): SentPiece => {
    const nth = (met.get(place) ?? 0) + 1
    met.set(place, nth)
    const footnotes = (sentence?.runs ?? []).flatMap((run) => {
      if (run.kind === 'text' || noted.has(run.note)) return []
      noted.add(run.note)
      return [feet.get(run.note) ?? '']
    })
    const marks = [tagOf(place, nth), bookmarkOf(place, nth)]
    return { place, nth, isSentence: sentence !== null, words: flat(words), footnotes, marks }
  })
  const said = figuresIn(manuscript).flatMap(({ alt, signs }) => [
    ...[alt, signs.map((one) => one.words).join(' · ')],
  ])
  return { pieces, around: new Set([`${kind} · ${subject}`, ...colophon, ...said].map(flat)) }
}

const joined = (pieces: readonly ReturnedPiece[]): string => flat(pieces.map((one) => one.words).join(' '))

/** Of the file itself, where whoever asks has no manuscript; its tags are the names of its pieces. */
export function sentFrom({ pieces }: Returned): Sent {
  const marked = Map.groupBy(
    pieces.filter((one) => one.mark !== null),
    (one) => one.mark ?? '',
  )
  const unmarked = Map.groupBy(
    pieces.filter((one) => one.mark === null),
    (one) => one.paragraph,
  )
  return {
    pieces: [...marked].map(([mark, own]): SentPiece => {
      const [, name = mark, nth = '1'] = /^(.+)~(\d+)$/.exec(mark) ?? []
      return {
        ...{ place: name, nth: Number(nth), isSentence: !name.startsWith('#') },
        words: joined(own),
        footnotes: own.flatMap((one) => one.footnotes.map(flat)),
        marks: [mark, bookmarkOf(name, Number(nth))],
      }
    }),
    around: new Set([...unmarked.values()].map(joined)),
  }
}
