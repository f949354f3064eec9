/** A monitor at the page where incidents are written down: what she types, the record that comes of it, and what was decided on it. */
import { expect } from 'vitest'
import { ask, deskOf, type Field, rows, send } from '../../../../test/desk.ts'
import { type Entered, emptyWorld, NOW, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'

export const WORDS = '2024 жылғы 7 мамырда Алматыда полиция үш белсендіні ұстады. Көршілер терезеден көрді.'

export const told = (more: Readonly<Record<string, string>> = {}): readonly Field[] =>
  Object.entries({ words: WORDS, country: 'kz', way: 'interview', told: '2024-05-08', ...more })
export const VALUES = rows(
  ['kind', { value: 'event' }],
  ['date', { value: '07.05.2024' }],
  ['place', { value: 'Алматы' }],
  ['act', { value: 'detention' }],
  ['group', { number: '3', unit: 'exact', value: 'белсенді', words: 'үш белсендіні' }],
)

/** The id of the record that an answer leads to; what was wrong is told where there is none. */
export async function made(answer: Response): Promise<string> {
  const wrong = /<div class="wrong"[\s\S]*?<\/div>/.exec(await answer.clone().text())?.[0]
  expect([answer.status, wrong]).toEqual([303, undefined])
  return /records\/([a-z0-9-]+)/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''
}

export type Hand = Awaited<ReturnType<typeof byHand>>

export async function byHand() {
  let ticks = 0
  const now = (): string => new Date(Date.parse(NOW) + 10 * ticks++).toISOString()
  const world: Context = { ...(await emptyWorld()), clock: { now } }
  const web = deskOf(world)
  const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
  const get = (path: string, who: Entered = lena) => ask(web, `/kk/desk/${path}`, who)
  const page = async (path: string, who: Entered = lena) => (await get(path, who)).text()
  const claimsOf = (ids: readonly string[]) =>
    world.house.selectFrom('claims').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return {
    ...{ world, lena, marat, get, page, claimsOf },
    post: (path: string, fields: Iterable<Field>, who: Entered = lena) =>
      send(web, `/kk/desk/${path}`, fields, who),
    count: async (table: 'documents' | 'files' | 'incidents' | 'events' | 'tellings') =>
      (await world.house.selectFrom(table).selectAll().execute()).length,
    /** The newest decision on a field. */
    decided: async (record: string, field: string) =>
      (
        await world.house
          .selectFrom('decisions')
          .selectAll()
          .where('record', '=', record)
          .where('field', '=', field)
          .orderBy('event')
          .execute()
      ).at(-1),
    /** The documents that tell a record, the first one first. */
    tellingsOf: async (record: string): Promise<readonly string[]> =>
      (
        await world.house
          .selectFrom('tellings')
          .select('document')
          .where('record', '=', record)
          .orderBy('event')
          .execute()
      ).map((one) => one.document),
    seenOn: async (record: string): Promise<string> =>
      /name="seen" value="(\d+)"/.exec(await page(`records/${record}/source`))?.[1] ?? '',
  }
}
