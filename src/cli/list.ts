/** A list of somebody else's in; row by row what it is like on record, and on demand its rows proposed for review, out. */
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import type { ImportReport } from '../usecases/import-report.ts'
import { listReport } from '../usecases/lists/list-report.ts'
import { proposeList } from '../usecases/lists/propose-list.ts'
import { readList } from '../usecases/lists/read-list.ts'
import { isProposed, isUnlike } from '../usecases/lists/rows-met.ts'
import { takeList } from '../usecases/lists/take-list.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

const TAKEN = { new: isProposed, unlike: isUnlike } as const

export const listVerb: Verb = {
  name: 'list',
  help: 'Say of each row of a list what on record it is like; nothing is linked, and nothing proposed unless asked.',
  arguments: [{ name: '<file>', help: 'csv, xlsx or parquet' }],
  options: [
    { flags: '--pack <id>', help: 'country pack', default: 'kz' },
    { flags: '--publisher <text>', help: 'who keeps the list: what its columns hold is remembered by it' },
    { flags: '--sheet <n>', help: 'number of the sheet, from 0', default: '0' },
    {
      flags: '--propose <which>',
      help: 'new: all rows that are not here yet; unlike: those like nothing on record',
    },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const which = textOption(given, 'propose')
    const taken = which === 'new' || which === 'unlike' ? TAKEN[which] : null
    if (which !== undefined && taken === null)
      throw refuse('usage', { problem: '--propose new, --propose unlike' })
    const sheet = Number(textOption(given, 'sheet') ?? 0)
    if (!Number.isInteger(sheet) || sheet < 0) throw refuse('usage', { problem: '--sheet 0, 1, …' })
    const file = readFile(path, given.config.maxBytes)
    const isParquet = /\.parquet$/i.test(path)
    // Loaded only here: the engine is large.
    const bytes = isParquet
      ? await (await import('../usecases/lists/parquet-list.ts')).parquetAsCsv(path)
      : file
    const name = (path.split(/[/\\]/).at(-1) ?? path).replace(/\.parquet$/i, '.csv')
    const app = await openApp(given.config)
    try {
      const report: ImportReport = {
        ...{ bytes, name, country: textOption(given, 'pack') ?? 'kz', asOf: null },
        by: textOption(given, 'by') ?? 'operator',
        source: {
          ...{ title: name, publisher: textOption(given, 'publisher') ?? null, collector: null, url: null },
          ...{ published: null, accessed: null, licence: null },
          ...{ reliabilityOfSource: 'unknown', reliabilityOfInformation: 'unknown' },
        },
      }
      const document = await takeList(app, report, sheet)
      const view = await readList(app, document, sheet)
      given.terminal.say(listReport(view.rows).trimEnd())
      const done = taken ? await proposeList(app, document, view.map, taken) : null
      const of = (likeness: string): number =>
        view.rows.filter((one) => one.likeness === likeness && one.status === 'new').length
      const counts = { matched: of('matched'), doubtful: of('doubtful'), unlike: of('none') }
      given.terminal.note(
        given.terminal.words.t('cli.list.done', { document, ...counts, proposed: done?.proposed ?? 0 }),
      )
      given.terminal.data({ document, ...counts, rows: view.rows, ...(done && { done }) })
      return 0
    } finally {
      await app.close()
    }
  },
}
