/** Nothing in, a key of one's own that opens sealed things out; made on the machine of whoever will hold it. */
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { makeIdentity } from '../usecases/sealed/offline-keys.ts'
import { writeNew } from './new-file.ts'
import { newPassphrase } from './passphrase.ts'
import { textOption, type Verb } from './verb.ts'

export const identityVerb: Verb = {
  name: 'identity',
  help: 'Make a key of your own that opens what is sealed to you. Make it where it will be used, never on the server.',
  options: [
    { flags: '--out <file>', help: 'where the key is written; a file that is there stays as it is' },
    { flags: '--open', help: 'without a passphrase: whoever has the file then opens everything' },
  ],
  run: async (given) => {
    const { t } = given.terminal.words
    const out = textOption(given, 'out')
    if (out === undefined) throw refuse('usage', { problem: 'identity --out <file>' })
    const questions = [t('cli.sealed.new-passphrase'), t('cli.sealed.same-passphrase')] as const
    const passphrase = given.options.open === true ? '' : await newPassphrase(questions)
    const { file, key, words } = await makeIdentity(todayIs(), passphrase)
    writeNew(out, file)
    given.terminal.say(key)
    given.terminal.say(t('cli.sealed.words', { words }))
    given.terminal.note(t('cli.identity.keep', { file: out }))
    given.terminal.data({ key, words, file: out })
    return 0
  },
}
