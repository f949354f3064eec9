/** A row of OONI's data in, what it is about out: test, site, country, network and day, each written in any of OONI's ways. */
import type { MeasuredKey } from '../../core/measured-day.ts'
import { isIsoDay } from '../../core/partial-date.ts'
import { type At, inside, refuseAt } from './json-path.ts'

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** `"AS9198"` in measurements, `9198` in lists and metadata. 0 is what OONI writes when it could not tell. */
export function networkAt(at: At): number | null {
  if (isMissing(at.value)) return null
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(String(at.value))?.[1]
  if (digits === undefined) throw refuseAt('ooni.value', at)
  return Number(digits) === 0 ? null : Number(digits)
}

/** ZZ is what OONI writes when it could not tell. */
export function countryAt(at: At): string | null {
  if (isMissing(at.value) || at.value === 'ZZ') return null
  if (typeof at.value !== 'string' || !/^[A-Z]{2}$/.test(at.value)) throw refuseAt('ooni.value', at)
  return at.value
}

/** Without a zone, with a Z, with a T and with microseconds: always UTC. */
export function momentAt(at: At): string | null {
  if (isMissing(at.value)) return null
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(String(at.value))
  if (!found?.[1] || !isIsoDay(found[1])) throw refuseAt('ooni.value', at)
  return `${found[1]} ${found[2] ?? '00:00:00'}`
}

const HOST = /^[\p{L}\p{N}._:[\]-]{1,255}$/u

/** The host of an address, or a bare host; `input` may be null in tests of a service. */
export function siteAt(at: At): string | null {
  if (isMissing(at.value)) return null
  if (typeof at.value !== 'string') throw refuseAt('ooni.value', at)
  const text = at.value.trim().toLowerCase()
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/.exec(text)?.[1] ?? text
  const bare = host.replace(/:\d+$/, '')
  if (!HOST.test(bare)) throw refuseAt('ooni.value', at)
  return bare
}

export function testAt(at: At): string | null {
  if (isMissing(at.value)) return null
  if (typeof at.value !== 'string' || !/^[a-z0-9_]{1,60}$/.test(at.value)) throw refuseAt('ooni.value', at)
  return at.value
}

/** Of a measurement; a test without an address is about the service it is named for. */
export function keyOfMeasurement(at: At): MeasuredKey & { readonly moment: string | null } {
  const test = testAt(inside(at, 'test_name'))
  const moment = momentAt(inside(at, 'measurement_start_time'))
  return {
    test: test ?? 'unknown',
    site: siteAt(inside(at, 'input')) ?? (test === 'web_connectivity' ? null : test),
    country: countryAt(inside(at, 'probe_cc')),
    network: networkAt(inside(at, 'probe_asn')),
    day: moment?.slice(0, 10) ?? null,
    moment,
  }
}

/** Of a row of an aggregation, which says only its axes. */
export function keyOfAggregate(at: At): MeasuredKey {
  return {
    test: testAt(inside(at, 'test_name')) ?? 'unknown',
    site: siteAt(inside(at, 'domain')) ?? siteAt(inside(at, 'input')),
    country: countryAt(inside(at, 'probe_cc')),
    network: networkAt(inside(at, 'probe_asn')),
    day: momentAt(inside(at, 'measurement_start_day'))?.slice(0, 10) ?? null,
  }
}
