/** What phones sealed: a file that somebody carried taken in, with receipts to take back; a pass for a phone made, or ended. */
import { createReadStream } from 'node:fs'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { endPhone, listPhones, newPhone } from '../usecases/field/phones.ts'
import { takeFile } from '../usecases/field/take-file.ts'
import { listField } from '../usecases/field/triage.ts'
import { writeNew } from './new-file.ts'
import { sizeOf } from './read-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const fieldVerb: Verb = {
  name: 'field',
  help: 'Take in a file that somebody carried from phones, make a pass for a phone or end one; without an option, say what is there.',
  options: [
    { flags: '--take <file>', help: 'what a phone put into one file; the same twice is once' },
    { flags: '--receipts <file>', help: 'where the receipts for the phones are written' },
    { flags: '--new-phone <name>', help: 'make a pass; its eight words are shown this once' },
    { flags: '--end <name>', help: 'end the pass of a phone that was lost, or in other hands' },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const app = await openApp(given.config)
    try {
      const [take, made, ended] = ['take', 'newPhone', 'end'].map((name) => textOption(given, name))
      if (take !== undefined) return await takeAt(given, app, take)
      if (made !== undefined) return await makeAt(given, app, made)
      if (ended !== undefined) return await endAt(given, app, ended)
      return await show(given, app)
    } finally {
      await app.close()
    }
  },
}
type App = Awaited<ReturnType<typeof openApp>>

/** Read as it comes: a file of a hundred photographs is never in memory as a whole. */
async function takeAt(given: Given, app: App, path: string): Promise<number> {
  const { terminal, options } = given
  const out = textOption(given, 'receipts')
  sizeOf(path)
  const took = await takeFile(app, createReadStream(path), String(options.by))
  if (out !== undefined) writeNew(out, new TextEncoder().encode(took.receipts))
  const refused = Object.keys(took.refused).length
  terminal.say(terminal.words.t('cli.field.took', { file: path, n: took.fresh, of: took.items, refused }))
  for (const [id, code] of Object.entries(took.refused))
    terminal.note(`${id.slice(0, 12)}: ${terminal.words.t(`fault.${code}`, { n: 0 })}`)
  terminal.data({ ...took, receipts: out ?? null })
  return refused > 0 ? 1 : 0
}

async function makeAt({ terminal }: Given, app: App, name: string): Promise<number> {
  const words = await newPhone(app, name)
  terminal.say(words.replaceAll('-', ' '))
  terminal.note(terminal.words.t('phone.desk.words'))
  terminal.data({ name, words })
  return 0
}

async function endAt({ terminal }: Given, app: App, name: string): Promise<number> {
  const phone = (await listPhones(app)).find((one) => one.name === name && one.ended === null)
  if (!phone) throw refuse('record.unknown', { id: name })
  await endPhone(app, phone.key)
  terminal.say(terminal.words.t('cli.field.ended', { name }))
  terminal.data({ name, key: phone.key })
  return 0
}

async function show({ terminal }: Given, app: App): Promise<number> {
  const phones = await listPhones(app)
  const { waiting, decided } = await listField(app, { waits: true, page: 1 })
  const { t } = terminal.words
  terminal.say(t('cli.field.waits', { n: waiting }))
  if (phones.length === 0) terminal.say(t('cli.field.none'))
  for (const { name, since, ended } of phones)
    terminal.say(
      [name, t('phone.desk.since', { day: since }), ended && t('phone.desk.ended', { day: ended })]
        .filter(Boolean)
        .join(' · '),
    )
  terminal.data({ waiting, decided, phones })
  return 0
}
