/** A query in, what it asks out, checked against its schema; every fault of it is told at once. */
import type { z } from 'zod'
import { type Fault, Refusal } from '../../core/faults.ts'

/** A value is never told back: an address can be made to say anything. */
export function askedIn<T extends z.ZodObject>(query: URLSearchParams, schema: T): z.infer<T> {
  const given = Object.fromEntries(query)
  const parsed = schema.safeParse(given)
  const known = Object.keys(schema.shape).sort().join(', ') || '–'
  const strange = [...new Set(query.keys())].filter((name) => !Object.hasOwn(schema.shape, name))
  const twice = [...new Set(query.keys())].filter(
    (name) => query.getAll(name).length > 1 && !strange.includes(name),
  )
  const wrong = parsed.success
    ? []
    : [
        ...new Set(
          parsed.error.issues.flatMap((issue) =>
            issue.code === 'unrecognized_keys' ? [] : [String(issue.path[0])],
          ),
        ),
      ]
  const faults: readonly Fault[] = [
    ...(strange.length > 0 ? [{ code: 'api.parameter' as const, params: { known } }] : []),
    ...[...new Set([...twice, ...wrong])].map(
      (name): Fault => ({ code: 'api.value', where: name, params: { name } }),
    ),
  ]
  if (faults.length > 0) throw new Refusal(faults)
  if (!parsed.success) throw new Refusal([{ code: 'api.parameter', params: { known } }])
  return parsed.data
}
