/** A world in, its routes out, each with good requests to it: from pages as they are met, and from what its source says it reads. */
import { incidentsAsked, measuresAsked, proceedingsAsked } from '../../src/publish/api/parameters.ts'
import type { Field } from '../desk.ts'
import { type App, asIs, ask, told } from './ask.ts'
import { chanceOf } from './chance.ts'
import { declaredFields } from './declared.ts'
import { filledIn, type Good, harvest } from './harvest.ts'
import type { Pool } from './mutate.ts'
import { type Route, routeAt, routesOf } from './routes.ts'
import { faultsOf } from './verdict.ts'
import { type Fuzzed, secretsFor, type Who } from './world.ts'

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

export type Target = { readonly app: App; readonly route: Route; readonly goods: readonly Good<Who>[] }
export type Walked = {
  readonly targets: readonly Target[]
  readonly goods: readonly Good<Who>[]
  readonly pool: Pool
  /** What is wrong with pages as they are. */
  readonly wrong: readonly string[]
  /** Pages of the workspace. */
  readonly pages: readonly { readonly path: string; readonly text: string }[]
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
  ...[
    '/en/letters/confirm/x',
    '/en/letters/leave/x',
    '/en/field',
    '/en/sign/x',
    '/en/act/cam/letter',
    '/en/confirm/x',
    '/api/v1/',
    '/api/v1/openapi.json',
  ],
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
    const answer = await ask(world, asIs({ who, method: 'GET', path, fields: [] }))
    if (answer === null) return { type: '', text: '' }
    const { status, headers, text } = await told(answer)
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
  const at = Map.groupBy(found, ({ who, method, path }) =>
    routeAt(who === 'reader' ? outside : inside, method, path.split('?')[0] ?? ''),
  )
  const targets = [
    ...inside.map((route) => ({ app: 'desk' as const, route })),
    ...outside.map((route) => ({ app: 'site' as const, route })),
  ].map((one) => ({
    ...one,
    goods: at.get(one.route) ?? unmet(one.app, one.route, found),
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

/** A route that no page led to is asked at addresses like those that were met, with the fields that its source names. */
function unmet(app: App, route: Route, found: readonly Good<Who>[]): readonly Good<Who>[] {
  const names = DECLARED.get(route.path) ?? []
  const fields = names.map((name): Field => [name, ''])
  const empty = Object.fromEntries(names.map((name) => [name, null]))
  const who = app === 'site' ? 'reader' : 'aigerim'
  return addressesLike(route, found).map((path) => ({ who, method: route.method, path, fields, empty }))
}

const DECLARED = declaredFields()

/** Its parameters as they stand in addresses that begin alike; a letter where there is none. */
function addressesLike({ path }: Route, found: readonly Good<Who>[]): readonly string[] {
  const plain = path.replace(':language', 'en')
  const head = /^(.*?\/)[:*]/.exec(plain)?.[1] ?? plain
  const met = found.flatMap((one) =>
    one.path.startsWith(head) ? [one.path.slice(head.length).split(/[/?]/)[0] ?? ''] : [],
  )
  const ids = [...new Set(met)].filter((one) => one !== '').slice(0, 4)
  return ['x', ...ids].map((id) => plain.replace(/:\w+|\*$/, id).replace(/:\w+|\*$/g, '0'))
}
