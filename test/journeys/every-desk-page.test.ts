/** Every page of the workspace, as everybody who works here meets it: what stands on it and what not, without barriers, on a small phone, by keyboard. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExport } from '../../src/usecases/exports/ask-export.ts'
import { newPhone } from '../../src/usecases/field/phones.ts'
import { proposeRating } from '../../src/usecases/rating/say.ts'
import { inviteToSign } from '../../src/usecases/signing/links.ts'
import { offerText } from '../../src/usecases/signing/offer-text.ts'
import { beginPublication } from '../../src/usecases/writing/begin.ts'
import { movePublication } from '../../src/usecases/writing/move-publication.ts'
import { readPublication } from '../../src/usecases/writing/read-publication.ts'
import { sayOfText } from '../../src/usecases/writing/say-of-text.ts'
import { writeText } from '../../src/usecases/writing/write-text.ts'
import { part } from '../sample.ts'
import { importText, knowledge, NOW, recordAll } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { tooFaint } from './contrast.ts'
import { browserOf, type Name, RECORDS, type Served, STAFF, servedWorld } from './desk-world.ts'
import { keptOnPhone, sealNotes } from './phone-in-browser.ts'

let served: Served
let browser: Browser
let document = ''
let list = ''
let rating = ''
let text = ''
/** Every kind of line on its page: a column nobody knows, a word to explain, a cell that is not understood. */
const LIST = `№;Дата;Город;ФИО;Статья КоАП;Наказание;Заметка
1;03.05.2024;г. Алматы;Асан Усенов;488 ч. 6;15 суток;да
2;31.05.2024;Нигдеград;Болат Усенов;;нет данных;нет`

/** A plan of every kind of line: a text that two tables wrote, a version, and the rest of its parts. */
const [PLAN, VERSION] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2']
const planEntries = (): readonly object[] => {
  const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const written = [
    ['front', 'front', 'title', 'Ask before you pay'],
    ['front', 'front', 'currency', 'KZT'],
    ['problem', 'problem', 'what', 'People are fined for standing alone and do not know why.'],
    ['message', id(91), 'ru', 'Спросите, за что вас штрафуют.'],
    ['budget', id(92), 'what', 'Paper'],
    ['budget', id(92), 'price', '1200'],
    ['risk', id(93), 'what', 'The post is reported'],
    ['risk', id(93), 'likelihood', '5'],
    ['risk', id(93), 'harm', '4'],
    ['risk', id(93), 'what', 'The page is blocked'],
    ['comment', id(94), 'of', id(93)],
    ['comment', id(94), 'text', 'Who decides this?'],
    ['link', id(95), 'of', 'nothing-here'],
    ['version', VERSION, 'name', 'Before lunch'],
    ['version', VERSION, 'holds', [1, 2, 3].map(id).join(' ')],
  ] as const
  return written.map(([part, line, field, text], at) => ({
    ...{ id: id(at + 1), plan: PLAN, part, line, field, text, after: [] },
    ...{ at: '2026-11-10T09:00', by: `Table ${(at % 5) + 1}` },
  }))
}

