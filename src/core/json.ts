/** JSON values, and one written form for each: keys sorted, so that equal values have equal bytes (RFC 8785 order). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Undefined properties are left out, as JSON does. Numbers follow ECMAScript, which RFC 8785 prescribes. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  // Left to itself, sort compares code units.
  for (const key of Object.keys(fields).sort()) {
    const one = fields[key]
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(one)}`
  }
  return `{${text}}`
}
