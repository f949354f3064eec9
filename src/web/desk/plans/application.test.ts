/** A plan leaves the workspace: as an application in the order of a funder, and as a sealed file for the tables. */
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { examplePlans } from '../../../../test/example-plans.ts'
import { corpusWorld, type Entered, ROOT, signedInAs } from '../../../../test/world.ts'
import { openPlanFile } from '../../../adapters/sealed/plan-file.ts'
import { planFile, readPlanFile } from '../../../core/plan/file.ts'
import { planOf, said } from '../../../core/plan/plan.ts'
import { readDocument } from '../../../document/read.ts'
import { testStaff } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { desk } from '../desk.ts'

const ORIGIN = 'http://localhost'
const WORDS = 'lusab babad gutih tugad banut'
const [english, russian, kazakh] = examplePlans()
let world: Context
let app: Hono<DeskEnv>
let lena: Entered
let oskar: Entered
beforeAll(async () => {
  world = await corpusWorld()
  const abroad = { id: 'abroad', name: 'abroad', since: '2026-11-01' }
  await world.store.insertInto('organisations').values(abroad).execute()
  const staff = { behind: (wall: Parameters<typeof testStaff>[1]) => testStaff(world.house, wall) }
  app = desk(world, { root: ROOT, host: '127.0.0.1', staff })
  lena = await signedInAs(world, { handle: 'nurlan', role: 'editor', organisation: 'home' })
  oskar = await signedInAs(world, { handle: 'oskar', role: 'editor', organisation: 'abroad' })
  return () => world.store.destroy()
})

const get = (path: string, who = lena) =>
  app.request(`${ORIGIN}/en/desk/plans${path}`, { headers: { Cookie: who.cookie } })
const text = async (path: string, who = lena): Promise<string> => (await get(path, who)).text()
const post = (path: string, body: FormData | URLSearchParams, who = lena) =>
  app.request(`${ORIGIN}/en/desk/plans${path}`, {
    method: 'POST',
    headers: { Cookie: who.cookie, Origin: ORIGIN, 'X-Form-Token': who.formToken },
    body,
  })

describe('the application', () => {
  it('stands on a page in each order, in the language of its funder, with the links that readers may open', async () => {
    const page = await text(`/${english?.id}/application?form=workshop&in=ru`)
    expect(page).toContain('Заявка: В порядке семинара')
    // Names of a card and of a campaign that readers see, never their numbers.
    const card = world.knowledge.packs.get('kz')?.cards.get('CC-274')?.title.ru ?? ''
    expect(page).toContain(`${card}. The card that ours begins from`)
    expect(page).not.toContain('cam-satire2021')
    expect(page).not.toMatch(/<script(?! src="\/assets\/leave\.js" defer>)/)
    expect(
      (await text(`/${english?.id}/application?form=nothing&in=xx`)).includes('Application: In the order'),
    ).toBe(true)
  })

  it('tells of nothing that readers may not see', async () => {
    const saved = new URLSearchParams({
      saw: '',
      'f-kind': 'incident',
      'f-of': 'kz-2020-02-x',
      'f-why': 'ours',
    })
    expect((await post(`/${english?.id}/parts/link/${crypto.randomUUID()}`, saved)).status).toBe(303)
    expect(await text(`/${english?.id}/application`)).not.toContain('kz-2020-02-x')
  })

  it.each([
    ['en', english],
    ['ru', russian],
    ['kk', kazakh],
  ] as const)('is a file in %s that reads as it stands on the page', async (language, plan) => {
    const title = said(planOf(plan?.entries ?? new Map()).lines.get('front'), 'title')
    for (const form of ['pdf', 'docx', 'md', 'txt']) {
      const answer = await get(`/${plan?.id}/application.${form}?form=concept&in=${language}`)
      if (form === 'pdf' && answer.status === 501) continue
      expect([form, answer.status]).toEqual([form, 200])
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const read = await readDocument(bytes, { name: `a.${form}`, language, sha256: '0'.repeat(64) })
      expect(read.text.replaceAll(/\s+/g, ' '), form).toContain(title)
    }
  })

  it('is there for nobody of another organisation', async () => {
    for (const path of ['application', 'application.json', 'application.pdf'])
      expect((await get(`/${english?.id}/${path}`, oskar)).status, path).toBe(404)
  })
})

describe('a file for the tables', () => {
  it('leaves sealed to words that are worth it, and opens with them alone', async () => {
    const sealed = async (words: string) => post(`/${english?.id}/sealed`, new URLSearchParams({ words }))
    expect((await sealed('plan')).status).toBe(422)
    const answer = await sealed(WORDS)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/octet-stream'])
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Read it before')
    const opened = await openPlanFile(bytes, WORDS)
    const read = readPlanFile(opened.kind === 'open' ? opened.text : '', english?.id ?? '')
    expect(read.faults).toEqual([])
    expect(read.entries.length).toBeGreaterThanOrEqual(english?.entries.size ?? 1)
    const form = (words: string): FormData => {
      const made = new FormData()
      made.append('file', new File([bytes], 'table.plan'))
      made.append('words', words)
      return made
    }
    const wrong = await post('/file', form('other words'), oskar)
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining('Type the words of the day'),
    ])
    expect((await get(`/${english?.id}`, oskar)).status).toBe(404)
    expect((await post('/file', form(WORDS), oskar)).status).toBe(200)
    expect(await text(`/${english?.id}`, oskar)).toContain('Read it before they do')
  })

  it('is taken as it is, too, where nobody sealed it', async () => {
    const form = new FormData()
    form.append('file', new File([planFile(kazakh?.id ?? '', kazakh?.entries.values() ?? [])], 'table.jsonl'))
    expect((await post('/file', form, oskar)).status).toBe(200)
  })
})
