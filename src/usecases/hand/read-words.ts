/** Words that somebody wrote down and who told them in, a report that is read and not yet stored out, or all that is wrong. */
import { today } from '../../adapters/clock.ts'
import { RELIABILITIES, type Source, WAYS } from '../../core/document.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import { isLanguage, type Language, labelIn } from '../../core/language.ts'
import { isIsoDay } from '../../core/partial-date.ts'
import { sha256 } from '../../store/leaf.ts'
import type { Context } from '../context.ts'
import { type ReportRead, readReport } from '../import-report.ts'

/** What is asked of words: their country and language, and the source. */
export const TOLD_PARTS = [
  'words',
  'country',
  'language',
  'way',
  'title',
  'publisher',
  'collector',
  'told',
  'url',
  'licence',
  'reliability',
  'information',
] as const
export type Told = Readonly<Record<(typeof TOLD_PARTS)[number], string>>
export const NOTHING_TOLD = Object.fromEntries(TOLD_PARTS.map((part) => [part, ''])) as Told

export type WordsRead = { readonly report: ReportRead | null; readonly faults: readonly Fault[] }

export async function readWords(context: Context, told: Told, language: Language): Promise<WordsRead> {
  const faults = faultsOf(context, told)
  if (faults.length > 0) return { report: null, faults }
  const bytes = new TextEncoder().encode(told.words)
  try {
    const report = await readReport(context, {
      bytes,
      // Of two texts of one day nobody could say which is meant by the day alone.
      name: `by-hand-${sha256(bytes).slice(0, 10)}.txt`,
      country: told.country,
      source: sourceOf(context, told, language),
      asOf: told.told === '' ? null : told.told,
      ...(isLanguage(told.language) && { language: told.language }),
      encoding: 'utf-8',
      by: context.actor?.handle ?? 'operator',
    })
    return { report, faults: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const isHere = error.code === 'input.duplicate'
    return {
      report: null,
      faults: isHere ? [{ code: 'hand.here', params: error.faults[0]?.params ?? {} }] : error.faults,
    }
  }
}

function faultsOf(context: Context, { words, way, told }: Told): readonly Fault[] {
  const faults: Fault[] = []
  if (words.trim() === '') faults.push({ code: 'hand.words', params: {}, where: 'words' })
  if (!WAYS.some((one) => one === way)) faults.push({ code: 'hand.way', params: {}, where: 'way' })
  if (told !== '' && !isIsoDay(told))
    faults.push({ code: 'input.date', params: { date: told }, where: 'told' })
  else if (told > today(context.clock))
    faults.push({ code: 'input.date-future', params: { date: told }, where: 'told' })
  return faults
}

/** Without a title it is called after the way it was told and the day: never after anybody. */
function sourceOf({ knowledge }: Context, told: Told, language: Language): Source {
  const way = WAYS.find((one) => one === told.way)
  const label = way && knowledge.codebook.ways.get(way)?.label
  const named = [label ? labelIn(label, language).text : '', told.told].filter((one) => one !== '').join(', ')
  const reliability = (typed: string) => RELIABILITIES.find((one) => one === typed) ?? 'unknown'
  return {
    title: told.title || named,
    publisher: told.publisher || null,
    collector: told.collector || null,
    url: told.url || null,
    published: told.told || null,
    accessed: null,
    licence: told.licence || null,
    reliabilityOfSource: reliability(told.reliability),
    reliabilityOfInformation: reliability(told.information),
    ...(way && { way }),
  }
}
