/** A table of recommendations in; the register with them, or every fault of the table, out. */
import { openApp } from '../app/open-app.ts'
import { importRecommendations } from '../usecases/recommendations/import-recommendations.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const importRecommendationsVerb: Verb = {
  name: 'import-recommendations',
  help: 'Take in a table of recommendations with their exact words and sources; nothing is public by it.',
  arguments: [{ name: '<file>', help: 'csv or xlsx, with the names of columns in its first row' }],
  options: [
    { flags: '--pack <id>', help: 'country pack', default: 'kz' },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const bytes = readFile(path, given.config.maxBytes)
    const app = await openApp(given.config)
    try {
      const done = await importRecommendations(app, {
        ...{ bytes, name: path.split(/[/\\]/).at(-1) ?? path, country: textOption(given, 'pack') ?? 'kz' },
        by: textOption(given, 'by') ?? 'operator',
      })
      const { recorded, known, joined } = done
      given.terminal.say(
        given.terminal.words.t('cli.import-recommendations.done', {
          ...{ n: recorded.length, known: known.length, joined },
        }),
      )
      given.terminal.data(done)
      return 0
    } finally {
      await app.close()
    }
  },
}
