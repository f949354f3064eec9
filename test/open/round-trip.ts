/** What one house published, taken in by another, read by its people and published there: the same data, and nobody named who was not. */
import { parse as parseCsv } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { importData } from '../../src/usecases/import-data/import-data.ts'
import { aMove, emptyWorld, recordAll, siteOf } from '../world.ts'

/** Columns that tell what a house did itself, or where its own copy of a text has the words; everything else is the same. */
const OWN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  incidents: ['version', 'updated'],
  decisions: ['day'],
  sources: ['start', 'end', 'imported_from', 'package'],
}
const OWN_EVERYWHERE = ['read_by']
/** What a house said of its own earlier versions. */
const OWN_TABLES = ['corrections']

type Rows = readonly Readonly<Record<string, string>>[]
const tablesIn = (bytes: Uint8Array): ReadonlyMap<string, Rows> =>
  new Map(
    Object.entries(unzipSync(bytes)).flatMap(([path, part]) => {
      const name = /^data\/(.+)\.csv$/.exec(path)?.[1]
      return name === undefined ? [] : [[name, parseCsv(Buffer.from(part), { columns: true }) as Rows]]
    }),
  )
const carried = (name: string, rows: Rows): Rows =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([column]) => !OWN_EVERYWHERE.includes(column) && !(OWN_COLUMNS[name] ?? []).includes(column),
      ),
    ),
  )

export function roundTrip(worldOf: () => Context): void {
  describe('a data package, taken in by another house', () => {
    let bytes: Uint8Array
    let there: Context
    beforeAll(async () => {
      const answer = await siteOf(worldOf(), 'https://example.org').request('/data/all/datapackage.zip')
      bytes = new Uint8Array(await answer.arrayBuffer())
      there = await emptyWorld()
    })
    const exported = async (): Promise<ReadonlyMap<string, Rows>> => {
      const answer = await siteOf(there, 'https://example.org').request('/data/all/datapackage.zip')
      return tablesIn(new Uint8Array(await answer.arrayBuffer()))
    }

    const publish = (ids: readonly string[], last: 'publish' | 'correct' = 'publish'): Promise<void> =>
      recordAll(there, [aMove('verify', ids), aMove('clear', ids), aMove(last, ids)])

    it('brings its records in as coded: nothing is public, nobody is named', async () => {
      const before = tablesIn(bytes)
      const done = await importData(there, { bytes, node: 'first house', by: 'marat' })
      expect(done.records).toBe(before.get('incidents')?.length)
      const answer = await siteOf(there, 'https://example.org').request('/data/all/datapackage.zip')
      expect(answer.status).toBe(404)
    })

    it('holds back there what the rules of that house hold back, whatever the first one shows', async () => {
      const before = tablesIn(bytes)
      await publish((before.get('incidents') ?? []).map((one) => one.id ?? ''))
      const after = new Set((await exported()).get('incidents')?.map((one) => one.id))
      const held = (before.get('incidents') ?? []).filter((one) => !after.has(one.id ?? ''))
      expect(held.map((one) => one.id)).toEqual(['kz-2016-10-18-a', 'kz-2020-02-24-a'])
      await recordAll(
        there,
        held.map(({ id }) => ({
          ...{ record: 'tier', id, value: 'public', why: 'published before, as the test says' },
          ...{ by: 'zarina', at: '2026-11-11T09:00:00Z' },
        })),
      )
      await publish(
        held.map((one) => one.id ?? ''),
        'correct',
      )
    })

    it('is published there with everybody covered, until somebody records a ground', async () => {
      const before = tablesIn(bytes)
      const after = await exported()
      expect(after.get('incidents')?.length).toBe(before.get('incidents')?.length)
      expect(after.get('people')?.filter((one) => one.shown === 'named')).toEqual([])
      const names = new Set(
        (before.get('people') ?? []).map((one) => one.name_en ?? '').filter((one) => one !== ''),
      )
      expect(names.size).toBeGreaterThan(0)
      const words = JSON.stringify([...after])
      expect([...names].filter((name) => words.includes(name))).toEqual([])
    })

    it('gives the same data again, once the same people may be named there', async () => {
      const before = tablesIn(bytes)
      const people = new Map(
        (before.get('people') ?? []).filter((one) => one.person !== '').map((one) => [one.person, one]),
      )
      await recordAll(
        there,
        [...people.values()].map(({ person, name_en: en, name_ru, name_kk }) => ({
          ...{ record: 'person', id: person, names: { en, ru: name_ru || null, kk: name_kk || null } },
          ...{ by: 'second-reader', at: '2026-11-11T09:00:00Z' },
          basis: {
            ...{ kind: 'already_public', level: 'name', reason: 'as the test says' },
            reviewBy: '2027-11-11',
          },
        })),
      )
      const after = await exported()
      for (const [name, rows] of before) {
        if (OWN_TABLES.includes(name)) continue
        expect([name, carried(name, after.get(name) ?? [])]).toEqual([name, carried(name, rows)])
      }
    })
  })
}
