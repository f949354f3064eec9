/** The readers of languages that inflect their words, as the grammar that every step asks. */
import type { Reading } from '../../core/reading.ts'
import type { Span } from '../../core/span.ts'
import type { Worded } from '../actors.ts'
import type { DateUse } from '../dates.ts'
import type { Grammar } from '../grammar.ts'
import { findAll } from '../scan.ts'
import { groupsInflected, soleInflected } from './groups.ts'
import { lawsInflected } from './laws.ts'
import { mentionsInflected } from './mentions.ts'
import { namesInflected } from './names.ts'
import { patternsOf } from './patterns-of.ts'
import { penaltiesInflected } from './penalties.ts'
import { placesInflected } from './places.ts'

const USES: readonly DateUse[] = ['topic', 'bound', 'plan']

/** Words as written, each once. */
const worded = (text: string, span: Span, pattern: RegExp, rule: string): Worded[] => {
  const all = findAll(text, pattern, span).map(({ span: at, groups }) => ({
    value: (groups[1] ?? groups[2] ?? groups[0] ?? '').replaceAll(/\s+/g, ' ').trim(),
    span: at,
    rule,
  }))
  return all.filter((one, index) => all.findIndex((other) => other.value === one.value) === index)
}

export const CYRILLIC: Grammar = {
  plain: (text) => text,
  dates: (reading) => {
    const { dateForms, firstYear } = patternsOf(reading)
    return {
      forms: dateForms(reading.lexicon),
      uses: USES.flatMap((use) =>
        reading.turns.filter((cue) => cue.turn === `date-${use}`).map((cue) => [use, cue.pattern] as const),
      ),
      firstYear,
    }
  },
  names: namesInflected,
  mentions: mentionsInflected,
  places: placesInflected,
  groups: groupsInflected,
  laws: lawsInflected,
  penalties: penaltiesInflected,
  soleVictim: soleInflected,
  actors: (text, span, reading: Reading) => worded(text, span, patternsOf(reading).actor, 'actor-words@1'),
  sources: (text, span, reading: Reading) => worded(text, span, patternsOf(reading).source, 'source-words@1'),
  offences: (text, span, reading: Reading) =>
    worded(text, span, patternsOf(reading).offence, 'offence-words@1'),
}
