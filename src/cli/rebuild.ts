/** Throws the derived tiers away and makes them anew; with --replay also tiers 2 and 3, from the bytes and the log, beside the first. */
import { openApp } from '../app/open-app.ts'
import { rebuild } from '../usecases/rebuild.ts'
import { replayBeside } from '../usecases/replay.ts'
import type { Verb } from './verb.ts'

export const rebuildVerb: Verb = {
  name: 'rebuild',
  help: 'Make every derived tier anew and say whether the same came out.',
  options: [
    {
      flags: '--replay',
      help: 'make tiers 2 to 6 again from the files and the log, in a scratch schema, and compare',
    },
  ],
  run: async (given) => {
    const app = await openApp(given.config)
    const { terminal } = given
    try {
      const bar = terminal.progress(terminal.words.t('cli.rebuild.progress'))
      const done =
        given.options.replay === true ? await replayBeside(app, app.databaseUrl, bar.to) : await rebuild(app)
      bar.end()
      for (const one of done.tables)
        terminal.say(
          terminal.words.t(one.same ? 'cli.rebuild.same' : 'cli.rebuild.differs', {
            table: one.table,
            n: one.rows,
          }),
        )
      terminal.data(done)
      return done.same ? 0 : 1
    } finally {
      await app.close()
    }
  },
}
