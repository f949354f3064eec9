/** A published report in; coded records proposed by the rules out, one JSON line each; no database is needed. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { openKnowledge } from '../app/knowledge.ts'
import { todayIs } from '../app/today.ts'
import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import { isIsoDay } from '../core/partial-date.ts'
import { explained } from '../usecases/explain-records.ts'
import {
  type Asked,
  nameWithoutEnding,
  type ProposedRecords,
  proposeMeasured,
  proposeRecords,
} from '../usecases/propose-records.ts'
import { readFile, sizeOf } from './read-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const extractVerb: Verb = {
  name: 'extract',
  help: 'Read a report and print the records its words propose (nothing is stored).',
  arguments: [
    {
      name: '<file>',
      help: 'txt, md, html, docx, pdf, eml, csv, xlsx, png, jpeg, tiff, or OONI json or jsonl',
    },
  ],
  options: [
    { flags: '--pack <id>', help: 'country pack; none reads without knowing any country', default: 'kz' },
    { flags: '--as-of <day>', help: 'last day the report speaks of, YYYY-MM-DD' },
    { flags: '--lang <code>', help: 'en, ru or kk; found out when left out' },
    { flags: '--language <code>', help: 'the same as --lang' },
    { flags: '--encoding <name>', help: 'encoding of the file, when it is not UTF-8' },
    { flags: '--explain', help: 'with every value its rule, its basis and the words it was read in' },
    { flags: '--model', help: 'also send the text to the language model of AIGAQ_MODEL_URL' },
    { flags: '--jsonl', help: 'one JSON record a line' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const { document, records, byModel } = await proposed(given, path)
    const isPlain = given.options.jsonl !== true && given.options.json !== true
    for (const one of records) {
      const values = given.options.explain === true ? explained(document, one.draft) : null
      if (isPlain) {
        const { start, end, kind, date, acts } = one.record
        given.terminal.say(`${start}-${end}  ${kind}  ${date.from ?? '?'}  ${acts.join(', ')}`)
        for (const { field, value, rule, basis, words, sure } of values ?? [])
          given.terminal.say(
            `  ${field}  ${JSON.stringify(value)}  ${rule}  ${basis}  ${words ?? ''}${sure === undefined ? '' : `  ${sure}/100`}`.trimEnd(),
          )
      } else process.stdout.write(`${JSON.stringify(values ? { ...one.record, values } : one.record)}\n`)
    }
    if (document.blocks.some((one) => one.recognised))
      given.terminal.note(given.terminal.words.t('recognised.notice'))
    if (byModel)
      given.terminal.note(
        given.terminal.words.t('cli.extract.model.done', { n: byModel.values, dropped: byModel.dropped }),
      )
    given.terminal.note(
      given.terminal.words.t('cli.extract.done', { n: records.length, name: nameWithoutEnding(path) }),
    )
    return 0
  },
}

/** Nothing is written anywhere, so that to stop it leaves nothing. */
async function proposed(given: Given, path: string): Promise<ProposedRecords> {
  const asOf = textOption(given, 'asOf') ?? null
  if (asOf !== null && !isIsoDay(asOf)) throw refuse('input.date', { date: asOf })
  if (asOf !== null && asOf > todayIs()) throw refuse('input.date-future', { date: asOf })
  const language = textOption(given, 'lang') ?? textOption(given, 'language')
  if (language !== undefined && !isLanguage(language)) throw refuse('input.language', { language })
  const encoding = textOption(given, 'encoding')
  const country = textOption(given, 'pack') ?? 'kz'
  const knowledge = openKnowledge()
  const bar = given.terminal.progress(nameWithoutEnding(path))
  try {
    if (/\.(?:jsonl|ndjson)$/i.test(path)) {
      refuseOptionsOfWords(given)
      return await proposeMeasured(knowledge, path, country, chunksOf(path, bar.to))
    }
    const bytes = readFile(path, given.config.maxBytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const asked: Asked = {
      bytes,
      sha256,
      name: path,
      country,
      asOf,
      ...(language && { language }),
      ...(encoding && { encoding }),
      tell: bar.to,
      ...(given.options.model === true && { model: modelOf(given) }),
    }
    return await proposeRecords(knowledge, asked)
  } finally {
    bar.end()
  }
}

/** Measurements have no language, no encoding but one, and their own days; and no model is asked about numbers. */
function refuseOptionsOfWords({ options }: Given): void {
  const said = (['asOf', 'lang', 'language', 'encoding', 'model'] as const).filter((one) => options[one])
  if (said.length > 0) throw refuse('input.value', { problem: said.map((one) => OPTION_OF[one]).join(', ') })
}
const OPTION_OF = {
  asOf: '--as-of',
  lang: '--lang',
  language: '--language',
  encoding: '--encoding',
  model: '--model',
}

/** The option is the consent; what leaves, and to where, is said before it does. */
function modelOf({ config, terminal }: Given): NonNullable<Asked['model']> {
  const { model } = config
  if (!model) throw refuse('model.none')
  const leaving = (n: number): void =>
    terminal.note(terminal.words.t('cli.extract.model.leaves', { n, to: model.url }))
  return { ask: model, leaving }
}

const CHUNK = 1024 * 1024

/** A series of measurements may be far longer than a report: it is never in memory as a whole. */
function* chunksOf(path: string, to: (done: number, all: number) => void): Generator<Uint8Array> {
  const size = sizeOf(path)
  const file = openSync(path, 'r')
  try {
    const chunk = new Uint8Array(CHUNK)
    let done = 0
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      yield chunk.subarray(0, read)
      done += read
      to(done, size)
    }
  } finally {
    closeSync(file)
  }
}
