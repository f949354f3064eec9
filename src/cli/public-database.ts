/** The tables of this house in, the SQL of a database that holds the public ones alone out: for another machine, fed by logical replication. */

import { publicDatabaseSql } from '../app/logins.ts'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { textOption, type Verb } from './verb.ts'

export const publicDatabaseVerb: Verb = {
  name: 'public-database',
  help: 'Print the SQL for a database of the public tables alone, which another machine serves the site from.',
  options: [
    {
      flags: '--on <which>',
      help: 'primary: what is published there; public: the empty tables of the other database',
      default: 'public',
    },
  ],
  run: async (given) => {
    const on = textOption(given, 'on')
    if (on !== 'primary' && on !== 'public') throw refuse('usage', { problem: '--on primary, --on public' })
    const app = await openApp(given.config)
    try {
      const statements = await publicDatabaseSql(app, on)
      given.terminal.say(statements.map((one) => `${one};`).join('\n'))
      given.terminal.data(statements)
      return 0
    } finally {
      await app.close()
    }
  },
}
