/** A value as read from JSON in, the places in it that no store can keep out: a NUL, or half of a letter. */

/** JSON can write both; PostgreSQL refuses both, and would do so in the middle of a file of decisions. */
export function unstorable(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [
    ...unstorable(key, at),
    ...unstorable(one, at === '' ? key : `${at}.${key}`),
  ])
}
