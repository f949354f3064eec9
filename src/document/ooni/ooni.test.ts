import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../../core/faults.ts'
import { parseDayLine } from '../../core/measured-line.ts'
import { readDocument } from '../read.ts'
import { certificateOf, json, jsonLines, measurement, ROOT_CERTIFICATE, series } from './fixture.ts'
import { issuerOf } from './issuer.ts'
import { openOoni, readOoni } from './ooni.ts'

const daysOf = (bytes: Uint8Array) =>
  readOoni(bytes)
    .text.split('\n')
    .flatMap((line) => parseDayLine(line) ?? [])
const faultsOf = (bytes: Uint8Array): readonly string[] => {
  try {
    readOoni(bytes)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.faults.map((one) => `${one.where} ${one.code}`)
  }
}
const aggregate = (more: Record<string, unknown> = {}) => ({
  anomaly_count: 9,
  confirmed_count: 0,
  failure_count: 1,
  ok_count: 0,
  measurement_count: 10,
  ...more,
})
const flags = (more: Record<string, unknown> = {}) => ({
  input: 'https://news.example/',
  measurement_start_time: '2024-05-01T10:00:00.123456Z',
  measurement_uid: '20240501100002.000001_KZ_webconnectivity_00000000000000a3',
  report_id: '20240501T095900Z_webconnectivity_KZ_21299_n1_TESTFIXTURE00003',
  test_name: 'web_connectivity',
  probe_asn: 21299,
  probe_cc: 'KZ',
  scores: { blocking_general: 0 },
  anomaly: false,
  confirmed: false,
  failure: false,
  ...more,
})

describe('the layer of a failure', () => {
  const T = 'generic_timeout_error'
  test.each<[string, Record<string, unknown>, string | null, string | null]>([
    ['TLS that ends in silence, called http-failure', {}, T, `tls ${T}`],
    ['TLS that failed though OONI says false', { blocking: false, accessible: true }, T, `tls ${T}`],
    [
      'DNS',
      { queries: [{ hostname: 'news.example', failure: 'dns_nxdomain_error' }] },
      null,
      'dns dns_nxdomain_error',
    ],
    [
      'an answer of DNS that leads elsewhere',
      { blocking: 'dns', dns_consistency: 'inconsistent' },
      null,
      'dns inconsistent',
    ],
    [
      'TCP',
      { tcp_connect: [{ ip: '198.51.100.7', status: { failure: 'connection_reset' } }] },
      null,
      'tcp connection_reset',
    ],
    ['another page', { blocking: 'http-diff', accessible: false }, null, 'http diff'],
    [
      'HTTP, by the newest request',
      { blocking: 'http-failure', requests: [{ failure: 'eof_error' }, { failure: 'connection_reset' }] },
      null,
      'http eof_error',
    ],
    [
      'words that hold an address',
      { blocking: 'http-failure', http_experiment_failure: 'unknown_failure: dial 203.0.113.9' },
      null,
      'http other_failure',
    ],
  ])('%s', (_, keys, failure, word) => {
    const [day] = daysOf(json(measurement({ failure }, keys)))
    expect([...(day?.failures.keys() ?? [])]).toEqual([word])
    expect(day).toMatchObject({ n: 1, anomaly: 1, control: 1 })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['the control failed', { control_failure: 'generic_timeout_error' }, 'failure'],
    [
      'nobody reaches the site',
      { control: { http_request: { failure: 'dns_nxdomain_error' } }, blocking: 'http-failure' },
      'failure',
    ],
    ['the test could not tell', { blocking: null, accessible: null }, 'failure'],
    [
      'one of two addresses answers',
      {
        tcp_connect: [
          { ip: '198.51.100.7', status: { failure: 'connection_refused' } },
          { ip: '198.51.100.8', status: { failure: null } },
        ],
      },
      'ok',
    ],
    [
      'only IPv6 has no way',
      { tcp_connect: [{ ip: '2001:db8::1', status: { failure: 'network_unreachable' } }] },
      'ok',
    ],
  ])('is no sign of blocking when %s', (_, keys, category) => {
    expect(daysOf(json(measurement({}, keys)))[0]).toMatchObject({ n: 1, anomaly: 0, [category]: 1 })
  })
})

