/** Shuts the house at once, or opens it again: sessions ended, nothing written, keys dropped by whatever serves. */
import { openApp } from '../app.ts'
import { houseNow, openHouse, shutHouse } from '../usecases/accounts/panic.ts'
import type { Verb } from './verb.ts'

export const panicVerb: Verb = {
  name: 'panic',
  help: 'End all sessions, write nothing more, drop keys from memory. --open opens the house again.',
  options: [
    { flags: '--open', help: 'open the house again; in the workspace that takes two people' },
    { flags: '--status', help: 'say whether the house is shut' },
  ],
  run: async ({ config, options, terminal }) => {
    const app = await openApp(config)
    try {
      if (options.open === true) await openHouse(app, null)
      else if (options.status !== true) await shutHouse(app)
      const { shut, by, since } = await houseNow(app)
      const { t } = terminal.words
      terminal.say(shut ? t('cli.panic.shut', { by: by ?? '', since: since ?? '' }) : t('cli.panic.open'))
      terminal.data({ shut, by, since })
      return 0
    } finally {
      await app.close()
    }
  },
}
