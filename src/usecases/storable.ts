/** A value as read from JSON in, the places in it that no store can keep out: a NUL, or half of a letter. */

type Step = { readonly value: unknown; readonly at: string }

/**
 * JSON can write both; PostgreSQL refuses both, and would do so in the middle of a file of decisions. A stack of our own:
 * lists stand in lists deeper than any call stack, by accident or on purpose.
 */
export function unstorable(whole: unknown): readonly string[] {
  const found: string[] = []
  const stack: Step[] = [{ value: whole, at: '' }]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, at } = step
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) found.push(at)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, one] of Object.entries(value)) {
      stack.push({ value: key, at })
      // Below the second level the place is clear enough, and a path of thousands of steps is none.
      stack.push({ value: one, at: at.split('.').length > 2 ? at : [at, key].filter(Boolean).join('.') })
    }
  }
  return [...new Set(found)].sort()
}
