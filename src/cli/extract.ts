/** A published report in; coded records proposed by the rules out, one JSON line each; no database is needed. */
import { createHash } from 'node:crypto'
import { openKnowledge, todayIs } from '../app.ts'
import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import { isIsoDay } from '../core/partial-date.ts'
import { nameWithoutEnding, proposeRecords } from '../usecases/propose-records.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const extractVerb: Verb = {
  name: 'extract',
  help: 'Read a report and print the records its words propose (nothing is stored).',
  arguments: [{ name: '<file>', help: 'txt, md, html, docx, pdf, eml, csv or xlsx' }],
  options: [
    { flags: '--pack <id>', help: 'country pack, or none to read by the language alone', default: 'kz' },
    { flags: '--as-of <day>', help: 'last day the report speaks of, YYYY-MM-DD' },
    { flags: '--language <code>', help: 'en, ru or kk; found out when left out' },
    { flags: '--encoding <name>', help: 'encoding of the file, when it is not UTF-8' },
    { flags: '--jsonl', help: 'one JSON record a line' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const bytes = readFile(path, given.config.maxBytes)
    const asOf = textOption(given, 'asOf') ?? null
    if (asOf !== null && !isIsoDay(asOf)) throw refuse('input.date', { date: asOf })
    if (asOf !== null && asOf > todayIs()) throw refuse('input.date-future', { date: asOf })
    const language = textOption(given, 'language')
    if (language !== undefined && !isLanguage(language)) throw refuse('input.language', { language })
    const encoding = textOption(given, 'encoding')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const asked = {
      bytes,
      sha256,
      name: path,
      country: textOption(given, 'pack') ?? 'kz',
      asOf,
      ...(language && { language }),
      ...(encoding && { encoding }),
    }
    const records = await proposeRecords(openKnowledge(), asked)
    const isPlain = given.options.jsonl !== true && given.options.json !== true
    if (isPlain)
      for (const record of records)
        given.terminal.say(
          `${record.start}-${record.end}  ${record.kind}  ${record.date.from ?? '?'}  ${record.acts.join(', ')}`,
        )
    else process.stdout.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    given.terminal.note(
      given.terminal.words.t('cli.extract.done', { n: records.length, name: nameWithoutEnding(path) }),
    )
    return 0
  },
}
