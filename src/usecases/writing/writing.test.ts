/** A text written from records states what they state: whatever is changed, removed or withheld is told to its editor, and is at once nowhere a reader looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  aMove,
  decideAll,
  emptyWorld,
  importText,
  publishAll,
  recordAll,
} from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { publicPublication } from '../../store/queries/public-publications.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { forgetRecord } from '../forget-record.ts'
import { refresh } from '../refresh.ts'
import { verify } from '../verify.ts'
import { wallOf } from '../wall-of.ts'
import { beginPublication } from './begin.ts'
import { letOut } from './let-out.ts'
import { movePublication } from './move-publication.ts'
import { readPublication } from './read-publication.ts'
import { endRemark, remarksOf, sayOfText } from './say-of-text.ts'
import { writeText } from './write-text.ts'

const [DETAINED, FINED, BEATEN] = ['kz-2024-05-07-a', 'kz-2024-05-09-b', 'kz-2024-06-01-c'] as const
const told = (id: string): string => `told:${id}`
const TEXT = `On 7 May 2024 police in Almaty detained Asan Usenov and two others.

On 9 May 2024 a court in Almaty fined a blogger 132,550 tenge.

On 1 June 2024 police in Astana beat a student.`

const NOW = '2026-11-20T00:00:00.000Z'

let world: Context
let id = ''
const as = (handle: string, role: 'editor' | 'monitor' | 'lawyer' = 'editor'): Context => {
  const actor = { account: handle, handle, organisation: 'home', role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const seen = async (): Promise<number> => (await readPublication(as('lena'), id)).seen
const write = async (handle: string, ...edits: Parameters<typeof writeText>[2]['edits'][number][]) =>
  writeText(as(handle), id, { seen: await seen(), edits })
const move = async (
  handle: string,
  name: Parameters<typeof movePublication>[2]['move'],
  more: { why?: string; until?: string } = {},
) => movePublication(as(handle), id, { move: name, why: '', until: '', seen: await seen(), ...more })
const flagsOf = async (sentence: string): Promise<readonly string[]> =>
  ((await readPublication(as('lena'), id)).flags.get(sentence) ?? []).map((one) => one.kind)
const read = (): Promise<PublicationBody | null> => publicPublication<PublicationBody>(world.house, id)
const publicText = async (): Promise<string> => JSON.stringify(await read())
/** The whole way to readers, by three people. */
const release = async (how: 'publish' | 'correct', more: { why?: string; until?: string } = {}) => {
  await move('lena', 'submit')
  await move('marat', 'approve', { why: 'read against the records' })
  await move('marat', how, { why: 'read against the records', ...more })
}

const decided = (more: Record<string, unknown>) =>
  aDecision({ document: 'notebook', by: 'coder', places: ['Almaty'], ...more })
const fine = (amount: number, at = '2026-11-01T09:00:00Z') =>
  decided({
    ...{ id: FINED, date: '2024-05-09', from: 'On 9 May', to: 'tenge.', acts: ['fine'], at },
    penalties: [{ type: 'fine', amount, currency: 'KZT' }],
  })

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    {
      ...{ record: 'person', id: 'usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
      ...{ by: 'coder', at: '2026-11-01T08:00:00Z' },
    },
    decided({
      ...{ id: DETAINED, from: 'On 7 May', to: 'others.', people: [{ id: 'usenov', harmed: true }] },
    }),
    fine(132_550),
    decided({
      id: BEATEN,
      date: '2024-06-01',
      places: ['Astana'],
      from: 'On 1 June',
      to: 'student.',
      acts: ['excessive_force'],
    }),
  ])
  id = await beginPublication(as('lena'), { kind: 'update', country: 'kz', period: '2024-q2' }, 'en')
})
afterAll(() => world?.store.destroy())

describe('a draft', () => {
  it('tells every public record of its quarter, each sentence bound to its own, and nothing is flagged', async () => {
    const { text, flags } = await readPublication(as('lena'), id)
    for (const record of [DETAINED, FINED, BEATEN])
      expect(text.sentences.get(told(record))?.bonds).toEqual([{ kind: 'incident', id: record }])
    expect([...flags]).toEqual([])
    expect(JSON.stringify([...text.sentences])).not.toMatch(/Usenov|Усенов/)
  })

  it('is written by those who may, and is not there for others', async () => {
    expect(await code(readPublication(as('yerlan', 'lawyer'), id))).toBe('access.forbidden')
    expect(await code(readPublication({ ...as('daniyar', 'monitor') }, id))).toBe('done')
    const actor = { account: 'eve', handle: 'eve', organisation: 'abroad', role: 'editor' as const }
    const store = testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor))
    expect(await code(readPublication({ ...world, actor, store }, id))).toBe('record.unknown')
  })
})

