/** The rules of counting → data that a method page can show: id, reason, example. */
import type { Rule } from '../core/codebook.ts'

/** Russian and Kazakh are nobody's yet: null, shown as missing. */
export const rule = (id: string, en: string, example: string): Rule => ({
  id,
  reason: { en, ru: null, kk: null },
  example,
})

export const MEASURE_RULES: readonly Rule[] = [
  rule(
    'count.incidents@1',
    'Incidents are counted, not articles: each once in a period and once in each slice it stands in. Slices overlap and are never added up.',
    'Two acts in one incident give one incident under each act and one in all.',
  ),
  rule(
    'count.persons@1',
    'Persons are counted in each incident they suffered in: who is held twice counts twice.',
    'Asan Usenov held in March and again in April counts once in each month, twice in the quarter.',
  ),
  rule(
    'count.penalties@1',
    'Each person punished is one penalty; a penalty whose persons nobody counted is one at least.',
    'Three people fined give 3; «some were fined» gives 1, claimed unknown.',
  ),
  rule(
    'sum.days@1',
    'Days of administrative detention are added over persons; a term that nobody tells adds nothing certain and opens the upper end.',
    'Two people with 5 days each and one with an unknown term give certain 10, claimed unknown.',
  ),
  rule(
    'sum.money@1',
    'Fines are added in the currency of the country as told, for each person; other currencies are not converted and multiples of an index are not added.',
    'Three people fined 100 each give 300; 50 of another currency opens the upper end.',
  ),
  rule(
    'period.whole-date@1',
    'An incident counts in a period only if every date said of it lies wholly in the period; one without a date counts in none.',
    'A date known as 2020 counts in 2020 and in no quarter of it.',
  ),
  rule(
    'period.no-aggregates@1',
    'Aggregates repeat single events and are left out; background counts where its own date lies in the period.',
    '«300 detentions that day» is shown apart from the twelve incidents of the day.',
  ),
  rule(
    'persons.shown-or-group@1',
    'Persons shown, by name or withheld, count one each unless a group says more: they are taken to be in it.',
    'Two named among «34 people arrested» give 34.',
  ),
  rule(
    'persons.groups@1',
    'Several groups of harmed people may overlap: no fewer than the largest, no more than all together. A whole told with its parts is the whole.',
    '7 activists and 2 journalists give 7 to 9; 11 killed, of them 9 and 2, give 11.',
  ),
  rule(
    'persons.open-end@1',
    '«At least» has no upper end; «at most» is one at least, for a group somebody counted is not empty.',
    'At least 50 gives certain 50, claimed unknown; at most 10 gives 1 to 10.',
  ),
  rule(
    'persons.disputed@1',
    'Where sources disagree the lowest number is certain and the highest claimed.',
    'One says 14, another 17: certain 14, claimed 17.',
  ),
  rule(
    'persons.harmed-groups@1',
    'A group counts as harmed by its words; people who came, police, complainants, things and places do not.',
    '«50 people gathered, 6 people detained» gives 6.',
  ),
  rule(
    'persons.by-act@1',
    'Of several acts in one incident each struck one person at least and all at most, unless a group or a penalty says how many.',
    '34 people arrested and a fine to one of them give 34 arrested and 1 fined, never 34 fined.',
  ),
  rule(
    'slices.disputed@1',
    'An incident that only some sources put in a slice is claimed there and not certain, and is no row of it.',
    'Two sources name different regions: the incident is claimed in both, certain in neither.',
  ),
]
