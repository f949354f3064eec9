/** Packages as somebody hostile, or careless, would make them: every fault is told with its place, and nothing is half taken in. */
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { aDecision, aMove, emptyWorld, importText, NOW, recordAll } from '../../../test/world.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import { csv } from '../../publish/csv.ts'
import { publishedIncidents } from '../../store/queries/public.ts'
import { testStore } from '../../store/test-stores.ts'
import { verifyLog } from '../../store/verify.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { replay } from '../replay.ts'
import { CARRIED, type CarriedTable } from './columns.ts'
import { importData } from './import-data.ts'

type Rows = { readonly [table in CarriedTable]?: readonly Readonly<Record<string, string>>[] }
const TABLES = Object.keys(CARRIED) as CarriedTable[]
const ID = 'kz-2024-05-07-a'

/** One record with what matters to a test; empty cells elsewhere. */
const ROWS: Rows = {
  incidents: [{ id: ID, country: 'kz', kind: 'event' }],
  dates: [
    { incident: ID, date_from: '2024-05-07', date_to: '2024-05-07', date_precision: 'day', said_in: '1' },
  ],
  acts: [{ incident: ID, act: 'detention', basis: 'stated', said_in: '1' }],
  people: [
    { incident: ID, shown: 'withheld', role: 'activist', harmed: 'true', basis: 'stated', said_in: '1' },
  ],
  sources: [
    {
      ...{ incident: ID, source: '1', title: 'A list', publisher: 'An invented monitor', language: 'en' },
      ...{ reliability_of_source: 'likely', reliability_of_information: 'likely' },
      passage: 'On 7 May 2024 police in Almaty detained [withheld], an activist.',
    },
  ],
}

const tableOf = (name: CarriedTable, rows: Rows): string => {
  const columns = Object.keys(CARRIED[name].shape)
  return csv(
    columns,
    (rows[name] ?? []).map((row) => columns.map((column) => row[column] ?? null)),
  )
}
const DESCRIPTOR = {
  profile: 'tabular-data-package',
  licenses: [{ name: 'CC-BY-4.0' }],
  resources: TABLES.map((name) => ({ path: `data/${name}.csv` })),
}
const packed = (
  rows: Rows,
  more: Readonly<Record<string, Uint8Array>> = {},
  descriptor: object = DESCRIPTOR,
) =>
  zipSync({
    'datapackage.json': strToU8(JSON.stringify(descriptor)),
    ...Object.fromEntries(TABLES.map((name) => [`data/${name}.csv`, strToU8(tableOf(name, rows))])),
    ...more,
  })

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
})
const taken = (bytes: Uint8Array, node = 'first house') => importData(world, { bytes, node, by: 'marat' })
const faultsOf = async (bytes: Uint8Array): Promise<readonly Fault[]> => {
  try {
    await taken(bytes)
  } catch (error) {
    if (error instanceof Refusal) return error.faults
    throw error
  }
  return []
}
const placesOf = async (bytes: Uint8Array) => (await faultsOf(bytes)).map((one) => one.where ?? one.code)
const events = async (): Promise<number> =>
  (await world.store.selectFrom('events').select('seq').execute()).length

describe('a package that cannot be', () => {
  it('is refused with every fault at once: file, line, column', async () => {
    const bad = packed({
      ...ROWS,
      dates: [{ incident: ID, date_from: '2024-05-37', date_precision: 'day', said_in: '1' }],
      acts: [
        { incident: ID, act: 'detention', said_in: '7' },
        { incident: 'kz-2024-05-08-a', act: 'singing', said_in: '1' },
      ],
      penalties: [{ incident: ID, penalty: 'fine', amount: 'much', said_in: '1' }],
    })
    expect(await placesOf(bad)).toEqual([
      'data/dates.csv:2:date_from',
      'data/penalties.csv:2:amount',
      'data/acts.csv:2:said_in',
      'data/acts.csv:3:incident',
      'data/acts.csv:3:said_in',
      'data/acts.csv:3:act',
    ])
  })

  const HOSTILE: readonly (readonly [string, () => Uint8Array, readonly string[]])[] = [
    ['is no zip', () => strToU8('incident,act'), ['input.broken']],
    [
      'leads out of its folder',
      () => packed(ROWS, { '../../etc/passwd': strToU8('x'), 'C:\\x.csv': strToU8('x') }),
      ['"../../etc/passwd"', '"C:\\\\x.csv"'],
    ],
    [
      'unpacks into a mountain',
      () => packed(ROWS, { 'data/acts.csv': new Uint8Array(2_000_000) }),
      ['input.unpacked'],
    ],
    [
      'lacks a table, or describes another file',
      () =>
        packed(
          ROWS,
          {},
          { ...DESCRIPTOR, resources: [...DESCRIPTOR.resources, { path: 'https://e.org/acts.csv' }] },
        ),
      ['datapackage.json'],
    ],
    [
      'says no licence',
      () => packed(ROWS, {}, { ...DESCRIPTOR, licenses: [] }),
      ['datapackage.json:licenses'],
    ],
    [
      'has a column that nobody knows',
      () => packed(ROWS, { 'data/links.csv': strToU8('incident,link,other_incident,phone\r\n') }),
      ['data/links.csv:1:phone'],
    ],
    [
      'is not in UTF-8',
      () => packed(ROWS, { 'data/links.csv': new Uint8Array([0xff, 0xfe, 0x41]) }),
      ['data/links.csv'],
    ],
    [
      'has an id that spells a name',
      () =>
        packed({
          incidents: [{ id: 'kz-asan-usenov', country: 'kz', kind: 'event' }],
          sources: [{ ...(ROWS.sources?.[0] ?? {}), incident: 'kz-asan-usenov' }],
        }),
      ['data/incidents.csv:2:id', 'data/sources.csv:2:incident'],
    ],
    [
      'turns the direction of writing',
      () => packed({ ...ROWS, outcomes: [{ incident: ID, outcome: 'let\u202e go', said_in: '1' }] }),
      ['data/outcomes.csv:2:outcome'],
    ],
    [
      'names somebody whom it says it covers',
      () =>
        packed({
          ...ROWS,
          people: [
            {
              incident: ID,
              shown: 'withheld',
              person: 'asan-usenov',
              name_en: 'Asan Usenov',
              harmed: 'true',
              said_in: '1',
            },
          ],
        }),
      ['data/people.csv:2:shown'],
    ],
  ]
  it.each(HOSTILE)('one that %s', async (_, make, places) => {
    const before = await events()
    const told = await placesOf(make())
    expect(new Set(told)).toEqual(new Set(places))
    expect(await events()).toBe(before)
  })
})

