/** A number of days in; what needs a look by then out: grounds for showing people, times of keeping, replies asked for, hearings, answers, restrictions. */
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { whatIsDue } from '../usecases/what-is-due.ts'
import { textOption, type Verb } from './verb.ts'

/** A hundred years: further no calendar of ours goes. */
const FURTHEST = 36_500

export const dueVerb: Verb = {
  name: 'due',
  help: 'List what needs a look soon: grounds to review, records whose time ends, replies, hearings, answers, restrictions. Ids and days only.',
  options: [{ flags: '--within <days>', help: 'how many days ahead', default: '30' }],
  run: async (given) => {
    const days = Number(textOption(given, 'within'))
    if (!Number.isInteger(days) || days < 0 || days > FURTHEST)
      throw refuse('usage', { problem: '--within <whole days>' })
    const app = await openApp(given.config)
    try {
      const due = await whatIsDue(app, days)
      const { words } = given.terminal
      const lines = due.map(({ kind, id, day }) => words.t(`cli.due.${kind}`, { id, day }))
      given.terminal.say(lines.length > 0 ? lines.join('\n') : words.t('cli.due.none', { days }))
      given.terminal.data(due)
      return 0
    } finally {
      await app.close()
    }
  },
}
