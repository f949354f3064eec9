/** The log as it stands in, stamped by each time-stamp authority that is set out; what is not answered waits. */
import { authoritiesOf, logSignerOf } from '../app/keys.ts'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { signCheckpoint } from '../usecases/log/sign-checkpoint.ts'
import { stampWhatWaits } from '../usecases/log/stamp-what-waits.ts'
import type { Verb } from './verb.ts'

export const stampVerb: Verb = {
  name: 'stamp',
  help: 'Sign the log as it stands, and have the time-stamp authorities in AIGAQ_TSA sign when it stood so.',
  run: async ({ config, terminal }) => {
    if (config.stamps.urls.length === 0)
      throw refuse('usage', { problem: 'set AIGAQ_TSA and AIGAQ_TSA_CERTIFICATES' })
    const app = await openApp(config)
    try {
      if (!(await signCheckpoint(app, logSignerOf(app)))) throw refuse('backup.empty')
      const round = await stampWhatWaits(app, authoritiesOf(app), { isNow: true })
      const { stamped, waiting, problems } = round
      for (const one of problems) terminal.say(terminal.words.t('cli.stamp.problem', one))
      terminal.say(terminal.words.t('cli.stamp.done', { stamped, waiting }))
      terminal.data(round)
      return problems.length > 0 ? 1 : 0
    } finally {
      await app.close()
    }
  },
}
