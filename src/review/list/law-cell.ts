/** A cell of laws, its part and the heading above it in, the laws it names out; null where a piece of it names none. */
import type { Codebook } from '../../core/codebook.ts'
import type { Pack } from '../../core/pack.ts'
import type { LawValue } from '../../core/values.ts'
import { typedLaw } from '../typed-law.ts'
import { listedIn, partsOf } from './words.ts'

type Given = {
  /** Cell of the column that holds parts of articles; empty where there is none. */
  readonly part: string
  readonly heading: string
  readonly codebook: Codebook
  readonly pack: Pack
}

/** «ст. 174, 405 УК», «488 ч. 6» below «Статья КоАП»: a piece without a code has that of its neighbour, or of the heading. */
export function lawsIn(words: string, { part, heading, codebook, pack }: Given): readonly LawValue[] | null {
  const read = (text: string): LawValue | null => typedLaw(text, codebook, pack)
  const whole = read(words)
  if (whole && (whole.article !== null || whole.name !== null)) return [withPart(whole, part)]
  const pieces = partsOf(words).flatMap((one) => listedIn(one, codebook.lists.and))
  const code = [...pieces, heading]
    .map((one) => nameIn(one))
    .find((name) => name !== '' && read(name) !== null)
  const laws = pieces.map((one) => {
    const own = read(one)
    if (own) return withPart(own, part)
    const lent = code === undefined || !/\d/.test(one) ? null : read(`${one} ${code}`)
    return lent && lent.article !== null ? withPart(lent, part) : null
  })
  return laws.length > 0 && laws.every((one) => one !== null) ? laws : null
}

/** What is left of a law without its figures and the words before them. */
const nameIn = (piece: string): string =>
  piece
    .replace(
      /(?:(?<!\p{L})(?:articles?|art|part|стать[яиею]|ст|часть|ч|п)\.?(?!\p{L})|-?(?:бап|бөл[іi])\p{L}*)/giu,
      ' ',
    )
    .replace(/[\d().,:№#-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function withPart(law: LawValue, cell: string): LawValue {
  const part = /\d+(?:-\d+)?/.exec(cell)?.[0]
  return law.part !== null || law.article === null || part === undefined ? law : { ...law, part }
}
