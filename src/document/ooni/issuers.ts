/** The handshakes of one measurement in, who signed certificates that did not hold out. */
import { issuerOf } from './issuer.ts'
import { isObject, type JsonObject, objectsAt } from './json-path.ts'

/** A name that resolves as elsewhere, and a certificate that nobody else knows: somebody stands in between. */
const UNKNOWN_SIGNER = ['ssl_unknown_authority', 'ssl_invalid_certificate']
/** A chain has three or four. */
const MOST = 8

export function issuersIn(keys: JsonObject): readonly string[] {
  if (keys.dns_consistency !== 'consistent') return []
  const chains = objectsAt(keys.tls_handshakes).filter((one) => UNKNOWN_SIGNER.includes(String(one.failure)))
  const issuers = chains.flatMap((one) =>
    (Array.isArray(one.peer_certificates) ? one.peer_certificates : []).slice(0, MOST).flatMap((each) => {
      const bytes = bytesOf(isObject(each) ? each.data : each)
      return (bytes && issuerOf(bytes)) ?? []
    }),
  )
  return [...new Set(issuers)].sort()
}

function bytesOf(base64: unknown): Uint8Array | null {
  if (typeof base64 !== 'string' || base64.length > 20_000) return null
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}
