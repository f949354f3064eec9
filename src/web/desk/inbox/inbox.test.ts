/** Reports come in over the web: pasted or as files, long ones far from everybody else's pages, hostile ones refused with nothing stored. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, ask, type Desk, deskOf, send } from '../../../../test/desk.ts'
import { type Entered, emptyWorld, ROOT, signedInAs } from '../../../../test/world.ts'
import { docxOf, docxOfWords, escaped, pdfOf, zipOf } from '../../../document/files.fixture.ts'
import type { Context } from '../../../usecases/context.ts'
import { contentOf } from '../../../usecases/replay.ts'

const TEXT = 'On 7 May 2024 police in Almaty detained two activists near the Old Square.'
/** As long as a report of eighty pages, so that it has to be read elsewhere. */
const LONG = Array.from({ length: 12 }, (_, year) =>
  readFileSync(`${ROOT}/examples/kz-2020-q1.md`, 'utf8').replaceAll('2020', String(2005 + year)),
).join('\n\n')

let world: Context
let web: Desk
let lena: Entered
let marat: Entered
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
})
afterAll(() => world.store.destroy())

type Fields = Readonly<Record<string, string | File>>
const give = (fields: Fields, who = lena, { language = 'en', accept = 'text/html' } = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ pack: 'kz', 'form-token': who.formToken, ...fields }))
    body.set(name, value)
  return web.request(`${AT}/${language}/desk/documents`, {
    method: 'POST',
    body,
    headers: { Origin: AT, Cookie: who.cookie, Accept: accept },
  })
}
const get = (path: string, who = lena) => ask(web, path, who)
const post = (path: string, who = lena) => send(web, path, [], who)
/** Where a browser ends up that looks again until the report is taken in or refused. */
async function landed(
  first: Response | Promise<Response>,
): Promise<{ status: number; page: string; path: string }> {
  let [answer, path] = [await first, '']
  for (let n = 0; n < 300; n += 1) {
    const to = answer.headers.get('Location')
    if (to === null) {
      const page = await answer.text()
      if (!page.includes('data-over=""')) return { status: answer.status, page, path }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    path = to ?? path
    answer = await get(path)
  }
  throw new Error('the report never ended')
}
type ToldJob = { readonly id: string; readonly over: boolean; readonly messages: readonly string[] }
/** What a program is told of a report at last: on a slow machine the first answer may come before it was read. */
async function ended(job: ToldJob): Promise<ToldJob> {
  if (job.over) return job
  await new Promise((resolve) => setTimeout(resolve, 100))
  return ended(await (await get(`/en/desk/inbox/${job.id}.json`)).json())
}
/** The longest run of words in what a fault says, whatever numbers stand in it. */
function wordsOf(language: 'en' | 'ru' | 'kk', code: string): string {
  const any = new Proxy({}, { get: () => '###' })
  const parts = world.knowledge.words[language].t(`fault.${code}`, any).split('###')
  return parts.toSorted((a, b) => b.length - a.length)[0] ?? '?'
}
const file = (bytes: Uint8Array | string, name: string): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
const stored = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      (['files', 'sources', 'documents', 'readings', 'claims'] as const).map(
        async (table) => (await contentOf(world.store, table)).length,
      ),
    ),
  )

