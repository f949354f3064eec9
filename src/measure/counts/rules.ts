/** The rules of counting in the workspace → data that its pages can show: no page for readers names them. */
import type { Rule } from '../../core/codebook.ts'
import { rule } from '../rules.ts'

export const COUNT_RULES: readonly Rule[] = [
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
    'cell.persons@2',
    'Different people harmed in the incidents of a cell. Whoever was judged to be somebody on record is one person in however many incidents. Of the others nobody knows whether they were met before: at least as many as are told apart or as the fullest incident needs, at most these and all the others. Names that nobody judged tell nobody apart. Of a part of an incident (an act, a role) people on record are certain where the part holds everybody.',
    'Somebody on record held in three incidents: 1. A crowd of 40 and one of 30: 40 to 70.',
  ),
  rule(
    'cell.proceedings@1',
    'Each case that whoever asks may read once, where its first dated stage lies (without one, its first dated hearing). Laws are those of its charges: an inferred one is claimed and not certain, one that another took the place of is not counted. Penalties and institutions are those of its entries; place, freedom, act and role those of the incidents it rests on, certain where all of them say so. No second person verifies a case. Incidents that tell of a charge and have no case are not among them.',
    'A case under article 174, inferred: 0 to 1 under that article, 1 in all.',
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
]
