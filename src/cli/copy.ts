/** A file as received in, a copy of it that can be given to others out: without place, device, authors and histories. */
import { rmSync } from 'node:fs'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { copyForOthers } from '../usecases/evidence/copy-for-others.ts'
import { writeNew, writeOver } from './new-file.ts'
import { textOption, type Verb } from './verb.ts'

export const copyVerb: Verb = {
  name: 'copy',
  help: 'Write a copy of a file as received that can be given to others: without what it says of its maker. The log says that it left.',
  arguments: [
    { name: '<file>', help: 'SHA-256 of the file, its name, or the id of a document read out of it' },
  ],
  options: [
    { flags: '--out <file>', help: 'where the copy is written; nothing that is there is written over' },
    { flags: '--for <reason>', help: 'whom it is for and why, for the custody sheet; name nobody' },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const [file] = given.arguments
    const [out, reason] = [textOption(given, 'out'), textOption(given, 'for')]
    if (file === undefined || out === undefined || reason === undefined)
      throw refuse('usage', { problem: 'copy <file> --out <file> --for <reason>' })
    const app = await openApp(given.config)
    try {
      // Before the log says that a copy left: one that cannot be written did not.
      writeNew(out, '')
      const asked = { file, reason, by: textOption(given, 'by') ?? 'operator' }
      const copy = await copyForOthers(app, asked).catch((error: unknown) => {
        rmSync(out)
        throw error
      })
      writeOver(out, copy.bytes)
      const { sha256, of } = copy
      given.terminal.say(given.terminal.words.t('cli.copy.written', { file: out, sha256 }))
      given.terminal.data({ file: out, sha256, of })
      return 0
    } finally {
      await app.close()
    }
  },
}
