/** The log as it stands in, a signed checkpoint of it out; asks witnesses to sign it too, and takes back what they signed. */

import { logSignerOf } from '../app/keys.ts'
import { type App, openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { askWitness, seenBy, withCosignatures } from '../usecases/log/ask-witness.ts'
import { knowWitness } from '../usecases/log/know-witness.ts'
import { type SignedCheckpoint, signCheckpoint } from '../usecases/log/sign-checkpoint.ts'
import { takeCosignatures } from '../usecases/log/take-cosignatures.ts'
import { textIn } from './input-file.ts'
import { writeOver } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const checkpointVerb: Verb = {
  name: 'checkpoint',
  help: 'Sign the log as it stands; have partners sign it too, and keep what they signed.',
  options: [
    { flags: '--out <file>', help: 'where it is written, for a witness or to be kept elsewhere' },
    { flags: '--for <witness>', help: 'name of the witness it is for: it begins where they signed last' },
    { flags: '--since <entries>', help: 'entries of the checkpoint that the witness saw last', default: '' },
    { flags: '--take <file>', help: 'a checkpoint that witnesses signed' },
    { flags: '--know <key>', help: 'key of a witness whose signatures count from now on' },
    { flags: '--drop <key>', help: 'key of a witness whose signatures count no more' },
    { flags: '--by <name>', help: 'your pseudonym, for the entry that --know and --drop leave' },
  ],
  run: async (given) => {
    const app = await openApp(given.config)
    try {
      await changeWitnesses(given, app)
      const take = textOption(given, 'take')
      if (take !== undefined) return await taken(given, app, take)
      const signed = await signCheckpoint(app, logSignerOf(app))
      if (!signed) throw refuse('backup.empty')
      await handOut(given, app, signed)
      return 0
    } finally {
      await app.close()
    }
  },
}

async function changeWitnesses(given: Given, app: App): Promise<void> {
  const by = textOption(given, 'by')
  for (const [option, ended] of [
    ['know', false],
    ['drop', true],
  ] as const) {
    const key = textOption(given, option)
    if (key === undefined) continue
    if (by === undefined) throw refuse('usage', { problem: `--${option} <key> --by <name>` })
    const name = await knowWitness(app, { key, ended }, by)
    given.terminal.say(given.terminal.words.t(`cli.checkpoint.${option}`, { name }))
  }
}

async function taken(given: Given, app: App, file: string): Promise<number> {
  const { terminal } = given
  const found = await takeCosignatures(app.house, logSignerOf(app), textIn(file), file)
  for (const { name, at } of found.by)
    terminal.say(terminal.words.t('cli.checkpoint.taken', { name, at, size: found.size }))
  terminal.data(found)
  return 0
}

async function handOut(given: Given, app: App, signed: SignedCheckpoint): Promise<void> {
  const { terminal } = given
  const out = textOption(given, 'out')
  const text = await textFor(given, app, signed)
  if (out !== undefined) writeOver(out, text)
  else terminal.say(text)
  const { size, root, key } = signed
  terminal.say(terminal.words.t('cli.checkpoint.signed', { size, key }))
  terminal.data({ size, root, key, note: text, file: out ?? null })
}

/** A witness is also given what proves that the log continues what they signed last. */
async function textFor(given: Given, { house }: App, signed: SignedCheckpoint): Promise<string> {
  const [name, since] = [textOption(given, 'for'), textOption(given, 'since')]
  if (name !== undefined) return askWitness(house, signed, await seenBy(house, name))
  if (since === undefined || since === '') return withCosignatures(house, signed)
  if (!/^\d+$/.test(since)) throw refuse('usage', { problem: '--since <entries>' })
  return askWitness(house, signed, Number(since))
}
