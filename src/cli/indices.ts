/** A table of an outside index (CSV) in, its values on record with licence and vintage out; nothing unless every line can be used. */
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { bringIndex } from '../usecases/rating/bring-index.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const indexVerb: Verb = {
  name: 'index',
  help: 'Bring in values of an outside index, with licence and vintage. The table has the columns country, variable, edition, value, published.',
  arguments: [{ name: '<file>', help: 'a CSV file in UTF-8 with a heading' }],
  options: [
    { flags: '--index <family>', help: 'which index: a family of the method file, e.g. fiw-e' },
    { flags: '--licence <text>', help: 'what it may be used for, e.g. CC BY 4.0' },
    { flags: '--from <text>', help: 'where the table was taken from' },
    { flags: '--vintage <day>', help: 'day it was taken' },
  ],
  run: async (given) => {
    const [path = ''] = given.arguments
    const [index, licence, from, vintage] = ['index', 'licence', 'from', 'vintage'].map((name) =>
      textOption(given, name),
    )
    if (index === undefined || licence === undefined || from === undefined || vintage === undefined)
      throw refuse('usage', { problem: 'index <file> --index … --licence … --from … --vintage …' })
    const table = new TextDecoder('utf-8').decode(readFile(path, given.config.maxBytes))
    const name = path.split(/[/\\]/).at(-1) ?? path
    const app = await openApp(given.config)
    try {
      const { values } = await bringIndex(app, { index, licence, from, vintage, table, name })
      given.terminal.say(given.terminal.words.t('cli.index.done', { n: values, index }))
      given.terminal.data({ index, values })
      return 0
    } finally {
      await app.close()
    }
  },
}
