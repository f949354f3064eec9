/** Serves the public site and the workspace until asked to stop; the public tiers are made of the day first. */
import { type App, openApp, todayIs } from '../app.ts'
import { isAnybodyIn } from '../usecases/accounts/invite.ts'
import { startTravels } from '../usecases/accounts/sessions.ts'
import { noteDays } from '../usecases/field/note-days.ts'
import { fixMargins, marginsAreDue } from '../usecases/fix-margins.ts'
import { sweepIntake } from '../usecases/intake/take.ts'
import { refresh } from '../usecases/refresh.ts'
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
      if (await marginsAreDue(app)) await fixMargins(app, { by: 'aigaq' })
      await startTravels(app)
      await sweepIntake(app)
      await noteDays(app)
      await refresh(app)
      const listening = await listen(app)
      const watch = refreshEachDay(app)
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

/** A basis for showing somebody ends on a day, and a quarter begins on one: the pages must know when that day has come. */
export function refreshEachDay(app: App): NodeJS.Timeout {
  let day = todayIs(app.clock)
  return setInterval(() => {
    if (todayIs(app.clock) === day) return
    day = todayIs(app.clock)
    dayBegins(app).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  }, HOUR)
}

/** Margins first, since setting them makes the pages anew as well. */
async function dayBegins(app: App): Promise<void> {
  await startTravels(app)
  await sweepIntake(app)
  await noteDays(app)
  if (await marginsAreDue(app)) await fixMargins(app, { by: 'aigaq' })
  else await refresh(app)
}