const PAGES: Readonly<Record<Name, readonly string[]>> = {
  lena: [`records/${RECORDS.waiting}`, 'records/new', `records/${RECORDS.waiting}/source`],
  marat: [
    ...['', 'questions', 'second', 'search', 'documents/DOCUMENT/0', 'documents/DOCUMENT/new'],
    ...['records', 'records?waits=verify', 'records?q=nothing', 'documents', 'documents/DOCUMENT'],
    ...[`records/${RECORDS.waiting}`, `records/${RECORDS.published}/history`],
    ...[
      `records/${RECORDS.published}/relations`,
      'people',
      'people/usenov',
      'people/usenov/course',
      'links',
      'measure/unseen',
      'access',
      'me',
    ],
    ...[
      'twice/people',
      'links?blind=1',
      'twice',
      'twice?blind=1',
      `twice?left=${RECORDS.waiting}&right=${RECORDS.published}`,
    ],
    ...['measure', 'measure/counts', 'measure/counts?unit=persons&rows=act&columns=quarter', 'measure/laws'],
    ...['measure/mappings', 'measure/mappings?as=civicus', 'measure/mappings?as=acled', 'measure/coverage'],
    ...['measure/counts/rows?only=act:detention', 'measure/agreement', 'measure/training'],
    ...['cases', 'cases/new', 'cases/case-b4', 'cases/case-b4/edit', 'cases/case-b4/entries/hearing-a'],
    ...['charge', 'outcome', 'stage', 'hearing', 'penalty', 'restriction'].map(
      (one) => `cases/case-b4/new/${one}`,
    ),
    ...[
      'observations/new',
      'observations/new?sheet=custody',
      'observations/obs-c5',
      'observations/obs-c5/edit',
    ],
    ...['assistance/new', 'assistance/help-d6', 'assistance/help-d6/edit', 'assistance/help-d6/new/answer'],
    ...['sealed', `sealed/incident/${RECORDS.waiting}`, 'field', 'field?decided=1', 'house'],
    ...['documents/DOCUMENT/changes', 'documents/DOCUMENT/custody', 'documents/LIST/list', 'me/journey'],
    ...['measure/rating', 'measure/rating/form', 'measure/rating/RATING', 'measure/watchlist'],
    ...['cards', 'cards/kz/CC-274/ru', 'lessons'],
    ...['voices', 'voices/new', 'voices/tes-00000v1', 'voices/tes-00000v1/edit'],
    ...['campaigns', 'campaigns/new', 'campaigns/cam-00000v1', 'campaigns/cam-00000v1/edit'],
    ...[
      'plans',
      'plans/PLAN',
      'plans/PLAN/application',
      'plans/PLAN/versions',
      'plans/PLAN/versions/VERSION',
    ],
    ...['front', 'problem', 'message', 'budget', 'risk', 'harm', 'link'].map(
      (one) => `plans/PLAN/parts/${one}`,
    ),
    ...['calendar', 'tactics', 'recommendations', 'recommendations/new', 'documents/DOCUMENT/demands'],
    ...['recommendations/rec-d7', 'recommendations/rec-d7/edit'],
    ...['write', 'write/TEXT', 'write/TEXT?at=s-own1', 'write/TEXT?at=section:other', 'write/TEXT/review'],
    ...['write/TEXT/versions', 'write/TEXT/file', 'write/TEXT/sign'],
    ...['records/kz-2024-05-01-z', 'exports', 'confirm?to=%2Fen%2Fdesk%2Fme'],
  ],
  aigerim: [
    ...['analyses', 'analyses/new'],
    ...['', 'records', 'documents/DOCUMENT/new', `records/${RECORDS.verified}`],
    ...[`records/${RECORDS.published}`, 'exports', 'away', 'actions'],
  ],
  zarina: ['exports'],
  daniyar: ['', 'search', 'records', `records/${RECORDS.published}`],
  oskar: ['records', `records/${RECORDS.shared}`, 'exports'],
  root: ['accounts'],
  bota: ['log'],
}
const BY = { by: 'marat', at: '2026-11-10T09:00:00Z' }
const SEEN = { source: { kind: 'hand', title: 'seen in the room' }, ...BY }
/** A case with a charge, a stage and a hearing, what was seen of it and what was done; nothing of it falls due. */
const FOLLOWED = [
  {
    record: 'case',
    id: 'case-b4',
    country: 'kz',
    title: 'The May case',
    people: ['usenov'],
    ...BY,
  },
  ...[
    [
      'charge-a',
      {
        kind: 'charge',
        law: { code: 'administrative', article: '488' },
        basis: 'stated',
        offence: '2026-10-30',
      },
    ],
    ['stage-a', { kind: 'stage', stage: 'trial', date: '2026-11-02' }],
    ['hearing-a', { kind: 'hearing', state: 'held', date: '2026-11-02', hour: '10:30' }],
  ].map(([entry, what]) => ({ record: 'entry', id: 'case-b4', entry, what, ...SEEN })),
  {
    ...{ record: 'observation', id: 'obs-c5', sheet: 'trial', on: '2026-11-02', observer: 'marat', ...SEEN },
    ...{ about: { case: 'case-b4', hearing: 'hearing-a' } },
    answers: [{ question: 'counsel_present', answer: { kind: 'no' } }],
  },
  {
    ...{ record: 'assistance', id: 'help-d6', what: 'complaint_prosecutor', people: ['usenov'], ...SEEN },
    ...{ about: { case: 'case-b4' }, on: '2026-11-03', doneBy: 'the legal team' },
  },
  {
    ...{
      record: 'testimony',
      id: 'tes-00000v1',
      country: 'kz',
      speaker: { who: 'the lawyer of the May case' },
    },
    ...{ on: '2026-11-04', interviewer: 'marat', language: 'ru', incidents: [], words: 'Никого не пускали.' },
    ...BY,
  },
  ...['q1', 'q2'].map((quotation) => ({
    ...{ record: 'quotation', id: 'tes-00000v1', quotation, said: 'Никого не пускали.', ...BY },
    wording: { en: 'They let nobody in.', ru: 'Никого не пускали.', kk: null },
    shown: {
      kind: 'described',
      as: { en: 'a lawyer from Almaty', ru: 'адвокат из Алматы', kk: null },
    },
    consent: { use: { kind: 'any' }, on: '2026-11-05', how: 'signed form', until: null },
  })),
  {
    ...{ record: 'campaign', id: 'cam-00000v1', country: 'kz', subject: { kind: 'law', law: 'AOC-488' } },
    title: { en: 'People are fined for standing in a square.', ru: null, kk: null },
    demand: { en: 'Let a notice be enough.', ru: 'Пусть хватает уведомления.', kk: null },
    ...{
      story: { en: null, ru: null, kk: null },
      points: [],
      targets: [],
      kinds: ['letter'],
      thresholds: [],
    },
    ...{ proposedBy: 'a local group', partner: 'group-one', incidents: [], ...BY },
  },
  ...[
    { kind: 'partner', word: 'agrees', on: '2026-11-05', how: 'a call' },
    {
      ...{
        kind: 'delivery',
        authority: 'ombudsman',
        way: 'post',
        of: 'letter',
        number: 12,
        on: '2026-11-06',
      },
      manifest: 'a'.repeat(64),
    },
  ].map((body, at) => ({ record: 'campaign-entry', id: 'cam-00000v1', entry: `e-000${at}`, body, ...BY })),
  { record: 'plan', id: PLAN, entries: planEntries(), ...BY },
  { record: 'unquote', id: 'tes-00000v1', quotation: 'q2', on: '2026-11-06', why: 'she called', ...BY },
  ...['rec-d7', 'rec-d8'].map((id) => ({
    ...{ record: 'recommendation', id, country: 'kz', body: 'human-rights-committee', on: '2026' },
    ...{ addressees: ['authorities'], ask: { en: 'Repeal article 274', ru: null, kk: null }, ...BY },
    said: { words: 'Repeal it.', language: 'en', title: 'Views', place: 'point 4', url: null },
    ...{ laws: ['CC-274'], public: false },
  })),
  { record: 'demand', id: 'rec-d7', with: 'rec-d8', verdict: 'same', why: 'one demand', ...BY },
]

