/** A country and a time in; where somebody looked, region by region and span by span, and where nobody says so, out. */
import { openApp } from '../app/open-app.ts'
import { questionFrom } from '../usecases/measure/question.ts'
import { type CoverageRead, readCoverage } from '../usecases/measure/read-coverage.ts'
import type { Terminal } from './terminal.ts'
import { textOption, type Verb } from './verb.ts'

export const coverageVerb: Verb = {
  name: 'coverage',
  help: 'Say who collected where and when, and where nobody says that anybody looked.',
  options: [
    { flags: '--country <id>', help: 'country pack', default: 'kz' },
    { flags: '--from <date>', help: 'from this day on: 2020, 2020-03 or 2020-03-18' },
    { flags: '--to <date>', help: 'up to this day' },
    { flags: '--collector <name>', help: 'only records and statements of this collector' },
  ],
  run: async (given) => {
    const typed = Object.fromEntries(
      (['country', 'from', 'to'] as const).map((name) => [name, textOption(given, name)]),
    )
    const { country, from, to } = questionFrom(typed, 'kz')
    const app = await openApp(given.config)
    try {
      const collector = textOption(given, 'collector') ?? null
      tell(given.terminal, await readCoverage(app, { country, from, to, collector }))
      return 0
    } finally {
      await app.close()
    }
  },
}

/** `KZ-75  2020-q1  found  12  names`: every cell, since one that is left out would look like one where nobody looked. */
function tell(terminal: Terminal, read: CoverageRead): void {
  const { t } = terminal.words
  const silent = read.cells.filter((one) => one.seen === 'unsaid').length
  const lines = read.cells.map(({ region, span, seen, records, collectors, lookers }) =>
    [region, span, seen, String(records), [...new Set([...collectors, ...lookers])].join('; ')].join('\t'),
  )
  terminal.say([t('measure.coverage.head', { n: silent, all: read.cells.length }), ...lines].join('\n'))
  if (read.nowhere > 0) terminal.note(t('measure.coverage.nowhere', { n: read.nowhere }))
  terminal.data(read)
}
