/** Every file of open data, read back by a program that is not ours, and compared with what the pages show. */
import { createHash } from 'node:crypto'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { Cite } from '@citation-js/core'
import { check as checkGeoJson } from '@placemarkio/check-geojson'
import { parse as parseCsv } from 'csv-parse/sync'
import { parseFeed } from 'feedsmith'
import { unzipSync } from 'fflate'
import jsonld from 'jsonld'
import readXlsx from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEngine, quoted } from '../../src/adapters/duckdb/engine.ts'
import type { PublicIncident } from '../../src/core/public-record.ts'
import { OPEN_FILES } from '../../src/publish/open/files.ts'
import { TABLE_NAMES } from '../../src/publish/open/tables.ts'
import { publishedIncidents } from '../../src/store/queries/public.ts'
import type { Context } from '../../src/usecases/context.ts'
import { siteOf } from '../world.ts'

/** Checks of the files of a world whose records are those of the examples; `worldOf` is asked once it is there. */
export function openFiles(worldOf: () => Context): void {
  let web: ReturnType<typeof siteOf>
  let incidents: readonly PublicIncident[]
  beforeAll(async () => {
    web = siteOf(worldOf(), 'https://example.org')
    incidents = await publishedIncidents(worldOf().store)
  })

  const bytes = async (path: string): Promise<Uint8Array> => {
    const answer = await web.request(path)
    expect([path, answer.status]).toEqual([path, 200])
    return new Uint8Array(await answer.arrayBuffer())
  }
  const text = async (path: string): Promise<string> => new TextDecoder().decode(await bytes(path))
  type Field = { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }
  type Resource = {
    name: string
    path: string
    schema: {
      fields: Field[]
      primaryKey?: string[]
      foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[]
    }
  }
  const rowsOf = (file: string): Record<string, string>[] => parseCsv(file, { columns: true, bom: true })

  describe('the data package', () => {
    it('holds every table with the columns, types, words and keys that it says', async () => {
      const parts = unzipSync(await bytes('/data/all/datapackage.zip'))
      const read = (name: string): string => new TextDecoder().decode(parts[name])
      const { resources } = JSON.parse(read('datapackage.json')) as { resources: Resource[] }
      expect(resources.map((one) => one.path)).toEqual(TABLE_NAMES.map((one) => `data/${one}.csv`))
      const tables = new Map(resources.map((one) => [one.name, rowsOf(read(one.path))]))
      expect(
        tables
          .get('incidents')
          ?.map((one) => one.id)
          .sort(),
      ).toEqual(incidents.map((one) => one.id).sort())
      for (const { name, schema } of resources) {
        const rows = tables.get(name) ?? []
        for (const field of schema.fields) {
          const wrong = rows.filter((row) => !fits(row[field.name], field)).map((row) => row[field.name])
          expect([name, field.name, wrong]).toEqual([name, field.name, []])
        }
        const keys = rows.map((row) => (schema.primaryKey ?? []).map((one) => row[one]).join('\n'))
        if (schema.primaryKey) expect([name, new Set(keys).size]).toEqual([name, rows.length])
        for (const { fields, reference } of schema.foreignKeys ?? []) {
          const known = new Set(tables.get(reference.resource)?.map((one) => one[reference.fields]))
          expect(rows.filter((row) => !known.has(row[fields] ?? '')).length).toBe(0)
        }
      }
    })

    it('has its code book in three languages', async () => {
      const parts = unzipSync(await bytes('/data/kz/datapackage.zip'))
      const codes = rowsOf(new TextDecoder().decode(parts['data/codebook.csv']))
      expect(codes.find((one) => one.list === 'acts' && one.id === 'fine')).toMatchObject({
        label_ru: 'штраф',
      })
      expect(codes.filter((one) => one.list === 'acts' && one.label_kk === '').length).toBe(0)
    })
  })

  function fits(cell: string | undefined, { type, constraints }: Field): boolean {
    if (cell === undefined) return false
    if (cell === '') return constraints?.required !== true
    if (constraints?.enum && !constraints.enum.includes(cell)) return false
    const shapes: Record<string, RegExp> = {
      integer: /^-?\d+$/,
      number: /^-?\d+(\.\d+)?$/,
      boolean: /^(true|false)$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
    }
    return shapes[type]?.test(cell) ?? true
  }

  describe('a workbook', () => {
    it('has a sheet for each table, with days and numbers as such and no formula', async () => {
      const book = await bytes('/data/kz/2020-q1/aigaq.xlsx')
      const sheets = await readXlsx(Buffer.from(book))
      expect(sheets.map((one) => one.sheet)).toEqual(['about', ...TABLE_NAMES])
      const [head = [], ...rows] = sheets.find((one) => one.sheet === 'incidents')?.data ?? []
      const column = (name: string) => rows.map((row) => row[head.indexOf(name)])
      const csv = rowsOf(await text('/data/kz/2020-q1/incidents.csv'))
      expect(column('id')).toEqual(csv.map((one) => one.id))
      expect(
        column('date_from').map((one) => (one instanceof Date ? one.toISOString().slice(0, 10) : '')),
      ).toEqual(csv.map((one) => one.date_from))
      expect(column('sources')).toEqual(csv.map((one) => Number(one.sources)))
      expect(
        Object.entries(unzipSync(book)).filter(([, part]) => new TextDecoder().decode(part).includes('<f>')),
      ).toEqual([])
    })
  })

  describe('linked data', () => {
    it('expands without asking any server, and types nobody as a person who is not shown by name', async () => {
      const expanded = await jsonld.expand(JSON.parse(await text('/data/all/records.jsonld')), {
        documentLoader: async () => {
          throw new Error('a file that is read must not be told of elsewhere')
        },
      })
      const typed = (type: string) => expanded.filter((one) => [one['@type']].flat().includes(type))
      expect(typed('https://schema.org/Event').length).toBe(incidents.length)
      const words = JSON.stringify(expanded)
      const persons = words.split('"https://schema.org/Person"').length - 1
      const named = incidents
        .flatMap((one) => one.fields.people)
        .filter((one) => one.value.kind === 'named').length
      expect(persons).toBe(named)
    })
  })

  describe('places', () => {
    it('are GeoJSON, with each incident at least once and no position that the pack has not', async () => {
      const found = checkGeoJson(await text('/data/all/places.geojson')) as unknown as {
        features: { geometry: unknown; properties: { incident: string; place: string | null } }[]
      }
      expect(new Set(found.features.map((one) => one.properties.incident)).size).toBe(incidents.length)
      const bare = found.features.filter((one) => one.properties.place === null)
      expect(bare.filter((one) => one.geometry !== null)).toEqual([])
    })
  })

  describe('a citation', () => {
    it.each([
      ['citations.bib', 'kz-2020-02-17-b'],
      ['citations.ris', 'kz-2020-02-17-b'],
      ['citations.csl.json', 'kz-2020-02-17-b'],
    ])('in %s names whoever collected the record first', async (name, id) => {
      const [item] = new Cite(await text(`/data/i/${id}/${name}`)).data
      const collector = incidents.find((one) => one.id === id)?.sources[0]?.collector
      const [author] = (item?.author ?? []) as { literal?: string; family?: string }[]
      expect(author?.literal ?? author?.family).toBe(collector)
      expect(String(item?.URL)).toBe(`https://example.org/en/i/${id}`)
    })

    it('is there for every incident in one file', async () => {
      expect(new Cite(await text('/data/all/citations.bib')).data.length).toBe(incidents.length)
      expect(new Cite(await text('/data/all/citations.ris')).data.length).toBe(incidents.length)
    })
  })

  describe('a feed', () => {
    it.each(['/ru/feeds/kz', '/kk/feeds/kz/topic/assembly', '/en/feeds/kz/law/CC-174'])(
      '%s is read as Atom and as JSON, with the same entries',
      async (path) => {
        const atom = parseFeed(await text(`${path}.atom`))
        const json = parseFeed(await text(`${path}.json`))
        expect([atom.format, json.format]).toEqual(['atom', 'json'])
        if (atom.format !== 'atom' || json.format !== 'json') return
        expect(atom.feed.entries?.length).toBeGreaterThan(0)
        expect(atom.feed.entries?.map((one) => [one.id, one.title?.value ?? one.title])).toEqual(
          json.feed.items?.map((one) => [one.id, one.title]),
        )
      },
    )
  })

  describe('a Parquet file', () => {
    it('is read with days as days', async () => {
      const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs')
      const folder = mkdtempSync('/tmp/aigaq-test-')
      const engine = await openEngine({ threads: 1, memory: '200MB' })
      try {
        writeFileSync(`${folder}/x.parquet`, await bytes('/data/kz/incidents.parquet'))
        const [row] = await engine.rows(
          `select count(*) as n, count(date_from) as dated, typeof(any_value(date_from)) as type from ${quoted(`${folder}/x.parquet`)}`,
        )
        expect(row).toMatchObject({ n: incidents.length, type: 'DATE' })
      } finally {
        engine.close()
        rmSync(folder, { recursive: true })
      }
    })
  })

  describe('a frame on somebody else’s page', () => {
    it('may be framed by anybody, weighs little, and leads back with its day', async () => {
      for (const language of ['en', 'ru', 'kk']) {
        const answer = await web.request(`/${language}/embed/kz/2020-q1`)
        const page = await answer.text()
        expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
        expect(answer.headers.get('X-Frame-Options')).toBeNull()
        expect(Buffer.byteLength(page)).toBeLessThan(3_000)
        expect(page).not.toMatch(/<script|<form|<iframe|style=/)
        expect(page).toContain(`href="/${language}/kz/2020-q1" target="_blank"`)
        expect(page).toMatch(/2026/)
      }
      expect((await web.request('/en/kz/2020-q1')).headers.get('X-Frame-Options')).toBe('DENY')
    })

    it('is a picture too, whose one style is the one that its headers name', async () => {
      const answer = await web.request('/ru/embed/kz/2020-q1.svg')
      const [, style = ''] = /<style>(.*?)<\/style>/.exec(await answer.clone().text()) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      expect(answer.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash}'`)
      const words: string[] = []
      const reader = new SaxesParser()
      reader.on('text', (one) => words.push(one))
      reader.write(await answer.text()).close()
      expect(words.join(' ')).toContain('Казахстан')
    })

    it.each(['/en/embed/kz/1066-q1', '/en/embed/xx/2020-q1', '/en/embed/kz', '/en/kz/2020-q1.svg'])(
      '%s is none',
      async (path) => expect((await web.request(path)).status).toBe(404),
    )

    it.each([
      '/en/embed/xx/2020-q1',
      '/plan/embed/x',
      '/plan/embed',
      '/field/embed/x',
      '/xx/embed/kz/2020-q1',
    ])('is not what %s is: no page may frame it', async (path) => {
      const { headers } = await web.request(path)
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('X-Frame-Options')).toBe('DENY')
    })
  })

  describe('every file', () => {
    it('is there of everything, of a country and of a quarter, and says what it is', async () => {
      for (const of of ['all', 'kz', 'kz/2020-q1'])
        for (const { name, type, ofWhole } of OPEN_FILES) {
          const answer = await web.request(`/data/${of}/${name}`)
          expect([of, name, answer.status]).toEqual([of, name, ofWhole && of.includes('/') ? 404 : 200])
          if (answer.status === 200) expect(answer.headers.get('Content-Type')).toBe(type)
        }
    })

    it('of a filter holds the rows of the page with that filter', async () => {
      const page = (await (await web.request('/en/kz/2020-q1/incidents.json?act=fine')).json()) as {
        incidents: { id: string }[]
      }
      const rows = rowsOf(await text('/data/kz/2020-q1/incidents.csv?act=fine'))
      expect(rows.map((one) => one.id).sort()).toEqual(page.incidents.map((one) => one.id).sort())
      expect(rows.length).toBeGreaterThan(0)
    })

    it.each([
      '/data/all/records.exe',
      '/data/xx/incidents.csv',
      '/data/kz/1066-q1/incidents.csv',
      '/data/kz/2020-q1/incidents.csv?act=dancing',
      '/data/i/kz-1/citations.bib',
      '/data/i/kz-2020-02-17-b/aigaq.xlsx',
      '/data/all/constructor',
    ])('%s is answered like a page that never was', async (path) =>
      expect((await web.request(path)).status).toBe(404),
    )
  })
}
