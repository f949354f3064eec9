/** A data package that another house published in; its records here as coded, and what is left to do for them said, out. */
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { importData } from '../usecases/import-data/import-data.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const importDataVerb: Verb = {
  name: 'import-data',
  help: 'Take in the data package of another house: its records come in as coded, and nothing is published by it.',
  arguments: [{ name: '<package>', help: 'datapackage.zip, as every site offers it under /data/' }],
  options: [
    { flags: '--from <name>', help: 'what the other house is called here; shown beside each source' },
    { flags: '--by <name>', help: 'your pseudonym in the log; somebody else verifies', default: 'operator' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const node = textOption(given, 'from')
    if (node === undefined) throw refuse('usage', { problem: 'import-data <package> --from <name>' })
    const bytes = readFile(path, given.config.maxBytes)
    const app = await openApp(given.config)
    try {
      const { terminal } = given
      const bar = terminal.progress(path)
      const done = await importData(app, {
        ...{ bytes, node, by: textOption(given, 'by') ?? 'operator', progress: bar.to },
      }).finally(bar.end)
      const { records, here, people, loose } = done
      terminal.say(terminal.words.t('cli.import-data.done', { n: records, from: node }))
      if (here > 0) terminal.note(terminal.words.t('cli.import-data.here', { n: here }))
      if (people.length > 0)
        terminal.note(
          terminal.words.t('cli.import-data.people', { n: people.length, ids: people.join(', ') }),
        )
      if (loose > 0) terminal.note(terminal.words.t('cli.import-data.loose', { n: loose }))
      terminal.data(done)
      return 0
    } finally {
      await app.close()
    }
  },
}
