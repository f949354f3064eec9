/** Words of a campaign by language in, those of the reader out; what was not written in it stands in another and says so. */
import type { Told } from '../../core/act/lines.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { Words } from '../../core/words.ts'
import { html, type Piece } from '../markup.ts'

/** The text in the reader's language, else in the first that has it. */
export function toldIn(told: Told, { language }: Pick<Words, 'language'>): string {
  const own = told[language]
  return own ?? LANGUAGES.flatMap((one) => told[one] ?? [])[0] ?? ''
}

/** The same with its own `lang`, so that a page can be read out; null: it is in no language. */
export function toldPiece(told: Told, words: Words): Piece {
  if (told[words.language] !== null) return told[words.language]
  const other = LANGUAGES.find((one) => told[one] !== null)
  return other === undefined ? null : html`<span lang="${other}">${told[other]}</span>`
}