describe('a report', () => {
  it('is pasted with all that is known of its source, which is offered the next time', async () => {
    const sent = await give({
      ...{ text: TEXT, title: 'Notebook', publisher: 'An invented monitor', collector: 'A neighbour' },
      ...{ url: 'https://example.org/may', published: '2024-05-08', accessed: '2024-05-09' },
      ...{ licence: 'CC BY 4.0', reliability: 'likely', information: 'unsure', language: 'en' },
    })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('Location')).toMatch(/^\/en\/desk\/documents\/d-/)
    const [source] = (await contentOf(world.store, 'sources')) as { id: string }[]
    expect(source).toMatchObject({
      ...{ title: 'Notebook', publisher: 'An invented monitor', collector: 'A neighbour' },
      ...{ url: 'https://example.org/may', published: '2024-05-08', accessed: '2024-05-09' },
      ...{ licence: 'CC BY 4.0', reliability_of_source: 'likely', reliability_of_information: 'unsure' },
    })
    const offered = await (await get(`/en/desk/documents?like=${source?.id}`)).text()
    expect(offered).toContain('name="collector" value="A neighbour"')
    expect(offered).toContain('<option value="likely" selected>')
    // What was said of one piece of information says nothing of the next.
    expect(offered).not.toContain('<option value="unsure" selected>')
  })

  it('that is the same file leads to the one that is here; the same text in another file is told, and taken', async () => {
    const again = await give({ text: TEXT })
    expect(again.status).toBe(409)
    const [, here = ''] =
      /href="\/en\/desk\/documents\/(d-[0-9a-f]+)">It is already here/.exec(await again.text()) ?? []
    expect((await get(`/en/desk/documents/${here}`)).status).toBe(200)
    const other = await landed(give({ file: file(docxOfWords(TEXT), 'notebook.docx') }))
    expect([other.status, other.path]).toEqual([200, expect.stringContaining(`same=${here}`)])
    expect(other.page).toContain('seems to say the same')
    // An address is anybody's to make.
    expect(await (await get(`/en/desk/documents/${here}?same=d-0000000000000000`)).text()).not.toContain(
      'seems to say',
    )
  })

  it('that is sent twice at the same time is stored once, and the second is told that it is here', async () => {
    const twice = `${TEXT}\nSent twice.`
    const [one, other] = await Promise.all([give({ text: twice }), give({ text: twice })])
    expect([one.status, other.status].sort()).toEqual([303, 409])
    const refused = one.status === 409 ? one : other
    expect(await refused.text()).toContain('It is already here')
  })

  it('with many faults is told all of them at once, and nothing typed is lost', async () => {
    const before = await stored()
    const wrong = { text: '', publisher: 'Kept <b>', published: '2024-13-01', accessed: '2031-01-01' }
    const answer = await give({
      ...wrong,
      url: 'javascript:alert(1)',
      reliability: 'surely',
      pack: 'atlantis',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [
      'is empty',
      '2024-13-01 is not a date',
      '2031-01-01 lies in the future',
      'atlantis',
      'url',
    ])
      expect(page, words).toContain(words)
    expect(page).toContain('value="Kept &lt;b&gt;"')
    expect((await give({ text: TEXT, role: 'editor' })).status).toBe(422)
    expect((await give({ text: TEXT, file: file('x y', 'a.txt') })).status).toBe(422)
    expect(await stored()).toBe(before)
  })
})

describe('a long report', () => {
  it('is read while other pages stay quick, is nobody else’s to see, and given up leaves nothing', async () => {
    const before = await stored()
    let slowest = 0
    // Of the processor: a core that is busy with something else is not our slowness.
    let last = process.cpuUsage()
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(last)
      slowest = Math.max(slowest, (user + system) / 1_000)
      last = process.cpuUsage()
    }, 20)
    const sent = await give({ file: file(LONG, 'long.md') })
    const path = sent.headers.get('Location') ?? ''
    expect(path).toMatch(/^\/en\/desk\/inbox\/[0-9a-f]+$/)
    const page = await (await get(path)).text()
    expect(page).toContain('long.md')
    expect(page).toContain('http-equiv="refresh"')
    expect(await (await get(`${path}.json`)).json()).toMatchObject({ name: 'long.md', over: false })
    // Another report of hers waits in line behind it.
    const second = give({ file: file(`${LONG} again`, 'second.md') }, lena, { accept: 'application/json' })
    const strangers = await get(path, marat)
    const never = await get('/en/desk/inbox/0123456789abcdef0123456789abcdef', marat)
    expect([strangers.status, await strangers.text()]).toEqual([
      404,
      (await never.text()).replaceAll('0123456789abcdef0123456789abcdef', path.split('/').at(-1) ?? ''),
    ])
    expect((await post(`${path}/cancel`, marat)).status).toBe(404)
    expect(await (await get('/en/desk/documents', marat)).text()).not.toContain('long.md')
    const waiting = (await (await second).json()) as { id: string; state: string }
    expect(waiting.state).toBe('waiting')
    expect((await post(`/en/desk/inbox/${waiting.id}/cancel`)).status).toBe(303)
    expect((await post(`${path}/cancel`)).status).toBe(303)
    clearInterval(watch)
    expect(await (await get(`${path}.json`)).json()).toMatchObject({ state: 'cancelled', over: true })
    expect(await stored()).toBe(before)
    // A rule on a text of this length takes seconds; nobody waited for it.
    expect(slowest).toBeLessThan(1_600)
  })

  it('whose progress is asked for after the program started anew is not known, and that is said', async () => {
    const answer = await get('/ru/desk/inbox/0123456789abcdef0123456789abcdef')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('ничего наполовину')
  })
})

