/** A table and what its columns hold in, what each row proposes out, and which of its cells nobody understands. */
import { asProposals, type Claim, type Proposal } from '../../core/claim.ts'
import type { Codebook } from '../../core/codebook.ts'
import type { Cell, HeldByColumn, ListFault, ListMap, ListRow, ListTable, ReadRow } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import type { Span } from '../../core/span.ts'
import type { Field } from '../../core/values.ts'
import { type CellRead, readCell, type Said } from './cell.ts'
import { foldWords } from './words.ts'

export const LIST_CELL = 'list-cell@1'
const LIST_MEANING = 'list-meaning@1'
const LIST_CONSTANT = 'list-constant@1'
const LIST_PENALTY = 'list-penalty@1'
const LIST_SOURCE = 'list-source@1'

export type RowsGiven = {
  readonly text: string
  readonly table: ListTable
  readonly map: ListMap
  readonly codebook: Codebook
  readonly pack: Pack
}

/** What rules may find in a cell that is not understood; of `words` everything. */
const BY_RULES: Partial<Record<HeldByColumn, readonly Field[]>> = {
  date: ['date'],
  other_date: ['date', 'other_date'],
  place: ['place'],
  person: ['person', 'group'],
  act: ['act'],
  law: ['law'],
  penalty: ['penalty'],
  count: ['group'],
  organisation: ['organisation'],
}

/** What rules for prose read in the words of the list, in the order of the text: it stands where a cell is understood in no other way. */
type Prose = readonly Proposal[]

/** Reads the rows once or again with what rules for prose read in them: cells that say the same words are understood once. */
export function rowReader(given: RowsGiven): (prose: Prose) => readonly ReadRow[] {
  const known = new Map<string, CellRead>()
  return (prose) => readRows({ ...given, prose, known })
}

type Reading = RowsGiven & { readonly prose: Prose; readonly known: Map<string, CellRead> }

/** Rows above the data are left out; so is one that says nothing in any column that somebody mapped. */
function readRows(given: Reading): readonly ReadRow[] {
  const { table, map } = given
  const read = table.rows.slice(map.headRows).map((row) => readRow(row, given))
  const seen = new Set<string>()
  return read.map((one) => {
    const isAgain = one.id !== null && seen.has(one.id)
    if (one.id !== null) seen.add(one.id)
    return isAgain
      ? { ...one, faults: [...one.faults, { code: 'twice', column: null, holds: 'id', words: one.id ?? '' }] }
      : one
  })
}

function readRow(row: ListRow, given: Reading): ReadRow {
  const { text, map, codebook } = given
  const holdsOf = new Map(map.columns.map((one) => [one.column, one]))
  const wordsOf = (cell: Cell): string => text.slice(cell.span.start, cell.span.end)
  const cellOf = (holds: HeldByColumn): Cell | undefined =>
    row.cells.find((cell) => holdsOf.get(cell.column)?.holds === holds)
  const wordsIn = (holds: HeldByColumn): string => {
    const cell = cellOf(holds)
    return cell ? wordsOf(cell) : ''
  }
  const prose = proseIn(given.prose, row.span)
  const proposals: Proposal[] = []
  const faults: ListFault[] = []
  for (const cell of row.cells) {
    const column = holdsOf.get(cell.column)
    if (!column || ['ignore', 'id', 'role', 'part'].includes(column.holds)) continue
    const { holds, name } = column
    const found = prose.filter((one) => one.span && isInside(one.span, cell.span))
    if (holds === 'words') {
      proposals.push(...found)
      continue
    }
    const words = wordsOf(cell)
    const numbered = holds === 'source' ? sourcesOf(words, given) : []
    if (numbered.length > 0) {
      proposals.push(...numbered)
      continue
    }
    const meaning = map.meanings.find(
      (one) => one.holds === holds && foldWords(one.words) === foldWords(words),
    )
    const [role, part] = [wordsIn('role'), wordsIn('part')]
    const key = JSON.stringify([cell.column, meaning?.means ?? words, role, part])
    const read =
      given.known.get(key) ??
      readCell(meaning?.means ?? words, {
        ...{ holds, heading: name, order: map.order, keepPlaces: map.keepPlaces, codebook, pack: given.pack },
        ...{ role, part },
      })
    given.known.set(key, read)
    const byRules = found.filter((one) => BY_RULES[holds]?.includes(one.field))
    if (read.kind === 'fault' && byRules.length > 0) proposals.push(...byRules)
    else if (read.kind === 'fault') faults.push({ code: read.code, column: cell.column, holds, words })
    else proposals.push(...proposalsOf(read, cell.span, meaning ? LIST_MEANING : LIST_CELL))
  }
  const isEmpty = proposals.length === 0 && faults.length === 0
  const isDated = map.columns.some((one) => one.holds === 'date')
  if (!isEmpty && isDated && !cellOf('date'))
    faults.push({ code: 'no-date', column: null, holds: 'date', words: '' })
  const id = foldWords(wordsIn('id'))
  return {
    row,
    id: id === '' ? null : id,
    proposals: isEmpty ? [] : [...proposals, ...concluded(proposals, given)],
    faults,
  }
}

