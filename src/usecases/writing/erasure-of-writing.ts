/** What is to be forgotten in; every sentence of every publication that rests on it, in drafts, versions, what was frozen and the log, erased. */
import type { Json } from '../../core/json.ts'
import { type Bond, bondKey, type Prints, rowsIn } from '../../core/publication/text.ts'
import type { Writer } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { eraseIn } from '../../store/erase.ts'

/** `isTold`: what is forgotten by its bond · `blanked`: records whose people are no longer compared. */
export type ToldInWriting = {
  readonly isTold: (bond: Bond) => boolean
  /** Fingerprints of a number that was counted of it. */
  readonly isCounted: (prints: Prints) => boolean
  /** Publications about it alone. */
  readonly publications: ReadonlySet<string>
  /** Sentences that were never about anything else. */
  readonly sentences: ReadonlySet<string>
  readonly blanked: ReadonlySet<string>
}

export async function toldInWriting(
  store: Pick<Store, 'selectFrom'>,
  isTold: (bond: Bond) => boolean,
  isAbout: (id: string) => boolean,
  blanked: readonly string[] = [],
): Promise<ToldInWriting> {
  const rows = await store
    .selectFrom('publication_sentences')
    .select(['sentence', 'bonds', 'prints'])
    .execute()
  const isCounted = (prints: Prints): boolean => rowsIn(prints).some((id) => isTold({ kind: 'incident', id }))
  const isSaid = (one: (typeof rows)[number]): boolean => one.bonds.some(isTold) || isCounted(one.prints)
  const about = await store.selectFrom('publications').select(['id', 'request']).execute()
  const others = new Set(rows.flatMap((one) => (isSaid(one) ? [] : [one.sentence])))
  const told = rows.flatMap((one) => (isSaid(one) ? [one.sentence] : []))
  return {
    ...{ isTold, isCounted },
    publications: new Set(about.flatMap((one) => (isAbout(one.request.of ?? '') ? [one.id] : []))),
    sentences: new Set(told.filter((id) => !others.has(id))),
    blanked: new Set(blanked.map((id) => bondKey({ kind: 'incident', id }))),
  }
}

/** `rest`: what becomes of the words that stay. Returns how many rows were changed or removed. */
export async function eraseWriting(
  writer: Writer,
  told: ToldInWriting,
  rest: (value: Json) => Json,
): Promise<number> {
  const { publications, sentences } = told
  const isWhole = (row: Readonly<Record<string, unknown>>): boolean =>
    publications.has(String(row.publication))
  const without = (value: unknown): Json => rest(withoutTelling(value as Json, told))
  const prints = (value: unknown): Json => printsWithout(value as Json, told)
  let rows = 0
  rows += await eraseIn(writer, 'publication_sentences', (row) =>
    isWhole(row) || isRowTold(row, told)
      ? null
      : {
          ...{ ...row, words: rest(String(row.words)), prints: prints(row.prints) },
          told: row.told === null ? null : rest(String(row.told)),
          why: row.why === null ? null : rest(String(row.why)),
        },
  )
  rows += await eraseIn(writer, 'publication_outlines', (row) =>
    isWhole(row) ? null : { ...row, outline: without(row.outline) },
  )
  rows += await eraseIn(writer, 'publication_remarks', (row) =>
    isWhole(row) || sentences.has(String(row.sentence))
      ? null
      : { ...row, words: row.words === null ? null : rest(String(row.words)) },
  )
  rows += await eraseIn(writer, 'publication_moves', (row) =>
    isWhole(row) ? null : { ...row, why: row.why === null ? null : rest(String(row.why)) },
  )
  rows += await eraseIn(writer, 'publication_issues', (row) =>
    isWhole(row) ? null : { ...row, frozen: without(row.frozen) },
  )
  rows += await eraseIn(writer, 'sign_offers', (row) =>
    isWhole(row)
      ? null
      : { ...row, frozen: without(row.frozen), why: row.why === null ? null : rest(String(row.why)) },
  )
  rows += await eraseIn(writer, 'sign_acts', (row) =>
    isWhole(row)
      ? null
      : {
          ...row,
          signature: row.signature === null ? null : rest(row.signature as Json),
          why: row.why === null ? null : rest(String(row.why)),
        },
  )
  rows += await eraseLinks(writer, publications, rest)
  // Another language of it first: it points to the one that goes.
  rows += await eraseIn(writer, 'publications', (row) =>
    publications.has(String(row.beside)) && !publications.has(String(row.id))
      ? { ...row, beside: null }
      : row,
  )
  rows += await eraseIn(writer, 'publications', (row) =>
    publications.has(String(row.id)) && row.beside !== null ? null : row,
  )
  rows += await eraseIn(writer, 'publications', (row) => (publications.has(String(row.id)) ? null : row))
  return rows
}

