/** Who asks, a country in; each event once as a count reads it, with the words of all its records, out. */
import { asOne } from '../../core/identity/as-one.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import type { Incident } from '../../core/record.ts'
import type { MappedRecord } from '../../measure/mappings/fits.ts'
import { type MappableRow, rowsToMap } from '../../store/queries/counted.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import { type Context, packOf } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { isReadBySame } from './as-counted.ts'
import { isCountable, rowsIn, VERIFIED } from './counted-rows.ts'

export type RecordToMap = MappedRecord & { readonly incident: Incident }

/** A record that is counted with another tells its words there, and is no row of its own; one that nobody verified tells nothing in one that somebody did. */
export async function recordsToMap(
  context: Context,
  asked: { readonly country: string; readonly unverified: boolean },
): Promise<readonly RecordToMap[]> {
  const pack = packOf(context.knowledge, asked.country)
  const rows = (await rowsToMap(context.store, asked.country)).filter(
    (row) => isCountable(row.state, asked.unverified) && mayRead(context, 'team', targetOf(row)),
  )
  const withOf = await toldWith(context, rows)
  return rows.flatMap((row): readonly RecordToMap[] => {
    const [counted] = row.counted === null ? [] : rowsIn(context, pack, row.counted)
    if (counted === undefined || row.counted === null) return []
    const others = withOf(row)
    const incidents = [row, ...others].map((one) => one.body as unknown as Incident)
    const [first, ...rest] = incidents
    if (first === undefined) return []
    return [
      {
        ...{ id: row.id, counted, collectors: row.counted.collectors, incident: asOne([first, ...rest]) },
        words: [row, ...others].flatMap((one) => one.passages.map(({ text }) => text)).join('\n'),
      },
    ]
  })
}

/** Read before the wall: which records are one is the same for everybody, and only those that may be read are told of. */
async function toldWith(
  context: Context,
  rows: readonly MappableRow[],
): Promise<(lead: MappableRow) => readonly MappableRow[]> {
  const joined = rows.filter((one) => one.counted === null)
  if (joined.length === 0) return () => []
  const groups = judgedOne(await saidOfPairs(context.house)).merged
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  return (lead) =>
    joined.filter(
      (one) =>
        groupOf.get(lead.id)?.includes(one.id) === true &&
        isReadBySame(one, lead) &&
        VERIFIED.has(one.state) === VERIFIED.has(lead.state),
    )
}
