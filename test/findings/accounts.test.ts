/**
 * What audits found in the accounts of other programs for human-rights work, asked of ours over the web. The names T4 … T14
 * are those findings: an administrator made over the net, log-in without a limit, user names in lists, fields slipped into a
 * form, a second factor enrolled for somebody else, log-out by another site.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Gate, openGate } from '../../src/adapters/gate.ts'
import { OPERATOR } from '../../src/usecases/accounts/change.ts'
import { invite, inviteAdministrator } from '../../src/usecases/accounts/invite.ts'
import { openInvitation } from '../../src/usecases/accounts/join.ts'
import { goAway } from '../../src/usecases/accounts/travel.ts'
import type { Context } from '../../src/usecases/context.ts'
import { contentOf } from '../../src/usecases/replay.ts'
import { desk } from '../../src/web/desk/desk.ts'
import {
  aDecision,
  decideAll,
  type Entered,
  emptyWorld,
  importText,
  NOW,
  ROOT,
  signedInAs,
  siteOf,
} from '../world.ts'

const ORIGIN = 'http://localhost:8421'
let world: Context
let web: ReturnType<typeof desk>
let waited: number[] = []
let minutes = 0
const now = (): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

beforeAll(async () => {
  world = { ...(await emptyWorld()), clock: { now } }
})
afterAll(() => world.store.destroy())
beforeEach(async () => {
  minutes = 0
  waited = []
  const gate: Gate = openGate(world.clock, async (ms) => waited.push(ms))
  web = desk(world, { root: ROOT, host: 'localhost', gate })
  await world.store.deleteFrom('accounts').execute()
})

const ask = (path: string, who: Entered | null, accept = 'text/html') =>
  web.request(`${ORIGIN}${path}`, { headers: { Accept: accept, ...(who && { Cookie: who.cookie }) } })
const send = (path: string, who: Entered | null, fields: Record<string, string>, origin = ORIGIN) =>
  web.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin, ...(who && { Cookie: who.cookie }) },
  })
const own = (who: Entered, fields: Record<string, string> = {}) => ({
  'form-token': who.formToken,
  ...fields,
})

const ROUTES = () => [
  ...new Set(
    web.routes
      .filter((one) => ['GET', 'POST'].includes(one.method))
      .map((one) => `${one.method} ${one.path}`),
  ),
]
/** Routes before the door. Whoever adds one has to think of everybody. */
const BEFORE_THE_DOOR = [
  'GET /assets/passkey.js',
  'GET /assets/review.js',
  'GET /assets/pick.js',
  'GET /assets/inbox.js',
  'GET /assets/links.js',
  'GET /assets/leave.js',
  'GET /assets/sealed.js',
  'GET /assets/field.js',
  'GET /assets/webauthn.js',
  'GET /assets/style.css',
  'GET /assets/fonts/:name',
  'GET /favicon.ico',
  'GET /',
  'GET /desk/',
  'GET /blank',
  // Leaving only takes away, and works from a page whose token has grown old.
  'POST /desk/leave',
  'GET /:language/desk/sign-in',
  'POST /:language/desk/sign-in',
  'POST /:language/desk/sign-in/passkey/options',
  'POST /:language/desk/sign-in/passkey',
  'GET /:language/desk/join/:code',
  'POST /:language/desk/join/:code',
  'POST /:language/desk/join/:code/passkey/options',
  'POST /:language/desk/join/:code/passkey',
  // A key of a partner’s program stands in for the session: test/leaks/roles.test.ts.
  'GET /api/v1/records',
  'GET /api/v1/records/:id',
  'GET /calendar/:secret',
]
const filled = (path: string): string => path.replace(':language', 'en').replace(/:\w+/g, 'x')
const behind = (method: string): readonly string[] =>
  ROUTES()
    .filter((one) => !BEFORE_THE_DOOR.includes(one) && one.startsWith(`${method} `))
    .map((one) => filled(one.slice(method.length + 1)))

