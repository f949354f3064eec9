/** Publications that are being written in: their list, one taken away as a file, or one that was edited elsewhere brought back. */
import { extname } from 'node:path'
import { openApp } from '../app/open-app.ts'
import { refuse } from '../core/faults.ts'
import { bringBack, takeAway } from '../usecases/writing/bring-back.ts'
import { listPublications } from '../usecases/writing/list-publications.ts'
import { bringFromPartner, isPacked, takeForPartner } from '../usecases/writing/partner-file.ts'
import { writeOver } from './new-file.ts'
import { readFile } from './read-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const textsVerb: Verb = {
  name: 'texts',
  help: 'List the publications in work; take one away to edit it without a network; bring it back.',
  arguments: [{ name: '[id]', help: 'of a publication; left out, all are listed' }],
  options: [
    {
      flags: '--out <file>',
      help: 'take the text away: Markdown, a sentence a line with its mark, or .docx for a partner',
    },
    { flags: '--back <file>', help: 'bring it back: merged sentence by sentence with what others wrote' },
  ],
  run: async (given) => {
    const [id] = given.arguments
    const [out, back] = [textOption(given, 'out'), textOption(given, 'back')]
    if (id === undefined && (out !== undefined || back !== undefined))
      throw refuse('usage', { problem: 'texts <id> --out <file> | --back <file>' })
    const app = await openApp(given.config)
    try {
      if (id === undefined) await list(given, app)
      else if (back !== undefined) await bring(given, app, id, back)
      else await take(given, app, id, out)
      return 0
    } finally {
      await app.close()
    }
  },
}

type App = Awaited<ReturnType<typeof openApp>>

async function list({ terminal }: Given, app: App): Promise<void> {
  const { publications } = await listPublications(app)
  const { t } = terminal.words
  for (const { row, title, status, last } of publications)
    terminal.say(
      `${row.id}  ${row.language}  ${status.state}  ${title} (${last.by}, ${last.at.slice(0, 10)})`,
    )
  if (publications.length === 0) terminal.say(t('write.none'))
  terminal.data({
    publications: publications.map(({ row, title, status, last }) => ({
      ...{ id: row.id, request: row.request, language: row.language, title, state: status.state, last },
    })),
  })
}

async function take({ terminal }: Given, app: App, id: string, out: string | undefined): Promise<void> {
  if (out === undefined) return terminal.say((await takeAway(app, id)).text.trimEnd())
  const isPaper = extname(out).toLowerCase() === '.docx'
  writeOver(
    out,
    isPaper ? (await takeForPartner(app, id, app.config.site)).bytes : (await takeAway(app, id)).text,
  )
  terminal.say(terminal.words.t('cli.texts.taken', { file: out }))
  terminal.data({ file: out })
}

async function bring({ terminal, config }: Given, app: App, id: string, file: string): Promise<void> {
  const bytes = readFile(file, config.maxBytes)
  const back = isPacked(bytes)
    ? await bringFromPartner(app, id, bytes)
    : { ...(await bringBack(app, id, new TextDecoder().decode(bytes))), untaken: [], remarks: 0 }
  const { changed, conflicts, isOrderKept, untaken, remarks } = back
  const { t } = terminal.words
  terminal.say(t('write.file.back', { n: changed }))
  if (isOrderKept) terminal.say(t('write.file.order'))
  if (remarks > 0) terminal.say(t('write.file.remarks', { n: remarks }))
  if (untaken.length > 0) terminal.say(t('write.untaken.note'))
  for (const { before, after } of untaken) terminal.say(`  - ${before ?? ''}\n  + ${after ?? ''}`)
  for (const { id: sentence, ours, theirs } of conflicts)
    terminal.say(
      [sentence, `  ${t('write.conflict.ours')}: ${ours}`, `  ${t('write.conflict.theirs')}: ${theirs}`].join(
        '\n',
      ),
    )
  terminal.data(back)
}
