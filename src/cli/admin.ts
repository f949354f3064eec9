/** Nothing in; the address with the one code that makes an administrator out, on this terminal alone. */
import { openApp } from '../app/open-app.ts'
import { FIRST_ADMINISTRATOR_MINUTES } from '../core/account.ts'
import { inviteAdministrator } from '../usecases/accounts/invite.ts'
import { deskAddress } from './listen.ts'
import type { Verb } from './verb.ts'

export const adminVerb: Verb = {
  name: 'admin',
  help: 'Print a one-time address that makes an administrator. Valid for fifteen minutes; there is no other way to one.',
  run: async (given) => {
    const app = await openApp(given.config)
    try {
      const code = await inviteAdministrator(app)
      const url = `${deskAddress(given.config)}/${given.config.language}/desk/join/${code}`
      given.terminal.say(url)
      given.terminal.note(given.terminal.words.t('cli.admin.valid', { n: FIRST_ADMINISTRATOR_MINUTES }))
      given.terminal.data({ url, minutes: FIRST_ADMINISTRATOR_MINUTES })
      return 0
    } finally {
      await app.close()
    }
  },
}
