/** Shuts the house at once, or opens it again: sessions ended, nothing written, keys dropped by whatever serves. */
import { folderOf, openApp, openBare } from '../app/open-app.ts'
import { roomIn } from '../app/room.ts'
import type { Config } from '../config.ts'
import { houseNow, openHouse, shutByOperator } from '../usecases/accounts/panic.ts'
import type { Verb } from './verb.ts'

export const panicVerb: Verb = {
  name: 'panic',
  help: 'End all sessions, write nothing more, drop keys from memory. --open opens the house again.',
  options: [
    { flags: '--open', help: 'open the house again; in the workspace that takes two people' },
    { flags: '--status', help: 'say whether the house is shut' },
  ],
  run: async ({ config, options, terminal }) => {
    if (options.open === true) await openAgain(config)
    const isShutting = options.open !== true && options.status !== true
    if (isShutting) roomIn(folderOf(config))
    // Only opening again has the time to read everything.
    const bare = await openBare(config)
    try {
      if (isShutting) await shutByOperator(bare)
      const { shut, by, since } = await houseNow(bare)
      const { t } = terminal.words
      terminal.say(shut ? t('cli.panic.shut', { by: by ?? '', since: since ?? '' }) : t('cli.panic.open'))
      terminal.data({ shut, by, since })
      return 0
    } finally {
      await bare.close()
    }
  },
}

async function openAgain(config: Config): Promise<void> {
  const app = await openApp(config)
  try {
    await openHouse(app, null)
  } finally {
    await app.close()
  }
}
