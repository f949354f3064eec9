/** A view in, one XLSX workbook out: what it holds first, then a sheet for each table, the code book last. */
import { xlsxBook } from '../../adapters/xlsx-book.ts'
import { LANGUAGES } from '../../core/language.ts'
import { newestOf } from '../../publish/open/data-package.ts'
import { extentName } from '../../publish/open/extent.ts'
import { LICENCE } from '../../publish/open/licence.ts'
import { openTables } from '../../publish/open/tables.ts'
import type { OpenView } from '../../publish/open/view.ts'

export function spreadsheet(view: OpenView): Promise<Uint8Array> {
  const tables = openTables(view)
  const about = LANGUAGES.flatMap((language) => {
    const { words } = view.faces[language]
    return [
      [words.t('open.title', { what: extentName(view.extent) })],
      [words.t('open.about')],
      ...tables.map((one) => [`${one.name}: ${words.t(`open.table.${one.name}`)}`]),
      [null],
    ]
  })
  const facts = [[`${LICENCE.title}, ${LICENCE.path}`], [newestOf(view)]]
  return xlsxBook([
    { name: 'about', head: ['Aigaq'], types: ['string'], rows: [...facts, ...about] },
    ...tables.map(({ name, columns, rows }) => ({
      name,
      head: columns.map((column) => column.name),
      types: columns.map((column) => column.type),
      rows,
    })),
  ])
}
