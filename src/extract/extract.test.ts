/** What is one incident and what is two; what governs a passage from outside; and what is none. */
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'
import { codebook, documentOf, pack, reading, recordsOf } from './fixture.ts'

const told = (text: string): string[] =>
  recordsOf(text).map(
    (one) => `${one.date.from} ${one.people.map((person) => person.name).join('+')} ${one.acts.join(' ')}`,
  )

describe('one incident', () => {
  test.each([
    ['• On 3 May 2031 Asan Usenov was detained. He was fined.', ['2031-05-03 Asan Usenov detention fine']],
    [
      'On 3 May 2031 about 40 activists gathered in Almaty. Asan Usenov was detained. Dana Omarova was fined.',
      ['2031-05-03 Asan Usenov+Dana Omarova protest_held detention fine'],
    ],
    [
      '• Asan Usenov was released on 3 May 2031. In August 2029 he was sentenced to two years in prison.',
      ['2031-05-03 Asan Usenov release conviction imprisonment'],
    ],
    [
      'On 3 May 2031 Asan Usenov staged a single picket in Almaty. The next day he was detained.',
      ['2031-05-04 Asan Usenov protest_held detention'],
    ],
    [
      'Dana Omarova was threatened by police on 1 May 2031 for a post. On 3 May 2031, activist Aigul Serikova was fined for sharing the post. They were all found guilty of slander.',
      ['2031-05-01 Dana Omarova+Aigul Serikova threat fine conviction'],
    ],
    [
      'A week before 9 May 2031, four monks were charged with incitement. Asan Usenov, the eldest, was released.',
      ['null Asan Usenov charge release'],
    ],
  ])('%s', (text, incidents) => expect(told(text)).toEqual(incidents))
})

describe('told again', () => {
  const full = 'On 3 May 2031 Asan Usenov and Dana Omarova were detained in Semey for a post about land.'
  test.each([
    [
      'an opening that names the people of its chapters',
      `The case of Asan Usenov and Dana Omarova, who were arrested in 2031, shocked many.\n${full}`,
    ],
    [
      'an act told as known already',
      `${full}\nSince being detained in 2031, Dana Omarova has been careful. Her detention was a warning to 30 people.`,
    ],
  ])('%s is no second incident', (_, text) =>
    expect(told(text)).toEqual(['2031-05-03 Asan Usenov+Dana Omarova detention']),
  )
  test('another harm of the same people is', () =>
    expect(told(`${full}\nOn 9 June 2031 Dana Omarova was fined.`)).toHaveLength(2))
})

describe('two incidents', () => {
  test.each([
    ['• On 3 May 2031 Asan Usenov was fined. Activist Dana Omarova was also summoned by police.', 2],
    [
      '• On 3 May 2031 Asan Usenov was fined in Almaty. In Semey, police also summoned Dana Omarova on 5 May 2031.',
      2,
    ],
    [
      'Asan Usenov was fined on 3 May 2031 for a post. During the curfew, many activists were searched and detained in 12 towns.',
      2,
    ],
    [
      'On Monday, 5 May 2031, the door of Dana Omarova was set on fire. In an earlier incident, in March, her car was set on fire.',
      2,
    ],
    ['The senate passed the bill on 3 May 2031. Asan Usenov was fined for a picket against it.', 2],
    ['• On 3 May 2031 Asan Usenov was fined. In 2029 Usenov had been sentenced to a year in prison.', 2],
    [
      '• On 3 May 2031 ten people were detained in Almaty. Some 25 residents were also detained beside the bridge.',
      2,
    ],
  ])('%s', (text, count) => expect(recordsOf(text)).toHaveLength(count))
})

describe('what governs a passage', () => {
  test('the day of a lead paragraph or a heading dates the items below it', () => {
    const lead = 'On 3 May 2031 rallies were announced in many towns.\n• In Semey, ten people were detained.'
    expect(recordsOf(lead).map((one) => one.date.from)).toEqual(['2031-05-03'])
    expect(
      recordsOf('# 3 May 2031\n• In Semey, ten people were detained.').map((one) => one.date.from),
    ).toEqual(['2031-05-03'])
  })
  test('such a date says that it is carried', () => {
    const { drafts } = extract(documentOf('# 3 May 2031\n• In Semey, ten people were detained.'), {
      pack,
      codebook,
      reading,
      asOf: null,
    })
    expect(drafts[0]?.proposals.find((one) => one.field === 'date')?.basis).toBe('carried')
  })
  test('an article of a closing sentence goes for all', () => {
    const text =
      'Asan Usenov was sentenced to two years in prison. Dana Omarova received a four-year suspended sentence. All were convicted under Article 174 of the Criminal Code.'
    expect(recordsOf(text).map((one) => one.laws.map((law) => law.article))).toEqual([['174'], ['174']])
  })
  test('in an interview «I» is the person whose name stands above', () => {
    const [record] = recordsOf(
      'Dana Omarova\nWhat happened?\nOn 3 May 2031 I was charged under Article 378, part 2 of the Criminal Code.',
    )
    expect(record?.people.map((one) => one.name)).toEqual(['Dana Omarova'])
  })
})

test.each([
  'Peaceful protests are regularly dispersed and protesters are often detained.',
  'The law allows up to 15 days of detention.',
  'We fear that Asan Usenov may be arrested.',
  'They demanded the release of all prisoners on 3 May 2031.',
  '_ On 3 May 2031 Asan Usenov was detained.',
  '^ On 3 May 2031 Asan Usenov was detained.',
  '# Asan Usenov was detained on 3 May 2031',
  '',
])('«%s» tells no incident', (text) => expect(recordsOf(text)).toEqual([]))

test('every span of a proposal lies in the document, and the same text gives the same drafts', () => {
  const document = documentOf(
    '# 3 May 2031\n• In Semey, ten people were detained, «among them» Asan Usenov 😀, who was fined 20,000 tenge.',
  )
  const context = { pack, codebook, reading, asOf: null }
  const first = extract(document, context)
  for (const one of first.drafts.flatMap((draft) => draft.proposals))
    if (one.span) expect(one.span.end > one.span.start && one.span.end <= document.text.length).toBe(true)
  expect(extract(document, context)).toEqual(first)
})