/** A team's own note of whom it asked may name somebody; the links to a text that goes are no use. */
async function eraseLinks(
  { trx }: Writer,
  publications: ReadonlySet<string>,
  rest: (value: Json) => Json,
): Promise<number> {
  let changed = 0
  for (const { id, publication, label } of await trx.selectFrom('sign_links').selectAll().execute()) {
    const left = rest(label)
    if (publications.has(publication)) await trx.deleteFrom('sign_links').where('id', '=', id).execute()
    else if (left !== label)
      await trx
        .updateTable('sign_links')
        .set({ label: String(left) })
        .where('id', '=', id)
        .execute()
    else continue
    changed += 1
  }
  return changed
}

const isRowTold = (row: Readonly<Record<string, unknown>>, { isTold, isCounted }: ToldInWriting): boolean =>
  (row.bonds as readonly Bond[]).some(isTold) || isCounted(row.prints as Prints)

const LINES: ReadonlySet<unknown> = new Set([
  'publication',
  'text',
  'remark',
  'remark-end',
  'issue',
  'offer',
  'signature',
])
type Fields = { readonly [key: string]: Json }
const fieldsOf = (value: Json | undefined): Fields | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null

/** The input of an entry of the log without it; null: nothing of it may stay, nor the id of what it was about. */
export function inputWithoutTelling(input: Json, told: ToldInWriting): Json {
  const line = fieldsOf(input)
  if (!line || !LINES.has(line.record)) return input
  if (told.publications.has(String(line.id)) || told.sentences.has(String(line.sentence))) return null
  return withoutTelling(input, told)
}

/** Sentences that rest on it and ids of sentences gone from every list, fingerprints of it gone; a cell or an entry is emptied, so that columns hold. */
function withoutTelling(value: Json, given: ToldInWriting, numbers: ReadonlySet<string> = new Set()): Json {
  const told: Telling = { ...given, numbers }
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one): readonly Json[] => {
      if (typeof one === 'string' && told.sentences.has(one)) return []
      const sentence = fieldsOf(one)
      if (sentence && 'words' in sentence && 'told' in sentence && isBound(sentence, told)) return []
      return [withoutTelling(one, given, numbers)]
    })
  const fields = fieldsOf(value)
  if (!fields) return value
  if (isBound(fields, told)) return { ...emptied(fields) }
  // What left stands beside what its records said.
  const own =
    'manuscript' in fields ? numbersIn((fieldsOf(fields.prints) ?? {}) as unknown as Prints, given) : numbers
  const isEntry = Object.values(fields).some((one) => {
    const inside = fieldsOf(one)
    return inside !== null && 'runs' in inside && isBound(inside, told)
  })
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, one]): readonly (readonly [string, Json])[] => {
      if (key === 'prints') return [[key, printsWithout(one, told)]]
      // The day of an entry, the label of a box: said of it too.
      if (isEntry && typeof one === 'string') return [[key, key === 'kind' ? one : '']]
      return [[key, withoutTelling(one, given, own)]]
    }),
  )
}

/** A sentence as written has its own fingerprints; one that was frozen is known by the number that it tells. */
const isBound = (fields: Fields, told: Telling): boolean => {
  const bonds = Array.isArray(fields.bonds) ? (fields.bonds as unknown as readonly Bond[]) : []
  const isCounted = 'words' in fields && told.isCounted((fieldsOf(fields.prints) ?? {}) as unknown as Prints)
  return isCounted || bonds.some((bond) => told.isTold(bond) || told.numbers.has(bondKey(bond)))
}

/** With the numbers, of what was frozen together, that were counted of it. */
type Telling = ToldInWriting & { readonly numbers: ReadonlySet<string> }

const numbersIn = (prints: Prints, { isCounted }: ToldInWriting): ReadonlySet<string> =>
  new Set(Object.entries(prints).flatMap(([key, parts]) => (isCounted({ [key]: parts }) ? [key] : [])))

const emptied = (fields: Fields): Fields =>
  'figure' in fields
    ? { kind: 'heading', title: '' }
    : {
        ...fields,
        id: '',
        bonds: [],
        ...('runs' in fields && { runs: [] }),
        ...('words' in fields && { words: '' }),
      }

function printsWithout(prints: Json | undefined, { isTold, isCounted, blanked }: ToldInWriting): Json {
  const entries = Object.entries(fieldsOf(prints ?? null) ?? {})
  return Object.fromEntries(
    entries.flatMap(([key, parts]) => {
      const [kind = '', ...id] = key.split(':')
      if (isTold({ kind, id: id.join(':') }) || isCounted({ [key]: parts as unknown as Prints[string] }))
        return []
      const { people: _, ...left } = fieldsOf(parts) ?? {}
      return [[key, blanked.has(key) ? left : parts] as const]
    }),
  )
}
