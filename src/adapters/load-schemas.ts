/** The shapes that data files share, from plain YAML values to checked core types. */
import { z } from 'zod'

export const text = z.string().trim().min(1)
/** `2020`, `2020-03` or `2020-03-18`. */
export const partialIso = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not a date such as 2020, 2020-03 or 2020-03-18')
export const isoDay = z.iso.date()
export const certainty = z
  .string()
  .regex(/^(report|verified|recalled|unknown)\b/, 'must begin with report, verified, recalled or unknown')
  .nullable()
export const reviewedBy = z.strictObject({ en: text.nullable(), ru: text.nullable(), kk: text.nullable() })
/** What every file of terms or of a pack begins with. */
export const head = { version: text, reviewedBy }
export const packId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'an id is letters, digits, dots and hyphens')
/** Names and definitions: null where nobody has written them. */
export const labels = z.strictObject({ en: text, ru: text.nullable(), kk: text.nullable() })
/** What a page cannot do without in any language. */
export const fullLabels = z.strictObject({ en: text, ru: text, kk: text })

/**
 * A list whose items are all checked and whose values of `unique` differ. zod alone stops before such a check when one
 * item is broken; here every fault of every item is told at once.
 */
export function listOf<T>(item: z.ZodType<T>, unique: string | null = 'id'): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>(Array.isArray, 'must be a list').superRefine((list, context) => {
    const seen = new Set<unknown>()
    list.forEach((one, index) => {
      for (const issue of item.safeParse(one).error?.issues ?? [])
        context.addIssue({ code: 'custom', message: issue.message, path: [index, ...issue.path] })
      if (unique === null) return
      const value = rowOf(one)[unique]
      if (value !== undefined && seen.has(value))
        context.addIssue({
          code: 'custom',
          message: `"${String(value)}" is there twice`,
          path: [index, unique],
        })
      seen.add(value)
    })
  })
}

export type Row = Readonly<Record<string, unknown>>
type Tell = (message: string, path: PropertyKey[]) => void

const rowOf = (value: unknown): Row => (typeof value === 'object' && value !== null ? { ...value } : {})

/** The items of a list that may be broken, so that checks between items can run all the same. */
export function rowsOf(file: unknown, name: string): readonly Row[] {
  const list = rowOf(file)[name]
  return Array.isArray(list) ? list.map(rowOf) : []
}

/** Adds checks between the parts of a file; they run even when single parts are broken. */
export function withChecks<T>(
  schema: z.ZodType<T>,
  check: (file: unknown, tell: Tell) => void,
): z.ZodType<T> {
  return schema.superRefine(
    (file, context) => check(file, (message, path) => context.addIssue({ code: 'custom', message, path })),
    { when: () => true },
  )
}

export const pattern = text.refine((one) => {
  try {
    return new RegExp(one, 'u') instanceof RegExp
  } catch {
    return false
  }
}, 'a pattern of letters')