const LOCKED = Uint8Array.from([
  ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
])
const HOSTILE: readonly (readonly [string, () => File, string, number])[] = [
  ['a file behind a password', () => file(LOCKED, 'a.docx'), 'input.locked', 422],
  [
    'a zip that grows without end',
    () =>
      file(
        zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'a'.repeat(3_000_000) }),
        'a.docx',
      ),
    'input.unpacked',
    413,
  ],
  [
    'XML that declares entities',
    () =>
      file(
        docxOf('', {
          parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
        }),
        'a.docx',
      ),
    'input.entities',
    422,
  ],
  [
    'a PDF of more pages than are read',
    () => file(pdfOf(Array.from({ length: 600 }, () => [])), 'a.pdf'),
    'input.pages',
    413,
  ],
  ['pictures of paper', () => file(pdfOf([[], []]), 'a.pdf'), 'input.scanned', 422],
  ['a list with ragged rows', () => file('day,place\n=1+1,Almaty,x\n', 'a.csv'), 'input.row', 422],
  [
    'letters of two encodings',
    () => file(Uint8Array.from([0xd0, 0x9f, 0xcf, 0xf0, 0xe8, 0x20, 0xd0]), 'a.txt'),
    'input.encoding',
    415,
  ],
]

describe('a hostile file', () => {
  it.each(HOSTILE)(
    '%s is refused on a page that says why, in three languages',
    async (_what, made, code, status) => {
      const before = await stored()
      const first = await landed(give({ file: made(), title: 'Kept' }))
      expect(first.status).toBe(status)
      expect(first.page).toContain('value="Kept"')
      const dropped = await give({ file: made() }, lena, { accept: 'application/json' })
      expect((await ended(await dropped.json())).messages.join(' ')).toContain(wordsOf('en', code))
      const { jobs } = (await (await get('/en/desk/documents.json')).json()) as { jobs: { id: string }[] }
      for (const language of ['en', 'ru', 'kk'] as const) {
        const told = await get(`/${language}/desk/inbox/${jobs[0]?.id}`)
        expect([language, told.status]).toEqual([language, status])
        expect(await told.text()).toContain(escaped(wordsOf(language, code)))
      }
      expect(await stored()).toBe(before)
    },
  )

  it('larger than may be is refused by what it says of itself, and while it comes without being held', async () => {
    const before = await stored()
    const headers = { Origin: AT, Cookie: lena.cookie, 'X-Form-Token': lena.formToken }
    const type = { 'Content-Type': 'multipart/form-data; boundary=a' }
    let pulled = 0
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          pulled += 65_536
          controller.enqueue(new Uint8Array(65_536))
        },
      })
    const init = (more: Record<string, string>): RequestInit =>
      ({
        method: 'POST',
        headers: { ...headers, ...type, ...more },
        body: endless(),
        duplex: 'half',
      }) as RequestInit
    const said = await web.request(`${AT}/en/desk/documents`, init({ 'Content-Length': '500000000' }))
    expect(said.status).toBe(413)
    expect(pulled).toBeLessThan(500_000)
    pulled = 0
    const silent = await web.request(`${AT}/en/desk/documents`, init({ 'Transfer-Encoding': 'chunked' }))
    expect(silent.status).toBe(413)
    expect(pulled).toBeLessThan(world.maxBytes + 500_000)
    expect(await stored()).toBe(before)
  })
})
