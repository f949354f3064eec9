/** A group plans in the workspace: what tables wrote comes together, nobody's text is overwritten, and no other organisation learns of it. */
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Entered, emptyWorld, knowledge, ROOT, signedInAs } from '../../../../test/world.ts'
import type { PlanEntry } from '../../../core/plan/entry.ts'
import { planFile } from '../../../core/plan/file.ts'
import { testStaff } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { desk } from '../desk.ts'

const ORIGIN = 'http://localhost'
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [RISK, BUDGET, MESSAGE, LINK] = [uuid(901), uuid(902), uuid(903), uuid(904)]

let world: Context
let app: Hono<DeskEnv>
let plan = ''
const entered = new Map<string, Entered>()
const WHO = {
  marat: { handle: 'marat', role: 'editor', organisation: 'home' },
  lena: { handle: 'lena', role: 'educator', organisation: 'home' },
  oskar: { handle: 'oskar', role: 'editor', organisation: 'abroad' },
  bota: { handle: 'bota', role: 'lawyer', organisation: 'home' },
} as const
type Name = keyof typeof WHO

const get = async (path: string, who: Name = 'marat') => {
  const answer = await app.request(`${ORIGIN}/en/desk/plans${path}`, {
    headers: { Cookie: entered.get(who)?.cookie ?? '' },
  })
  return { status: answer.status, text: await answer.text() }
}
const post = async (path: string, fields: Record<string, string> | FormData, who: Name = 'marat') => {
  const { cookie = '', formToken = '' } = entered.get(who) ?? {}
  const answer = await app.request(`${ORIGIN}/en/desk/plans${path}`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: ORIGIN, 'X-Form-Token': formToken },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') ?? '' }
}
const files = (...texts: readonly string[]): FormData => {
  const form = new FormData()
  for (const text of texts) form.append('file', new File([text], 'table.jsonl'))
  return form
}
const sawIn = (text: string, line: string): string =>
  new RegExp(`parts/\\w+/${line}">.*?name="saw" value="([^"]*)"`, 's').exec(text)?.[1] ?? ''
type Twin = {
  readonly parts: readonly {
    readonly part: string
    readonly lines: readonly {
      readonly id: string
      readonly struck: boolean
      readonly fields: Readonly<Record<string, { text: string; rivals: readonly { text: string }[] }>>
      readonly comments: readonly string[]
    }[]
  }[]
  readonly open: readonly { readonly check: string; readonly field: string | null }[]
  readonly budget: object
}
const twin = async (): Promise<Twin> => JSON.parse((await get(`/${plan}.json`)).text)
const lineIn = async (id: string) =>
  (await twin()).parts.flatMap((one) => one.lines).find((one) => one.id === id)
const rowCount = async (): Promise<number> =>
  (await world.house.selectFrom('plan_entries').select('id').execute()).length

const ofTable = (n: number, more: Partial<PlanEntry>): PlanEntry => ({
  ...{ id: uuid(n), plan, line: RISK, part: 'risk', field: 'what', text: '', after: [] },
  ...{ at: '2026-11-20T10:00', by: 'Table 1' },
  ...more,
})

beforeAll(async () => {
  world = await emptyWorld()
  const abroad = { id: 'abroad', name: 'abroad', since: '2026-11-01' }
  await world.store.insertInto('organisations').values(abroad).execute()
  app = desk(world, {
    root: ROOT,
    host: '127.0.0.1',
    staff: { behind: (wall) => testStaff(world.house, wall) },
  })
  for (const [name, who] of Object.entries(WHO)) entered.set(name, await signedInAs(world, who))
  const begun = await post('', { title: 'Ask before you pay' })
  expect(begun.status).toBe(303)
  plan = begun.to.split('/').at(-1) ?? ''
  return () => world.store.destroy()
})

