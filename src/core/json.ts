/** JSON values, and one written form for each: keys sorted, so that equal values have equal bytes (RFC 8785 order). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Undefined properties are left out, as JSON does. Numbers follow ECMAScript, which RFC 8785 prescribes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
  return `{${pairs.join(',')}}`
}
