/** A person’s id in; nobody reads their name any more out, and where a word of it still stands is told. */
import { folderOf, openApp } from '../app/open-app.ts'
import { roomIn } from '../app/room.ts'
import { refuse } from '../core/faults.ts'
import { withdrawPerson } from '../usecases/withdraw-person.ts'
import { textOption, type Verb } from './verb.ts'

export const withdrawVerb: Verb = {
  name: 'withdraw',
  help: 'Take a person’s name out of every public page, file and feed, at once.',
  arguments: [{ name: '<person>', help: 'id of a recorded person' }],
  options: [
    { flags: '--by <name>', help: 'your pseudonym' },
    { flags: '--why <text>', help: 'reason, kept in the log' },
  ],
  run: async (given) => {
    const [by, why] = [textOption(given, 'by'), textOption(given, 'why')]
    if (by === undefined || why === undefined)
      throw refuse('usage', { problem: 'withdraw <person> --by … --why …' })
    roomIn(folderOf(given.config))
    const app = await openApp(given.config)
    const { words, say, data } = given.terminal
    try {
      const done = await withdrawPerson(app, { person: given.arguments[0] ?? '', by, why })
      say(words.t('cli.withdraw.done', { person: done.person }))
      if (done.stillStands.length > 0)
        say(words.t('cli.withdraw.stands', { records: done.stillStands.join(', ') }))
      data(done)
      return 0
    } finally {
      await app.close()
    }
  },
}
