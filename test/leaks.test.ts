/** A guest walks every public address in three languages; no name that is withheld may come out, in any form it has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/core/language.ts'
import { docxOf, paragraph, run, xlsxOf } from '../src/document/files.fixture.ts'
import type { Context } from '../src/usecases/context.ts'
import { importReport } from '../src/usecases/import-report.ts'
import { type Answer, crawl } from './crawl.ts'
import { findLeaks } from './leak-finder.ts'
import { aDecision, aSource, decideAll, emptyWorld, importText, siteOf } from './world.ts'

/** Invented people. One is shown by name; all others are recorded with less, or not at all. */
const PUBLIC = 'Zarina Tolebi'
const HIDDEN = [
  'Dauletkhan Sarmantai',
  'Kamshat Orynbetova',
  'Bolat Karimzhanuly',
  'Marat Dosov',
  'Saule Abenova',
  'Yerzhan Mukashev',
  'Инкар Жаксылыкова',
  'Темірлан Оразбай',
  'Ruslan Galymuly',
  'Sanzhar Bekturov',
  'Dinara Ospankul',
  'Gulmira Tasbolat',
]
const SECRETS = [...HIDDEN, 'Сармантай', 'sarmantai.private@example.org']

const TEXT = `On 7 May 2024 police in Almaty detained the activist Dauletkhan Sarmantai and the lawyer Kamshat Orynbetova near the Old Square. Sarmantai’s brother Bolat Karimzhanuly was questioned. Zarina Tolebi, a human rights defender, was fined 132,550 tenge. Write to sarmantai.private@example.org.

On 9 May 2024 a court in Aktobe sentenced the blogger Marat Dosov to ten days of administrative detention. Judge Saule Abenova heard the case. Dosov said he would appeal.

On 12 May 2024 in Shymkent police summoned Y. Mukashev. Yerzhan Mukashev, editor of the newspaper Tan Nuri, said that ORYNBETOVA had been threatened.`

const RUSSIAN = `12 мая 2024 года в Шымкенте полиция задержала журналистку Инкар Жаксылыкову и её мужа. Суд оштрафовал Жаксылыкову на 40 МРП. Её коллега Темірлан Оразбай был свидетелем задержания и рассказал об этом.`

/** The same people’s words in files of parts: what is hidden, struck out or beside the text is not even stored. */
const FILES: readonly (readonly [string, Uint8Array])[] = [
  [
    'Sanzhar Bekturov.docx',
    docxOf(
      `${paragraph(run('On 15 May 2024 police in Almaty detained the activist Sanzhar Bekturov near the Old Square.'))}<w:tbl><w:tr><w:tc>${paragraph(run('Witness'))}</w:tc><w:tc>${paragraph(run('Gulmira Tasbolat'))}</w:tc></w:tr></w:tbl>${paragraph(run('He was let go the next day.'))}`,
    ),
  ],
  [
    'list.xlsx',
    xlsxOf([
      {
        name: 'Dinara Ospankul',
        rows: [
          ['Name', 'Day', 'What', 'Witness'],
          [
            'Dinara Ospankul',
            '<c s="1"><v>45428</v></c>',
            'detained by police in Almaty',
            'Gulmira Tasbolat',
          ],
          ['Gulmira Tasbolat', '<c s="1"><v>45429</v></c>', 'fined 132,550 tenge in Aktobe', ''],
        ],
      },
      { name: 'Tasbolat', rows: [['Name'], ['OSPANKUL DINARA']] },
    ]),
  ],
]

const person = (id: string, en: string, ru: string, level: string | null) => ({
  record: 'person',
  id,
  names: { en, ru, kk: null },
  by: 'lena',
  at: '2026-10-01T09:00:00Z',
  ...(level && {
    basis: { kind: 'consent', level, reason: 'asked', givenHow: 'in writing', reviewBy: '2027-10-01' },
  }),
})

