/** Checks the whole log and every row it covers; names each place where something was altered. */
import { openApp } from '../app.ts'
import { verify } from '../usecases/verify.ts'
import type { Verb } from './verb.ts'

export const verifyVerb: Verb = {
  name: 'verify',
  help: 'Recompute the hash chain of the log and find any altered, removed or added row.',
  run: async (given) => {
    const app = await openApp(given.config)
    const { terminal } = given
    try {
      const bar = terminal.progress(terminal.words.t('cli.verify.progress'))
      const found = await verify(app, bar.to)
      bar.end()
      for (const one of found.breaks)
        terminal.say(terminal.words.t(`cli.verify.${one.kind}`, { seq: one.seq }))
      if (found.breaks.length === 0)
        terminal.say(
          terminal.words.t('cli.verify.whole', {
            n: found.events,
            rows: found.rows,
            head: found.head.slice(0, 16),
          }),
        )
      terminal.data(found)
      return found.breaks.length === 0 ? 0 : 1
    } finally {
      await app.close()
    }
  },
}
