/** A sentence in, whether a rule finds it to say what was done and not who did it out. */
import type { Language } from '../language.ts'

const IRREGULAR =
  'held|shot|sent|told|given|taken|seen|known|shown|brought|caught|kept|left|made|paid|put|read|said|set|sold|taught|thrown|withdrawn|written|beaten|broken|chosen|forbidden|found|led|let|lost|struck|cut|hit|hurt|built|heard|begun|done|drawn|driven'

/** Of each language one form that seldom is anything else. Many passives have other forms: none found means nothing. */
const PASSIVE: Readonly<Record<Language, RegExp>> = {
  // *was (later) held*, unless *by* says who.
  en: new RegExp(
    `\\b(?:am|is|are|was|were|be|been|being)(?:\\s+(?:not|also|then|later|\\w+ly))*\\s+(?:\\w{2,}ed|${IRREGULAR})\\b(?!\\s+by\\b)`,
    'i',
  ),
  // A form of *to be* before a short participle: *был задержан*, *были не допущены*.
  ru: /(?<!\p{L})(?:был|была|было|были|будет|будут)\s+(?:не\s+)?\p{L}+(?:[аея]н|ён|[аяеуоы]т)(?:а|о|ы)?(?!\p{L})/iu,
  // *-ыл-*, *-іл-* before an ending of the past; some such verbs say what somebody did to themselves.
  kk: /(?<!\p{L})\p{L}{3,}(?:ыл|іл)(?:ды|ді|ған|ген|ып|іп)(?:\p{L}{0,4})(?!\p{L})/iu,
}

export const isPassive = (sentence: string, language: Language): boolean => PASSIVE[language].test(sentence)
