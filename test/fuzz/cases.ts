/** A world whose pages were walked, and a seed → one hostile request, its answer, and what is wrong with it. */
import { ask, told } from './ask.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Good } from './harvest.ts'
import { type Asked, mutated } from './mutate.ts'
import { nameOf } from './routes.ts'
import { faultsOf } from './verdict.ts'
import type { Target, Walked } from './walk.ts'
import { type Fuzzed, STAFFED, secretsFor, type Who } from './world.ts'

export type Played = {
  readonly asked: Asked<Who>
  readonly route: string
  readonly status: number
  readonly faults: readonly string[]
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

/** What may end sessions, accounts or the house. */
const ENDING = /\/(?:house|accounts|me|away|leave|sign-out)/

export async function judged(
  world: Fuzzed,
  target: Pick<Target, 'app' | 'route'>,
  asked: Asked<Who>,
): Promise<Played> {
  const isDesk = target.app === 'desk'
  const answer = await ask(world, asked, target.app)
  const route = `${target.app} ${nameOf(target.route)}`
  if (answer === null) return { asked, route, status: 0, faults: [] }
  const { status, headers, text } = await told(answer)
  const expected = {
    isDesk,
    path: asked.path,
    secrets: secretsFor(asked.who),
    isPosted: asked.method !== 'GET',
  }
  const faults = faultsOf({ status, headers, text }, expected)
  const isOut = headers.get('Location')?.includes('/desk/sign-in') === true
  if (isDesk && (isOut || (asked.method === 'POST' && ENDING.test(asked.path)))) await world.restore()
  return { asked, route, status, faults }
}
