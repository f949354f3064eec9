/** A text as it is being written in, how many words it has and how it reads out: for whatever is going to be shown to people. */
import { isLanguage, type Language } from '../../../core/language.ts'
import type { PlanField, PlanPart } from '../../../core/plan/terms.ts'
import { type ReadSentence, readabilityOf } from '../../../core/readability/readability.ts'
import { wordsIn } from '../../../core/readability/sentences.ts'
import { said } from '../installed/said.ts'

/** A message is in the language that its field is named by, a text in the one that is chosen beside it; null: it is shown to nobody. */
export function languageOf({ fields }: PlanPart, { id, kind }: PlanField, chosen: string): Language | null {
  if (kind !== 'text') return null
  if (isLanguage(id)) return id
  const isChosen = id === 'text' && fields.some((one) => one.kind === 'language')
  return isChosen && isLanguage(chosen) ? chosen : null
}

export function howItReads(text: string, field: PlanField, language: Language | null): string {
  if (text.trim() === '') return ''
  const n = wordsIn(text).length
  const of = field.words ?? Number.POSITIVE_INFINITY
  // A few words need no count until they are too many.
  const isTold = n > of || (field.words !== null && field.kind === 'text')
  const length = isTold ? [said(n > of ? 'too-many-words' : 'words-of', { n, of })] : []
  return [...length, ...(language === null ? [] : plainly(text, language))].join(' ')
}

function plainly(text: string, language: Language): readonly string[] {
  const { sentences, meanWords, score } = readabilityOf(text, language)
  const mean = Math.round(meanWords ?? 0)
  return [
    said('sentences', { n: sentences.length, mean }),
    score
      ? said('ease', { ease: Math.round(score.ease), band: said(`band.${score.band}`) })
      : said('no-scale'),
    ...sentences.flatMap(hintsOf),
  ]
}

const BEGINNING = 40
function hintsOf({ text, hints, longWords }: ReadSentence): readonly string[] {
  const which = text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text
  return hints.map((one) => `«${which}»: ${said(`hint.${one}`, { words: longWords.join(', ') })}.`)
}
