/** Reviewing with the login that the workspace really has: row-level security lets a monitor decide, and hides it from others. */
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyStore, openServer } from '../../../test/stores.ts'
import { aDecision, decideAll, emptyWorld, importText, recordAll, worldOn } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import { Refusal } from '../../core/faults.ts'
import { emptyRow } from '../../core/review-row.ts'
import type { Store } from '../../store/connect.ts'
import { recordRow } from '../../store/queries/records.ts'
import { openStaff, type Wall } from '../../store/wall.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { addSource } from '../hand/add-source.ts'
import { readSayings } from '../hand/read-sayings.ts'
import { NOTHING_TOLD } from '../hand/read-words.ts'
import { saveByHand } from '../hand/save-by-hand.ts'
import { contentOf } from '../replay.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { verify } from '../verify.ts'
import { wallOf } from '../wall-of.ts'
import { NO_ANSWERS } from './answers.ts'
import { readPassage } from './read-passage.ts'
import { readReview } from './read-review.ts'
import { savePassage } from './save-passage.ts'
import { sayOfPassage } from './say-of-passage.ts'

const TEXT = `On 7 May 2024 police in Almaty detained two activists.

On 9 May 2024 a court in Almaty fined a blogger 132,550 tenge. On 10 May 2024 police in Almaty beat a student.

On 12 May 2024 police in Almaty detained a driver.`
const monitor = (handle: string, organisation = 'home'): Actor => ({
  account: handle,
  handle,
  organisation,
  role: 'monitor',
})

