/** What a test is about in, OONI data of our own making out: documentation addresses, invented ids; for tests and the bench. */
type Told = Record<string, unknown>

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)]
const element = (tag: number, body: readonly number[]): number[] =>
  body.length < 0x80
    ? [tag, body.length, ...body]
    : [tag, 0x82, body.length >> 8, body.length & 0xff, ...body]
const named = (oid: readonly number[], words: string): number[] =>
  element(0x31, element(0x30, [...element(0x06, oid), ...element(0x0c, bytesOf(words))]))

/** As much of a certificate as says who signed it, in base64. */
export function certificateOf(country: string, organisation: string, name: string): string {
  const issuer = element(0x30, [
    ...named([0x55, 4, 6], country),
    ...named([0x55, 4, 10], organisation),
    ...named([0x55, 4, 3], name),
  ])
  const body = [...element(0xa0, element(2, [2])), ...element(2, [7]), ...element(0x30, []), ...issuer]
  return btoa(String.fromCharCode(...element(0x30, element(0x30, body))))
}
export const ROOT_CERTIFICATE = certificateOf('KZ', 'ISCA', 'Information Security Certification Authority')

export type Site = {
  readonly site?: string
  readonly asn?: number
  readonly day?: string
  /** Tells measurements of one day apart. */
  readonly n?: number
  /** Failure of the TLS handshake; null: it went through. */
  readonly failure?: string | null
  readonly certificate?: string
}

/** A raw measurement of `web_connectivity`; `keys` and `more` replace parts of it. */
export function measurement(about: Site = {}, keys: Told = {}, more: Told = {}): Told {
  const { site = 'news.example', asn = 9198, day = '2024-04-24', n = 0, failure = null, certificate } = about
  const time = `${day} 19:${String(n % 60).padStart(2, '0')}:00`
  return {
    data_format_version: '0.2.0',
    input: `https://${site}/`,
    measurement_start_time: time,
    probe_asn: `AS${asn}`,
    probe_cc: 'KZ',
    probe_ip: '127.0.0.1',
    report_id: `${day.replaceAll('-', '')}T190000Z_webconnectivity_KZ_${asn}_n1_TEST${n}`,
    test_name: 'web_connectivity',
    annotations: { platform: 'linux', build: 7 },
    test_keys: {
      dns_consistency: 'consistent',
      blocking: failure === null ? false : 'http-failure',
      accessible: failure === null,
      http_experiment_failure: failure,
      queries: [{ hostname: site, query_type: 'A', failure: null }],
      tcp_connect: [{ ip: '198.51.100.7', port: 443, status: { failure: null, success: true } }],
      tls_handshakes: [
        {
          server_name: site,
          failure,
          peer_certificates: certificate ? [{ data: certificate, format: 'base64' }] : [],
        },
      ],
      requests: [],
      control_failure: null,
      control: {
        tcp_connect: { '198.51.100.7:443': { status: true, failure: null } },
        http_request: { failure: null, status_code: 200 },
      },
      ...keys,
    },
    ...more,
  }
}

/** `each` a day, on so many days from 1 April 2024. */
export const series = (days: number, each: number, about: Site, keys: Told = {}): readonly Told[] =>
  Array.from({ length: days * each }, (_, n) => {
    const day = `2024-04-${String((n % days) + 1).padStart(2, '0')}`
    return measurement({ ...about, day, n }, keys)
  })

export const jsonLines = (rows: readonly unknown[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
export const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value, null, 1))
