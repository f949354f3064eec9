/** A value out of JSON with the path that led to it in; what is asked of it out, or a fault that names line and path. */
import { type Fault, type FaultCode, type Params, Refusal } from '../../core/faults.ts'

/** `where` is the line, then the path: `3:results[2].probe_asn`. */
export type At = { readonly value: unknown; readonly line: number; readonly path: string }
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listAt = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const objectsAt = (value: unknown): readonly JsonObject[] => listAt(value).filter(isObject)
export const textAt = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const inside = (at: At, key: string): At => ({
  value: isObject(at.value) ? at.value[key] : undefined,
  line: at.line,
  path: at.path === '' ? key : `${at.path}.${key}`,
})
export const item = (at: At, value: unknown, index: number): At => ({
  value,
  line: at.line,
  path: `${at.path}[${index}]`,
})

/** A field or path may be as long as the sender liked. */
const shortened = (path: string): string => (path.length > 120 ? `${path.slice(0, 119)}…` : path)

export const faultAt = (code: FaultCode, { line, path }: At, params: Params = {}): Fault => ({
  code,
  where: path === '' ? String(line) : `${line}:${shortened(path)}`,
  params: { line, path: path === '' ? '$' : shortened(path), ...params },
})

export const refuseAt = (code: FaultCode, at: At, params?: Params): Refusal =>
  new Refusal([faultAt(code, at, params)])

/** JSON that stands inside a text, as `measurement_meta` gives it; an object is taken as it is. */
export function nested(at: At): At {
  if (typeof at.value !== 'string') return at
  try {
    return { ...at, value: JSON.parse(at.value) as unknown }
  } catch {
    throw refuseAt('ooni.value', at)
  }
}
