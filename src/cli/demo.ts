/** The example corpus loaded into a database of its own and served: the main job in one command. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type App, folderOf, openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { type Config, ROOT } from '../config.ts'
import { openDemo } from '../usecases/accounts/demo-entrance.ts'
import { fixMargins } from '../usecases/fix-margins.ts'
import { loadCorpus } from '../usecases/load-corpus.ts'
import { refresh } from '../usecases/refresh.ts'
import { askedToStop, listen } from './listen.ts'
import { readCorpus } from './read-corpus.ts'
import { refreshEachDay } from './serve.ts'
import type { Terminal } from './terminal.ts'
import type { Verb } from './verb.ts'

export const demoVerb: Verb = {
  name: 'demo',
  help: 'Load the example corpus into a database of its own and serve it.',
  options: [{ flags: '--once', help: 'load, print the share of values read by rules, and stop' }],
  run: async (given) => {
    const { terminal } = given
    const config = await onFreePorts(demoConfig(given.config))
    const app = await openApp(config)
    try {
      const { standing, byRule, incidents, reports } = await loadExamples(app, terminal)
      const percent = standing === 0 ? 0 : Math.round((byRule / standing) * 100)
      terminal.note(terminal.words.t('cli.demo.loaded', { n: incidents, reports }))
      terminal.note(terminal.words.t('cli.demo.share', { percent, n: byRule, standing }))
      if (given.options.once === true) {
        terminal.data({ incidents, standing, byRule })
        return 0
      }
      const entrance = await openDemo(app)
      const listening = await listen(app, entrance)
      const watch = refreshEachDay(app, todayIs(app.clock))
      terminal.say(
        `Aigaq: ${listening.siteUrl} ${terminal.words.t('cli.serve.desk', { url: listening.deskUrl })}`,
      )
      const links = entrance.links.map(({ handle, code }) => ({
        handle,
        url: `${listening.deskUrl.replace(/desk\/$/, '')}${config.language}/desk/demo/${code}`,
      }))
      for (const { handle, url } of links) terminal.say(terminal.words.t('cli.demo.link', { handle, url }))
      terminal.data({ site: listening.siteUrl, desk: listening.deskUrl, links, standing, byRule })
      await askedToStop()
      clearInterval(watch)
      await listening.close()
      return 0
    } finally {
      await app.close()
    }
  },
}

/** The examples as they are meant to be read: those that are there already stay as they are. */
export async function loadExamples(app: App, terminal: Terminal) {
  const bar = terminal.progress(terminal.words.t('cli.demo.loading'))
  const { reports } = await loadCorpus(app, readCorpus(join(ROOT, 'examples')), bar.to)
  bar.end()
  // The examples are all there now; a quarter that was set before stays as it is.
  await fixMargins(app, { by: 'aigaq' })
  return { reports, ...(await refresh(app)) }
}

/** Never the operator's own database: examples beside real cases would be mistaken for them. */
export const demoConfig = (config: Config): Config => ({
  ...config,
  databaseUrl: '',
  publicDatabaseUrl: '',
  staffDatabaseUrl: '',
  deskOrigin: '',
  data: join(folderOf(config), 'demo'),
})

/** Taken ports give way to free ones. */
async function onFreePorts(config: Config): Promise<Config> {
  const port = await freeOr(config.host, config.port)
  return { ...config, port, deskPort: await freeOr(config.deskHost, config.deskPort) }
}

const freeOr = (host: string, port: number): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, host, () => probe.close(() => resolve(port)))
  })
