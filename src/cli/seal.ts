/** A file or words in, the same sealed to the people of a signed list out: here, before anything leaves this machine. */
import { basename } from 'node:path'
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { readRecipients } from '../usecases/sealed/offline-keys.ts'
import { sealOne } from '../usecases/sealed/sealed-files.ts'
import { bytesOf, textIn } from './input-file.ts'
import { writeNew } from './new-file.ts'
import { textOption, type Verb } from './verb.ts'

export const sealVerb: Verb = {
  name: 'seal',
  help: 'Seal a file, or words from standard input, to the people of a signed list. No server takes part.',
  arguments: [{ name: '<file>', help: 'what is sealed; - for words from standard input' }],
  options: [
    { flags: '--to <list>', help: 'the signed list of recipients' },
    {
      flags: '--root <key>',
      help: 'the key that must have signed it; that of AIGAQ_SEALING_ROOT when left out',
    },
    {
      flags: '--about <record>',
      help: 'kind and id it belongs to, as “incident kz-2024-05-07-a”; sealed too',
    },
    { flags: '--field <name>', help: 'what it stands in place of; sealed too' },
    { flags: '--out <file>', help: 'where it is written; a file that is there stays as it is' },
  ],
  run: async (given) => {
    const [path = ''] = given.arguments
    const [to, out] = [textOption(given, 'to'), textOption(given, 'out')]
    const root = textOption(given, 'root') ?? given.config.sealingRoot
    if (to === undefined || out === undefined || path === '')
      throw refuse('usage', { problem: 'seal <file> --to <list> --out <file>' })
    if (root === '') throw refuse('recipients.root')
    const list = readRecipients(textIn(to), root, todayIs())
    const sealed = await sealOne(list, {
      bytes: await bytesOf(path),
      name: path === '-' ? null : basename(path),
      about: textOption(given, 'about') ?? null,
      field: textOption(given, 'field') ?? null,
    })
    writeNew(out, sealed)
    const people = list.recipients.map((one) => one.who).join(', ')
    given.terminal.say(given.terminal.words.t('cli.seal.done', { file: out, people }))
    given.terminal.data({ file: out, bytes: sealed.length, list: list.seq })
    return 0
  },
}
