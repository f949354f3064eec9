/** The planner as it is served: every part of the sheet in three languages, nothing to send anything to, a sheet of paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld, siteOf } from '../../../test/world.ts'
import { LANGUAGES, labelIn } from '../../core/language.ts'
import type { Context } from '../../usecases/context.ts'

let world: Context
let web: ReturnType<typeof siteOf>
beforeAll(async () => {
  world = await emptyWorld()
  web = siteOf(world)
})
afterAll(() => world.store.destroy())

const page = async (path: string): Promise<string> => (await web.request(path)).text()
/** As a page has it. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

describe.each(LANGUAGES)('the planner in %s', (language) => {
  it.each(['', '/paper'])('asks every question of the sheet (%s)', async (path) => {
    const text = await page(`/plan/${language}${path}`)
    for (const part of world.knowledge.codebook.plan.values()) {
      expect(text).toContain(escaped(labelIn(part.ask, language).text))
      for (const { label } of part.fields) expect(text).toContain(escaped(labelIn(label, language).text))
    }
  })

  it('is on paper without a script, with a box for each answer of do no harm and a place for no name', async () => {
    const text = await page(`/plan/${language}/paper`)
    expect(text).not.toContain('<script')
    const harm =
      world.knowledge.codebook.plan.get('harm')?.fields.filter((one) => one.kind === 'choice') ?? []
    expect(text.split('☐').length - 1).toBeGreaterThanOrEqual(harm.length * 3)
    expect(text).not.toMatch(/name of the (?:author|participant)|signature/i)
  })
})

describe('the planner', () => {
  it('cannot send what is written in it: no address takes anything, and the browser is forbidden to', async () => {
    for (const path of ['/plan/', '/plan/en', '/plan/plan.js', '/plan/en/paper'])
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect((await web.request(path, { method, body: 'x' })).status).toBe(404)
    const policy = (await web.request('/plan/en')).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy).not.toMatch(/connect-src|unsafe|https?:/)
    const text = await page('/plan/en')
    expect(text).not.toMatch(/ action=| method=| formaction=|<iframe|https?:\/\//)
    // Of its worker, which fetches its own files and nothing else.
    const worker = await web.request('/plan/worker.js')
    expect(worker.headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  it('tells the browser of every field to keep nothing of it', async () => {
    const controls = [...(await page('/plan/en')).matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(
      ([tag]) => tag,
    )
    expect(controls.length).toBeGreaterThan(60)
    expect(controls.filter((one) => !/autocomplete="off"|type="file"/.test(one))).toEqual([])
  })

  it('has all that it needs without a network, and what its worker names is there', async () => {
    const [, list = '[]'] = /const FILES = (\[.*\])/.exec(await page('/plan/worker.js')) ?? []
    const files = JSON.parse(list) as readonly string[]
    expect(files.length).toBeGreaterThan(15)
    for (const path of files) expect([path, (await web.request(path)).status]).toEqual([path, 200])
    for (const path of ['/plan/xx', '/plan/xx/paper', '/plan/en.html', '/plan/__proto__'])
      expect((await web.request(path)).status).toBe(404)
    for (const path of ['/plan', '/plan/']) expect((await web.request(path)).status).toBe(302)
  })
})