describe('a plan in the workspace', () => {
  it('is begun with a name, listed, and asks for its parts in the order of the sheet', async () => {
    expect((await get('')).text).toContain('Ask before you pay')
    const { status, text } = await get(`/${plan}`)
    expect(status).toBe(200)
    const parts = [...text.matchAll(/<h2><a href="[^"]*\/parts\/(\w+)"/g)].map(([, part]) => part)
    expect(parts).toEqual([...knowledge.codebook.plan.keys()])
    // Not a script but the one that leaves, and nobody is asked for a name.
    expect(text).not.toMatch(/<script(?! src="\/assets\/leave\.js" defer>)/)
  })

  it.each([...knowledge.codebook.plan.keys()])(
    'has a page for its part «%s» with a field for each question',
    async (id) => {
      const { status, text } = await get(`/${plan}/parts/${id}`)
      expect(status).toBe(200)
      for (const { id: field } of knowledge.codebook.plan.get(id)?.fields ?? [])
        expect(text).toContain(`name="f-${field}"`)
      expect(text).not.toMatch(/name="f-(?:name|person|participants?)"/)
    },
  )

  it('keeps what is typed, once, and nothing where nothing was changed', async () => {
    const typed = { saw: '', 'f-what': 'The post is reported', 'f-likelihood': '5', 'f-harm': '4' }
    expect((await post(`/${plan}/parts/risk/${RISK}`, typed)).to).toMatch(/parts\/risk#new$/)
    const rows = await rowCount()
    const saw = sawIn((await get(`/${plan}/parts/risk`)).text, RISK)
    await post(`/${plan}/parts/risk/${RISK}`, { ...typed, saw })
    expect(await rowCount()).toBe(rows)
    const { text } = await get(`/${plan}/parts/risk`)
    expect(text).toMatch(/<td class="n">20<br><b class="meta">grave/)
    expect((await twin()).open).toContainEqual({
      check: 'no-owner',
      part: 'risk',
      line: RISK,
      field: 'owner',
    })
  })

  it('leads from what is open to the field, and says how much is', async () => {
    const { text } = await get(`/${plan}`)
    expect(text).toContain(`parts/risk#f-${RISK}-owner`)
    expect(text).toContain(`${(await twin()).open.length} points are open`)
    expect((await get(`/${plan}/parts/risk`)).text).toContain(`id="f-${RISK}-owner"`)
  })

  it('keeps both texts where somebody else wrote while the form was open, and leaves alone what was not touched', async () => {
    const saw = sawIn((await get(`/${plan}/parts/risk`)).text, RISK)
    await post(
      `/${plan}/parts/risk/${RISK}`,
      { saw, 'f-what': 'The page is blocked', 'f-owner': 'editor' },
      'lena',
    )
    // Sent from the form as it was: one field changed, the other left as it stood in it.
    await post(`/${plan}/parts/risk/${RISK}`, { saw, 'f-what': 'Somebody is called in', 'f-owner': '' })
    const line = await lineIn(RISK)
    expect(
      [line?.fields.what?.text, ...(line?.fields.what?.rivals ?? []).map((one) => one.text)].sort(),
    ).toEqual(['Somebody is called in', 'The page is blocked'])
    expect(line?.fields.owner).toEqual({ text: 'editor', rivals: [] })
    const { text } = await get(`/${plan}/parts/risk`)
    expect(text).toMatch(/<fieldset[^>]*id="f-[^"]*-what"/)
    for (const [who, said] of [
      ['lena', 'The page is blocked'],
      ['marat', 'Somebody is called in'],
    ])
      expect(text).toMatch(new RegExp(`${said}</label><span class="src">${who} · `))
  })

  it('leaves a contested field as it is until somebody chooses or writes a third', async () => {
    const page = (await get(`/${plan}/parts/risk`)).text
    const saw = sawIn(page, RISK)
    await post(`/${plan}/parts/risk/${RISK}`, { saw, 'c-what': '', 'f-what': '', 'f-avoid': 'Ask a lawyer' })
    expect((await lineIn(RISK))?.fields.what?.rivals).toHaveLength(1)
    const chosen = /value="([^"]+)"> The page is blocked/.exec(page)?.[1] ?? ''
    await post(`/${plan}/parts/risk/${RISK}`, { saw, 'c-what': chosen, 'f-what': '' })
    expect((await lineIn(RISK))?.fields.what).toEqual({ text: 'The page is blocked', rivals: [] })
  })

  it('takes in the files of several tables at once, any number of times, and shows a struck line that was changed', async () => {
    const heads = sawIn((await get(`/${plan}/parts/risk`)).text, RISK).split(' ')
    const first = [ofTable(1, { line: BUDGET, part: 'budget', text: 'Paper' })]
    const second = [
      ofTable(2, { line: BUDGET, part: 'budget', field: 'price', text: '1200,50', by: 'Table 2' }),
      ofTable(3, { field: 'struck', after: heads, by: 'Table 2' }),
    ]
    await post(`/${plan}/parts/risk/${RISK}`, { saw: heads.join(' '), 'f-then': 'Say so on the page' })
    for (const times of [1, 2]) {
      const { status, text } = await post(
        `/${plan}/file`,
        files(planFile(plan, first), planFile(plan, second)),
      )
      expect(status).toBe(200)
      expect(text).toContain(times === 1 ? '3 entries came in' : '3 were here already')
    }
    expect((await lineIn(RISK))?.struck).toBe(true)
    expect((await get(`/${plan}/parts/risk`)).text).toContain('Another table struck this line off')
    await post(`/${plan}/keep`, { line: RISK })
    expect((await lineIn(RISK))?.struck).toBe(false)
  })

  it('refuses other content under a known number, takes the rest, and says so', async () => {
    const come = [
      ofTable(1, { line: BUDGET, part: 'budget', text: 'Gold' }),
      ofTable(4, { line: BUDGET, part: 'budget', field: 'units', text: '2' }),
    ]
    const { text } = await post(`/${plan}/file`, files(planFile(plan, come)))
    expect(text).toMatch(/1 entry came in[\s\S]*1 came with other content/)
    expect((await lineIn(BUDGET))?.fields.what?.text).toBe('Paper')
    expect((await lineIn(BUDGET))?.fields.units?.text).toBe('2')
  })

  it('takes nothing of files of which one has a fault, and tells each with its file and line', async () => {
    const rows = await rowCount()
    const good = planFile(plan, [ofTable(5, { line: BUDGET, part: 'budget', field: 'own', text: '1' })])
    const { status, text } = await post(`/${plan}/file`, files(good, `${good}{"a":1}\nnonsense\n`, 'no plan'))
    expect(status).toBe(422)
    for (const told of ['File 2, line 3', 'File 2, line 4', 'File 3 is no plan']) expect(text).toContain(told)
    expect(await rowCount()).toBe(rows)
    const other = planFile(uuid(77), [ofTable(6, { plan: uuid(77), text: 'Elsewhere' })])
    expect((await post(`/${plan}/file`, files(other))).text).toContain('another plan')
  })

  it('sums the budget in the currency of the plan, and says at least where a line has no price', async () => {
    await post(`/${plan}/parts/front/front`, {
      saw: sawIn((await get(`/${plan}/parts/front`)).text, 'front'),
      ...{ 'f-title': 'Ask before you pay', 'f-currency': 'KZT', 'f-languages': 'kk ru' },
    })
    const before = (await get(`/${plan}/parts/budget`)).text
    expect(before).toMatch(/Total<\/th><td class="n">KZT\u00a02,401</)
    await post(`/${plan}/parts/budget/${uuid(905)}`, { saw: '', 'f-what': 'Hall' })
    const after = (await get(`/${plan}/parts/budget`)).text
    expect(after).toMatch(/Total<\/th><td class="n">at least KZT\u00a02,401</)
    expect(after).not.toMatch(/Hall<\/a><\/th><td class="n">(?:KZT\u00a0)?0</)
    expect((await twin()).budget).toEqual({ total: 240100, own: 0, asked: 240100, open: 1 })
  })

  it('reads a message for how it reads, in its language', async () => {
    await post(`/${plan}/parts/message/${MESSAGE}`, { saw: '', 'f-ru': 'Спросите, за что вас штрафуют.' })
    const { text } = await get(`/${plan}/parts/message`)
    expect(text).toContain('How it reads: words: 5')
    expect((await twin()).open).toContainEqual({
      check: 'no-language',
      part: 'message',
      line: MESSAGE,
      field: 'kk',
    })
  })

  it('says that nothing answers to a number, and not whether there is something', async () => {
    await post(`/${plan}/parts/link/${LINK}`, { saw: '', 'f-kind': 'incident', 'f-of': 'kz-2024-05-07-a' })
    expect((await get(`/${plan}/parts/link`)).text).toContain('Nothing that you may open answers')
    const saw = sawIn((await get(`/${plan}/parts/link`)).text, LINK)
    await post(`/${plan}/parts/link/${LINK}`, { saw, 'f-kind': 'card', 'f-of': 'CC-274' })
    expect((await get(`/${plan}/parts/link`)).text).toContain('/en/desk/cards/kz/CC-274/en')
    // Who may open no card is led nowhere.
    expect((await get(`/${plan}/parts/link`, 'lena')).text).not.toContain('/cards/kz')
  })

  it('keeps comments beside a line until they are done with', async () => {
    await post(`/${plan}/comment`, { line: RISK, words: 'Who decides this?' }, 'lena')
    expect((await lineIn(RISK))?.comments).toEqual(['Who decides this?'])
    const { text } = await get(`/${plan}/parts/risk`)
    const [, saw = '', line = ''] =
      /Who decides this\?.*?name="saw" value="([^"]*)"><input type="hidden" name="line" value="([^"]*)"/s.exec(
        text,
      ) ?? []
    await post(`/${plan}/strike`, { saw, line, at: RISK })
    expect((await lineIn(RISK))?.comments).toEqual([])
  })

  it('keeps a version and tells what differs since', async () => {
    await post(`/${plan}/versions`, { name: 'Before lunch' })
    const page = (await get(`/${plan}/versions`)).text
    const version = /versions\/([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect((await get(`/${plan}/versions/${version}`)).text).toContain('Nothing changed since')
    await post(`/${plan}/strike`, { line: RISK, saw: sawIn((await get(`/${plan}/parts/risk`)).text, RISK) })
    await post(`/${plan}/parts/goal/goal`, { saw: '', 'f-text': 'People know what they may ask.' })
    const { text } = await get(`/${plan}/versions/${version}`)
    expect(text).toMatch(/<ins>People know what they may ask\.<\/ins>/)
    expect(text).toMatch(/struck off since[\s\S]*<del>The page is blocked<\/del>/)
    expect(text).not.toContain('Before lunch</ins>')
  })

  it('gives out a file that another house takes in, and that names nobody who works here', async () => {
    const { text, status } = await get(`/${plan}/plan.jsonl`)
    expect(status).toBe(200)
    expect(text).not.toMatch(/marat|lena/)
    const rows = await rowCount()
    expect((await post('/file', files(text), 'oskar')).status).toBe(200)
    // The other organisation has its own, and ours has grown by nothing.
    expect(await rowCount()).toBe(2 * rows)
    expect((await get(`/${plan}`, 'oskar')).text).toContain('Ask before you pay')
    expect(JSON.parse((await get('.json', 'oskar')).text).plans).toHaveLength(1)
    await post(`/${plan}/parts/goal/goal`, { saw: '', 'f-text': 'Ours alone' }, 'oskar')
    expect((await get(`/${plan}.json`)).text).not.toContain('Ours alone')
  })

  it('is answered like one that never was to another organisation, and is forbidden to who does not plan', async () => {
    const own = (await post('', { title: 'A plan of ours' })).to.split('/').at(-1) ?? ''
    const [absent, hidden] = [await get(`/${uuid(1)}`, 'oskar'), await get(`/${own}`, 'oskar')]
    expect(hidden.status).toBe(404)
    expect(hidden.text.replaceAll(own, uuid(1))).toBe(absent.text)
    expect((await post(`/${own}/parts/goal/goal`, { saw: '', 'f-text': 'x' }, 'oskar')).status).toBe(404)
    expect((await get('', 'oskar')).text).not.toContain('A plan of ours')
    for (const path of ['', '.json', `/${own}`, `/${own}/plan.jsonl`])
      expect((await get(path, 'bota')).status, path).toBe(403)
    expect((await post('', { title: 'x' }, 'bota')).status).toBe(403)
  })
})
