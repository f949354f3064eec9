/** A question of counting in, its answer as ranges out: a table for people, JSON or CSV for programs. */
import { openApp } from '../app/open-app.ts'
import type { CountCell } from '../core/count-table.ts'
import type { CountUnit } from '../core/counted.ts'
import { refuse } from '../core/faults.ts'
import { MAPPINGS, type MappingName } from '../core/mappings.ts'
import type { Words } from '../core/words.ts'
import { countRecords } from '../usecases/measure/count-records.ts'
import { countCsvOf } from '../usecases/measure/csv-of.ts'
import { mappedCsv, mappedTable } from '../usecases/measure/mapped-table.ts'
import { questionFrom } from '../usecases/measure/question.ts'
import { readAggregates } from '../usecases/measure/read-aggregates.ts'
import { type Mapped, readMapped } from '../usecases/measure/read-mapped.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const countVerb: Verb = {
  name: 'count',
  help: 'Count what is on record, as ranges where sources disagree, by up to two facets.',
  options: [
    {
      flags: '--unit <unit>',
      help: 'incidents, persons, times, acts, proceedings, penalties, days, months, money or index',
      default: 'incidents',
    },
    {
      flags: '--rows <facet>',
      help: 'year, quarter, month, region, freedom, act, law, institution, role or penalty',
    },
    { flags: '--columns <facet>', help: 'a second facet, crossed with the first' },
    { flags: '--from <date>', help: 'only what lies wholly from this day on: 2020, 2020-03 or 2020-03-18' },
    { flags: '--to <date>', help: 'only what lies wholly up to this day' },
    { flags: '--only <slices>', help: 'only these slices, such as "act:detention region:KZ-75"' },
    { flags: '--country <id>', help: 'country pack', default: 'kz' },
    { flags: '--unverified', help: 'with records that no second person has verified' },
    { flags: '--as <mapping>', help: 'tell the records in the words of others: sdg, civicus or acled' },
    { flags: '--csv', help: 'print CSV' },
  ],
  run: async (given) => {
    const { terminal } = given
    const named = ['unit', 'rows', 'columns', 'from', 'to', 'only', 'country'] as const
    const typed = Object.fromEntries(named.map((name) => [name, textOption(given, name)]))
    const question = questionFrom({ ...typed, unverified: given.options.unverified === true }, 'kz')
    const as = mappingNamed(textOption(given, 'as'))
    const app = await openApp(given.config)
    try {
      if (as !== undefined) return tellMapped(given, await readMapped(app, question, as))
      const answer = await countRecords(app, question)
      if (given.options.csv === true) {
        process.stdout.write(countCsvOf(answer))
        return 0
      }
      const lines = [...answer.cells, answer.total].map((cell) =>
        cellLine(cell, terminal.words, question.unit),
      )
      terminal.say(lines.join('\n'))
      if (answer.notVerified > 0 && !question.unverified)
        terminal.note(terminal.words.t('measure.outside.unverified', { n: answer.notVerified }))
      terminal.data({ ...answer, aggregates: await readAggregates(app, question) })
      return 0
    } finally {
      await app.close()
    }
  },
}

function mappingNamed(name: string | undefined): MappingName | undefined {
  const as = MAPPINGS.find((one) => one === name)
  if (name !== undefined && as === undefined)
    throw refuse('count.unknown', { value: name, known: MAPPINGS.join(', ') }, '--as')
  return as
}

/** The table of a mapping; with `--json` also the records behind each number, and the rules. */
function tellMapped({ terminal, options }: Given, mapped: Mapped): number {
  const table = mappedTable(mapped)
  if (options.csv === true) process.stdout.write(mappedCsv(mapped))
  else
    terminal.say(
      [table.columns, ...table.rows].map((row) => row.map((one) => one ?? '').join('\t')).join('\n'),
    )
  if (options.csv !== true) terminal.data(mapped)
  return 0
}

/** `detention  2020-q1  31 to 32` with codes as they are in the data: what is typed in can be typed back. Never 0 for what nobody says. */
function cellLine(
  { row, column, certain, claimed, incidents, untold }: CountCell,
  { t }: Words,
  unit: CountUnit,
): string {
  const where = [row, column].filter((one) => one !== null)
  const range =
    incidents === 0
      ? t('measure.nothing')
      : certain === 0 && (claimed === null || (claimed === 0 && untold > 0))
        ? t('measure.not-told')
        : claimed === null
          ? t('number.at-least', { n: certain })
          : claimed === certain
            ? String(certain)
            : t('number.range', { min: certain, max: claimed })
  const notes = [
    ...(unit === 'proceedings' ? [] : [t('measure.cell.in', { n: incidents })]),
    ...(untold > 0 ? [t('measure.cell.untold', { n: untold })] : []),
  ]
  const said = notes.length > 0 ? [`(${notes.join('; ')})`] : []
  return [...(where.length > 0 ? where : [t('measure.total')]), range, ...said].join('\t')
}
