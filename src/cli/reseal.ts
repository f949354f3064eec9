/** Sealed files in, the same sealed anew to the people of a list out: for a new colleague, or after a key was lost. */
import { basename, join } from 'node:path'
import { todayIs } from '../app/today.ts'
import { Refusal, refuse } from '../core/faults.ts'
import { readRecipients } from '../usecases/sealed/offline-keys.ts'
import { sealAgain } from '../usecases/sealed/sealed-files.ts'
import { eachFile } from './each-file.ts'
import { secretsOf } from './identities.ts'
import { bytesAt, textIn } from './input-file.ts'
import { folderFor, writeNew } from './new-file.ts'
import { textOption, type Verb } from './verb.ts'

export const resealVerb: Verb = {
  name: 'reseal',
  help: 'Seal sealed files anew to the people of another list; needs a key that opens them.',
  arguments: [{ name: '<file...>', help: 'sealed files' }],
  options: [
    { flags: '--identity <file>', help: 'your key' },
    { flags: '--to <list>', help: 'the signed list of recipients' },
    {
      flags: '--root <key>',
      help: 'the key that must have signed it; that of AIGAQ_SEALING_ROOT when left out',
    },
    { flags: '--out <folder>', help: 'where they are written, under the same names' },
  ],
  run: async (given) => {
    const [identity, to, out] = ['identity', 'to', 'out'].map((name) => textOption(given, name))
    const root = textOption(given, 'root') ?? given.config.sealingRoot
    if (identity === undefined || to === undefined || out === undefined)
      throw refuse('usage', { problem: 'reseal <file...> --identity <file> --to <list> --out <folder>' })
    if (root === '') throw refuse('recipients.root')
    const list = readRecipients(textIn(to), root, todayIs())
    const secrets = await secretsOf(given, identity)
    folderFor(out)
    const n = await eachFile(given.arguments, async (path) =>
      writeNew(join(out, basename(path)), await sealAgain(secrets, bytesAt(path), list)),
    )
    given.terminal.say(given.terminal.words.t('cli.reseal.done', { n: n.done, folder: out }))
    given.terminal.data({ files: n.done, list: list.seq })
    if (n.faults.length > 0) throw new Refusal(n.faults)
    return 0
  },
}
