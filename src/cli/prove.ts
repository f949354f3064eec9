/** The number of an entry in, a file that proves to anybody that it stands in the signed log out. */

import { logSignerOf } from '../app/keys.ts'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { proveEntry } from '../usecases/log/prove-entry.ts'
import { signCheckpoint } from '../usecases/log/sign-checkpoint.ts'
import { writeOver } from './new-file.ts'
import { textOption, type Verb } from './verb.ts'

export const proveVerb: Verb = {
  name: 'prove',
  help: 'Write a proof that an entry stands in the log, which verify checks without a database.',
  arguments: [{ name: '<entry>', help: 'number of the entry, as the log shows it' }],
  options: [{ flags: '--out <file>', help: 'where it is written' }],
  run: async (given) => {
    const entry = Number(given.arguments[0])
    if (!Number.isSafeInteger(entry) || entry < 1) throw refuse('usage', { problem: 'prove <entry>' })
    const app = await openApp(given.config)
    try {
      const signed = await signCheckpoint(app, logSignerOf(app))
      if (!signed) throw refuse('record.unknown', { id: String(entry) })
      const text = await proveEntry(app.house, signed, entry)
      const out = textOption(given, 'out')
      if (out === undefined) given.terminal.say(text)
      else {
        writeOver(out, text)
        given.terminal.say(given.terminal.words.t('cli.prove.written', { entry, file: out, key: signed.key }))
      }
      given.terminal.data({ entry, size: signed.size, key: signed.key, proof: text, file: out ?? null })
      return 0
    } finally {
      await app.close()
    }
  },
}
