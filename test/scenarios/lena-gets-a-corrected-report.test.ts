/** Lena is sent a corrected version of a report; she sees which words changed and which of her decisions stood on them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/language.ts'
import { docxOfWords } from '../../src/document/files.fixture.ts'
import { testStore } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type Imported, importReport } from '../../src/usecases/import-report.ts'
import { readChanges } from '../../src/usecases/read-changes.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import { contentOf, replay } from '../../src/usecases/replay.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { aDecision, aSource, emptyWorld, ROOT, recordAll, signedInAs } from '../world.ts'

const FIRST = 'On 7 May 2024 police in Almaty detained two activists near the Old Square.'
const SECOND = 'On 9 May 2024 a court in Aktobe fined a blogger 132,550 tenge.'
const give = (world: Context, words: readonly string[], name: string, title = 'May'): Promise<Imported> =>
  importReport(world, {
    bytes: docxOfWords(...words),
    name,
    country: 'kz',
    source: aSource({ title }),
    asOf: null,
    by: 'lena',
  })

let world: Context
let [first, second]: Imported[] = []
beforeAll(async () => {
  world = await emptyWorld()
  first = await give(world, [FIRST, SECOND], 'may.docx')
  await recordAll(world, [
    aDecision({ document: 'may', from: 'On 7 May 2024', to: 'Old Square.' }),
    aDecision({ id: 'kz-2024-05-09-a', date: '2024-05-09', document: 'may', from: 'On 9 May', to: 'tenge.' }),
  ])
  second = await give(
    world,
    [FIRST.replace('two', 'three'), SECOND, 'Nobody was told why.'],
    'may corrected.docx',
  )
})
afterAll(() => world.store.destroy())

describe('a corrected version', () => {
  it('is stored beside the first, which it names', async () => {
    expect(first?.earlier).toBeNull()
    expect(second?.earlier).toBe(first?.document)
    expect(await contentOf(world.store, 'documents')).toHaveLength(2)
  })

  it('under the same bytes is refused as known', async () => {
    await expect(give(world, [FIRST, SECOND], 'other.docx', 'Other')).rejects.toMatchObject({
      code: 'input.duplicate',
    })
  })

  it('tells words that changed, and the records that stood on them alone', async () => {
    const found = await readChanges(world, second?.document ?? '')
    expect(found.changes.map((one) => one.kind)).toEqual(['changed', 'added'])
    expect(found.shaken).toEqual(['kz-2024-05-07-a'])
  })

  it.each(LANGUAGES)('is shown in %s, with a twin for programs', async (language) => {
    const lena = await signedInAs(world, { handle: 'lena', role: 'editor' })
    const ask = (path: string) =>
      desk(world, { root: ROOT, host: '127.0.0.1' }).request(
        `http://127.0.0.1:8421/${language}/desk/documents/${second?.document}${path}`,
        { headers: { Cookie: lena.cookie } },
      )
    const page = await (await ask('/changes')).text()
    expect(page).toContain('<del>two</del> <ins>three</ins>')
    expect(page).toContain('<ins>Nobody was told why.</ins>')
    expect(page).toContain('/desk/records/kz-2024-05-07-a')
    expect(page).not.toContain('kz-2024-05-09-a')
    expect(await (await ask('/changes.json')).json()).toMatchObject({ shaken: ['kz-2024-05-07-a'] })
    expect(await (await ask('')).text()).toContain(`/desk/documents/${second?.document}/changes`)
  })

  it('is not seen by another organisation, and tells nothing of what that one holds', async () => {
    const abroad: Context = {
      ...world,
      actor: { account: '', handle: 'marat', organisation: 'abroad', role: 'monitor' },
    }
    await expect(readChanges(abroad, second?.document ?? '')).rejects.toMatchObject({
      code: 'record.unknown',
    })
    expect((await give(abroad, [FIRST, 'Of another house.'], 'may.docx')).earlier).toBeNull()
  })

  it('is made again from bytes and log alone', async () => {
    await refresh(world)
    const target = await testStore()
    try {
      const { tables } = await replay(world, target)
      expect(tables.filter((one) => !one.same)).toEqual([])
    } finally {
      await target.destroy()
    }
  })
})

describe('what a file holds and its text does not', () => {
  const take = async (query: string): Promise<string> => {
    const lena = await signedInAs(world, { handle: 'lena', role: 'editor' })
    const response = await desk(world, { root: ROOT, host: '127.0.0.1' }).request(
      `http://127.0.0.1:8421/en/desk/documents/${first?.document}${query}`,
      { headers: { Cookie: lena.cookie } },
    )
    return response.text()
  }
  it('is said on the page that opens after it is taken in', async () => {
    expect(await take('?left-out=attachment.2~comment.1')).toContain('2 attachments are not read')
  })
  it('and an address that was made up says nothing', async () => {
    const page = await take('?left-out=attachment.x~secret.1~<script>alert(1)</script>')
    expect(page).not.toMatch(/not read|secret|alert/)
  })
})
