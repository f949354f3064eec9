/** A world whose pages were walked, and a seed → one hostile request, its answer, and what is wrong with it. */
import { incidentsAsked, measuresAsked, proceedingsAsked } from '../../src/publish/api/parameters.ts'
import { type Chance, chanceOf } from './chance.ts'
import { filledIn, type Good, harvest } from './harvest.ts'
import { type Asked, mutated, type Pool, requestOf } from './mutate.ts'
import { nameOf, type Route, routeAt, routesOf } from './routes.ts'
import { faultsOf } from './verdict.ts'
import { type Fuzzed, ONION, STAFFED, secretsFor, type Who } from './world.ts'

const ORIGIN = 'http://127.0.0.1'
/** What a route takes that no form shows: a script sends it. */
const UNSHOWN = [
  'answer',
  'to',
  'mailbox',
  'receipt',
  'reply',
  'list',
  'part',
  'text',
  'passphrase',
  'code',
  'label',
]

type App = 'desk' | 'site'
type Target = { readonly app: App; readonly route: Route; readonly goods: readonly Good<Who>[] }
export type Walked = {
  readonly targets: readonly Target[]
  readonly goods: readonly Good<Who>[]
  readonly pool: Pool
  /** What is wrong with pages as they are. */
  readonly wrong: readonly string[]
  /** Pages of the workspace. */
  readonly pages: readonly { readonly path: string; readonly text: string }[]
}

export type Played = {
  readonly asked: Asked<Who>
  readonly route: string
  readonly status: number
  readonly faults: readonly string[]
}

/** Ways out and away: whoever takes them cannot go on. */
const ENDS = /\/(?:house|leave|sign-out|travel|journey|sessions|accounts|moves|withdraw|drop|clear)/

/** Sends every form that was found, with something written in each field: what is made by it has pages of its own. */
export async function sentAll(world: Fuzzed, { goods }: Walked, seed: number): Promise<void> {
  const chance = chanceOf(seed)
  for (const good of goods) {
    const { who, method, path } = good
    if (method !== 'POST' || who === 'reader' || ENDS.test(path)) continue
    await ask(world, asIs({ who, method, path, fields: filledIn(good, chance) }))
  }
}

const DOORS = ['', 'sign-in', 'confirm', 'join/x'].map((one) => `/en/desk/${one}`)
const API = Object.entries({
  incidents: incidentsAsked,
  proceedings: proceedingsAsked,
  measures: measuresAsked,
})
const FRONT = [
  ...['/', '/en/', '/ru/kz', '/kk/', '/robots.txt', '/en/tell', '/en/letters', '/en/embed/kz/2024-q2/quilt'],
  ...['/en/letters/confirm/x', '/en/letters/leave/x', '/api/v1/', '/api/v1/openapi.json'],
  ...API.map(([name]) => `/api/v1/${name}${name === 'measures' ? '?country=kz' : ''}`),
  // Everything that can be asked for, so that its names are known.
  ...API.map(
    ([name, schema]) =>
      `/api/v1/${name}?${Object.keys(schema.shape)
        .map((one) => `${one}=kz`)
        .join('&')}`,
  ),
]

/** `most`: pages and forms of each route; `as`: who walks the workspace. Each page is judged as it is met. */
export async function walked(world: Fuzzed, as: readonly Who[], most: number): Promise<Walked> {
  const [inside, outside] = [routesOf(world.workspace), routesOf(world.front)]
  const wrong: string[] = []
  const pages: { path: string; text: string }[] = []
  const look = (who: Who) => async (path: string) => {
    const { status, headers, text } = await told(
      await ask(world, asIs({ who, method: 'GET', path, fields: [] })),
    )
    const expected = { isDesk: who !== 'reader', path, secrets: secretsFor(who) }
    wrong.push(...faultsOf({ status, headers, text }, expected).map((fault) => `${who} ${path}: ${fault}`))
    const type = headers.get('Content-Type') ?? ''
    if (who !== 'reader' && status === 200 && type.startsWith('text/html')) pages.push({ path, text })
    return { type, text }
  }
  const found: Good<Who>[] = []
  for (const who of as)
    found.push(...(await harvest(look(who), { who, most, routes: inside, from: ['/desk/', ...DOORS] })))
  found.push(
    ...(await harvest(look('reader'), { who: 'reader', most: most * 60, routes: outside, from: FRONT })),
  )
  const targets = [
    ...inside.map((route) => ({ app: 'desk' as const, route })),
    ...outside.map((route) => ({ app: 'site' as const, route })),
  ].map((one) => ({
    ...one,
    goods: goodsOf(one.app, one.route, one.app === 'desk' ? inside : outside, found),
  }))
  const fields = found.flatMap((one) => [...one.fields, ...new URLSearchParams(one.path.split('?')[1] ?? '')])
  const parts = found.flatMap((one) => one.path.split('?')[0]?.split('/') ?? [])
  return {
    ...{ targets, wrong, pages, goods: found },
    pool: {
      names: [...new Set([...fields.map(([name]) => name), ...UNSHOWN])],
      values: [...new Set([...fields.map(([, value]) => value), ...parts])].filter((one) => one.length < 200),
    },
  }
}

