/** A second report of an event that is on record: its passage leads to the record, and becomes one more source of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, change, type Desk, deskOf, formIn, send } from '../../../../test/desk.ts'
import { type Entered, emptyWorld, importText, recordAll, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { recordsMade } from './report.fixture.ts'

const FIRST = 'On 7 May 2024 police in Almaty detained Asan Usenov near the Old Square.'
const SECOND =
  'On 7 May 2024 police in Almaty detained Assan Ussenov.\n\nOn 9 May 2024 police in Oral detained five people.'
let world: Context
let web: Desk
let lena: Entered
let record = ''
let second = ''
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const { document } = await importText(world, FIRST, 'first.txt')
  const at = `/en/desk/documents/${document}/0`
  await send(web, at, formIn(await (await ask(web, at, lena)).text()), lena)
  record = (await recordsMade(world))[0]?.id ?? ''
  second = (await importText(world, SECOND, 'second.txt')).document
})
afterAll(() => world.store.destroy())
const page = async (path: string, who = lena): Promise<string> =>
  (await ask(web, `/en/desk/${path}`, who)).text()

describe('a passage of a second report', () => {
  it('leads to the record that perhaps tells the same, with what speaks for it, and no other passage does', async () => {
    expect(record).toMatch(/^kz-2024-05-07/)
    const shown = await page(`documents/${second}/0`)
    expect(shown).toMatch(/Perhaps it is on record already:[\s\S]*Date, People, Place, What was done/)
    expect(shown).toContain(`/en/desk/records/${record}/source?of=${second}~0`)
    const other = await page(`documents/${second}/1`)
    expect([other.includes('five people'), other.includes('Perhaps it is on record')]).toEqual([true, false])
  })

  it('becomes another source of the record, and is decided by that', async () => {
    const form = await page(`records/${record}/source?of=${second}~0`)
    const fields = formIn(form, 'hand')
    expect(fields).toContainEqual(['document', second])
    expect(fields.filter(([name]) => name.endsWith('.value')).map(([, value]) => value)).toEqual(
      expect.arrayContaining(['2024-05-07', 'Almaty', 'Assan Ussenov', 'detention']),
    )
    const saved = await send(
      web,
      `/en/desk/records/${record}/source`,
      change(fields, { do: 'save', why: 'two papers tell it' }),
      lena,
    )
    expect(
      [saved.status, await recordsMade(world)].map((one) => (Array.isArray(one) ? one.length : one)),
    ).toEqual([303, 1])
    const { passages } = JSON.parse(await page(`documents/${second}.json`))
    expect(passages.map((one: { state: string; records: string[] }) => [one.state, one.records])).toEqual([
      ['decided', [record]],
      ['open', []],
    ])
    expect(await page(`records/${record}`)).toContain('Assan Ussenov')
  })

  it('leads from a name that was met before to the record of another day, with how alike the two are', async () => {
    const later = (await importText(world, 'On 12 June 2024 a court in Oral fined Асан Усенов.', 'later.txt'))
      .document
    const shown = await page(`documents/${later}/0`)
    expect(shown).not.toContain('Perhaps it is on record already')
    expect(shown).toMatch(new RegExp(`Names that are on record, or alike[\\s\\S]*${record}[\\s\\S]*the same`))
  })

  it('tells nobody of a record that they may not read', async () => {
    const third = (await importText(world, `${FIRST} It was told again.`, 'third.txt')).document
    expect(await page(`documents/${third}/0`)).toContain(record)
    await recordAll(world, [
      {
        record: 'tier',
        id: record,
        value: 'sealed',
        why: 'as the test says',
        by: 'lena',
        at: '2026-11-22T09:00:00Z',
      },
    ])
    const marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
    const shown = await page(`documents/${third}/0`, marat)
    expect([shown.includes('Passage'), shown.includes(record)]).toEqual([true, false])
    expect((await ask(web, `/en/desk/records/${record}/source?of=${third}~0`, marat)).status).toBe(404)
  })
})
