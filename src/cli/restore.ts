/** A backup in, the house it was taken from out, in an empty place. */

import { restoreFrom } from '../app/backups.ts'
import { openApp, openUnmade } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { identitiesIn } from './identities.ts'
import { textOption, textsOption, type Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore',
  help: 'Make a house again from a backup, in an empty data folder (or an empty database at DATABASE_URL), and prove that it is the same.',
  arguments: [{ name: '<backup>', help: 'folder that backup wrote' }],
  options: [
    { flags: '--identity <file>', help: 'file with an age key that opens it', repeated: true },
    { flags: '--key <key>', help: 'key that must have signed it, as backup and checkpoint tell it' },
  ],
  run: async (given) => {
    const [folder] = given.arguments
    if (folder === undefined) throw refuse('usage', { problem: 'restore <backup>' })
    const identities = await identitiesIn(given, textsOption(given, 'identity'))
    const { terminal } = given
    const app = await openUnmade(given.config)
    const bar = terminal.progress(terminal.words.t('cli.restore.progress'))
    try {
      const asked = { folder, identities, key: textOption(given, 'key') ?? null, progress: bar.to }
      const done = await restoreFrom(app, asked)
      bar.end()
      const { made, entries, files, root } = done
      terminal.say(terminal.words.t('cli.restore.done', { made, entries, files, root }))
      for (const { day, kind } of done.told.wrong)
        terminal.say(terminal.words.t(`cli.verify.told.${kind}`, { day }))
      for (const [name, value] of Object.entries(done.settings))
        terminal.say(terminal.words.t('cli.restore.setting', { name, value }))
      terminal.data(done)
    } finally {
      bar.end()
      await app.close()
    }
    // Opened as every other verb does: what is told is what will be found.
    await (await openApp(given.config)).close()
    return 0
  },
}
