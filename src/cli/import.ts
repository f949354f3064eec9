/** A report and its source in; document, claims and log entry stored; nothing is published by this. */
import { openApp } from '../app/open-app.ts'
import { RELIABILITIES } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import { isLanguage } from '../core/language.ts'
import { type ImportReport, importReport } from '../usecases/import-report.ts'
import { nearTelling } from '../usecases/reading/readers.ts'
import { readFile } from './read-file.ts'
import { type Given, textOption, type Verb } from './verb.ts'

export const importVerb: Verb = {
  name: 'import',
  help: 'Store a report and what the rules propose from it; a person decides later.',
  arguments: [
    {
      name: '<file>',
      help: 'txt, md, html, docx, pdf, eml, csv, xlsx, or a picture of a page (png, jpeg, tiff)',
    },
  ],
  options: [
    { flags: '--pack <id>', help: 'country pack', default: 'kz' },
    { flags: '--title <text>', help: 'title of the source; the file name when left out' },
    { flags: '--publisher <text>', help: 'who published it' },
    { flags: '--collector <text>', help: 'who saw or counted: sources that quote each other share one' },
    { flags: '--url <address>', help: 'where it was published' },
    { flags: '--published <day>', help: 'when, YYYY-MM-DD' },
    { flags: '--licence <text>', help: 'under which terms' },
    { flags: '--reliability <word>', help: `of the source: ${RELIABILITIES.join(', ')}`, default: 'unknown' },
    { flags: '--as-of <day>', help: 'last day the report speaks of, YYYY-MM-DD' },
    { flags: '--language <code>', help: 'en, ru or kk; found out when left out' },
    { flags: '--encoding <name>', help: 'encoding of the file, when it is not UTF-8' },
    { flags: '--by <name>', help: 'your pseudonym in the log', default: 'operator' },
  ],
  run: async (given) => {
    const path = given.arguments[0] ?? ''
    const bytes = readFile(path, given.config.maxBytes)
    const language = textOption(given, 'language')
    if (language !== undefined && !isLanguage(language)) throw refuse('input.language', { language })
    const app = await openApp(given.config)
    try {
      const report: ImportReport = {
        bytes,
        name: path.split(/[/\\]/).at(-1) ?? path,
        country: textOption(given, 'pack') ?? 'kz',
        source: sourceOf(given, path),
        asOf: textOption(given, 'asOf') ?? null,
        language,
        encoding: textOption(given, 'encoding'),
        by: textOption(given, 'by') ?? 'operator',
      }
      const bar = given.terminal.progress(report.name)
      const imported = await importReport(app, report, nearTelling(bar.to)).finally(bar.end)
      given.terminal.say(
        given.terminal.words.t('cli.import.done', {
          name: imported.name,
          drafts: imported.drafts,
          n: imported.claims,
        }),
      )
      if (imported.recognised) given.terminal.note(given.terminal.words.t('recognised.notice'))
      for (const { kind, n, names } of imported.leftOut)
        given.terminal.note(
          [given.terminal.words.t(`left-out.${kind}`, { n }), ...names.map((one) => `  ${tidy(one)}`)].join(
            '\n',
          ),
        )
      if (imported.earlier !== null)
        given.terminal.note(given.terminal.words.t('cli.import.earlier', { id: imported.earlier }))
      given.terminal.data(imported)
      return 0
    } finally {
      await app.close()
    }
  },
}

/** Names that a sender chose must not steer the terminal. */
const tidy = (name: string): string => name.replace(/\p{C}+/gu, ' ')

function sourceOf(given: Given, path: string) {
  const reliability = RELIABILITIES.find((one) => one === textOption(given, 'reliability'))
  if (!reliability) throw refuse('input.value', { problem: `--reliability: ${RELIABILITIES.join(', ')}` })
  const optional = (name: string): string | null => textOption(given, name) ?? null
  return {
    title: textOption(given, 'title') ?? path.split(/[/\\]/).at(-1) ?? path,
    publisher: optional('publisher'),
    collector: optional('collector'),
    url: optional('url'),
    published: optional('published'),
    accessed: null,
    licence: optional('licence'),
    reliabilityOfSource: reliability,
    reliabilityOfInformation: 'unknown' as const,
  }
}