describe('what an editor writes', () => {
  it('stays bound to the record; a number that stands in none of its records is pointed out, one that does is not', async () => {
    await write('lena', { kind: 'words', id: told(FINED), words: 'A court fined a blogger 500,000 tenge.' })
    const { text, flags } = await readPublication(as('lena'), id)
    expect(text.sentences.get(told(FINED))?.bonds).toEqual([{ kind: 'incident', id: FINED }])
    expect(flags.get(told(FINED))).toEqual([{ kind: 'unsaid', words: ['500,000'] }])
    await write('lena', {
      kind: 'words',
      id: told(FINED),
      words: 'A court in Almaty fined a blogger 132 550 tenge on 9 May.',
    })
    expect(await flagsOf(told(FINED))).toEqual([])
  })

  it('is flagged where it looks like a fact and rests on nothing, until somebody says why', async () => {
    const own = { kind: 'add', id: 's-own1', section: 'assembly', after: told(DETAINED), bonds: [] } as const
    await write('lena', { ...own, words: 'Such detentions rose by 40 per cent.' })
    expect(await flagsOf('s-own1')).toEqual(['unbound'])
    await write('lena', { kind: 'keep', id: 's-own1', why: 'as the ministry says' })
    expect(await flagsOf('s-own1')).toEqual([])
    await write('lena', { kind: 'words', id: 's-own1', words: 'Such detentions rose by 60 per cent.' })
    expect(await flagsOf('s-own1')).toEqual(['unbound'])
    await write('lena', { kind: 'words', id: 's-own1', words: 'They should stop.' })
    expect(await flagsOf('s-own1')).toEqual([])
  })

  it('holds no name that is withheld, however it is written, and nobody approves it', async () => {
    const before = (await readPublication(as('lena'), id)).text.sentences.get(told(DETAINED))?.words ?? ''
    await write('lena', { kind: 'words', id: told(DETAINED), words: 'Задержали Усенова и ещё двоих.' })
    expect(await flagsOf(told(DETAINED))).toContain('named')
    await move('lena', 'submit')
    expect(await code(move('marat', 'approve', { why: 'I know him' }))).toBe('write.blocked')
    await write('lena', { kind: 'words', id: told(DETAINED), words: before })
    expect(await flagsOf(told(DETAINED))).toEqual([])
  })

  it('loses nothing where two write at once', async () => {
    const both = await seen()
    const edit = (words: string) => ({ seen: both, edits: [{ kind: 'words' as const, id: 's-own1', words }] })
    expect(await code(writeText(as('lena'), id, edit('They must stop.')))).toBe('done')
    expect(await code(writeText(as('marat'), id, edit('They ought to stop.')))).toBe('write.overtaken')
    const other = {
      seen: both,
      edits: [{ kind: 'words' as const, id: told(BEATEN), words: 'Police beat a student in Astana.' }],
    }
    expect(await code(writeText(as('marat'), id, other))).toBe('done')
  })

  it('is spoken about, sentence by sentence, and a task ends', async () => {
    const lena = as('lena')
    const comment = { kind: 'comment', sentence: 's-own1', to: '', words: 'Too soft?' } as const
    const remark = await sayOfText(lena, id, comment)
    expect(await code(sayOfText(lena, id, { ...comment, kind: 'task', to: 'nobody' }))).toBe('write.reader')
    await endRemark(lena, id, remark, true)
    expect(await remarksOf(lena, id)).toMatchObject([
      { words: 'Too soft?', sentence: 's-own1', isOver: true },
    ])
  })
})

describe('two pairs of eyes', () => {
  it('are needed: whoever wrote last does not approve, and what is flagged needs a reason', async () => {
    await write('lena', { kind: 'words', id: told(FINED), words: 'A court fined a blogger 132,551 tenge.' })
    await move('lena', 'submit')
    expect(await code(move('lena', 'approve', { why: 'fine' }))).toBe('write.writer')
    expect(await code(move('marat', 'approve'))).toBe('write.flagged')
    expect(await code(move('marat', 'publish'))).toBe('write.flagged')
    expect(await code(move('marat', 'publish', { why: 'x' }))).toBe('write.state')
    await write('lena', { kind: 'take', id: told(FINED) })
    expect((await readPublication(as('lena'), id)).status.state).toBe('drafting')
  })
})

describe('an embargo', () => {
  it('keeps all of it from readers until it ends by the clock, and then lets it out', async () => {
    expect(await code(release('publish', { until: '2020-01-01T00:00' }))).toBe('write.until')
    await move('marat', 'publish', { until: '2026-12-01T06:00', why: 'for the session' })
    expect(await publicText()).toBe('null')
    expect(await letOut({ ...world, clock: stoppedClock('2026-12-01T05:59:59.000Z') })).toBe(false)
    expect(await publicText()).toBe('null')
    // A clock that was set ahead, and what is written by it, lets nothing out.
    const jumped = {
      ...{ ...world, clock: stoppedClock('2027-01-01T00:00:00.000Z') },
      span: () => ({ isSteady: false, earliest: NOW, latest: '2027-01-01T00:00:00.000Z' }),
    }
    expect(await letOut(jumped)).toBe(false)
    await refresh(jumped)
    expect(await publicText()).toBe('null')
    world = { ...world, clock: stoppedClock('2026-12-01T06:00:00.000Z') }
    expect(await letOut(world)).toBe(true)
    expect(await letOut(world)).toBe(false)
    expect((await read())?.published).toBe('2026-12-01')
    expect(await publicText()).toContain('They must stop.')
    // Nor does one that was set back take away what readers have.
    await refresh({ ...world, span: () => ({ isSteady: false, earliest: NOW, latest: world.clock.now() }) })
    expect(await publicText()).toContain('They must stop.')
  })
})