describe('on a server', () => {
  let house: Context
  let behind: (wall: Wall) => Store
  let document = ''
  const as = (actor: Actor): Context => ({
    ...house,
    actor,
    store: behind(wallOf(house.knowledge.codebook.policy, actor)),
  })
  beforeAll(async () => {
    const store = await emptyStore()
    house = worldOn(store)
    const staff = await openStaff(store, (await openServer()).url, '')
    behind = staff.behind
    document = (await importText(house, TEXT)).document
    return () => staff.close()
  })

  it('lets a monitor save, reject, split and undo, and a colleague see what became of it', async () => {
    const lena = as(monitor('lena'))
    const view = await readPassage(lena, document, '0', 'en')
    const form = { ...NO_ANSWERS, rows: view.rows, why: 'read twice', disputed: [], seen: 0, record: '' }
    const saved = await savePassage(lena, view, form)
    expect(saved.kind).toBe('saved')
    const review = await readReview(lena, document)
    await sayOfPassage(lena, review, '2', { verdict: 'rejected', why: 'no incident', seen: 0 })
    const begins = (await readPassage(lena, document, '1', 'en')).begins[0]?.start ?? 0
    await sayOfPassage(lena, review, '1', { verdict: 'split', why: '', begins, seen: 0 })
    await sayOfPassage(lena, await readReview(lena, document), '2', { verdict: 'undone', why: '' })
    const seen = (await readReview(as(monitor('daniyar')), document)).passages
    expect(seen.map((one) => [one.key, one.state])).toEqual([
      ['0', 'decided'],
      ['1a', 'open'],
      ['1b', 'open'],
      ['2', 'open'],
    ])
    expect(seen[0]?.records).toEqual([saved.kind === 'saved' ? saved.id : ''])
    expect(seen[0]?.said?.why).toBe('read twice')
  })

  it('shows another organisation no passage and no verdict, and takes none from it', async () => {
    const zarina = as(monitor('zarina', 'abroad'))
    const reading = (await readReview(as(monitor('lena')), document)).reading
    await expect(readReview(zarina, document)).rejects.toThrow(Refusal)
    const rows = await zarina.store
      .selectFrom('decisions')
      .selectAll()
      .where('record_kind', '=', 'draft')
      .execute()
    expect(rows).toEqual([])
    const passages = { reading, document: { id: document } as never, passages: [], queue: [] }
    await expect(
      sayOfPassage(zarina, passages, '1a', { verdict: 'rejected', why: 'mine now', seen: 0 }),
    ).rejects.toThrow(/record.unknown/)
  })

  it('keeps a sealed record from a colleague who reads the same passage', async () => {
    const lena = as(monitor('lena'))
    const view = await readPassage(lena, document, '1b', 'en')
    const sealed = { tier: 'sealed', tierWhy: 'told under a promise', why: 'in a kitchen' }
    const form = { ...NO_ANSWERS, ...sealed, rows: view.rows, disputed: [], seen: 0, record: '' }
    const saved = await savePassage(lena, view, form)
    const id = saved.kind === 'saved' ? saved.id : 'none'
    const theirs = await readReview(as(monitor('daniyar')), document)
    expect(theirs.passages.find((one) => one.key === '1b')?.state).toBe('decided')
    expect(JSON.stringify(theirs.passages)).not.toMatch(new RegExp(`${id}|kitchen|promise`))
    expect((await readReview(lena, document)).passages.find((one) => one.key === '1b')?.records).toEqual([id])
  })

  it('lets a monitor write an incident down and add a second source, of which another organisation learns nothing', async () => {
    const lena = as(monitor('lena'))
    const told = {
      ...NOTHING_TOLD,
      words: 'A clerk said that two were held in Oral.',
      country: 'kz',
      way: 'interview',
    }
    const kind = { ...emptyRow('kind'), value: 'event' }
    const group = (number: string) => ({ ...emptyRow('group'), number, value: 'people' })
    const form = { ...NO_ANSWERS, rows: [kind, group('2')], disputed: [], told }
    const saved = await saveByHand(lena, form, 'en')
    const id = saved.kind === 'saved' ? saved.id : JSON.stringify(saved)
    const row = await recordRow(lena.store, id)
    if (!row) throw new Error(`no record: ${id}`)
    const second = {
      ...{ rows: [group('3')], told: { ...told, words: 'The paper counts three.', way: 'publication' } },
      ...{ document: '', from: '', to: '', why: 'they differ', seen: 999_999 },
      weighed: [{ field: 'group', how: 'disputed' } as const],
    }
    expect(await addSource(lena, row, second, 'en')).toMatchObject({ kind: 'saved' })
    const sayings = await readSayings(lena, (await recordRow(lena.store, id)) ?? row)
    const numbers = sayings.find((one) => one.field === 'group')
    expect([numbers?.isDisputed, numbers?.values.length]).toEqual([true, 2])
    const zarina = as(monitor('zarina', 'abroad'))
    await expect(addSource(zarina, row, second, 'en')).rejects.toThrow(/record.unknown/)
    await expect(readSayings(zarina, row)).rejects.toThrow(/record.unknown/)
    const line = {
      record: 'tier',
      id,
      value: 'public',
      why: 'x',
      by: 'zarina',
      at: '2026-11-01T09:00:00Z',
    } as const
    await expect(replayDecisions(zarina, [line])).rejects.toThrow(/record.unknown/)
    expect(JSON.stringify(await zarina.store.selectFrom('documents').selectAll().execute())).not.toContain(
      'clerk',
    )
    // The same words may be theirs too: they learn of nobody else who has them.
    expect((await saveByHand(zarina, form, 'en')).kind).toBe('saved')
  })

  it('forgets a person in what was said of passages and in the words that were copied', async () => {
    const lena = as(monitor('lena'))
    const at = '2026-11-01T09:00:00Z'
    const names = { en: 'Asan Usenov', ru: null, kk: null }
    await recordAll(house, [{ record: 'person', id: 'asan-usenov', names, by: 'lena', at }])
    const own = (
      await importText(
        house,
        'On 7 May 2024 police in Oral detained Asan Usenov.\n\nOn 8 May 2024 police in Oral fined Asan Usenov.',
        'oral.txt',
      )
    ).document
    const view = await readPassage(lena, own, '0', 'en')
    const rows = [
      ...view.rows,
      { ...emptyRow('outcome'), value: 'Asan Usenov held', words: 'detained Asan Usenov' },
    ]
    const form = { ...NO_ANSWERS, rows, disputed: [], seen: 0, record: '' }
    expect((await savePassage(lena, view, form)).kind).toBe('saved')
    const said = { verdict: 'rejected', why: 'the same Asan Usenov', seen: 0 } as const
    await sayOfPassage(lena, await readReview(lena, own), '1', said)
    await forgetPerson(house, { person: 'asan-usenov', by: 'operator', why: 'asked for' })
    for (const table of ['decisions', 'claims', 'events', 'documents'] as const)
      expect(JSON.stringify(await contentOf(house.house, table)), table).not.toContain('Usenov')
    expect((await verify(house)).breaks).toEqual([])
  })
})

it('a line that lets monitors read what is published opens no passage of another organisation’s record', async () => {
  const house = await emptyWorld()
  const { codebook } = house.knowledge
  const widened = codebook.policy.grants.map((one) =>
    one.reach === 'published' ? { ...one, roles: [...one.roles, 'monitor' as const] } : one,
  )
  const policy = { ...codebook.policy, grants: widened }
  const knowledge = { ...house.knowledge, codebook: { ...codebook, policy } }
  const abroad: Context = { ...house, knowledge, actor: monitor('zarina', 'abroad') }
  const { document } = await importText(
    abroad,
    'On 7 May 2024 police in Almaty detained the activist Asan Usenov.',
    'abroad.txt',
  )
  const people = [{ name: 'Asan Usenov', harmed: true }]
  await decideAll(house, [aDecision({ document, from: 'On 7 May', to: 'Usenov.', people })])
  const view = await readPassage(abroad, document, '0', 'en')
  expect(view.passage.records).toEqual([])
  expect(view.record).toBeNull()
  await house.store.destroy()
})