/** Enough of a form to be rated. */
const formOf = (source: string) => ({
  ...{ record: 'assessment', id: `form-${source}`, country: 'kz', source, asOf: '2026-11-01', ...BY },
  method: 'csr-1@1.0.0',
  answers: ['association', 'assembly'].flatMap((dimension) =>
    knowledge.codebook.rating.method.dimensions
      .filter((one) => one.id === dimension)
      .flatMap((one) =>
        one.questions.flatMap((question) =>
          ['law', 'practice'].map((aspect) => ({
            ...{ question: `${dimension}.${question}`, aspect, value: 1, evidence: ['law:CC-174'] },
          })),
        ),
      ),
  ),
})

const NAMES = Object.keys(STAFF) as readonly Name[]
const pagesOf = (name: Name): readonly string[] =>
  PAGES[name].map((path) =>
    path
      .replace('DOCUMENT', document)
      .replace('LIST', list)
      .replace('RATING', rating)
      .replace('TEXT', text)
      .replace('PLAN', PLAN)
      .replace('VERSION', VERSION),
  )

const as = async (
  name: Name,
  work: (page: Page) => Promise<void>,
  more: Parameters<typeof browserOf>[3] = {},
): Promise<void> => {
  const { context, page } = await browserOf(served, browser, name, more)
  await work(page)
  await context.close()
}