describe('what readers have', () => {
  it('stays as it was frozen while editors write on', async () => {
    await write('lena', { kind: 'words', id: 's-own1', words: 'A draft that nobody has read.' })
    expect(await publicText()).not.toContain('nobody has read')
  })

  it('tells a changed number to the editor, with what was and what is, and shows a correction with its reason', async () => {
    await recordAll(world, [fine(200_000, '2026-11-12T09:00:00Z')])
    await publishAll(world, [FINED])
    const flag = (await readPublication(as('lena'), id)).flags.get(told(FINED))?.[0]
    expect(flag).toMatchObject({ kind: 'changed', parts: [{ part: 'penalties' }] })
    expect(JSON.stringify(flag)).toMatch(/132.550.*200.000/)
    await write(
      'lena',
      { kind: 'take', id: told(FINED) },
      { kind: 'words', id: 's-own1', words: 'They must stop.' },
    )
    await release('correct', { why: 'the fine was raised on appeal' })
    expect((await read())?.corrections).toEqual([{ on: '2026-12-01', why: 'the fine was raised on appeal' }])
    expect(await publicText()).toMatch(/200.000/)
  })

  it('loses a sentence at once when its record is taken off, and the editor is told', async () => {
    expect(await publicText()).toContain('Astana')
    await recordAll(world, [aMove('withdraw', [BEATEN])])
    expect(await publicText()).not.toContain('Astana')
    expect((await read())?.isLess).toBe(true)
    expect(await flagsOf(told(BEATEN))).toEqual(['gone'])
    await move('lena', 'submit')
    expect(await code(move('marat', 'approve', { why: 'still true' }))).toBe('write.blocked')
  })

  it('loses an editor’s sentence at once when somebody it names is put on record to be withheld', async () => {
    // Counts that told of the record too are made anew; what an editor wrote of it must be left out by hand.
    await write(
      'lena',
      { kind: 'renew' },
      { kind: 'out', id: told(BEATEN) },
      { kind: 'words', id: 's-own1', words: 'So said Aigul Serikova.' },
    )
    await write('lena', { kind: 'keep', id: 's-own1', why: 'she speaks for the bar' })
    await release('correct', { why: 'a quotation' })
    expect(await publicText()).toContain('Serikova')
    await recordAll(world, [
      {
        ...{ record: 'person', id: 'serikova', names: { en: 'Aigul Serikova', ru: null, kk: null } },
        ...{ by: 'coder', at: '2026-11-20T08:00:00Z' },
      },
    ])
    expect(await publicText()).not.toContain('Serikova')
    expect(await flagsOf('s-own1')).toContain('named')
  })

  it('is gone when it is withdrawn, and comes back only by the whole way', async () => {
    await move('lena', 'withdraw', { why: 'she asked' })
    expect(await publicText()).toBe('null')
    expect(await code(move('lena', 'submit', { why: 'again' }))).toBe('write.state')
    await write('lena', { kind: 'out', id: 's-own1' })
    await move('lena', 'reopen', { why: 'without the quotation' })
    // What was taken off does not come back while what shall take its place waits.
    await release('correct', { why: 'without the quotation', until: '2026-12-24T06:00' })
    await refresh(world)
    expect(await publicText()).toBe('null')
    await letOut({ ...world, clock: stoppedClock('2026-12-24T06:00:00.000Z') })
    expect(await publicText()).not.toBe('null')
  })
})

it('is forgotten with its record: in drafts, versions, what was frozen and the log', async () => {
  const everything = async (): Promise<string> => {
    const tables = [
      'publication_sentences',
      'publication_outlines',
      'publication_issues',
      'publication_remarks',
      'events',
    ] as const
    const rows = await Promise.all(tables.map((table) => world.house.selectFrom(table).selectAll().execute()))
    return JSON.stringify(rows)
  }
  expect(await everything()).toContain(told(FINED))
  await forgetRecord(world, { record: FINED, by: 'operator', why: 'asked for' })
  expect(await everything()).not.toContain(FINED)
  expect(await everything()).not.toMatch(/132.550|200.000/)
  expect((await verify(world)).breaks).toEqual([])
  expect((await readPublication(as('lena'), id)).text.sentences.has(told(DETAINED))).toBe(true)
  expect(await publicText()).not.toMatch(/200.000/)
})
