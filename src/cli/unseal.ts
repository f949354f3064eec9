/** Sealed files and an identity in, their words out; searched here, so that nobody learns what was sought. */
import { basename, join } from 'node:path'
import { Refusal, refuse } from '../core/faults.ts'
import { textOf, type Unsealed } from '../core/sealed/envelope.ts'
import { openOne } from '../usecases/sealed/sealed-files.ts'
import { eachFile } from './each-file.ts'
import { secretsOf } from './identities.ts'
import { bytesAt } from './input-file.ts'
import { folderFor, writeNew } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const unsealVerb: Verb = {
  name: 'unseal',
  help: 'Open sealed files with your key, on this machine alone; with --find, only those with these words.',
  arguments: [{ name: '<file...>', help: 'sealed files' }],
  options: [
    { flags: '--identity <file>', help: 'your key' },
    { flags: '--find <words>', help: 'show only what has these words, in any case' },
    {
      flags: '--out <folder>',
      help: 'write what is opened there; left out, words are shown and files named',
    },
  ],
  run: async (given) => {
    const identity = textOption(given, 'identity')
    if (identity === undefined) throw refuse('usage', { problem: 'unseal <file...> --identity <file>' })
    const secrets = await secretsOf(given, identity)
    const [find, out] = [textOption(given, 'find'), textOption(given, 'out')]
    const opened: object[] = []
    if (out !== undefined) folderFor(out)
    const { faults } = await eachFile(given.arguments, async (path) => {
      const unsealed = await openOne(secrets, bytesAt(path))
      if (find === undefined || has(unsealed, find)) opened.push(tell(given, path, unsealed, out))
    })
    if (opened.length > 0 || faults.length === 0) given.terminal.data(opened)
    if (faults.length > 0) throw new Refusal(faults)
    return 0
  },
}

const has = (unsealed: Unsealed, words: string): boolean =>
  `${unsealed.envelope.about ?? ''} ${unsealed.envelope.name ?? ''} ${textOf(unsealed)}`
    .toLowerCase()
    .includes(words.toLowerCase())

function tell({ terminal }: Given, path: string, unsealed: Unsealed, folder: string | undefined): object {
  const { what, about, field, name } = unsealed.envelope
  const head = [about, field, name].filter((one) => one !== null).join(' · ')
  terminal.say(`${path}${head === '' ? '' : `: ${head}`}`)
  // The name was chosen by whoever sealed it: of a path only the last part is used.
  const inside = basename((name ?? path.replace(/\.age$/, '.txt')).replaceAll('\\', '/'))
  if (folder !== undefined) writeNew(join(folder, inside), unsealed.content)
  else if (what === 'text') terminal.say(textOf(unsealed))
  return { path, what, about, field, name, ...(what === 'text' && { text: textOf(unsealed) }) }
}