describe.skipIf(!CHROMIUM)('the workspace', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
    document = (await served.world.house.selectFrom('documents').select('id').executeTakeFirstOrThrow()).id
    const actor = { account: 'aigerim', ...STAFF.aigerim }
    const asked = { ids: [RECORDS.published], audience: 'team', reason: 'the appeal on Friday' } as const
    await askExport({ ...served.world, actor }, asked)
    await recordAll({ ...served.world, actor: { account: 'marat', ...STAFF.marat } }, FOLLOWED)
    const marat = { ...served.world, actor: { account: 'marat', ...STAFF.marat } }
    await recordAll(marat, [formOf('partner'), formOf('house')])
    rating = await proposeRating(marat, { country: 'kz', asOf: '2026-11-10' })
    list = (await importText(served.world, LIST, 'list.csv')).document
    // A text with a sentence of its own that is flagged, said something about, and rewritten once.
    text = await beginPublication(marat, { kind: 'update', country: 'kz', period: '2024-q2' }, 'en')
    const { seen, text: drafted } = await readPublication(marat, text)
    const section = drafted.outline[0]?.id ?? ''
    const added = { kind: 'add', id: 's-own1', section, after: null, bonds: [] } as const
    await writeText(marat, text, { seen, edits: [{ ...added, words: 'In May 40 people were held.' }] })
    await sayOfText(marat, text, { kind: 'comment', sentence: 's-own1', to: '', words: 'Who says so?' })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each([
    ['lena', '', '', /wait[\s\S]*Since your last visit/, /Copies|Log|Accounts/],
    [
      'aigerim',
      '',
      '',
      /3 records wait for you[\s\S]*1 record to be verified[\s\S]*1 record to be cleared/,
      /Accounts/,
    ],
    ['daniyar', '', '', /Nothing waits for you/, /Almaty|Oskemen|Aktobe|kz-2024|People|Reports/],
    // One record was handed over by name: of the three others of the same day and court there is no trace.
    [
      'daniyar',
      'records',
      'records',
      /1 record can be read by you[\s\S]*Shymkent/,
      /Almaty|Oskemen|Aktobe|People|Reports|waits?\b/,
    ],
    [
      'oskar',
      '',
      'records',
      /2 records can be read by you[\s\S]*Aktobe[\s\S]*As partners may read it[\s\S]*Shymkent[\s\S]*As any reader sees it/,
      /Almaty|Oskemen|People|Reports|marat|lena/,
    ],
    ['root', '', 'accounts', /lena[\s\S]*root|root[\s\S]*lena/, /Records|People|Shymkent|Usenov|kz-2024/],
    ['bota', '', 'log', /decide/, /Records|People|Shymkent|Usenov|kz-2024/],
  ] as const)('receives %s, who comes to «%s», on the page %s', async (name, from, page, there, notThere) => {
    await as(name, async (tab) => {
      await tab.goto(`${served.deskUrl}/en/desk/${from}`)
      expect(tab.url()).toBe(`${served.deskUrl}/en/desk/${page}`)
      const text = await tab.locator('body').innerText()
      expect(text).toMatch(there)
      expect(text).not.toMatch(notThere)
    })
  })

  it.each([
    ['daniyar', RECORDS.waiting],
    ['oskar', RECORDS.verified],
    ['root', RECORDS.published],
    ['bota', RECORDS.published],
  ] as const)('shows %s nothing of %s, not even that it is there', async (name, id) => {
    await as(name, async (page) => {
      const answers: string[] = []
      for (const asked of [id, 'kz-2024-05-01-z']) {
        const answer = await page.goto(`${served.deskUrl}/en/desk/records/${asked}`)
        expect(answer?.status()).toBe(404)
        answers.push((await page.locator('main').innerText()).replaceAll(asked, ''))
      }
      expect(answers[0]).toBe(answers[1])
    })
  })

  // Each page is opened in one language, half of them in Russian (all of them in each where the whole is asked for): with script in light, where axe looks at it, without script, and in dark, which changes nothing but colours.
  it.each([
    ['en', { javaScriptEnabled: true, colorScheme: 'light' }, 0, 4],
    ['ru', { javaScriptEnabled: false, colorScheme: 'light' }, 1, 2],
    ['kk', { javaScriptEnabled: true, colorScheme: 'dark' }, 2, 4],
  ] as const)(
    'scrolls no page sideways on a phone, calls no two pages alike and has no barrier, in %s as %j',
    async (language, how, from, of) => {
      const found: string[] = []
      for (const name of NAMES)
        await as(
          name,
          async (page) => {
            const titles = new Map<string, string>()
            for (const path of part(pagesOf(name), of, from)) {
              await page.setViewportSize({ width: 360, height: 800 })
              const answer = await page.goto(`${served.deskUrl}/${language}/desk/${path}`)
              const title = await page.title()
              if (answer?.status() === 200 && !path.includes('?')) {
                expect(titles.get(title), `${path}: ${title}`).toBeUndefined()
                titles.set(title, path)
              }
              // What a person is called does not go into the list of pages a browser keeps.
              expect(title).not.toMatch(/Asan|Асан/)
              for (const width of [360, 320]) {
                await page.setViewportSize({ width, height: 800 })
                const scroll = await page.evaluate(() => window.document.documentElement.scrollWidth)
                if (scroll > width) found.push(`${name} ${path}: ${scroll} of ${width}`)
              }
              if (!how.javaScriptEnabled) continue
              await page.setViewportSize({ width: 1280, height: 800 })
              const barriers = how.colorScheme === 'dark' ? tooFaint : violations
              found.push(...(await barriers(page)).map((one) => `${name} ${path}: ${one}`))
            }
          },
          how,
        )
      expect(found).toEqual([])
    },
    240_000,
  )

  it('puts out pages without a barrier: a text, the link by which it is signed, the form that tells', async () => {
    const by = (name: 'marat' | 'aigerim') => ({ ...served.world, actor: { account: name, ...STAFF[name] } })
    const asked = { kind: 'letter', country: 'kz', period: '2024-q2', to: 'parliament' }
    const letter = await beginPublication(by('marat'), asked, 'en')
    const seen = async (): Promise<number> => (await readPublication(by('marat'), letter)).seen
    const move = async (name: 'marat' | 'aigerim', to: 'submit' | 'approve' | 'publish') =>
      movePublication(by(name), letter, { move: to, why: 'read', until: '', seen: await seen() })
    await move('marat', 'submit')
    await move('aigerim', 'approve')
    await offerText(by('aigerim'), letter, { isSubstance: true, why: '', seen: await seen() })
    const token = await inviteToSign(by('aigerim'), letter, { label: 'a partner', days: '' })
    await move('aigerim', 'publish')
    const found: string[] = []
    for (const language of ['en', 'ru', 'kk'])
      for (const path of [`publication/${letter}`, `sign/${token}`, 'tell', 'kz/publications']) {
        const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
        const answer = await page.goto(`${served.siteUrl}/${language}/${path}`)
        expect(answer?.status(), path).toBe(200)
        const scroll = await page.evaluate(() => window.document.documentElement.scrollWidth)
        if (scroll > 360) found.push(`${path}: ${scroll} of 360`)
        found.push(...(await violations(page)).map((one) => `${language} ${path}: ${one}`))
        await page.close()
      }
    expect(found).toEqual([])
  })

  it('is measured by an eye that sees what is too faint', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' })
    await page.setContent('<style>p { color: #888 } i { color: #666 }</style><p>seen</p><i>faint</i>')
    await page.addStyleTag({ content: 'body { background: #000 }' })
    expect(await tooFaint(page)).toEqual([expect.stringMatching(/^faint: .* 3\.\d+$/)])
    await page.close()
  })

  it('seals words before they leave, and opens and finds them on the reader’s machine', async () => {
    await as(
      'marat',
      async (page) => {
        await page.clock.setFixedTime(new Date(NOW))
        const said: string[] = []
        page.on('request', (request) =>
          said.push(
            `${request.method()} ${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`,
          ),
        )
        await page.goto(`${served.deskUrl}/en/desk/sealed/incident/${RECORDS.waiting}`)
        for (const words of ['call after six', 'the cellar, third door']) {
          const before = await page.locator('[data-sealed]').count()
          await page.fill('#seal textarea', words)
          await page.locator('#seal button[type=button]').click()
          await expect.poll(() => page.locator('[data-sealed]').count()).toBe(before + 1)
        }
        const file = { name: 'lena.key', mimeType: 'text/plain', buffer: Buffer.from(served.key) }
        await page.setInputFiles('#unlock input[type=file]', file)
        await page.locator('#unlock button').click()
        await page.fill('#find input', 'CELLAR')
        expect(await page.locator('.opened:visible').allInnerTexts()).toEqual(['the cellar, third door'])
        // Two sealed bodies left, and nothing that could be read.
        expect(said.filter((one) => one.startsWith('POST')).length).toBe(2)
        expect(said.join('\n')).not.toMatch(/cellar|after six|AGE-SECRET/i)
      },
      { javaScriptEnabled: true },
    )
  })

  it('sends what a phone sealed without a network, and fills in the form only of whoever opened it', async () => {
    const words = await newPhone(served.world, 'sparrow')
    const phone = await browser.newContext({ viewport: { width: 320, height: 700 } })
    const page = await phone.newPage()
    await page.clock.setFixedTime(new Date(NOW))
    const said: string[] = []
    page.on('request', (one) => said.push(`${one.url()} ${one.postDataBuffer()?.toString('latin1') ?? ''}`))
    const told = (text: string) => expect.poll(() => page.locator('#told').innerText()).toContain(text)
    await page.goto(`${served.siteUrl}/field/en`)
    await page.waitForSelector('html[data-ready]')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await phone.setOffline(true)
    await page.reload()
    await page.waitForSelector('html[data-ready]')
    await page.locator('#kinds [data-to=count]').click()
    await page.selectOption('#count [name=unit]', 'people')
    for (const [name, value] of [
      ['low', '200'],
      ['high', '500'],
      ['place', 'the long bridge'],
    ] as const)
      await page.fill(`#count [name=${name}]`, value)
    await page.locator('#count button').click()
    await told('Sealed.')
    expect(await page.locator('#count [name=place]').inputValue()).toBe('')
    await page.locator('#kinds [data-to=finished]').click()
    expect(await page.locator('#waiting li').allInnerTexts()).toEqual(['Count · up to 5 KiB · 2026-11-23'])
    expect(await violations(page)).toEqual([])
    await page.fill('#pass input', words)
    await page.locator('#pass button').click()
    await told('This phone has a pass.')
    await page.locator('#send').click()
    await told('The network broke off')
    await phone.setOffline(false)
    await page.locator('#send').click()
    await told('The house has 1 and proved it')
    expect(await page.locator('#waiting li').count()).toBe(0)
    expect(said.join('\n')).not.toMatch(/long bridge/)
    expect(new Set(said.map((one) => new URL(one.split(' ')[0] ?? '').origin))).toEqual(
      new Set([served.siteUrl]),
    )
    await page.locator('#wipe').click()
    await page.waitForURL('about:blank')
    await phone.close()

    await as(
      'marat',
      async (desk) => {
        await desk.goto(`${served.deskUrl}/en/desk/field`)
        const file = { name: 'lena.key', mimeType: 'text/plain', buffer: Buffer.from(served.key) }
        await desk.setInputFiles('#unlock input[type=file]', file)
        await desk.locator('#unlock button').click()
        await expect.poll(() => desk.locator('.opened p').allInnerTexts()).toContain('Where: the long bridge')
        const [form] = await Promise.all([
          desk.context().waitForEvent('page'),
          desk.locator('.opened form button').click(),
        ])
        await form.waitForLoadState()
        expect(await form.locator('textarea[name=words]').inputValue()).toContain('At least: 200')
        expect(await form.locator('[name$=".number"]').first().inputValue()).toBe('200..500')
        expect(await served.world.house.selectFrom('field_items').select('verdict').execute()).toEqual([
          { verdict: null },
        ])
      },
      { javaScriptEnabled: true },
    )
  })

  it('leaves nothing of twenty sealed things on a phone that is wiped, and the store of its keys goes first', async () => {
    const phone = await browser.newContext()
    const [page, beside] = [await phone.newPage(), await phone.newPage()]
    await page.clock.setFixedTime(new Date(NOW))
    await page.goto(`${served.siteUrl}/field/en`)
    await page.waitForSelector('html[data-ready]')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await page.evaluate(sealNotes, 20)
    await beside.goto(`${served.siteUrl}/robots.txt`)
    const whole = await beside.evaluate(keptOnPhone)
    expect(whole).toMatchObject({ bodies: 20, waiting: 20, kept: 1, workers: 1, stored: 0 })
    expect(whole.caches).toBeGreaterThan(0)

    // Whatever stops the rest: here the browser never comes to it.
    await page.evaluate(() => {
      indexedDB.deleteDatabase = () => new EventTarget() as IDBOpenDBRequest
    })
    await page.locator('#wipe').click()
    await expect.poll(() => beside.evaluate(keptOnPhone)).toMatchObject({ kept: 0, bodies: 20 })

    await page.evaluate(() => {
      Reflect.deleteProperty(indexedDB, 'deleteDatabase')
      globalThis.document.querySelector<HTMLButtonElement>('#wipe')?.click()
    })
    await page.waitForURL('about:blank')
    const nothing = { databases: 0, waiting: 0, bodies: 0, kept: 0, caches: 0, workers: 0, stored: 0 }
    expect(await beside.evaluate(keptOnPhone)).toEqual(nothing)
    await phone.close()
  })

  it('is led by the keyboard from the first key to the step', async () => {
    await as('marat', async (page) => {
      await page.goto(`${served.deskUrl}/en/desk/records/${RECORDS.waiting}`)
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').innerText()).toBe('To the content')
      const met: string[] = []
      for (let key = 0; key < 60; key++) {
        await page.keyboard.press('Tab')
        const focus = page.locator(':focus')
        if ((await focus.count()) === 0) break
        const box = await focus.boundingBox()
        expect(box && box.width > 0 && box.height > 0, await focus.innerText()).toBe(true)
        met.push((await focus.innerText()) || ((await focus.getAttribute('name')) ?? ''))
      }
      const order = [
        'Records',
        'To the step',
        'why',
        'Verify',
        'Write down who was asked',
        'not-asked',
        'Take off',
      ]
      expect(
        met.filter((one) => order.includes(one)).filter((one, at, all) => all.indexOf(one) === at),
      ).toEqual(order)
      await page.goto(`${served.deskUrl}/en/desk/records/${RECORDS.waiting}`)
      await page.locator('#step button').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.stands b').innerText()).toBe('Verified')
    })
  })

  it.each([
    ['en', 403, 'exports', 'This is not yours to do', 'access'],
    ['ru', 403, 'exports', 'Это вам не разрешено', 'access'],
    ['kk', 403, 'exports', 'Бұған сізге рұқсат жоқ', 'access'],
    ['en', 404, 'records/kz-2024-05-01-z', 'There is nothing at this address', 'records'],
    ['ru', 404, 'records/kz-2024-05-01-z', 'По этому адресу ничего нет', 'records'],
    ['kk', 404, 'records/kz-2024-05-01-z', 'Бұл мекенжайда ештеңе жоқ', 'records'],
    ['ru', 404, 'nowhere', 'По этому адресу ничего нет', ''],
  ])('says in %s what a %i at %s is, and leads back', async (language, status, path, heading, back) => {
    await as('marat', async (page) => {
      const answer = await page.goto(`${served.deskUrl}/${language}/desk/${path}`)
      expect(answer?.status()).toBe(status)
      expect(await page.locator('h1').innerText()).toBe(heading)
      expect(await page.locator('main a').first().getAttribute('href')).toBe(`/${language}/desk/${back}`)
      await page.locator('main a').first().click()
      expect(await page.locator('h1').innerText()).not.toBe(heading)
    })
  })

  it.each([
    ['en', 'This cannot be done as things stand'],
    ['ru', 'Сейчас это сделать нельзя'],
    ['kk', 'Қазіргі күйінде бұл мүмкін емес'],
  ])('says in %s that a step does not fit, and leads back to the record', async (language, heading) => {
    await as('aigerim', async (page) => {
      const home = `/${language}/desk/records/${RECORDS.verified}`
      await page.goto(`${served.deskUrl}${home}`)
      const token = await page.locator('input[name=form-token]').first().inputValue()
      const send = (move: string) =>
        page.request.post(`${served.deskUrl}/${language}/desk/moves`, {
          form: { 'form-token': token, ids: RECORDS.verified, move, why: '' },
          headers: { Origin: served.deskUrl },
        })
      const answer = await send('verify')
      expect(answer.status()).toBe(409)
      expect(await answer.text()).toContain(`<h1>${heading}</h1>`)
      expect(await answer.text()).toContain(`href="${home}"`)
      // A reason that was left out is asked for, and nothing was moved.
      const unsaid = await send('withdraw')
      expect(unsaid.status()).toBe(422)
      expect(await unsaid.text()).toContain(`href="${home}"`)
      await page.goto(`${served.deskUrl}/en/desk/records/${RECORDS.verified}`)
      expect(await page.locator('.stands b').innerText()).toBe('Verified')
    })
  })
})
