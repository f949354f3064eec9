/** The rules of counting → data that a method page can show: id, reason, example. */
import type { Rule } from '../core/codebook.ts'

/** Russian and Kazakh are nobody's yet: null, shown as missing. */
const rule = (id: string, en: string, example: string): Rule => ({
  id,
  reason: { en, ru: null, kk: null },
  example,
})

export const MEASURE_RULES: readonly Rule[] = [
  rule(
    'cell.incidents@1',
    'In the workspace: incidents that whoever asks may read, verified by a second person, each once in a cell. Where sources disagree whether it stands there it is claimed and not certain.',
    'Of 32 incidents with a detention one has sources that disagree on what was done: 31 to 32.',
  ),
  rule(
    'cell.persons@1',
    'Persons harmed in the incidents of a cell: those struck by the act, named by the role, given the penalty. Who is held twice counts twice.',
    '34 arrested, 5 of them journalists: 34 under arrest, 5 under journalist.',
  ),
  rule(
    'cell.acts@1',
    'Each kind of act once in an incident; how many it struck is another unit.',
    'A detention of 34 people and a fine to one of them are two acts.',
  ),
  rule('cell.penalties@1', 'Each person punished is one penalty.', 'Three people fined are three penalties.'),
  rule(
    'cell.days@1',
    'Days of administrative detention over persons. Months and years are never turned into days.',
    'Two people with five days each and one with an unknown term: 10 or more.',
  ),
  rule(
    'cell.months@1',
    'Whole terms in months, a year being twelve: of prison, of restriction, suspended, of house arrest, of a ban. Unlike penalties stand in their own rows.',
    'A year and a half of prison is 18.',
  ),
  rule(
    'cell.money@1',
    'Fines in the currency of the country, as sum.money@1.',
    'Three people fined 100 each: 300.',
  ),
  rule(
    'cell.index@1',
    'Fines in units of the index of the day of the offence. Where day, index or amount is not known the upper end is open.',
    'A fine of 265,100 when the index was 2,651: 100.',
  ),
  rule(
    'cell.unknown@1',
    'An incident of which a facet is not known stands in a row of its own: it is never left out, and never taken for nought.',
    'Of 92 incidents 14 have no known region: the row "not known" says 14.',
  ),
  rule(
    'cell.crossed@1',
    'Of two groups of one whole, when nobody says how far they overlap: no fewer than must be in both (Fréchet), no more than the smaller.',
    'Ten people, eight activists, five fined: 3 to 5 activists were fined.',
  ),
  rule(
    'cell.split@1',
    'What an incident adds is divided among its regions, laws or institutions by nobody: none of it is certain in any one of them, all of it claimed in each.',
    '34 arrested in two cities: 0 to 34 in each, 34 in all.',
  ),
  rule(
    'aggregate.covered@1',
    'A total of a source is laid beside the persons struck in single incidents wholly within its days, in its regions, by its acts. It is never added to them.',
    'About 300 detained on a day; single incidents on record cover 201 to 202 of them.',
  ),
  rule(
    'sums.parts@1',
    'Numbers of one total that some of the others add up to are shown as an equation; of three or more, those in no equation are flagged. Nothing is mended, and an equation is no proof of parts.',
    '"70 cases, 49 decided, 21 pending": 70 = 49 + 21.',
  ),
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
