import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Entered, emptyWorld, ROOT, signedInAs } from '../../../test/world.ts'
import type { Context } from '../../usecases/context.ts'
import { contentOf } from '../../usecases/replay.ts'
import { desk } from './desk.ts'

const TEXT =
  'On 7 May 2024 police in Almaty detained two activists near the Old Square. They were fined 132,550 tenge each.'
let world: Context
let entered: Entered
beforeAll(async () => {
  world = await emptyWorld()
  entered = await signedInAs(world, { handle: 'lena', role: 'monitor' })
})
afterAll(() => world.store.destroy())

const at = (path: string): string => `http://127.0.0.1:8421${path}`
const form = (more: Record<string, string> = {}, text = TEXT, name = 'may.txt'): FormData => {
  const data = new FormData()
  data.set('file', new File([text], name, { type: 'text/plain' }))
  for (const [key, value] of Object.entries({ pack: 'kz', 'form-token': entered.formToken, ...more }))
    data.set(key, value)
  return data
}
const send = (data: FormData, headers: Record<string, string> = {}, path = '/en/desk/documents') =>
  desk(world, { root: ROOT, host: '127.0.0.1' }).request(at(path), {
    method: 'POST',
    body: data,
    headers: { Origin: 'http://127.0.0.1:8421', Cookie: entered.cookie, ...headers },
  })

describe('the workspace', () => {
  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['a page of the same machine on another port', { Origin: 'http://127.0.0.1:9999' }],
    ['no page at all', { Origin: '' }],
  ])('refuses a form sent by %s, and writes nothing', async (_who, headers) => {
    const response = await send(form(), headers)
    expect(response.status).toBe(403)
    expect(await contentOf(world.store, 'documents')).toEqual([])
  })

  it('refuses a request addressed to another host, so that no foreign name can be pointed here', async () => {
    const web = desk(world, { root: ROOT, host: '127.0.0.1' })
    const headers = { Cookie: entered.cookie }
    expect((await web.request('http://rebound.example:8421/en/desk/', { headers })).status).toBe(403)
    expect((await web.request(at('/en/desk/documents'), { headers })).status).toBe(200)
  })

  it('refuses a body over the limit before it is read', async () => {
    const response = await send(form({}, 'x'.repeat(world.maxBytes + 200_000)))
    expect(response.status).toBe(413)
    expect(await contentOf(world.store, 'files')).toEqual([])
  })

  it.each([
    ['en', 'The text is empty'],
    ['ru', 'пуст'],
    ['kk', 'бос'],
  ])('says in %s what is wrong with a file', async (language, words) => {
    const response = await send(form({}, ' '), {}, `/${language}/desk/documents`)
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(new RegExp(words))
  })

  it('takes a report in, shows what was proposed, and lets nothing be stored by browsers', async () => {
    const response = await send(form({ title: 'Notebook <b>of</b> May' }))
    expect(response.status).toBe(303)
    const asked = (path: string) =>
      desk(world, { root: ROOT, host: '127.0.0.1' }).request(at(path), {
        headers: { Cookie: entered.cookie },
      })
    const list = response.headers.get('Location') ?? ''
    expect(await (await asked(list)).text()).toContain('Notebook &lt;b&gt;of&lt;/b&gt; May')
    const page = await asked(`${list}/0`)
    const text = await page.text()
    expect(text).toContain('Notebook &lt;b&gt;of&lt;/b&gt; May')
    expect(text).toContain('<mark data-rows=')
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/)
  })

  it('writes down who took it in, by the pseudonym of their session and no other', async () => {
    const rows = await world.store
      .selectFrom('events')
      .selectAll()
      .where('use_case', '=', 'import-report')
      .execute()
    expect(rows.map((one) => one.actor)).toEqual(['lena'])
  })

  it('publishes nothing by taking a report in', async () => {
    expect(await contentOf(world.store, 'public_incidents')).toEqual([])
  })
})

it('what somebody wrote in a form that is refused stands on the page that says why, and no secret does', async () => {
  const body = new URLSearchParams({
    'form-token': entered.formToken,
    ids: 'kz-2024-01-01-absent',
    move: 'withdraw',
    why: 'She asked us on Friday <b>',
  })
  const answer = await desk(world, { root: ROOT, host: '127.0.0.1' }).request(at('/en/desk/moves'), {
    method: 'POST',
    body,
    headers: {
      Origin: 'http://127.0.0.1:8421',
      Cookie: entered.cookie,
      'Content-Length': String(body.toString().length),
    },
  })
  const page = await answer.text()
  expect([
    answer.status >= 400,
    page.includes('<textarea readonly rows="3" cols="60">She asked us on Friday &lt;b&gt;</textarea>'),
  ]).toEqual([true, true])
  expect(page.split('id="leave"')[1]).not.toContain('kz-2024-01-01-absent"')
})
