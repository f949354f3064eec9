/** The list of people that things are sealed to: its offline key made, the list signed there, taken on here, shown. */
import { openApp } from '../app/open-app.ts'
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { makeRoot, signRecipients } from '../usecases/sealed/offline-keys.ts'
import { adoptRecipients, recipientsNow } from '../usecases/sealed/recipients.ts'
import { textIn } from './input-file.ts'
import { writeNew } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const recipientsVerb: Verb = {
  name: 'recipients',
  help: 'Show whom things are sealed to, or take on a new list. Making the signing key and signing need no database.',
  options: [
    {
      flags: '--new-root <file>',
      help: 'make the key that signs lists; on a machine that is never on a network',
    },
    { flags: '--sign <list>', help: 'a list as JSON, to be signed with --with' },
    { flags: '--with <root>', help: 'the file of the signing key' },
    { flags: '--out <file>', help: 'where the signed list is written' },
    { flags: '--adopt <file>', help: 'a signed list that takes the place of the one before' },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const [newRoot, sign, adopt] = ['new-root', 'sign', 'adopt'].map((name) =>
      textOption(
        given,
        name.replace(/-(\w)/, (_all, letter: string) => letter.toUpperCase()),
      ),
    )
    if (newRoot !== undefined) return makeRootAt(given, newRoot)
    if (sign !== undefined) return signAt(given, sign)
    return adoptOrShow(given, adopt)
  },
}

function makeRootAt({ terminal }: Given, path: string): number {
  const { file, key, words } = makeRoot()
  writeNew(path, file)
  terminal.say(key)
  terminal.say(terminal.words.t('cli.sealed.words', { words }))
  terminal.note(terminal.words.t('cli.recipients.root', { file: path }))
  terminal.data({ key, words, file: path })
  return 0
}

function signAt(given: Given, list: string): number {
  const [root, out] = [textOption(given, 'with'), textOption(given, 'out')]
  if (root === undefined || out === undefined)
    throw refuse('usage', { problem: 'recipients --sign <list> --with <root> --out <file>' })
  writeNew(out, signRecipients(textIn(list), textIn(root), todayIs()))
  given.terminal.say(given.terminal.words.t('cli.recipients.signed', { file: out }))
  given.terminal.data({ file: out })
  return 0
}

async function adoptOrShow({ config, terminal, options }: Given, file: string | undefined): Promise<number> {
  const app = await openApp(config)
  try {
    const { sealingRoot: root } = config
    if (file !== undefined) await adoptRecipients(app, { root, file: textIn(file), by: String(options.by) })
    const now = await recipientsNow(app, root)
    const { t } = terminal.words
    terminal.say(
      t(`sealed.list.${now.kind}`, { ...(now.list && { seq: now.list.seq, day: now.list.expires }) }),
    )
    for (const { who, place, words } of now.people)
      terminal.say(`${who} · ${t(`sealed.place.${place}`)} · ${words}`)
    terminal.data(now)
    return now.kind === 'holds' ? 0 : 1
  } finally {
    await app.close()
  }
}
