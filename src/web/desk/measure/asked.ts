/** A request to a page of the room in; the country and question it asks, and a page of the records behind a number, out. */
import type { Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import type { CountQuestion } from '../../../core/count-table.ts'
import { caseRecordsById } from '../../../store/queries/cases.ts'
import { countriesCounted } from '../../../store/queries/counted.ts'
import { recordRowsById } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { permitMeasure } from '../../../usecases/measure/counted-rows.ts'
import { questionFrom } from '../../../usecases/measure/question.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { RowsView } from './rows-page.ts'

const PER_PAGE = 50

/** Countries with a record that whoever asks may see, and a pack that says what its codes mean. */
export const countriesOf = async (own: Context): Promise<readonly string[]> =>
  (await countriesCounted(own.store)).filter((id) => own.knowledge.packs.has(id))

/** Refused to whoever may not count before anything is read. */
export async function questionIn(c: Request<DeskEnv>, own: Context): Promise<CountQuestion> {
  permitMeasure(own)
  const { unverified, ...typed } = c.req.query()
  // With nothing on record the answer is an empty one, and no error.
  const [first = ''] = [...(await countriesOf(own)), ...own.knowledge.packs.keys()]
  return questionFrom({ ...typed, unverified: unverified !== undefined }, first)
}

export async function listed(
  own: Context,
  ids: readonly string[],
  asked = '1',
  kind: 'incidents' | 'cases' = 'incidents',
): Promise<Pick<RowsView, 'all' | 'page' | 'pages' | 'records' | 'today'>> {
  const pages = Math.max(1, Math.ceil(ids.length / PER_PAGE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked, 10) || 1))
  const here = ids.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const rows = await (kind === 'cases' ? caseRecordsById(own.store, here) : recordRowsById(own.store, here))
  const found = new Map<string, RowsView['records'][number]>(rows.map((row) => [row.id, row]))
  const records = here.flatMap((id) => found.get(id) ?? [])
  return { all: ids.length, page, pages, records, today: todayIs(own.clock) }
}
