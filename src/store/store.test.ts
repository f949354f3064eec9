import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '../../test/stores.ts'
import { record } from './append.ts'
import type { Store } from './connect.ts'
import { checkLocale } from './connect.ts'
import { APPENDED } from './kinds-of-tables.ts'
import { verifyLog } from './verify.ts'

const AT = '2026-11-01T09:00:00.000Z'
const happening = { actor: 'aigerim', at: AT, useCase: 'test', object: 'x', input: { a: 1 } }
const person = (id: string) => ({
  id,
  names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
  variants: ['Ussenov'],
  pseudonym: null,
})

describe('on a server', () => {
  let store: Store
  beforeEach(async () => {
    store = await emptyStore()
  })
  const three = async () => {
    for (const id of ['p1', 'p2', 'p3'])
      await record(store, { ...happening, object: id }, async (w) => {
        await w.append('persons', [person(id)])
        await w.append('bases', [
          {
            person: id,
            kind: 'office',
            level: 'name',
            reason: 'in office',
            given_how: null,
            recorded_on: '2026-11-01',
            review_by: '2027-11-01',
            by: 'lena',
          },
        ])
      })
  }
  /** Alters the database as a thief with full rights would, past the triggers. */
  const tamper = async (statement: string) => {
    for (const table of ['events', ...Object.keys(APPENDED)])
      await sql.raw(`alter table ${table} disable trigger append_only`).execute(store)
    await sql.raw(statement).execute(store)
    for (const table of ['events', ...Object.keys(APPENDED)])
      await sql.raw(`alter table ${table} enable trigger append_only`).execute(store)
  }

  it('keeps Cyrillic and Kazakh letters searchable', async () => {
    await expect(checkLocale(store)).resolves.toBeUndefined()
  })

  it('refuses to change, delete or empty anything that was appended', async () => {
    await three()
    for (const table of ['events', ...Object.keys(APPENDED)])
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(sql.raw(statement).execute(store), statement).rejects.toThrow(/append-only/)
    await expect(sql`update persons set pseudonym = 'x'`.execute(store)).rejects.toThrow(/append-only/)
    await expect(sql`update events set actor = 'x'`.execute(store)).rejects.toThrow(/append-only/)
  })

  it('finds nothing wrong in an untouched log, and counts what it saw', async () => {
    await three()
    expect(await verifyLog(store)).toMatchObject({ events: 3, rows: 6, breaks: [] })
  })

  it.each([
    ['an actor changed', `update events set actor = 'daniyar' where seq = 2`, { seq: 2, kind: 'event' }],
    ['an input changed', `update events set input = '{"a": 2}' where seq = 2`, { seq: 2, kind: 'event' }],
    ['a time moved', `update events set at = '2020-01-01' where seq = 3`, { seq: 3, kind: 'event' }],
    ['an event removed from the middle', 'delete from events where seq = 2', { seq: 3, kind: 'chain' }],
    [
      'a name changed',
      `update persons set names = '{"en": "Somebody Else"}' where id = 'p2'`,
      { seq: 2, kind: 'rows' },
    ],
    ['a level raised', `update bases set level = 'never' where person = 'p1'`, { seq: 1, kind: 'rows' }],
    ['a row removed', `delete from bases where person = 'p3'`, { seq: 3, kind: 'rows' }],
    ['a row slipped in', `insert into links values ('a', 'follows', 'b', 1, 'n')`, { seq: 1, kind: 'rows' }],
    [
      'a row after the end',
      `insert into links values ('a', 'follows', 'b', 9, 'n')`,
      { seq: 9, kind: 'rows' },
    ],
  ])('finds %s', async (_what, statement, expected) => {
    await three()
    await tamper(statement)
    expect((await verifyLog(store)).breaks).toContainEqual(expected)
  })

  it('writes nothing when a use case fails in the middle', async () => {
    const failing = record(store, happening, async (w) => {
      await w.append('persons', [person('p1')])
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await store.selectFrom('persons').selectAll().execute()).toEqual([])
    expect(await store.selectFrom('events').selectAll().execute()).toEqual([])
  })

  it('keeps one unforked chain when twenty writers come at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        record(store, { ...happening, object: `${n}` }, (w) => w.append('persons', [person(`p${n}`)])),
      ),
    )
    expect(await verifyLog(store)).toMatchObject({ events: 20, breaks: [] })
  })
})