/** A good request, sent as it is. */
export const asIs = ({ who, method, path, fields }: Omit<Good<Who>, 'empty'>): Asked<Who> => ({
  ...{ who, method, path, headers: {}, isOwn: true },
  body: method === 'GET' ? { kind: 'none' } : { kind: 'form', fields, files: [] },
})

/** A route that no page led to is asked with its parameters filled by chance of the pool; a script of a page sends to it. */
function goodsOf(
  app: App,
  route: Route,
  routes: readonly Route[],
  found: readonly Good<Who>[],
): readonly Good<Who>[] {
  const own = found.filter(
    (one) =>
      (one.who === 'reader') === (app === 'site') &&
      one.method === route.method &&
      routeAt(routes, one.method, one.path.split('?')[0] ?? '') === route,
  )
  if (own.length > 0) return own
  const path = route.path.replace(':language', 'en').replace(/:\w+|\*$/g, 'x')
  return [{ who: app === 'site' ? 'reader' : 'aigerim', method: route.method, path, fields: [], empty: {} }]
}

const told = async (answer: Response) => ({
  ...{ status: answer.status, headers: answer.headers },
  text: await answer.text(),
})

async function ask(
  world: Fuzzed,
  asked: Asked<Who>,
  app: App = asked.who === 'reader' ? 'site' : 'desk',
): Promise<Response> {
  const { who } = asked
  const entered = who === 'reader' ? null : await world.entered(who)
  const own = entered && { Cookie: entered.cookie, Origin: ORIGIN, 'X-Form-Token': entered.formToken }
  const request = requestOf(asked, /\/tell\/.*plain/.test(asked.path) ? ONION : ORIGIN, own ?? {})
  if (!request) return new Response(null, { status: 204 })
  return app === 'site' ? world.front.fetch(request) : world.workspace.fetch(request)
}

/** Others than who found a page ask for it too; most often it is somebody who may do much. */
const whoFor = (chance: Chance, one: Good<Who>): Who =>
  one.who === 'reader' ? 'reader' : chance.below(2) === 0 ? one.who : chance.of(STAFFED)

/** One route that answers every page of the site. */
const isOfManyKinds = ({ route }: Target): boolean => route.path === '/*'

export async function play(world: Fuzzed, { targets, pool }: Walked, seed: number): Promise<Played> {
  const chance = chanceOf(seed)
  const target = chance.of(chance.below(5) === 0 ? targets.filter(isOfManyKinds) : targets)
  const from = chance.of(target.goods)
  const asked = mutated(from, whoFor(chance, from), chance, pool)
  return judged(world, target, asked)
}

/** Every good request as it is: the pages of every kind, and every form as it stands. */
export async function judged(
  world: Fuzzed,
  target: Pick<Target, 'app' | 'route'>,
  asked: Asked<Who>,
): Promise<Played> {
  const answer = await ask(world, asked, target.app)
  const { status, headers } = answer
  const faults =
    status === 204 && headers.get('X-Content-Type-Options') === null
      ? []
      : faultsOf(
          { status, headers, text: await answer.text() },
          { isDesk: target.app === 'desk', path: asked.path, secrets: secretsFor(asked.who) },
        )
  const isOut = /\/desk\/sign-in/.test(headers.get('Location') ?? '') && target.app === 'desk'
  const mayTouchAccounts =
    asked.method === 'POST' && /\/(?:house|accounts|me|away|leave|sign-out)/.test(asked.path)
  if (target.app === 'desk' && (isOut || mayTouchAccounts || status === 403)) await world.restore()
  return { asked, status, faults, route: `${target.app} ${nameOf(target.route)}` }
}
