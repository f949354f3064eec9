/** T3 at every route: each page as it is, every request that once failed, and a part of a million hostile ones (`bench/fuzz-routes.ts`): calm, silent about the inside, with every header. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '../desk.ts'
import { RECORDS } from '../journeys/desk-world.ts'
import { asIs } from './ask.ts'
import { judged, play } from './cases.ts'
import { faultsOf } from './verdict.ts'
import { type Walked, walked } from './walk.ts'
import { type Fuzzed, fuzzedWorld, ONION, type Who } from './world.ts'

/** Stands still, so that a failure can be seen again. */
const SEED = 20_261_126
const SAMPLE = 150

let world: Fuzzed
let everything: Walked
beforeAll(async () => {
  world = await fuzzedWorld()
  everything = await walked(world, ['aigerim'], 1)
})
afterAll(() => world?.close())

/** Found by the fuzz, and mended. */
const FOUND: readonly (readonly [what: string, who: Who, path: string, fields: readonly Field[] | null])[] = [
  ['a harm and a group that are not there', 'aigerim', '/en/desk/measure/mappings/rows', null],
  ['the same, half of it', 'aigerim', '/en/desk/measure/mappings/rows?of=killed', null],
  [
    'an alert by somebody who reads no compartment',
    'oskar',
    '/en/desk/measure/watchlist',
    Object.entries({ country: 'kz', asOf: '', verdict: 'alert', words: 'Offices are searched.' }),
  ],
  [
    'a code of six signs that are no digits of ours',
    'aigerim',
    '/en/desk/sign-in',
    Object.entries({ handle: 'lena', passphrase: 'eight otters', code: '１２３４５６' }),
  ],
  [
    'a record that is ticked twice',
    'marat',
    '/en/desk/moves',
    [
      ['ids', RECORDS.waiting],
      ['ids', RECORDS.waiting],
      ['move', 'verify'],
      ['why', ''],
    ],
  ],
  ['an id of one NUL', 'reader', '/api/v1/incidents/%00', null],
  ['a campaign of one NUL', 'reader', '/en/act/%00/letter', null],
  ['a frame that is none', 'reader', '/plan/embed?a=1', null],
]

