/** Serves the public site and the workspace until asked to stop; the public tiers are made of the day first. */
import { type App, openApp } from '../app/open-app.ts'
import { sayIfUnsteady } from '../app/steady.ts'
import { todayIs } from '../app/today.ts'
import { isAnybodyIn } from '../usecases/accounts/invite.ts'
import { dayBegins, eachDay } from './day-begins.ts'
import { keepSafe } from './keep-safe.ts'
import { catchTheRest } from './last-resort.ts'
import { askedToStop, listen, listenSite } from './listen.ts'
import type { Given, Verb } from './verb.ts'

const HOUR = 3_600_000

export const serveVerb: Verb = {
  name: 'serve',
  help: 'Serve the public site and, on loopback, the workspace.',
  options: [
    {
      flags: '--site-only',
      help: 'the public site alone, from DATABASE_PUBLIC_URL: no workspace, and no other table is ever asked',
    },
  ],
  run: async (given) => {
    catchTheRest()
    if (given.options.siteOnly === true) return serveSite(given)
    const app = await openApp(given.config)
    try {
      // Bases, openings and times of keeping end on a day, and that day may have come while nothing ran.
      const today = todayIs(app.clock)
      sayIfUnsteady(app)
      const isDone = await dayBegins(app, app.config)
      const listening = await listen(app)
      const watch = refreshEachDay(app, isDone ? today : null)
      const stopKeeping = keepSafe(app)
      const { siteUrl, deskUrl } = listening
      given.terminal.say(`Aigaq: ${siteUrl} ${given.terminal.words.t('cli.serve.desk', { url: deskUrl })}`)
      if (!(await isAnybodyIn(app))) given.terminal.note(given.terminal.words.t('cli.serve.nobody'))
      given.terminal.data({ site: siteUrl, desk: deskUrl })
      await askedToStop()
      clearInterval(watch)
      await stopKeeping()
      await listening.close()
      return 0
    } finally {
      await app.close()
    }
  },
}

async function serveSite({ config, terminal }: Given): Promise<number> {
  const listening = await listenSite(config)
  terminal.say(`Aigaq: ${listening.siteUrl}`)
  terminal.data({ site: listening.siteUrl })
  await askedToStop()
  await listening.close()
  return 0
}

/** A basis for showing somebody ends on a day, and a quarter begins on one: the pages must know when that day has come. `begun`: the day that they are of. */
export const refreshEachDay = (app: App, begun: string | null): NodeJS.Timeout => {
  const look = eachDay(
    () => todayIs(app.clock),
    begun,
    () => {
      sayIfUnsteady(app)
      return dayBegins(app, app.config)
    },
  )
  return setInterval(() => void look(), HOUR)
}
