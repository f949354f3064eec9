import { beforeAll, describe, expect, it } from 'vitest'
import { aSource, emptyWorld, knowledge, ROOT, signedInAs } from '../../test/world.ts'
import { json, jsonLines, measurement, ROOT_CERTIFICATE, series } from '../document/ooni/fixture.ts'
import { deskDocument } from '../store/queries/desk.ts'
import { desk } from '../web/desk/desk.ts'
import type { Context } from './context.ts'
import { importReport } from './import-report.ts'
import { proposeMeasured, proposeRecords } from './propose-records.ts'
import { readMeasurements } from './review/read-measurements.ts'

const T = 'generic_timeout_error'
const DATA = jsonLines([
  ...series(6, 6, { site: 'news.example', asn: 9198, failure: T }),
  ...series(6, 6, { site: 'news.example', asn: 21299, failure: T }),
  ...series(6, 6, { site: 'open.example', asn: 9198 }),
  ...series(2, 1, {
    site: 'read.example',
    asn: 29355,
    failure: 'ssl_unknown_authority',
    certificate: ROOT_CERTIFICATE,
  }),
  measurement({ site: 'once.example', failure: T }),
])
const bring = (world: Context, bytes: Uint8Array, name = 'april.jsonl') =>
  importReport(world, { bytes, name, country: 'kz', source: aSource(), asOf: null, by: 'aigerim' })

describe('measurements that somebody brings', () => {
  let world: Context
  let id = ''
  beforeAll(async () => {
    world = await emptyWorld()
    id = (await bring(world, DATA)).document
  })

  it('propose one incident for each site that is likely blocked or intercepted, with its networks', async () => {
    const document = await deskDocument(world.store, id)
    const told = (document?.drafts ?? []).map(({ claims }) => {
      const all = (field: string) => claims.flatMap((one) => (one.field === field ? [one.value] : [])).sort()
      return [all('organisation')[0], all('act'), all('source'), all('actor'), all('date')[0]]
    })
    const [first, both] = ['2024-04-01', '2024-04-06']
    expect(told).toEqual([
      [
        'news.example',
        ['website_blocking'],
        ['OONI measurements, AS21299', 'OONI measurements, AS9198'],
        [],
        { from: first, to: both, precision: 'day' },
      ],
      [
        'read.example',
        ['surveillance'],
        ['OONI measurements, AS29355'],
        [],
        { from: first, to: '2024-04-02', precision: 'day' },
      ],
    ])
  })

  it('let every value point at words of the stored text, by a rule that has a page', async () => {
    const document = await deskDocument(world.store, id)
    const rules = Object.values(knowledge.codebook.measurements.verdicts).map((one) => one.id)
    for (const { claims } of document?.drafts ?? [])
      for (const claim of claims) {
        expect(rules).toContain(claim.reader.kind === 'rule' ? claim.reader.rule : '')
        if (claim.span) expect(document?.text.slice(claim.span.start, claim.span.end)).toMatch(/example|KZ/)
      }
    expect(document?.text).toContain('once.example')
  })

  it('are shown with a word for each site on each network, also where nothing is proposed', async () => {
    const { verdicts } = await readMeasurements(world, id)
    expect(verdicts.map((one) => `${one.sum.site} ${one.sum.network} ${one.verdict}`)).toEqual([
      'news.example 21299 likely-blocked',
      'news.example 9198 likely-blocked',
      'once.example 9198 too-few',
      'open.example 9198 accessible',
      'read.example 29355 interception',
    ])
    const { cookie } = await signedInAs(world, { role: 'monitor' })
    const web = desk(world, { root: ROOT, host: '127.0.0.1' })
    const page = await web.request(`http://127.0.0.1:8421/kk/desk/documents/${id}/measurements`, {
      headers: { Cookie: cookie },
    })
    expect(await page.text()).toContain('дерек аз')
  })

  it('give nothing, and store nothing, when one of them holds an address of a volunteer', async () => {
    const before = await world.store.selectFrom('files').selectAll().execute()
    const bad = json(measurement({}, {}, { probe_ip: '203.0.113.77' }))
    await expect(bring(world, bad, 'bad.json')).rejects.toThrow('ooni.probe-ip')
    expect(await world.store.selectFrom('files').selectAll().execute()).toEqual(before)
  })
})

it('the command line proposes the same from a stream, with and without a pack', async () => {
  const asked = { bytes: DATA, sha256: '', name: 'april.jsonl', country: 'kz', asOf: null }
  const whole = await proposeRecords(knowledge, asked)
  const streamed = await proposeMeasured(knowledge, 'april.jsonl', 'kz', [
    DATA.subarray(0, 999),
    DATA.subarray(999),
  ])
  expect(streamed.records).toEqual(whole.records)
  const bare = await proposeMeasured(knowledge, 'april.jsonl', 'none', [DATA])
  expect(bare.records.map((one) => one.record.organisations)).toEqual([['news.example']])
  expect(bare.records[0]?.record.places).toEqual([{ name: 'KZ', canonical: 'KZ' }])
})

it('a report is read without knowledge of a country', async () => {
  const bytes = new TextEncoder().encode(
    'On 3 May 2031 Asan Usenov was detained in Almaty and fined 50,000 tenge under Article 488.',
  )
  const { records } = await proposeRecords(knowledge, {
    bytes,
    sha256: '',
    name: 'a.txt',
    country: 'none',
    asOf: null,
  })
  expect(records.map((one) => one.record.acts)).toEqual([expect.arrayContaining(['detention', 'fine'])])
  expect(records[0]?.record.people[0]?.name).toBe('Asan Usenov')
  expect(JSON.stringify(records)).not.toContain('\\u0000')
})