describe('OONI data in each of its shapes', () => {
  it('reads metadata with JSON inside a text, a number as network, and a moment with Z', () => {
    const raw = JSON.stringify(measurement({ failure: 'connection_reset' }))
    const meta = flags({ scores: '{"blocking_general":0.0}', raw_measurement: raw })
    expect(daysOf(json(meta))).toMatchObject([
      { site: 'news.example', network: 21299, country: 'KZ', day: '2024-05-01', n: 1, anomaly: 1 },
    ])
  })
  it('reads a list whose number of pages is -1, and counts as OONI does', () => {
    const results = [
      flags({ report_id: 'a', confirmed: true, anomaly: true }),
      flags({ report_id: 'b', failure: true, anomaly: true, confirmed: true }),
      flags({ report_id: 'c', anomaly: true }),
      flags({ report_id: 'd' }),
    ]
    const [day] = daysOf(json({ metadata: { count: -1, pages: -1 }, results }))
    expect(day).toMatchObject({ n: 4, confirmed: 1, failure: 1, anomaly: 1, ok: 1, control: 0 })
    expect(day?.failures.size).toBe(0)
  })
  it('counts a measurement once that comes as itself and in a list', () => {
    const raw = measurement({ failure: 'eof_error' })
    const again = {
      ...flags(),
      ...raw,
      test_keys: undefined,
      measurement_start_time: '2024-04-24T19:00:00.5Z',
      probe_asn: 9198,
    }
    const reading = readOoni(jsonLines([raw, { metadata: {}, results: [again] }]))
    expect(reading.text).toContain('1 counted')
    expect(reading.text).toContain('1 came again')
  })
  it('reads aggregations with two axes, with one, and the single object of none', () => {
    const two = aggregate({ measurement_start_day: '2023-07-03', domain: 'news.example' })
    expect(daysOf(json({ v: 0, dimension_count: 2, result: [two] }))).toMatchObject([
      {
        site: 'news.example',
        day: '2023-07-03',
        network: null,
        country: null,
        n: 10,
        anomaly: 9,
        failure: 1,
      },
    ])
    expect(
      daysOf(json({ v: 0, dimension_count: 1, result: [aggregate({ probe_asn: 9198 })] })),
    ).toMatchObject([{ network: 9198, site: null }])
    expect(daysOf(json({ v: 0, dimension_count: 0, result: aggregate() }))).toMatchObject([
      { site: null, day: null, n: 10 },
    ])
  })
  it('keeps rows of newer analyses without counting them', () => {
    const rows = [
      { loni: { blocked_max: 0.9 }, count: 3 },
      { failure: 'x', observation_count: 4, timestamp: 't' },
    ]
    expect(readOoni(json({ results: rows })).text).toContain('2 rows of a newer analysis are kept')
  })
  it('reads tests of services, which have no control', () => {
    const telegram = measurement(
      {},
      {},
      { input: null, test_name: 'telegram', test_keys: { telegram_tcp_blocking: true } },
    )
    expect(daysOf(json(telegram))).toMatchObject([
      { site: 'telegram', test: 'telegram', anomaly: 1, control: 0 },
    ])
  })
  it('is known by its content whatever the file is called, in English whatever is said of it', async () => {
    for (const name of ['a.json', 'a.jsonl', 'a.txt', 'a'])
      expect(await readDocument(json(measurement()), { sha256: '', name, language: 'kk' })).toMatchObject({
        reader: 'ooni@1',
        language: 'en',
      })
    const prose = new TextEncoder().encode(
      '{In brackets} the police came and took the papers away with them.',
    )
    expect((await readDocument(prose, { sha256: '', name: 'a.txt' })).reader).toBe('txt@1')
  })
})