describe('a record from elsewhere', () => {
  it('says where it came from, and covers names that were planted beside the slips', async () => {
    const planted = packed({
      ...ROWS,
      acts: [{ incident: ID, act: 'detention', basis: 'stated', said_in: '1' }],
      people: [
        { incident: ID, shown: 'withheld', role: 'activist', harmed: 'true', basis: 'stated', said_in: '1' },
        {
          ...{ incident: ID, shown: 'named', person: 'serikova', name_en: 'Aigul Serikova', role: 'lawyer' },
          ...{ harmed: 'false', basis: 'stated', said_in: '1' },
        },
      ],
      outcomes: [{ incident: ID, outcome: 'Asan Usenov went home', basis: 'stated', said_in: '1' }],
      actors: [{ incident: ID, actor: 'police and a brother of Usenov', said_in: '1' }],
      sources: [
        {
          ...(ROWS.sources?.[0] ?? {}),
          title: 'What Asan Usenov told',
          passage:
            'On 7 May 2024 police in Almaty detained [withheld] and Asan Usenov; Aigul Serikova was not let in. Call +7 700 000 00 01.',
        },
      ],
    })
    expect((await taken(planted)).people).toEqual(['serikova'])
    expect(await publishedIncidents(world.store)).toEqual([])
    await recordAll(world, [
      { record: 'reply', id: ID, notAsked: 'as the test says', by: 'second-reader', at: NOW },
      ...(['verify', 'clear', 'publish'] as const).map((move) => aMove(move, [ID])),
    ])
    const [shown] = await publishedIncidents(world.store)
    const text = JSON.stringify(shown)
    expect(text).not.toMatch(/usenov|serikova|asan|aigul|700 000/i)
    expect(shown?.sources[0]).toMatchObject({ elsewhere: { node: 'first house' }, title: null, start: null })
    expect(shown?.sources[0]?.passage.filter((part) => part.kind === 'withheld').length).toBeGreaterThan(2)
  })

  it('stays as it is when a later package of the same house brings it again', async () => {
    const again = packed({ ...ROWS, acts: [{ incident: ID, act: 'fine', basis: 'stated', said_in: '1' }] })
    expect(await taken(again)).toMatchObject({ records: 0, here: 1 })
    const [shown] = await publishedIncidents(world.store)
    expect(shown?.fields.acts.map((one) => one.value)).toEqual(['detention'])
  })

  it('is refused where its id, or that of a person, means something else here', async () => {
    const third = (bytes: Uint8Array) => faultsFrom(bytes, 'third house')
    expect(await third(packed(ROWS))).toEqual([['package.taken', ID]])
    const person = {
      ...{ incident: 'kz-2024-05-08-b', shown: 'named', person: 'serikova', name_en: 'Dana Omarova' },
      ...{ harmed: 'true', said_in: '1' },
    }
    const other = packed({
      incidents: [{ id: 'kz-2024-05-08-b', country: 'kz', kind: 'event' }],
      people: [person],
      sources: [{ ...(ROWS.sources?.[0] ?? {}), incident: 'kz-2024-05-08-b' }],
    })
    expect(await third(other)).toEqual([['package.taken', 'serikova']])
  })
  const faultsFrom = async (bytes: Uint8Array, node: string) => {
    const error = await taken(bytes, node).then(
      () => null,
      (one: unknown) => one,
    )
    return error instanceof Refusal ? error.faults.map((one) => [one.code, one.where]) : error
  }

  it('is refused over an own record of that id, which stays', async () => {
    await importText(world, 'On 9 May 2024 police in Almaty detained a man.')
    await recordAll(world, [
      aDecision({ id: 'kz-2024-05-09-a', date: '2024-05-09', from: 'On 9 May', to: 'a man.' }),
    ])
    const over = packed({
      incidents: [{ id: 'kz-2024-05-09-a', country: 'kz', kind: 'event' }],
      sources: [{ ...(ROWS.sources?.[0] ?? {}), incident: 'kz-2024-05-09-a' }],
    })
    const before = await events()
    expect(await placesOf(over)).toEqual(['kz-2024-05-09-a'])
    expect(await events()).toBe(before)
  })

  it('is made again from the log, without the package', async () => {
    const again = await replay(world, await testStore())
    expect(again.tables.filter((one) => !one.same)).toEqual([])
  })

  it('leaves nothing of whoever is to be forgotten, and the log adds up', async () => {
    await forgetPerson(world, { person: 'serikova', by: 'marat', why: 'she asked' })
    const rows = await Promise.all(
      (['events', 'claims', 'decisions', 'documents', 'persons', 'readings', 'sources'] as const).map(
        (table) => world.store.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(JSON.stringify(rows)).not.toMatch(/serikova/i)
    expect((await verifyLog(world.store)).breaks).toEqual([])
  })
})
