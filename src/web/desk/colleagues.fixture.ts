/** An organisation at work behind both walls: its people signed in, a report, a record of prison, a sealed one, and a ground that is overdue. */
import { ask, deskOf, type Field, send } from '../../../test/desk.ts'
import {
  aDecision,
  type Entered,
  emptyWorld,
  importText,
  recordAll,
  signedInAs,
} from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../../usecases/context.ts'

export const TEXT = `Reports of May follow here.

On 7 May 2024 a court in Almaty fined Asan Usenov 132,551 tenge and Aigul Usenova 132,552 tenge.

On 9 May 2024 a court in Uralsk sentenced the blogger Bolat Akhmetov to three years in prison.

On 11 May 2024 police in Astana broke up a picket.

In mid-May 2024 police in Shymkent detained several strikers.`

export const PRISON = 'kz-2024-05-09-p'
export const SEALED = 'kz-2024-05-11-s'
export type Name = 'lena' | 'marat' | 'aigerim' | 'daniyar' | 'oskar' | 'root'
type Line = Readonly<Record<string, unknown>>

export type Colleagues = Awaited<ReturnType<typeof colleagues>>

/** `first`: what is otherwise in the record of prison; coded before second readings were asked for, it waits for none. */
export async function colleagues(first: Line = {}) {
  let now = '2026-12-01T09:00:00.000Z'
  const world: Context = { ...(await emptyWorld()), clock: { now: () => now } }
  const web = deskOf(world, { staff: { behind: (wall) => testStaff(world.house, wall) } })
  const who = {} as Record<Name, Entered>
  const enter = async (name: Name, role: Actor['role'], organisation = 'home'): Promise<void> => {
    who[name] = await signedInAs(world, { handle: name, role, organisation })
  }
  await world.house
    .insertInto('organisations')
    .values({ id: 'abroad', name: 'Abroad', since: '2026-11-01' })
    .execute()
  for (const [name, role] of [
    ['lena', 'monitor'],
    ['marat', 'monitor'],
    ['aigerim', 'editor'],
    ['daniyar', 'lawyer'],
    ['root', 'administrator'],
  ] as const)
    await enter(name, role)
  await enter('oskar', 'monitor', 'abroad')
  const { document } = await importText(world, TEXT)
  const as = (name: Name): Context => ({ ...world, actor: who[name].visitor.actor })
  const prison = (more: Line = {}): Record<string, unknown> =>
    aDecision({
      ...{ id: PRISON, document, date: '2024-05-09', by: 'lena', at: now },
      ...{ from: 'On 9 May 2024 a court', to: 'three years in prison.', places: ['Uralsk'] },
      people: [{ name: 'Bolat Akhmetov', harmed: true }],
      acts: ['imprisonment'],
      penalties: [{ type: 'prison', years: 3 }],
      ...more,
    })
  const sealed = (more: Line = {}): Record<string, unknown> =>
    aDecision({
      ...{ id: SEALED, document, date: '2024-05-11', by: 'aigerim', at: now, acts: ['protest_dispersal'] },
      ...{ from: 'On 11 May 2024 police', to: 'broke up a picket.', places: ['Astana'] },
      tier: { value: 'sealed', why: 'told under a promise' },
      ...more,
    })
  const names = { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null }
  const grounds = { kind: 'consent', level: 'name', reason: 'asked', givenHow: 'by letter' }
  const basis = { ...grounds, reviewBy: '2026-11-28' }
  await recordAll(as('lena'), [
    { record: 'person', id: 'usenov', names, basis, by: 'lena', at: now },
    prison(first),
    sealed(),
  ])

  const get = async (name: Name, path: string) => {
    const answer = await ask(web, `/en/desk/${path}`, who[name])
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') }
  }
  const post = async (name: Name, path: string, fields: Iterable<Field>, accept = 'text/html') => {
    const answer = await send(web, `/en/desk/${path}`, fields, who[name], accept)
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('Location') ?? '' }
  }
  return {
    ...{ world, who, document, enter, as, prison, sealed, get, post },
    json: async (name: Name, path: string) => JSON.parse((await get(name, path)).text),
    now: (): string => now,
    later: (minutes: number): void => {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
    },
    /** The key of a passage as a question names it. */
    draftOf: async (key: string): Promise<string> => {
      const reading = await world.house
        .selectFrom('readings')
        .select('id')
        .where('document', '=', document)
        .executeTakeFirstOrThrow()
      return `${reading.id}#${key}`
    },
  }
}

export const of = (fields: Readonly<Record<string, string>>): readonly Field[] => Object.entries(fields)

/** A search in which nothing was typed. */
export const NOTHING = { words: '', kind: '', state: '', tier: '', from: '', to: '', place: '', page: '' }