/** Whoever wrote it named the withheld in every field that holds words; only what it asks names nobody. */
function campaignOf(id: string, person: string): readonly Record<string, unknown>[] {
  const all = {
    en: 'Dauletkhan Sarmantai was held.',
    ru: 'Инкар Жаксылыкова рассказала.',
    kk: 'Даулетхан Сармантай ұсталды.',
  }
  const free = { en: 'Let nobody be held for a word.', ru: null, kk: null }
  const signed = { by: 'lena', at: '2026-11-20T09:00:00Z' }
  const on = '2026-11-19'
  const levels = { person: 1, family: 1, inside: 3, outside: 0 }
  const source = {
    kind: 'elsewhere',
    title: 'Told by Kamshat Orynbetova',
    url: 'https://example.org/sarmantai',
  }
  const patches = [{ motif: 'good', cloth: 1, words: all.ru, language: 'ru' }]
  const manifest = '0'.repeat(64)
  const said: readonly Record<string, unknown>[] = [
    { kind: 'partner', word: 'agrees', on, how: all.en },
    { kind: 'person', word: 'agrees', on, how: all.en },
    { kind: 'risk', on, levels, onlineInCountry: false, note: all.en },
    { kind: 'outcome', outcome: 'replied', on, words: all, source, contribution: 'none' },
    { kind: 'event', event: 'vigil', on, place: all.en, host: all.en, isPublic: true, briefed: true },
    {
      kind: 'tally',
      of: 'letter',
      low: 1,
      best: 2,
      high: 3,
      method: 'counted',
      source: 'partner',
      on,
      countedBy: all.en,
    },
    {
      kind: 'delivery',
      authority: 'ombudsman',
      way: 'post',
      of: 'letter',
      number: 2,
      on,
      manifest,
      proof: { kind: 'stamp', words: all.en },
    },
    { kind: 'reply', delivery: 'e-0006', on, reply: 'formal', words: all },
    { kind: 'patches', on, patches },
  ]
  return [
    {
      ...{
        record: 'campaign',
        id,
        country: 'kz',
        subject: { kind: 'person', person },
        title: free,
        demand: free,
      },
      ...{ story: all, points: [all], targets: [{ authority: 'ombudsman', duty: all, hostile: false }] },
      ...{ kinds: ['letter', 'card'], thresholds: [{ kind: 'letter', number: 2, brings: all }] },
      ...{ proposedBy: all.en, partner: all.en, incidents: ['kz-2024-05-07-a'], ...signed },
    },
    ...said.map((body, at) => ({ record: 'campaign-entry', id, entry: `e-000${at}`, body, ...signed })),
    {
      record: 'campaign-entry',
      id,
      entry: 'e-open',
      body: { kind: 'move', move: 'open' },
      why: all.en,
      by: 'marat',
      at: '2026-11-20T10:00:00Z',
    },
  ]
}

