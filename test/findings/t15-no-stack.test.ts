/** T15 (SecureDrop SEC-01-004: errors that told too much in a development mode): there is no such mode; a failure is one calm line. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { stoppedClock } from '../../src/adapters/clock.ts'
import { LANGUAGES } from '../../src/core/language.ts'
import type { Store } from '../../src/store/connect.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { site } from '../../src/web/site/site.ts'
import { knowledge, NOW, ROOT } from '../world.ts'

const SECRET = 'relation "persons" of postgres://aigaq:pa55@db does not exist'
/** A database that breaks in the middle of a page. */
const store = {
  selectFrom: () => {
    throw new Error(SECRET)
  },
} as unknown as Store
const web = site({ store, knowledge, rules: [] }, { root: ROOT, origin: '' })
const workspace = desk({ store, knowledge, clock: stoppedClock(NOW), maxBytes: 1000 } as never, {
  root: ROOT,
  host: '127.0.0.1',
})

/** What was written to standard error while `work` ran. */
async function heard(work: () => Promise<void>): Promise<string> {
  const lines: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return lines.join('')
}
afterEach(() => vi.restoreAllMocks())

const INSIDE = /persons|pa55|postgres|\bat .*\.ts|node_modules|Error\b/

describe.each(LANGUAGES)('a failure nobody expected, in %s', (language) => {
  const line = knowledge.words[language].t('fault.unexpected')

  it.each([
    ['the site', () => web.request(`/${language}/kz?name=Aigul-Serikova`)],
    ['the site as data', () => web.request(`/${language}/kz.json?name=Aigul-Serikova`)],
    [
      'the workspace',
      () =>
        workspace.request(`http://127.0.0.1:8421/${language}/desk/Aigul-Serikova`, {
          headers: { Cookie: '__Host-aigaq=whatever' },
        }),
    ],
  ])('is one calm line on %s, and written down whole without what was asked for', async (_where, ask) => {
    let [status, text] = [0, '']
    const log = await heard(async () => {
      const response = await ask()
      status = response.status
      text = await response.text()
    })
    expect(status).toBe(500)
    expect(text).toContain(line)
    expect(text).not.toMatch(INSIDE)
    expect(text).not.toContain('Aigul')
    expect(log).toContain(SECRET)
    expect(log).toMatch(/\n {4}at /)
    expect(log).not.toMatch(/Aigul|\?name|\/(en|ru|kk)\//)
  })
})

it('there is no mode to switch on: what the environment calls itself changes nothing', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  vi.stubEnv('DEBUG', '*')
  await heard(async () => {
    expect(await (await web.request('/en/kz')).text()).not.toMatch(INSIDE)
  })
  vi.unstubAllEnvs()
})