/** «[1][2]» of a log: what stands under these numbers below it. */
function sourcesOf(words: string, { text, table }: RowsGiven): readonly Proposal[] {
  return [...words.matchAll(/[[(](\d{1,3})[\])]/g)].flatMap(([, number]): Proposal[] => {
    const span = table.sources?.get(Number(number))
    return span
      ? [
          {
            field: 'source',
            value: text.slice(span.start, span.end),
            span,
            rule: LIST_SOURCE,
            basis: 'carried',
          },
        ]
      : []
  })
}

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const proposalsOf = (
  read: Extract<CellRead, { kind: 'said' }>,
  span: Span,
  rule: string,
): readonly Proposal[] => read.values.map((one) => ({ ...one, span, rule, basis: 'stated' }) as Proposal)

/** What holds for the whole list, where the row says nothing else; what was done, where it names only the penalty. */
function concluded(said: readonly Proposal[], { map, codebook }: RowsGiven): readonly Proposal[] {
  const says = (field: Field): boolean => said.some((one) => one.field === field)
  const whole = (one: Said, rule: string): Proposal =>
    ({ ...one, span: null, rule, basis: 'inferred' }) as Proposal
  const penalties = said.flatMap((one) => (one.field === 'penalty' ? [one.value.type] : []))
  const acts = codebook.lists.penalties.flatMap(({ type, act }) =>
    act !== null && penalties.includes(type) ? [act] : [],
  )
  return [
    ...(says('kind') ? [] : [whole({ field: 'kind', value: map.kind }, LIST_CONSTANT)]),
    ...(says('freedom') || map.freedom === null
      ? []
      : [whole({ field: 'freedom', value: map.freedom }, LIST_CONSTANT)]),
    ...(says('act')
      ? []
      : map.act !== null
        ? [whole({ field: 'act', value: map.act }, LIST_CONSTANT)]
        : [...new Set(acts)].map((act) => whole({ field: 'act', value: act }, LIST_PENALTY))),
  ]
}

/** They come in the order of the text, and a list has thousands of rows. */
function proseIn(prose: readonly Proposal[], { start, end }: Span): readonly Proposal[] {
  let [low, high] = [0, prose.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((prose[middle]?.span?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Proposal[] = []
  for (let at = low; at < prose.length && (prose[at]?.span?.start ?? end) < end; at += 1)
    found.push(prose[at] as Proposal)
  return found
}

/** Claims of a reading as the rules proposed them, in the order of their words. */
export const proseOf = (claims: readonly Claim[]): readonly Proposal[] =>
  asProposals(claims)
    .filter((one) => one.span !== null)
    .toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
