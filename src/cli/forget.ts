/** A person, a record, one sealed thing or who opened files in; what is stored of it erased from rows, inputs of the log and files out. Asked for twice, since it cannot be undone. */
import { type App, folderOf, openApp } from '../app/open-app.ts'
import { roomIn } from '../app/room.ts'
import { refuse } from '../core/faults.ts'
import { forgetViews } from '../usecases/evidence/views.ts'
import { forgetPerson } from '../usecases/forget-person.ts'
import { forgetRecord } from '../usecases/forget-record.ts'
import { forgetSealed } from '../usecases/sealed/erase-sealed.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const forgetVerb: Verb = {
  name: 'forget',
  help: 'Erase a person’s name, or a whole incident, from records and the log. Cannot be undone; to hide only, use withdraw or a tier.',
  arguments: [{ name: '[person]', help: 'id of a recorded person' }],
  options: [
    { flags: '--record <incident>', help: 'id of an incident, instead of a person' },
    { flags: '--sealed <id>', help: 'id of one sealed thing, instead of a person' },
    { flags: '--views <pseudonym>', help: 'which files a colleague opened, instead of a person' },
    { flags: '--by <name>', help: 'your pseudonym' },
    { flags: '--why <text>', help: 'reason, kept in the log; it must not name the person or the record' },
    { flags: '--really <id>', help: 'the id once more' },
  ],
  run: async (given) => {
    const [person, record] = [given.arguments[0], textOption(given, 'record')]
    const [by, why, really] = [textOption(given, 'by'), textOption(given, 'why'), textOption(given, 'really')]
    const [views, sealed] = [textOption(given, 'views'), textOption(given, 'sealed')]
    const [what, ...more] = [person, record, sealed, views].filter((one) => one !== undefined)
    if (what === undefined || more.length > 0 || by === undefined || why === undefined || really !== what)
      throw refuse('usage', {
        problem:
          'forget <person> | --record <incident> | --sealed <id> | --views <pseudonym>, with --by … --why … --really <the id again>',
      })
    roomIn(folderOf(given.config))
    const app = await openApp(given.config)
    try {
      if (views !== undefined) {
        const n = await forgetViews(app, { of: views, by, why })
        given.terminal.say(given.terminal.words.t('cli.forget.views', { handle: views, n }))
        given.terminal.data({ views: n })
      } else if (sealed !== undefined) {
        const n = await forgetSealed(app, { id: sealed, by, why })
        given.terminal.say(given.terminal.words.t('cli.forget.sealed', { id: sealed, n }))
        given.terminal.data({ versions: n })
      } else if (record !== undefined) await forgetOne(given, app, { record, by, why })
      else await forgetSomebody(given, app, { person: person ?? '', by, why })
      return 0
    } finally {
      await app.close()
    }
  },
}

async function forgetSomebody(
  given: Given,
  app: App,
  asked: Parameters<typeof forgetPerson>[1],
): Promise<void> {
  const done = await forgetPerson(app, asked)
  const { rows, inputs, files } = done
  given.terminal.say(given.terminal.words.t('cli.forget.done', { n: rows, inputs, files }))
  if (done.others.length > 0)
    given.terminal.say(given.terminal.words.t('cli.forget.others', { ids: done.others.join(', ') }))
  if (done.sealed.length > 0)
    given.terminal.say(given.terminal.words.t('cli.forget.sealed-left', { ids: done.sealed.join(', ') }))
  given.terminal.data(done)
}

async function forgetOne(given: Given, app: App, asked: Parameters<typeof forgetRecord>[1]): Promise<void> {
  const done = await forgetRecord(app, asked)
  const { rows, inputs } = done
  given.terminal.say(given.terminal.words.t('cli.forget.record', { record: asked.record, n: rows, inputs }))
  given.terminal.data(done)
}
