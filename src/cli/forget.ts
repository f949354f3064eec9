/** A person’s id in; their name erased from records, texts, files and the log’s inputs out. Asked for twice, since it cannot be undone. */
import { openApp } from '../app.ts'
import { refuse } from '../core/faults.ts'
import { forgetPerson } from '../usecases/forget-person.ts'
import { textOption, type Verb } from './verb.ts'

export const forgetVerb: Verb = {
  name: 'forget',
  help: 'Erase a person’s name from records, texts, files and the log. Cannot be undone; to hide only, use withdraw.',
  arguments: [{ name: '<person>', help: 'id of a recorded person' }],
  options: [
    { flags: '--by <name>', help: 'your pseudonym' },
    { flags: '--why <text>', help: 'reason, kept in the log; it must not name the person' },
    { flags: '--really <person>', help: 'the id once more' },
  ],
  run: async (given) => {
    const person = given.arguments[0] ?? ''
    const [by, why] = [textOption(given, 'by'), textOption(given, 'why')]
    if (by === undefined || why === undefined || textOption(given, 'really') !== person)
      throw refuse('usage', { problem: 'forget <person> --by … --why … --really <person>' })
    const app = await openApp(given.config)
    try {
      const done = await forgetPerson(app, { person, by, why })
      given.terminal.say(
        given.terminal.words.t('cli.forget.done', { n: done.rows, inputs: done.inputs, files: done.files }),
      )
      given.terminal.data(done)
      return 0
    } finally {
      await app.close()
    }
  },
}
