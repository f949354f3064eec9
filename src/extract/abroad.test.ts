/** Texts of other countries are read with the same rules: everyday verbs, other names, other money, towns no pack knows. */
import { describe, expect, test } from 'vitest'
import { actsIn } from './acts.ts'
import { datesIn, englishDates } from './dates.ts'
import { linesOf, pack, reading, recordsOf, whole } from './fixture.ts'
import { groupsIn } from './groups.ts'
import { lawsIn } from './laws.ts'
import { penaltiesIn } from './penalties.ts'

const acts = (text: string): string[] =>
  [...new Set(actsIn(text, whole(text), reading).map((one) => one.act))].sort()
const names = (text: string): string[] => linesOf(text).flatMap((line) => line.names.map((one) => one.name))
const penalties = (text: string): Record<string, unknown>[] =>
  penaltiesIn(text, whole(text), pack, reading).map(({ value }) =>
    Object.fromEntries(Object.entries(value).filter(([key, one]) => one !== null && key !== 'who')),
  )
const places = (text: string): string[] =>
  recordsOf(text).flatMap((one) => one.places.map((place) => place.canonical))
const laws = (text: string): string[] =>
  lawsIn(text, whole(text), pack, reading, null).map(
    ({ value }) => `${value.code} ${value.article ?? value.name}`,
  )
const groups = (text: string): string[] =>
  groupsIn(text, whole(text), reading.lexicon).map(({ value }) => `${value.min}..${value.max}`)
const days = (text: string, asOf: string): (string | null)[] =>
  datesIn(text, [whole(text)], englishDates(reading.lexicon), asOf).map((one) => one.value.from)

test.each([
  ['Two students were nabbed at the gate.', ['detention']],
  ['Officers bundled her into a van.', ['detention']],
  ['A driver was taken from his workplace.', ['detention']],
  ['He was beaten by masked men.', ['physical_attack']],
  ['The broadcasting licence of the station was revoked.', ['media_closure']],
  ['The ministry cancelled the legal status of two charities.', ['dissolution']],
  ['She pleaded not guilty and was granted bail.', ['release']],
])('%s', (text, told) => expect(acts(text)).toEqual(told))

test.each([
  'Police stood by and arrested nobody.',
  'Demonstrations will be banned in June.',
  'The bill allows the regulator to have websites blocked.',
  'They raised awareness of police brutality.',
  'She was slapped with a bill.',
  'A workshop was held on March 14.',
])('%s tells nothing done', (text) => expect(acts(text)).toEqual([]))

test.each([
  ['Police hauled in Maryna Kavalchyk, a 34-year-old baker.', ['Maryna Kavalchyk']],
  ['Blogger Elvin Vagif oğlu Rzayli was fined.', ['Elvin Vagif oğlu Rzayli']],
  ['Father Julio de la Mata Ruiz was held.', ['Julio de la Mata Ruiz']],
  ['Her son, Ihar, was held.', ['Ihar']],
  ['She broke the Act on Petty Offences.', []],
  ['The Fundación Semilla was closed.', []],
])('the people of: %s', (text, people) => expect(names(text)).toEqual(people))

test.each([
  ['He was jailed for 15 days.', [{ type: 'administrative_detention', days: 15 }]],
  ['She was sentenced to two years and one month.', [{ type: 'prison', years: 2, months: 1 }]],
  ['The judge handed down a two-and-a-half-year prison sentence.', [{ type: 'prison', years: 2.5 }]],
  ['Judges cut the prison term from 23 to 15 years.', [{ type: 'prison', years: 15 }]],
  ['He was fined 5.4 million soums.', [{ type: 'fine', amount: 5_400_000, currency: 'soums' }]],
  [
    'They were fined between 720 and 1,080 somoni.',
    [{ type: 'fine', min: 720, max: 1080, unit: 'somoni', currency: 'somoni' }],
  ],
  [
    'Ana was fined 40 lari and let off with a verbal warning.',
    [{ type: 'fine', amount: 40, currency: 'lari' }, { type: 'warning' }],
  ],
  ['The offence is punishable by a fine of 300 lari.', []],
])('the penalties of: %s', (text, told) => expect(penalties(text)).toEqual(told))

test.each([
  ['On 3 May 2031 police in Oshlar and Lipova detained 12 people.', ['Oshlar', 'Lipova']],
  ['On 3 May 2031 Lipova police detained 12 people.', ['Lipova']],
  ['On 3 May 2031 the Lipova-based blogger Ana Kov was detained.', ['Lipova']],
  ['• Lipova. A teacher was fined on 3 May 2031.', ['Lipova']],
  ['On 3 May 2031 riot police detained 12 people.', []],
])('the places of: %s', (text, told) => expect(places(text)).toEqual(told))

describe('laws, counts and days', () => {
  test.each([
    ['under article 342 CC', ['criminal 342']],
    ['Under Law No. 2911, all were charged.', ['other Law No. 2911']],
    ['under the foreign agents law', ['other foreign agents law']],
    ['He was fined under Article 19.11.', ['administrative 19.11']],
  ])('%s', (text, told) => expect(laws(text)).toEqual(told))
  test.each([
    ['The other four, all women, were freed.', ['4..4']],
    ['Shots were fired, wounding more than 20 people.', ['20..null']],
    ['They paid 4,063 Turkish liras.', []],
    ['Two dozen officers came.', []],
  ])('%s', (text, told) => expect(groups(text)).toEqual(told))
  test.each([
    ['last Thursday', ['2031-05-01']],
    ['two days ago', ['2031-05-06']],
    ['On 3 May he left; a week later she came.', ['2031-05-03', '2031-05-10']],
    ['several days later', []],
  ])('%s', (text, told) => expect(days(text, '2031-05-08')).toEqual(told))
})
