/** A kind of publication and what it is of in, its draft from the public records out, as a file of one kind or as text. */

import { extname } from 'node:path'
import { openReader } from '../app/logins.ts'
import { type App, openApp } from '../app/open-app.ts'
import { openPainter } from '../app/serving.ts'
import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import { type AskedInWords, askedIn, KINDS } from '../usecases/drafting/asked.ts'
import { refresh } from '../usecases/refresh.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { paperNamed, papersHere } from '../usecases/set-manuscript.ts'
import { draftFile } from '../web/site/draft-file.ts'
import { demoConfig, loadExamples } from './demo.ts'
import { writeOver } from './new-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

const OPTIONS = [
  { flags: '--language <code>', help: 'en, ru or kk; otherwise that of the settings' },
  { flags: '--out <file>', help: 'where it is written; its ending says as what: .pdf, .docx, .md, .txt' },
  { flags: '--demo', help: 'of the example corpus, in the database of the demo' },
] as const

export const writeVerb: Verb = {
  name: 'write',
  help: 'Draft a publication from the public records: an update, a briefing, a case profile, a release, a submission, a statement, a joint letter.',
  arguments: [
    { name: '<kind>', help: KINDS.join(', ') },
    {
      name: '[of...]',
      help: 'as kz 2020-q1; of a case the id of a person who may be named, or of a proceeding',
    },
  ],
  options: [
    { flags: '--form <name>', help: 'of a submission: a form of codebook/submissions.yaml, as upr' },
    {
      flags: '--to <names>',
      help: 'of a letter: addressees of codebook/standards.yaml, as parliament,government',
    },
    {
      flags: '--of <case>',
      help: 'of a submission, a statement or a letter: about one case or incident, and no period',
    },
    ...OPTIONS,
  ],
  run: (given) => {
    const [kind = '', ...words] = given.arguments
    const option = (name: string): string | undefined => textOption(given, name)
    return writeDraft(given, { kind, words, form: option('form'), of: option('of'), to: option('to') })
  },
}

export const updateVerb: Verb = {
  name: 'update',
  help: 'Write the country update of a quarter with its sources as footnotes: PDF, DOCX, Markdown or plain text.',
  arguments: [
    { name: '<country>', help: 'of a country pack, as kz' },
    { name: '<period>', help: 'as 2020-q1' },
  ],
  options: OPTIONS,
  run: (given) => writeDraft(given, { kind: 'update', words: given.arguments }),
}

type Paper = NonNullable<ReturnType<typeof paperNamed>>

async function writeDraft(given: Given, asked: AskedInWords): Promise<number> {
  const out = textOption(given, 'out')
  const paper = out === undefined ? 'txt' : await paperOf(out)
  const isDemo = given.options.demo === true
  const app = await openApp(isDemo ? demoConfig(given.config) : given.config)
  try {
    if (isDemo) await loadExamples(app, given.terminal)
    else await refresh(app)
    tell(given, await written(given, app, asked, paper), out)
    return 0
  } finally {
    await app.close()
  }
}

async function paperOf(file: string): Promise<Paper> {
  const ending = extname(file).slice(1).toLowerCase()
  const paper = paperNamed(ending)
  if (!paper) throw refuse('paper.kind', { name: ending || file, kinds: (await papersHere()).join(', ') })
  return paper
}

/** From the public tables alone, as the site reads them. */
async function written(given: Given, app: App, words: AskedInWords, paper: Paper): Promise<Uint8Array> {
  const language = textOption(given, 'language') ?? given.config.language
  if (!isLanguage(language)) throw refuse('input.language', { language })
  const asked = askedIn(words, app.knowledge.codebook)
  const [reader, painter] = [await openReader(app), openPainter()]
  try {
    const { knowledge } = app
    const context = { store: reader.store, knowledge, rules: rulesInForce(knowledge), paint: painter.paint }
    const made = await draftFile(context, asked, { language, paper, origin: app.config.site })
    if (!made) throw refuse('page.not-found')
    return made
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
  writeOver(out, bytes)
  terminal.say(
    terminal.words.t('cli.paper.written', { file: out, kilobytes: Math.ceil(bytes.length / 1000) }),
  )
  terminal.data({ file: out, bytes: bytes.length })
}