describe('data that cannot be used', () => {
  it('is refused with every line and path', () => {
    const bytes = jsonLines([
      measurement({}, {}, { probe_asn: 'Kcell' }),
      measurement(),
      measurement({}, { blocking: 'perhaps' }),
      { result: [aggregate(), aggregate({ ok_count: 5 })] },
      { name: 'no measurement' },
    ])
    expect(faultsOf(bytes)).toEqual([
      '1:probe_asn ooni.value',
      '3:test_keys.blocking ooni.value',
      '4:result[1] ooni.sum',
      '5 ooni.shape',
    ])
    expect(faultsOf(new TextEncoder().encode(`${JSON.stringify(measurement())}\n{"probe_cc":\n`))).toEqual([
      '2 input.json',
    ])
  })
  it('says of a whole line that it is the line', () => {
    const { faults } = (() => {
      try {
        return { faults: readOoni(jsonLines([{ test_keys: 1, name: 'x' }, { name: 'no measurement' }])) }
      } catch (error) {
        return error as Refusal
      }
    })() as Refusal
    expect(faults.at(-1)).toMatchObject({ code: 'ooni.shape', where: '2', params: { line: 2, path: '$' } })
  })
  it('is refused when it holds the address of a volunteer, outside or inside a nested text', () => {
    const open = measurement({}, {}, { probe_ip: '203.0.113.77' })
    expect(faultsOf(json(open))).toEqual(['1:probe_ip ooni.probe-ip'])
    const elsewhere: readonly unknown[] = [
      flags({ raw_measurement: JSON.stringify(open) }),
      flags({ raw_measurement: JSON.stringify(measurement({}, { annotations: JSON.stringify(open) })) }),
      measurement({}, { network: { probe_ip: '2001:db8::7' } }),
      { metadata: { probe_ip: '203.0.113.77' }, results: [flags()] },
      { result: [aggregate({ probe_ip: '203.0.113.77' })] },
      { loni: {}, probe_ip: '203.0.113.77' },
      measurement({}, {}, { probe_ip: 3405803853 }),
    ]
    for (const one of elsewhere) {
      expect(faultsOf(json(one))).toEqual(['1:probe_ip ooni.probe-ip'])
      expect(faultsOf(jsonLines([measurement(), one]))).toEqual(['2:probe_ip ooni.probe-ip'])
    }
    for (const none of ['127.0.0.1', '', null, undefined])
      expect(faultsOf(json(measurement({}, {}, { probe_ip: none })))).toEqual([])
  })
  it('is refused when it makes more lines than a text takes', () => {
    const reader = openOoni(2)
    expect(() => {
      reader.push(jsonLines(series(3, 1, {})))
      reader.end()
    }).toThrow('ooni.too-many')
  })
})

it('reads the same in chunks of any size', () => {
  const bytes = jsonLines(series(4, 3, { failure: 'eof_error' }))
  const whole = readOoni(bytes).text
  for (const size of [1, 7, 1000]) {
    const reader = openOoni()
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size))
    const days = reader.end().days()
    expect(days.map((one) => one.n)).toEqual([3, 3, 3, 3])
    expect(whole).toContain(
      '2024-04-01 | KZ AS9198 | news.example | web_connectivity | 3 measured, 3 anomaly',
    )
  }
})

it('names who signed a certificate, and nothing for bytes that are none', () => {
  const der = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  expect(issuerOf(der(ROOT_CERTIFICATE))).toBe(
    'C=KZ, O=ISCA, CN=Information Security Certification Authority',
  )
  expect(issuerOf(der(certificateOf('KZ', 'A»; B', 'x')))).toBe('C=KZ, O=A B, CN=x')
  expect(issuerOf(new TextEncoder().encode('not a certificate at all'))).toBeNull()
  for (let end = 0; end < 60; end += 1)
    expect(() => issuerOf(der(ROOT_CERTIFICATE).subarray(0, end))).not.toThrow()
})
