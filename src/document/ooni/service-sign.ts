/** The inner parts of a test of one service (a messenger, Tor) in, what it met out. These tests have no control. */
import { type JsonObject, textAt } from './json-path.ts'
import type { Sign } from './signs.ts'

type Part = { readonly key: string; readonly layer: string }
/** Parts that say `true` or `blocked` when the service is cut off there. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  telegram: [
    { key: 'telegram_tcp_blocking', layer: 'tcp' },
    { key: 'telegram_http_blocking', layer: 'http' },
    { key: 'telegram_web_status', layer: 'web' },
  ],
  whatsapp: [
    { key: 'whatsapp_endpoints_status', layer: 'tcp' },
    { key: 'registration_server_status', layer: 'http' },
    { key: 'whatsapp_web_status', layer: 'web' },
  ],
  facebook_messenger: [
    { key: 'facebook_dns_blocking', layer: 'dns' },
    { key: 'facebook_tcp_blocking', layer: 'tcp' },
  ],
  signal: [{ key: 'signal_backend_status', layer: 'http' }],
}

export function serviceSign(test: string, keys: JsonObject): Sign {
  const met = metBy(test, keys)
  const bare = { failure: null, control: false, issuers: [] }
  if (met === null) return { ...bare, category: 'failure' }
  return met === '' ? { ...bare, category: 'ok' } : { ...bare, category: 'anomaly', failure: met }
}

/** Layer and word; empty: went through; null: the test does not say. */
function metBy(test: string, keys: JsonObject): string | null {
  if (test === 'tor') {
    const reached = keys.or_port_dirauth_accessible
    return typeof reached !== 'number' ? null : reached > 0 ? '' : 'tcp blocked'
  }
  if (test === 'psiphon')
    return textAt(keys.failure) !== null ? 'bootstrap failed' : Number(keys.bootstrap_time) > 0 ? '' : null
  const parts = PARTS[test] ?? []
  const cut = parts.find(({ key }) => keys[key] === true || keys[key] === 'blocked')
  if (cut) return `${cut.layer} blocked`
  return parts.some(({ key }) => keys[key] === false || keys[key] === 'ok') ? '' : null
}
