/** A form or a JSON body in, the fields that this route knows out; any other field is refused, so that nobody slips in a role. */
import type { Context as Request } from 'hono'
import { refuse } from '../../core/faults.ts'
import { FIELD } from '../middleware/form-token.ts'
import { formOf } from './form-of.ts'

const LONGEST = 2000
export const LONGEST_TOLD = 20_000
/** Values of one list in one form. */
const MOST = 1000

/** Every field is one text; one that was left out is empty. */
export async function formFields<K extends string>(
  c: Request,
  known: readonly K[],
): Promise<Readonly<Record<K, string>>> {
  const form = await formOf(c)
  const entries = [...form.entries()].filter(([name]) => name !== FIELD)
  return checked(entries, known)
}

/** The same, with fields that may be given many times. */
export async function formLists<L extends string, K extends string>(
  c: Request,
  lists: readonly L[],
  known: readonly K[],
  /** Those in which somebody tells what happened. */
  long: readonly K[] = [],
): Promise<Readonly<Record<L, readonly string[]>> & Readonly<Record<K, string>>> {
  const form = await formOf(c)
  const entries = [...form.entries()].filter(([name]) => name !== FIELD)
  const isList = (name: string): name is L => lists.some((one) => one === name)
  const many = entries.filter(([name]) => isList(name))
  if (many.length > MOST || !many.every(([, one]) => isText(one))) throw unusable(many[0]?.[0] ?? 'list')
  const values = Object.fromEntries(
    lists.map((list) => [list, many.flatMap(([name, one]) => (name === list ? [String(one)] : []))]),
  ) as unknown as Record<L, readonly string[]>
  return {
    ...values,
    ...checked(
      entries.filter(([name]) => !isList(name)),
      known,
      long,
    ),
  }
}

export async function jsonFields<K extends string>(
  c: Request,
  known: readonly K[],
): Promise<Readonly<Record<K, string>> & { readonly answer: unknown }> {
  const body: unknown = await c.req.json().catch(() => null)
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw unusable('body')
  const { answer, ...rest } = body as { readonly answer?: unknown }
  return { ...checked(Object.entries(rest), known), answer }
}

/** No store keeps a NUL: the database would answer it with a failure. */
const isText = (value: unknown, longest = LONGEST): value is string =>
  typeof value === 'string' && value.length <= longest && !value.includes('\0')

const unusable = (name: string) => refuse('input.value', { problem: name.slice(0, 40) }, name.slice(0, 40))

function checked<K extends string>(
  entries: readonly (readonly [string, unknown])[],
  known: readonly K[],
  long: readonly K[] = [],
): Readonly<Record<K, string>> {
  const fields = Object.fromEntries(known.map((name) => [name, ''])) as Record<K, string>
  const seen = new Set<string>()
  for (const [name, sent] of entries) {
    const key = known.find((one) => one === name)
    // A browser counts the end of a line as one sign and sends two.
    const value = typeof sent === 'string' ? sent.replaceAll('\r\n', '\n') : sent
    if (key === undefined || seen.has(name) || !isText(value, long.includes(key) ? LONGEST_TOLD : LONGEST))
      throw unusable(name)
    seen.add(name)
    fields[key] = value
  }
  return fields
}
