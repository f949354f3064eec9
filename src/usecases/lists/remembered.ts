/** Lists that somebody mapped before, from the log: what their columns held, and where their rows are. */
import { sql } from 'kysely'
import { HOME } from '../../core/access.ts'
import type { ListMap, ListTable } from '../../core/list.ts'
import { foldWords } from '../../review/list/words.ts'
import type { Store } from '../../store/connect.ts'

export const READ_LIST = 'read-list'

export type MappedList = { readonly document: string; readonly source: string; readonly map: ListMap }

/** The newest mapping of each list of one organisation, the newest list first. */
export async function mappedLists(house: Store, organisation: string): Promise<readonly MappedList[]> {
  const rows = await house
    .selectFrom('events')
    .select(sql<ListMap | null>`input->'map'`.as('map'))
    .select(['object', sql<string | null>`input->>'source'`.as('source')])
    .where('use_case', '=', READ_LIST)
    .where((one) => one.fn.coalesce('organisation', one.val(HOME)), '=', organisation)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
  const newest = new Map<string, MappedList>()
  for (const { object, source, map } of rows)
    if (object !== null && map !== null && !newest.has(`${object} ${map.sheet}`))
      newest.set(`${object} ${map.sheet}`, { document: object, source: source ?? '', map })
  return [...newest.values()]
}

/** Of whom lists are remembered together: the publisher, else the name of the report. */
export const sourceKey = (publisher: string | null, name: string): string =>
  publisher === null
    ? `name ${foldWords(name)
        .replace(/[\d\s._-]+/g, ' ')
        .trim()}`
    : `publisher ${foldWords(publisher)}`

/** What was said of a like list of the same source, put on the columns of this one by their names; null where too few fit. */
export function mapAsBefore(
  guessed: ListMap,
  table: ListTable,
  before: readonly MappedList[],
): ListMap | null {
  for (const { map } of before) {
    const said = new Map(map.columns.map((one) => [foldWords(one.name), one.holds]))
    const named = guessed.columns.filter((one) => one.name !== '' && said.has(foldWords(one.name)))
    const isNameless = table.names.size === 0 && map.columns.every((one) => one.name === '')
    const fits = isNameless
      ? map.columns.length === guessed.columns.length
      : named.length * 2 > guessed.columns.length
    if (!fits) continue
    const columns = guessed.columns.map((one, index) => ({
      ...one,
      holds: (isNameless ? map.columns[index]?.holds : said.get(foldWords(one.name))) ?? one.holds,
    }))
    return {
      ...map,
      sheet: guessed.sheet,
      headRows: guessed.headRows,
      order: guessed.order ?? map.order,
      columns,
    }
  }
  return null
}
