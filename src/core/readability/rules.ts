/** What is hard to read, by language: each bound with its reason. A new bound is a new version. */
import type { Language } from '../language.ts'

export const READABILITY = 'readability@1'

export type ReadabilityRule = {
  /** Words from which a sentence is too long to be kept in mind at one reading. */
  readonly longSentence: number
  /** Syllables from which a word is long. */
  readonly longWord: number
  /** Share of long words in a sentence from which it is hard, and the fewest of them for which that says anything. */
  readonly manyLong: { readonly share: number; readonly fewest: number }
  /** A dot after these ends no sentence. */
  readonly abbreviations: RegExp
  readonly reason: string
}

export const RULES: Readonly<Record<Language, ReadabilityRule>> = {
  en: {
    longSentence: 25,
    longWord: 3,
    manyLong: { share: 0.3, fewest: 4 },
    abbreviations:
      /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|art|arts|Art|para|paras|p|pp|vs|cf|e\.g|i\.e|etc|approx|[A-Z])\.$/,
    reason:
      'Plain-language guides of the UK and the EU ask for no sentence over 25 words; three syllables is the complex word of Gunning (1952).',
  },
  ru: {
    longSentence: 20,
    longWord: 5,
    manyLong: { share: 0.2, fewest: 3 },
    abbreviations:
      /(?:^|[\s(«])(?:г|гг|ул|д|ст|ч|п|пп|им|т|т\.е|т\.д|т\.п|др|пр|см|тыс|млн|млрд|руб|стр|напр|[А-ЯЁ])\.$/,
    reason:
      'Graded texts of the fourth class have 14 words a sentence and official prose 29; Russian words of five syllables are as rare in plain texts as English ones of three.',
  },
  kk: {
    longSentence: 18,
    longWord: 5,
    manyLong: { share: 0.25, fewest: 3 },
    abbreviations: /(?:^|[\s(«])(?:ж|жж|қ|к|көш|т\.б|т\.с\.с|б|бб|мың|млн|млрд|[А-ЯӘҒҚҢӨҰҮҺІЁ])\.$/,
    reason:
      'Not measured: Kazakh builds words with endings, so that fewer and longer words say the same; these bounds are those of Russian, taken a little lower for sentences.',
  },
}

/** Below so many words a score says little (Flesch took samples of a hundred). */
export const FEWEST_WORDS = 100