let world: Context
let answers: readonly Answer[]
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  const bytes = new TextEncoder().encode(RUSSIAN)
  const source = aSource({ title: 'Рассказ, который записала Инкар Жаксылыкова' })
  await importReport(world, {
    bytes,
    name: 'Dauletkhan Sarmantai testimony.txt',
    country: 'kz',
    source,
    asOf: null,
    by: 'aigerim',
  })
  for (const [name, file] of FILES)
    await importReport(world, {
      bytes: file,
      name,
      country: 'kz',
      source: aSource({ title: `File of ${name}` }),
      asOf: null,
      language: 'en',
      by: 'aigerim',
    })
  await decideAll(world, [
    person('tolebi', PUBLIC, 'Зарина Толеби', 'name'),
    person('sarmantai', 'Dauletkhan Sarmantai', 'Даулетхан Сармантай', 'never'),
    person('orynbetova', 'Kamshat Orynbetova', 'Камшат Орынбетова', 'initials'),
    { ...person('dosov', 'Marat Dosov', 'Марат Досов', 'pseudonym'), pseudonym: 'a blogger we call K.' },
    person('abenova', 'Saule Abenova', 'Сауле Абенова', null),
    aDecision({
      id: 'kz-2024-05-07-a',
      from: 'On 7 May 2024 police',
      to: 'was fined 132,550 tenge.',
      places: ['Almaty'],
      people: [
        { id: 'sarmantai', harmed: true },
        { id: 'orynbetova', harmed: true },
        { name: 'Bolat Karimzhanuly', harmed: true },
        { id: 'tolebi', harmed: true },
      ],
      penalties: [{ type: 'fine', amount: 132550, who: ['Zarina Tolebi'] }],
      actors: ['police', 'an officer called Ruslan Galymuly'],
      outcome: 'Sarmantai still held',
      why: 'Dauletkhan Sarmantai told us himself',
    }),
    aDecision({
      id: 'kz-2024-05-09-a',
      date: '2024-05-09',
      from: 'On 9 May 2024',
      to: 'he would appeal.',
      people: [
        { id: 'dosov', harmed: true },
        { id: 'abenova', harmed: false },
      ],
      offences: ['insulting Ruslan Galymuly'],
      sources: ['Marat Dosov'],
    }),
    aDecision({
      id: 'kz-2024-05-12-a',
      date: '2024-05-12',
      from: 'On 12 May 2024',
      to: 'had been threatened.',
      acts: ['summons', 'threat'],
      people: [{ name: 'Yerzhan Mukashev', role: 'editor of the newspaper Tan Nuri', harmed: true }],
      groups: [{ what: 'colleagues of Yerzhan Mukashev', min: 2, max: 2, qualifier: 'exact' }],
    }),
    aDecision({
      id: 'kz-2024-05-12-b',
      date: '2024-05-12',
      document: 'Dauletkhan Sarmantai testimony',
      from: '12 мая 2024 года',
      to: 'на 40 МРП.',
      people: [{ name: 'Инкар Жаксылыкова', harmed: true }],
      organisations: ['фонд Оразбай'],
    }),
    aDecision({
      id: 'kz-2024-05-15-a',
      date: '2024-05-15',
      document: 'Sanzhar Bekturov',
      from: 'On 15 May 2024',
      to: 'the next day.',
      people: [{ name: 'Sanzhar Bekturov', harmed: true }],
    }),
    aDecision({
      id: 'kz-2024-05-16-a',
      date: '2024-05-16',
      document: 'list',
      from: 'Name: Dinara',
      to: 'Witness: Gulmira Tasbolat',
      people: [{ name: 'Dinara Ospankul', harmed: true }],
    }),
    {
      record: 'proceeding',
      id: 'kz-sarmantai',
      person: 'sarmantai',
      charges: [{ code: 'administrative', article: '488', status: 'stated' }],
      stages: [{ stage: 'detained', date: '2024-05-07', incident: 'kz-2024-05-07-a' }],
      by: 'lena',
      at: '2026-11-02T09:00:00Z',
    },
  ])
  await decideAll(world, [...campaignOf('cam-leak00a', 'tolebi'), ...campaignOf('cam-leak00b', 'sarmantai')])
  answers = await crawl(siteOf(world, 'https://example.org'), [
    'kz-2024-05-07-b',
    'sarmantai',
    'kz-sarmantai',
    ...SECRETS.map((one) => encodeURIComponent(one)),
  ])
})
afterAll(() => world.store.destroy())

