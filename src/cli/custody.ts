/** A file as received in, its custody sheet out: on the terminal, as JSON, or set for print. */

import { extname } from 'node:path'
import { openApp } from '../app/open-app.ts'
import type { CustodySheet } from '../core/custody.ts'
import { refuse } from '../core/faults.ts'
import { custodySheet } from '../usecases/evidence/custody-sheet.ts'
import { paperOfSheet } from '../usecases/evidence/paper-of-sheet.ts'
import { writeOver } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const custodyVerb: Verb = {
  name: 'custody',
  help: 'Tell where a file came from, what was made of it, which copies left, and what proves it.',
  arguments: [
    { name: '<file>', help: 'SHA-256 of the file, its name, or the id of a document read out of it' },
  ],
  options: [{ flags: '--out <file>', help: 'where it is written: .pdf, .docx, .md, .txt or .json' }],
  run: async (given) => {
    const [asked] = given.arguments
    if (asked === undefined) throw refuse('usage', { problem: 'custody <file>' })
    const app = await openApp(given.config)
    try {
      const sheet = await custodySheet(app, asked)
      await tell(given, sheet)
      given.terminal.data(sheet)
      return sheet.state === 'missing' || sheet.state === 'altered' ? 1 : 0
    } finally {
      await app.close()
    }
  },
}

async function tell(given: Given, sheet: CustodySheet): Promise<void> {
  const { terminal } = given
  const out = textOption(given, 'out')
  const ending = out === undefined ? 'txt' : extname(out).slice(1)
  const bytes =
    ending === 'json'
      ? Buffer.from(`${JSON.stringify(sheet, null, 2)}\n`)
      : await paperOfSheet(sheet, ending, terminal.words)
  if (out === undefined) {
    terminal.say(Buffer.from(bytes).toString('utf8').trimEnd())
    return
  }
  writeOver(out, bytes)
  const kilobytes = Math.ceil(bytes.length / 1_000)
  terminal.say(terminal.words.t('cli.paper.written', { file: out, kilobytes }))
}
