/** The readers of English, as the grammar that every step asks. */
import { actorsOf, offencesOf, sourcesOf } from './actors.ts'
import { englishDates } from './dates.ts'
import { folded } from './folded.ts'
import type { Grammar } from './grammar.ts'
import { groupsIn } from './groups.ts'
import { lawsIn } from './laws.ts'
import { mentionsIn } from './mentions.ts'
import { namesIn } from './names.ts'
import { penaltiesIn } from './penalties.ts'
import { placesIn } from './places.ts'
import { unnamedVictim } from './victims.ts'

export const ENGLISH: Grammar = {
  plain: folded,
  dates: ({ lexicon }) => englishDates(lexicon),
  names: (text, units, pack, { lexicon }) => namesIn(text, units, pack, lexicon),
  mentions: (document, pack, { lexicon }) => mentionsIn(document, pack, lexicon),
  places: (text, sentence, pack, { lexicon }, persons) => placesIn(text, sentence, pack, lexicon, persons),
  groups: (text, sentence, { lexicon }) => groupsIn(text, sentence, lexicon),
  laws: lawsIn,
  penalties: penaltiesIn,
  soleVictim: (lines, { lexicon }) => unnamedVictim(lines, lexicon),
  actors: actorsOf,
  sources: sourcesOf,
  offences: offencesOf,
}
