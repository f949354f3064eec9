/** The inner parts of one measurement (`test_keys`) in, what it met out: a sign of interference with its layer, none, or nothing that can be told. */

import { issuersIn } from './issuers.ts'
import {
  type At,
  inside,
  isObject,
  type JsonObject,
  listAt,
  objectsAt,
  refuseAt,
  textAt,
} from './json-path.ts'
import { serviceSign } from './service-sign.ts'

export type Sign = {
  readonly category: 'anomaly' | 'failure' | 'ok'
  /** `tls generic_timeout_error`; null where the data do not say. */
  readonly failure: string | null
  /** True when the same address was reached from a control elsewhere at that time. */
  readonly control: boolean
  readonly issuers: readonly string[]
}
export const UNTOLD: Sign = { category: 'failure', failure: null, control: false, issuers: [] }

const BLOCKING = ['dns', 'tcp_ip', 'http-failure', 'http-diff']

/** OONI's words are closed; anything else may hold an address of the probe, and is not repeated. */
export const failureWord = (value: unknown): string =>
  typeof value === 'string' && /^[a-z0-9_]{1,60}$/.test(value) ? value : 'other_failure'

export function signOf(test: string, site: string | null, at: At): Sign {
  if (!isObject(at.value)) return UNTOLD
  return test === 'web_connectivity' ? webSign(site, at, at.value) : serviceSign(test, at.value)
}

/**
 * TLS blocking is reported as `http-failure`, and over https any answer at all sets `blocking` to false; so the layer is read
 * from the lists of what was tried, and OONI's own word counts where the lists are not there.
 */
function webSign(site: string | null, at: At, keys: JsonObject): Sign {
  const { blocking } = keys
  if (!(blocking === null || blocking === false || blocking === undefined || isKnown(blocking)))
    throw refuseAt('ooni.value', inside(at, 'blocking'))
  const control = isObject(keys.control) ? keys.control : {}
  const reached = isReached(control)
  const isDown = textAt(keys.control_failure) !== null || (hasFailed(control.http_request) && !reached)
  // A site that nobody reaches is not blocked here; a control that does not answer tells nothing.
  if (isDown) return UNTOLD
  const failure = layerOf(site, keys)
  if (failure !== null) return { category: 'anomaly', failure, control: reached, issuers: issuersIn(keys) }
  if (blocking !== false && keys.accessible !== true) return UNTOLD
  return { category: 'ok', failure: null, control: reached, issuers: [] }
}

const isKnown = (blocking: unknown): boolean => BLOCKING.some((one) => one === blocking)
const hasFailed = (value: unknown): boolean => isObject(value) && typeof value.failure === 'string'

const isReached = (control: JsonObject): boolean => {
  const http = control.http_request
  if (isObject(http) && http.failure === null && Number(http.status_code) > 0) return true
  const tcp = isObject(control.tcp_connect) ? Object.values(control.tcp_connect) : []
  return tcp.some((one) => isObject(one) && one.status === true)
}

/** From the lowest layer up: what fails below makes everything above fail. Null: every layer went through at least once. */
function layerOf(site: string | null, keys: JsonObject): string | null {
  const about = (name: string) => (one: JsonObject) =>
    site === null || one[name] === undefined || one[name] === site
  const queries = objectsAt(keys.queries).filter(about('hostname'))
  const dns = allFailed(queries, (one) => one.failure)
  if (dns !== null) return `dns ${dns}`
  if (keys.blocking === 'dns') return 'dns inconsistent'
  const tcp = allFailed(objectsAt(keys.tcp_connect).filter(hasRoute), (one) =>
    isObject(one.status) ? one.status.failure : null,
  )
  if (tcp !== null) return `tcp ${tcp}`
  if (keys.blocking === 'tcp_ip') return 'tcp other_failure'
  const tls = allFailed(objectsAt(keys.tls_handshakes).filter(about('server_name')), (one) => one.failure)
  if (tls !== null) return `tls ${tls}`
  if (keys.blocking === 'http-diff') return 'http diff'
  if (keys.blocking !== 'http-failure') return null
  // The newest request comes first.
  const [newest] = listAt(keys.requests)
  return `http ${failureWord(isObject(newest) && newest.failure !== null ? newest.failure : keys.http_experiment_failure)}`
}

/** The word of the last try, when there were tries and each failed. */
function allFailed(tries: readonly JsonObject[], failureIn: (one: JsonObject) => unknown): string | null {
  const failures = tries.map(failureIn)
  return failures.length > 0 && failures.every((one) => typeof one === 'string')
    ? failureWord(failures.at(-1))
    : null
}

/** Many networks have no IPv6: that such an address has no way there is no sign of anything. */
const hasRoute = (one: JsonObject): boolean =>
  !(
    textAt(one.ip)?.includes(':') &&
    isObject(one.status) &&
    ['network_unreachable', 'host_unreachable'].includes(String(one.status.failure))
  )
