/** A partner's machine: a checkpoint of somebody's log in, the same signed by us out, when the log only grew since we signed last. */

import { openWitness } from '../app/keys.ts'
import { witness, witnessKeyText } from '../usecases/log/witness.ts'
import { textIn } from './input-file.ts'
import { writeOver } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const witnessVerb: Verb = {
  name: 'witness',
  help: 'Sign somebody else’s checkpoint, if their log only grew; needs no database. Without a file: print the key that signs.',
  arguments: [{ name: '[file]', help: 'what checkpoint --for or --since wrote' }],
  options: [
    { flags: '--log <key>', help: 'key of the log, as you were told it; needed the first time' },
    { flags: '--out <file>', help: 'where the signed checkpoint is written' },
    { flags: '--name <name>', help: 'name that your signature bears; kept from the first time on' },
  ],
  run: async (given) => {
    const own = openWitness(given.config, textOption(given, 'name') ?? null)
    const [file] = given.arguments
    if (file === undefined) {
      given.terminal.say(witnessKeyText(own))
      given.terminal.data({ key: witnessKeyText(own) })
      return 0
    }
    return sign(given, own, file)
  },
}

function sign(given: Given, own: ReturnType<typeof openWitness>, file: string): number {
  const { terminal } = given
  const done = witness(own, textIn(file), file, textOption(given, 'log') ?? null)
  const out = textOption(given, 'out')
  if (out === undefined) terminal.say(done.note)
  else writeOver(out, done.note)
  const { origin, size, before } = done
  terminal.note(
    terminal.words.t(before > 0 ? 'cli.witness.grew' : 'cli.witness.first', { origin, size, before }),
  )
  terminal.data({ ...done, file: out ?? null })
  return 0
}
