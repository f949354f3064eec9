/** A role and an organisation in; the address that makes one account of it out, for whoever has the machine. */
import { openApp } from '../app/open-app.ts'
import { HOME } from '../core/access.ts'
import { INVITATION_HOURS } from '../core/account.ts'
import { refuse } from '../core/faults.ts'
import { OPERATOR } from '../usecases/accounts/change.ts'
import { invite } from '../usecases/accounts/invite.ts'
import { deskAddress } from './listen.ts'
import { textOption, type Verb } from './verb.ts'

export const inviteVerb: Verb = {
  name: 'invite',
  help: 'Print a one-time address that makes one account. Administrators come by `admin` alone.',
  options: [
    { flags: '--role <role>', help: 'monitor, editor, lawyer, partner, campaigner, educator or auditor' },
    { flags: '--handle <name>', help: 'the pseudonym under which records know this person already' },
    { flags: '--organisation <id>', help: 'an organisation that is here already', default: HOME },
  ],
  run: async (given) => {
    const role = textOption(given, 'role')
    if (role === undefined) throw refuse('usage', { problem: 'invite --role … [--organisation …]' })
    const app = await openApp(given.config)
    try {
      const organisation = textOption(given, 'organisation') ?? HOME
      const handle = textOption(given, 'handle')
      const code = await invite(app, OPERATOR, { role, organisation, ...(handle && { handle }) })
      const url = `${deskAddress(given.config)}/${given.config.language}/desk/join/${code}`
      given.terminal.say(url)
      given.terminal.note(given.terminal.words.t('cli.invite.valid', { n: INVITATION_HOURS }))
      given.terminal.data({ url, hours: INVITATION_HOURS })
      return 0
    } finally {
      await app.close()
    }
  },
}