describe('the door', () => {
  it('has these routes before it, and every other behind it', async () => {
    expect(ROUTES().slice(0, BEFORE_THE_DOOR.length)).toEqual(BEFORE_THE_DOOR)
    expect(behind('GET').length).toBeGreaterThan(5)
    for (const path of behind('GET')) {
      const response = await ask(path, null)
      const asJson = path.endsWith('.json')
      expect([path, response.status]).toEqual([path, asJson ? 401 : 303])
      if (!asJson)
        expect(response.headers.get('Location')).toBe(`/en/desk/sign-in?to=${encodeURIComponent(path)}`)
    }
    for (const path of behind('POST'))
      expect([path, (await send(path, null, {})).status]).toEqual([path, 303])
  })

  it('tells a program 401, with a code and no page', async () => {
    const response = await ask('/en/desk/', null, 'application/json')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'account.signed-out' })
  })

  it.each(['made-up', '', 'a'.repeat(5000)])(
    'opens for no token that we did not give (%#)',
    async (token) => {
      const headers = { Cookie: `__Host-aigaq=${token}` }
      expect((await web.request(`${ORIGIN}/en/desk/`, { headers })).status).toBe(303)
    },
  )

  it('shows nothing behind it to somebody in travel mode but the way out', async () => {
    const { visitor } = await signedInAs(world, { handle: 'lena', role: 'monitor' })
    await goAway(world, visitor)
    const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
    for (const path of behind('GET')) expect([path, (await ask(path, lena)).status]).toEqual([path, 403])
    expect((await send('/en/desk/sign-out', lena, own(lena))).status).toBe(303)
  })

  it('shows an administrator no record', async () => {
    const { document } = await importText(
      world,
      'On 7 May 2024 police in Almaty detained two activists.',
      'may.txt',
    )
    const marat = await signedInAs(world, { handle: 'marat', role: 'administrator' })
    const response = await ask(`/en/desk/documents/${document}`, marat)
    expect([response.status, (await response.text()).includes('Almaty')]).toEqual([404, false])
    const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
    expect(await (await ask(`/en/desk/documents/${document}`, lena)).text()).toContain('Almaty')
  })

  it.each([
    'https://evil.example/',
    '//evil.example/en/desk/',
    '/en/desk/../../evil',
    '/\\evil.example',
    'javascript:alert(1)',
    '/en/desk//evil.example',
  ])('leads nobody who signed in to %s', async (to) => {
    const page = await (await ask(`/en/desk/sign-in?to=${encodeURIComponent(to)}`, null)).text()
    expect(page).toContain('name="to" value="/en/desk/"')
    expect(page).not.toContain('evil')
  })

  it.each(['sign-in', 'me', 'confirm'])(
    'lets scripts run on %s, from our own address alone',
    async (page) => {
      const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
      const policy = (await ask(`/en/desk/${page}`, lena)).headers.get('Content-Security-Policy')
      expect(policy).toMatch(/default-src 'none'.*script-src 'self'; connect-src 'self'$/)
      const elsewhere = (await ask('/en/desk/', lena)).headers.get('Content-Security-Policy')
      // The key that leaves works on every page behind the door, and talks to nobody.
      expect(elsewhere).toMatch(/script-src 'self'$/)
      const nobody = (await ask('/en/desk/', null)).headers.get('Content-Security-Policy')
      expect(nobody).not.toContain('script-src')
    },
  )

  it('keeps an invitation out of every cache and every referrer', async () => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const { headers } = await ask(`/en/desk/join/${code}`, null)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  })

  it('stands behind TLS at the name that people type, and at no other', async () => {
    const there = desk(world, { root: ROOT, host: '127.0.0.1', origin: 'https://desk.example.org' })
    const post = (origin: string, host = 'desk.example.org') =>
      there.request(`http://${host}/en/desk/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ handle: 'lena', passphrase: 'x', code: '' }),
        headers: { Origin: origin },
      })
    expect((await post('https://desk.example.org')).status).toBe(401)
    expect((await post('https://evil.example')).status).toBe(403)
    expect((await post('https://desk.example.org', 'evil.example')).status).toBe(403)
  })
})

describe('T4: an administrator', () => {
  it('is made by no route without a code from the terminal', async () => {
    const marat = await signedInAs(world, { handle: 'marat', role: 'administrator' })
    await signedInAs(world, { handle: 'lena', role: 'monitor' })
    const invited = own(marat, { role: 'administrator', organisation: 'home' })
    expect((await send('/en/desk/accounts/invite', marat, invited)).status).toBe(422)
    const raised = own(marat, { handle: 'lena', role: 'administrator' })
    expect((await send('/en/desk/accounts/role', marat, raised)).status).toBe(422)
    const page = await (await ask('/en/desk/accounts', marat)).text()
    expect(page).not.toContain('value="administrator"')
    expect(await roles()).toEqual([
      ['lena', 'monitor'],
      ['marat', 'administrator'],
    ])
  })

  it('is told by the page of their code, which works once and for fifteen minutes', async () => {
    const code = await inviteAdministrator(world)
    expect(await (await ask(`/en/desk/join/${code}`, null)).text()).toContain('administrator')
    minutes += 16
    expect((await ask(`/en/desk/join/${code}`, null)).status).toBe(404)
  })

  it('is not let in by the links of the demo anywhere but in the demo', () => {
    expect(ROUTES().filter((one) => one.includes('demo'))).toEqual([])
  })
})

describe('T5: signing in', () => {
  it('answers an unknown and a known pseudonym with the same status and the same body', async () => {
    await signedInAs(world, { handle: 'lena', role: 'monitor' })
    const answers = await Promise.all(
      ['lena', 'nobody'].map(async (handle) => {
        const response = await send('/en/desk/sign-in', null, {
          handle,
          passphrase: 'eight otters',
          code: '123456',
        })
        return [response.status, response.headers.get('Set-Cookie'), await response.text()]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(401)
    expect(answers[0]?.[2]).not.toContain('lena')
  })

  it('slows down after five tries at one pseudonym, known or not, and locks nobody out', async () => {
    for (const handle of ['lena', 'nobody']) {
      waited = []
      for (let n = 0; n < 7; n += 1)
        expect((await send('/en/desk/sign-in', null, { handle, passphrase: 'x', code: '' })).status).toBe(401)
      expect(waited).toEqual([1000, 3000])
    }
  })

  it('asks again before anything that gives, when the last proof is older than five minutes', async () => {
    const marat = await signedInAs(world, { handle: 'marat', role: 'administrator' })
    minutes += 6
    const gives = [
      ...[
        'me/passphrase',
        'me/first-passphrase',
        'me/one-time-codes',
        'me/recovery-codes',
        'me/passkeys/remove',
      ],
      ...[
        'accounts/invite',
        'accounts/role',
        'accounts/reinstate',
        'accounts/lift',
        'accounts/organisations',
        'away/lift',
      ],
    ]
    for (const path of gives) {
      const response = await send(`/en/desk/${path}`, marat, own(marat))
      const asJson = path.endsWith('.json')
      expect([path, response.status]).toEqual([path, asJson ? 401 : 303])
      if (!asJson) expect(response.headers.get('Location')).toContain('/en/desk/confirm?to=')
    }
    for (const path of ['me/passkeys', 'me/passkeys/options']) {
      const response = await web.request(`${ORIGIN}/en/desk/${path}`, {
        method: 'POST',
        body: '{}',
        headers: {
          'Content-Type': 'application/json',
          Cookie: marat.cookie,
          'X-Form-Token': marat.formToken,
        },
      })
      expect([path, response.status]).toEqual([path, 403])
      expect(await response.json()).toMatchObject({ code: 'account.confirm', to: '/en/desk/confirm' })
    }
    expect(await (await ask('/en/desk/me', marat)).text()).not.toContain('class="secret"')
  })
})

describe('T10: a pseudonym', () => {
  it('of an account stands in no public page', async () => {
    await signedInAs(world, { handle: 'quiet-otter', role: 'editor', organisation: 'home' })
    await importText(world, 'On 7 May 2024 police in Almaty detained an activist.')
    await decideAll(world, [aDecision({ from: 'On 7 May 2024', to: 'an activist.', by: 'aigerim' })])
    for (const path of [
      '/en/',
      '/en/kz',
      '/en/kz/2024-q2',
      '/en/kz/2024-q2/incidents.json',
      '/en/i/kz-2024-05-07-a',
    ]) {
      const response = await siteOf(world).request(path)
      expect([path, response.status]).toEqual([path, 200])
      expect(await response.text()).not.toContain('quiet-otter')
    }
  })
})

describe('T11: a field that the form does not have', () => {
  const EXTRA = ['role', 'organisation', 'account', 'id', 'state', 'away', 'stepped_up_at', '__proto__', 'by']

  it.each(EXTRA)('(%s) makes nobody more than they were invited as', async (name) => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const given = { handle: 'lena', passphrase: 'seven otters mend a kettle', code: '000000' }
    const response = await send(`/en/desk/join/${code}`, null, { ...given, [name]: 'administrator' })
    expect(response.status).toBe(422)
    expect(await roles()).toEqual([])
    expect((await openInvitation(world, code)).role).toBe('monitor')
  })

  it('is refused by every form behind the door, and changes nothing', async () => {
    const marat = await signedInAs(world, { handle: 'marat', role: 'administrator' })
    await signedInAs(world, { handle: 'lena', role: 'monitor' })
    const before = JSON.stringify(await contentOf(world.store, 'accounts'))
    // Forms about records answer by role first; signing out takes no field at all.
    const forms = behind('POST').filter(
      (path) => /\/(me|accounts|away|confirm)\b/.test(path) && !/passkey(s|\/|$)/.test(path),
    )
    expect(forms.length).toBeGreaterThan(10)
    for (const path of forms)
      for (const name of EXTRA.filter((one) => one !== 'id' && one !== 'role' && one !== 'organisation')) {
        const response = await send(path, marat, own(marat, { [name]: 'lena' }))
        expect([path, name, response.status]).toEqual([path, name, 422])
      }
    expect(JSON.stringify(await contentOf(world.store, 'accounts'))).toBe(before)
  })

  it.each([
    ['an array', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['no JSON', '{'],
    ['a list for a field', '{"handle": ["lena"]}'],
    ['an object for a field', '{"handle": {"$ne": ""}}'],
    ['a number for a field', '{"handle": 7}'],
    ['a role beside it', '{"handle": "lena", "role": "administrator"}'],
    ['a prototype', '{"handle": "lena", "__proto__": {"role": "administrator"}}'],
  ])('in JSON is refused as well: %s', async (_what, body) => {
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    const response = await web.request(`${ORIGIN}/en/desk/join/${code}/passkey/options`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    expect(response.status).toBe(422)
  })

  it.each([
    ['no answer', undefined],
    ['an answer that is none', 'yes'],
    ['an answer without a challenge', { id: 'x', response: {} }],
    [
      'an answer to a challenge of its own',
      { id: 'x', response: { clientDataJSON: btoa('{"challenge":"AAAA"}') } },
    ],
  ])('a passkey that proves nothing signs nobody in: %s', async (_what, answer) => {
    const response = await web.request(`${ORIGIN}/en/desk/sign-in/passkey`, {
      method: 'POST',
      body: JSON.stringify({ to: '/en/desk/', answer }),
      headers: { 'Content-Type': 'application/json' },
    })
    expect([401, 422]).toContain(response.status)
    expect(response.headers.get('Set-Cookie')).toBeNull()
  })
})

describe('T13: the ways to sign in', () => {
  it('are changed for the own session alone: no form of that page can name an account', async () => {
    const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
    await signedInAs(world, { handle: 'lena', role: 'monitor' })
    const page = await (await ask('/en/desk/me', lena)).text()
    const names = [...page.matchAll(/name="([\w-]+)"/g)].map((match) => match[1])
    expect(new Set(names)).toEqual(
      new Set(['viewport', 'referrer', 'form-token', 'session', 'passphrase', 'code']),
    )
    expect(page).not.toContain(lena.visitor.actor.account)
  })

  it('and sessions of others are not there for whoever names them', async () => {
    const [lena, zarina] = [
      await signedInAs(world, { handle: 'lena', role: 'monitor' }),
      await signedInAs(world, { handle: 'zarina', role: 'monitor' }),
    ]
    const session = zarina.visitor.session.id
    expect((await send('/en/desk/me/sessions/revoke', lena, own(lena, { session }))).status).toBe(404)
    expect((await ask('/en/desk/me', zarina)).status).toBe(200)
  })
})

describe('T14: signing out', () => {
  it('is a form of our own: no address, no other site and no other session’s token does it', async () => {
    const [lena, zarina] = [
      await signedInAs(world, { handle: 'lena', role: 'monitor' }),
      await signedInAs(world, { handle: 'zarina', role: 'monitor' }),
    ]
    expect((await ask('/en/desk/sign-out', lena)).status).toBe(404)
    expect((await send('/en/desk/sign-out', lena, {})).status).toBe(403)
    expect((await send('/en/desk/sign-out', lena, own(zarina))).status).toBe(403)
    expect((await send('/en/desk/sign-out', lena, own(lena), 'https://evil.example')).status).toBe(403)
    expect((await ask('/en/desk/me', lena)).status).toBe(200)
    const response = await send('/en/desk/sign-out', lena, own(lena))
    expect(response.headers.get('Set-Cookie')).toMatch(/__Host-aigaq=;.*Max-Age=0/)
    expect(response.headers.get('Clear-Site-Data')).toBe('"cache"')
    expect((await ask('/en/desk/me', lena)).status).toBe(303)
  })

  it('and every other change asks for the token of the session', async () => {
    const marat = await signedInAs(world, { handle: 'marat', role: 'administrator' })
    const before = JSON.stringify(await contentOf(world.store, 'events'))
    for (const path of behind('POST'))
      for (const fields of [{}, { 'form-token': 'made-up' }])
        expect([path, (await send(path, marat, fields)).status]).toEqual([path, 403])
    expect(JSON.stringify(await contentOf(world.store, 'events'))).toBe(before)
  })
})

const roles = async (): Promise<readonly (readonly string[])[]> => {
  const rows = await world.store.selectFrom('accounts').select(['handle', 'role']).orderBy('handle').execute()
  return rows.map((one) => [one.handle, one.role])
}