describe('every route', () => {
  it('has a page or a refusal with all its headers', () => {
    expect(everything.targets.length).toBeGreaterThan(250)
    expect(everything.goods.filter((one) => one.method === 'GET').length).toBeGreaterThan(150)
    expect(everything.wrong).toEqual([])
  })

  it('lets whoever is signed in sign out, and hides what is typed as a passphrase', () => {
    expect(everything.pages.length).toBeGreaterThan(50)
    const behind = everything.pages.filter(({ path }) => !/sign-in|join|blank/.test(path))
    expect(
      behind.filter(({ text }) => !/action="\/\w\w\/desk\/sign-out"/.test(text)).map((one) => one.path),
    ).toEqual([])
    const fields = everything.pages.flatMap(
      ({ text }) => text.match(/<input[^>]*name="passphrase"[^>]*>/g) ?? [],
    )
    expect(fields.length).toBeGreaterThan(1)
    expect(
      fields.filter((one) => !one.includes('type="password"') || /onpaste|autocomplete="off"/.test(one)),
    ).toEqual([])
  })

  it.each([
    '/.git/HEAD',
    '/.env',
    '/package.json',
    '/src/app/open-app.ts',
    '/assets/',
    '/assets/../package.json',
    '/assets/fonts/',
    '/node_modules/',
    '/metrics',
    '/server-status',
    '/debug',
  ])('tells nothing of the machine beneath: %s', async (path) => {
    for (const [app, origin] of [
      [world.front, 'https://example.org'],
      [world.workspace, 'http://127.0.0.1'],
    ] as const) {
      const answer = await app.request(`${origin}${path}`)
      expect([path, [303, 401, 404].includes(answer.status)]).toEqual([path, true])
      expect(await answer.text()).not.toMatch(/ref:|"name": "aigaq"|<li><a href="[^"]*\.(?:css|js)"/)
    }
  })

  it.each(FOUND)('that failed at %s answers calmly', async (_what, who, path, fields) => {
    const method = fields ? 'POST' : 'GET'
    const app = path.includes('/desk/') ? 'desk' : 'site'
    const target = everything.targets.find(
      (one) =>
        one.app === app && one.route.method === method && one.route.pattern.test(path.split('?')[0] ?? ''),
    )
    if (!target) throw new Error(`no route is there for ${path}`)
    const played = await judged(world, target, asIs({ who, method, path, fields: fields ?? [] }))
    expect(played.faults).toEqual([])
  })

  it('answers hostile requests calmly', async () => {
    const statuses = new Map<number, number>()
    for (let seed = SEED; seed < SEED + SAMPLE; seed += 1) {
      const { faults, asked, status } = await play(world, everything, seed)
      expect(faults, `${seed} ${JSON.stringify(asked).slice(0, 2_000)}`).toEqual([])
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    // Some come through, some are refused in each of the ways there are: else this would ask nothing.
    for (const status of [200, 303, 403, 404, 422]) expect([...statuses.keys()]).toContain(status)
  })
})

describe('an answer is wrong', () => {
  const GOOD = {
    ...{ 'Content-Type': 'text/html; charset=UTF-8', 'X-Content-Type-Options': 'nosniff' },
    ...{ 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Opener-Policy': 'same-origin' },
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    ...{
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    },
    'Content-Security-Policy':
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; script-src 'self'",
  }
  const SESSION = '__Host-aigaq=abc; Path=/; HttpOnly; Secure; SameSite=Strict'
  const answer = (more: Readonly<Record<string, string>>, text = '<p>calm</p>', status = 200) =>
    faultsOf(
      { status, headers: new Headers({ ...GOOD, ...more }), text },
      { isDesk: true, path: `/en/desk/records/${RECORDS.waiting}`, secrets: ['zhasyryn'] },
    )

  it('not when it is calm, and has every header', () => {
    expect(answer({})).toEqual([])
    expect(answer({ 'Set-Cookie': SESSION })).toEqual([])
    expect(answer({}, '<p>&lt;x-fuzz&gt; &quot; x-fuzz=&quot;</p>', 422)).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string>>, string?, number?]>([
    ['a failure', {}, '', 500],
    ['a stack', {}, 'at read (file:///srv/aigaq/src/app/keys.ts:7:1)'],
    ['SQL', {}, 'new row violates row-level security policy for table'],
    ['a relation', {}, 'relation "persons" does not exist'],
    ['an element', {}, '<p><x-fuzz></p>'],
    ['an attribute', {}, '<input value="" x-fuzz="">'],
    ['a script in an address', {}, '<a href="javascript:alert(1)">'],
    ['a drawing that does not open', { 'Content-Type': 'image/svg+xml; charset=utf-8' }, '<svg>\u0001</svg>'],
    ['a word that is withheld', {}, '<p>zhasyryn</p>'],
    ['the same in a header', { Location: '/en/zhasyryn' }],
    [
      'a policy that lets scripts in from anywhere',
      {
        'Content-Security-Policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; script-src 'self' https://cdn.example",
      },
    ],
    [
      'a policy that lets them stand in the page',
      {
        'Content-Security-Policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; script-src 'unsafe-inline'",
      },
    ],
    ['no policy of its own', { 'Content-Security-Policy': '' }],
    ['a frame', { 'X-Frame-Options': 'SAMEORIGIN' }],
    ['a way back to a connection that others read', { 'Strict-Transport-Security': 'max-age=60' }],
    ['a camera', { 'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()' }],
    ['a guess at types', { 'X-Content-Type-Options': '' }],
    ['an address told to others', { 'Referrer-Policy': 'origin' }],
    ['a copy that a browser keeps', { 'Cache-Control': 'private' }],
    ['no charset', { 'Content-Type': 'text/html' }],
    ['the name of a server', { Server: 'aigaq/0.1' }],
    ['a cookie that scripts read', { 'Set-Cookie': SESSION.replace('HttpOnly; ', '') }],
    ['a cookie for neighbours', { 'Set-Cookie': SESSION.replace('__Host-', '') }],
    ['a cookie of other sites’ requests', { 'Set-Cookie': SESSION.replace('Strict', 'Lax') }],
  ])('with %s', (_what, headers, text, status) => {
    expect(answer(headers, text, status)).not.toEqual([])
  })

  const onSite = (path: string, more: Readonly<Record<string, string>>, status = 200) =>
    faultsOf(
      { status, headers: new Headers({ ...GOOD, 'Onion-Location': `${ONION}${path}`, ...more }), text: '' },
      { isDesk: false, path, secrets: [] },
    )
  const kept = (rule: string) => ({ 'Cache-Control': rule })
  it.each<[string, string, Readonly<Record<string, string>>, number?]>([
    ['a page of the site that a browser may keep unasked', '/en/kz', kept('max-age=60')],
    ['a page of no rule', '/en/kz', kept('')],
    ['an address with a token that is kept', '/en/letters/confirm/abc', kept('no-cache')],
    ['a form that witnesses fill in and a browser keeps', '/ru/tell', kept('no-cache')],
    ['a search that is kept', '/en/search?q=usenov', kept('no-cache')],
    ['an error that is kept', '/en/kz', { ...kept('no-cache'), 'Onion-Location': '' }, 404],
    ['no way to the onion service', '/en/kz', { ...kept('no-cache'), 'Onion-Location': '' }],
    ['a way to another one', '/en/kz', { ...kept('no-cache'), 'Onion-Location': 'http://evil.onion/en/kz' }],
  ])('with %s', (_what, path, headers, status) => {
    expect(onSite('/en/kz', kept('no-cache'))).toEqual([])
    expect(onSite(path, headers, status)).not.toEqual([])
  })
})
