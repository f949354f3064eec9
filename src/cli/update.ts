/** A country and a quarter in, its country update out, as a file of one kind or as text. */
import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { type App, openApp, openPainter, openReader } from '../app.ts'
import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import { refresh } from '../usecases/refresh.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { paperNamed, papersHere } from '../usecases/set-manuscript.ts'
import { type Asked, updateFile } from '../web/site/paper.ts'
import { demoConfig, loadExamples } from './demo.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const updateVerb: Verb = {
  name: 'update',
  help: 'Write the country update of a quarter with its sources as footnotes: PDF, DOCX, Markdown or plain text.',
  arguments: [
    { name: '<country>', help: 'of a country pack, as kz' },
    { name: '<period>', help: 'as 2020-q1' },
  ],
  options: [
    { flags: '--language <code>', help: 'en, ru or kk; otherwise that of the settings' },
    { flags: '--out <file>', help: 'where it is written; its ending says as what: .pdf, .docx, .md, .txt' },
    { flags: '--demo', help: 'of the example corpus, in the database of the demo' },
  ],
  run: async (given) => {
    const out = textOption(given, 'out')
    const paper = out === undefined ? 'txt' : await paperOf(out)
    const isDemo = given.options.demo === true
    const app = await openApp(isDemo ? demoConfig(given.config) : given.config)
    try {
      if (isDemo) await loadExamples(app, given.terminal)
      else await refresh(app)
      const bytes = await written(given, app, paper)
      tell(given, bytes, out)
      return 0
    } finally {
      await app.close()
    }
  },
}

async function paperOf(file: string) {
  const ending = extname(file).slice(1).toLowerCase()
  const paper = paperNamed(ending)
  if (!paper) throw refuse('paper.kind', { name: ending || file, kinds: (await papersHere()).join(', ') })
  return paper
}

/** From the public tables alone, as the site reads them. */
async function written(given: Given, app: App, paper: Asked['paper']): Promise<Uint8Array> {
  const language = textOption(given, 'language') ?? given.config.language
  if (!isLanguage(language)) throw refuse('input.language', { language })
  const [country = '', period = ''] = given.arguments
  const [reader, painter] = [await openReader(app), openPainter()]
  try {
    const { knowledge } = app
    const rules = rulesInForce(knowledge)
    const context = { store: reader.store, knowledge, rules, paint: painter.paint }
    const made = await updateFile(context, { language, country, period, paper }, app.config.site)
    if (!made) throw refuse('page.not-found')
    return typeof made.body === 'string' ? new TextEncoder().encode(made.body) : made.body
  } finally {
    await painter.close()
    await reader.close()
  }
}

function tell({ terminal }: Given, bytes: Uint8Array, out: string | undefined): void {
  if (out === undefined) {
    terminal.say(new TextDecoder().decode(bytes).trimEnd())
    return
  }
  writeFileSync(out, bytes)
  terminal.say(
    terminal.words.t('cli.paper.written', { file: out, kilobytes: Math.ceil(bytes.length / 1000) }),
  )
  terminal.data({ file: out, bytes: bytes.length })
}
