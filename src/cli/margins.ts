/** Sets the margins of all years for this quarter, or says from when on they can be set again. */
import { openApp } from '../app/open-app.ts'
import { fixMargins } from '../usecases/fix-margins.ts'
import { textOption, type Verb } from './verb.ts'

export const marginsVerb: Verb = {
  name: 'margins',
  help: 'Set how much totals allow for records held back; at most once a quarter.',
  options: [{ flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' }],
  run: async (given) => {
    const { terminal } = given
    const app = await openApp(given.config)
    try {
      const { set, next } = await fixMargins(app, { by: textOption(given, 'by') ?? 'operator' })
      terminal.say(
        set === null
          ? terminal.words.t('cli.margins.later', { day: next })
          : terminal.words.t('cli.margins.done', { n: set.margins.length, day: next }),
      )
      terminal.data({ set: set !== null, next })
      return 0
    } finally {
      await app.close()
    }
  },
}