describe('what a guest can read', () => {
  it('is walked widely: pages, JSON, feeds and errors in three languages', () => {
    expect(answers.length).toBeGreaterThan(120)
    for (const language of LANGUAGES)
      expect(answers.some((one) => one.url.startsWith(`/${language}/i/kz-2024-05-07-a`))).toBe(true)
    expect(answers.some((one) => one.url.endsWith('.atom'))).toBe(true)
    expect(answers.filter((one) => one.status === 404).length).toBeGreaterThan(10)
    expect(answers.filter((one) => one.status >= 500)).toEqual([])
  })

  it('holds no withheld name in any spelling, script, case or encoding', () => {
    const leaks = answers.flatMap((answer) =>
      findLeaks(answer.text, SECRETS).map((secret) => `${answer.url}: ${secret}`),
    )
    expect(leaks).toEqual([])
  })

  it('still names the person who agreed to be named, and says that others are not', () => {
    const incident = answers.find((one) => one.url === '/en/i/kz-2024-05-07-a')
    expect(incident?.text).toContain(PUBLIC)
    expect(answers.find((one) => one.url === '/en/i/kz-2024-05-07-a.json')?.text).toContain('"withheld"')
  })

  it('shows initials and a pseudonym only where that was agreed', () => {
    expect(answers.find((one) => one.url === '/en/i/kz-2024-05-07-a')?.text).toContain('K. O.')
    expect(answers.find((one) => one.url === '/en/i/kz-2024-05-09-a')?.text).toContain('a blogger we call K.')
  })

  it('shows nothing of a text that no rule can read', () => {
    const page = answers.find((one) => one.url === '/ru/i/kz-2024-05-12-b')
    expect(page?.status).toBe(200)
    expect(page?.text).not.toContain('Шымкенте')
    expect(page?.text).not.toContain('задержала')
  })

  it('shows of files of parts the words around the names, and not the names', () => {
    const words = answers.find((one) => one.url === '/en/i/kz-2024-05-15-a')?.text
    expect(words).toContain('near the Old Square')
    const row = answers.find((one) => one.url === '/en/i/kz-2024-05-16-a')?.text
    expect(row).toContain('by police in Almaty')
  })

  it('shows a campaign without the words that name the withheld, and none for somebody who may not be named', () => {
    const page = answers.find((one) => one.url === '/en/campaign/cam-leak00a')
    expect(page?.text).toContain('Let nobody be held for a word.')
    expect(page?.text).toContain('Letters to authorities'.toLowerCase())
    expect(answers.some((one) => one.url === '/en/campaign/cam-leak00a/letter-ombudsman')).toBe(true)
    expect(answers.filter((one) => one.text.includes('cam-leak00b')).map((one) => one.url)).toEqual([])
  })

  it('says nothing of a journey whose person may not be named', () => {
    const told = answers.filter((one) => one.text.includes('kz-sarmantai')).map((one) => one.url)
    expect(told).toEqual([])
  })

  it('tells no length of a name by the offsets beside a slip', () => {
    expect(answers.find((one) => one.url === '/en/i/kz-2024-05-07-a.json')?.text).not.toMatch(
      /"(start|end)":\d/,
    )
  })
})

describe('the test of the test', () => {
  it.each([
    ['plainly', 'held: Dauletkhan Sarmantai.'],
    ['in capitals', 'DAULETKHAN SARMANTAI'],
    ['in Cyrillic', 'задержан Даулетхан Сармантай'],
    ['in a Russian case', 'у Сармантая изъяли телефон'],
    ['in HTML entities', '&#83;armantai'],
    ['in a URL', '/en/i/%D0%A1%D0%B0%D1%80%D0%BC%D0%B0%D0%BD%D1%82%D0%B0%D0%B9'],
    ['in JSON escapes', '"\\u0421\\u0430\\u0440\\u043c\\u0430\\u043d\\u0442\\u0430\\u0439"'],
    ['with a soft hyphen', 'Sar\u00admantai'],
    ['with a zero-width space', 'Sar\u200bmantai'],
    ['with look-alike letters', 'Sаrmаntаi'],
    ['in base64', Buffer.from('detained: Sarmantai').toString('base64')],
    ['in another spelling', 'Orinbetova'],
  ])('finds a name planted %s', (_how, text) => {
    expect(findLeaks(text, SECRETS)).not.toEqual([])
  })

  it('does not cry wolf at ordinary words', () => {
    expect(
      findLeaks(
        'Police in Almaty detained an activist near the Old Square. Полиция задержала активиста.',
        SECRETS,
      ),
    ).toEqual([])
  })
})
