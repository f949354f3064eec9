/** The form that takes a report in: its fields in, bytes with all that was said of their source out, or every fault of them at once. */
import { RELIABILITIES, type Reliability, type TitleIn } from '../../../core/document.ts'
import { type Fault, Refusal, refuse } from '../../../core/faults.ts'
import { isLanguage, LANGUAGES } from '../../../core/language.ts'
import { isIsoDay } from '../../../core/partial-date.ts'
import type { ImportReport } from '../../../usecases/import-report.ts'
import { FIELD } from '../../middleware/form-token.ts'
import { tidy } from '../form-of.ts'

/** With the most signs that each may have. `text` is bound by the size of the whole. */
export const TYPED = {
  pack: 10,
  title: 300,
  'title-en': 300,
  'title-ru': 300,
  'title-kk': 300,
  publisher: 200,
  collector: 200,
  url: 1000,
  published: 10,
  accessed: 10,
  'as-of': 10,
  licence: 200,
  reliability: 10,
  information: 10,
  language: 2,
} as const
export type Typed = { readonly [K in keyof typeof TYPED | 'text']: string }
const NAMES = Object.keys(TYPED) as (keyof typeof TYPED)[]
export const NOTHING_TYPED = Object.fromEntries([...NAMES, 'text'].map((name) => [name, ''])) as Typed

/** Every field once, and none that the form does not have. */
export function typedIn(form: FormData): { readonly typed: Typed; readonly file: File | null } {
  const seen = new Set<string>()
  let [typed, file]: [Typed, File | null] = [NOTHING_TYPED, null]
  for (const [name, value] of form.entries()) {
    if (name === FIELD) continue
    if (seen.has(name)) throw unusable(name)
    seen.add(name)
    if (name === 'file' && value instanceof File) file = value.name === '' && value.size === 0 ? null : value
    else if (name === 'text' && typeof value === 'string') typed = { ...typed, text: value }
    else if (NAMES.some((one) => one === name) && typeof value === 'string')
      typed = { ...typed, [name]: tidy(value) }
    else throw unusable(name)
  }
  return { typed, file }
}
const unusable = (name: string): Refusal => refuse('input.value', { problem: name.slice(0, 40) })

const DAYS = ['published', 'accessed', 'as-of'] as const
const HTML = /^\s*(?:<!doctype html|<(?:html|head|body|p|div|article|h[1-6]|table|ul|ol|section)\b)/i

export async function reportIn(
  { typed, file }: ReturnType<typeof typedIn>,
  given: {
    readonly today: string
    readonly packs: ReadonlySet<string>
    readonly by: string
    readonly limit: number
  },
): Promise<ImportReport> {
  const faults = faultsOf(typed, file, given)
  if (faults.length > 0) throw new Refusal(faults)
  const optional = (name: keyof Typed): string | null => typed[name] || null
  const pasted = HTML.test(typed.text) ? 'html' : 'txt'
  const name = file ? tidy(file.name) : `${(typed.title || given.today).slice(0, 60)}.${pasted}`
  return {
    bytes: file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(typed.text),
    name,
    country: typed.pack,
    source: {
      title: optional('title') ?? name,
      ...titlesIn(typed),
      publisher: optional('publisher'),
      collector: optional('collector'),
      url: optional('url'),
      published: optional('published'),
      accessed: optional('accessed'),
      licence: optional('licence'),
      reliabilityOfSource: reliability(typed.reliability) ?? 'unknown',
      reliabilityOfInformation: reliability(typed.information) ?? 'unknown',
    },
    asOf: optional('as-of'),
    ...(isLanguage(typed.language) && { language: typed.language }),
    by: given.by,
  }
}

/** Only where somebody wrote one. */
function titlesIn(typed: Typed): { readonly titleIn?: TitleIn } {
  const told = LANGUAGES.flatMap((one) =>
    typed[`title-${one}`] === '' ? [] : [[one, typed[`title-${one}`]]],
  )
  return told.length === 0 ? {} : { titleIn: Object.fromEntries(told) }
}

const reliability = (word: string): Reliability | undefined => RELIABILITIES.find((one) => one === word)

function faultsOf(
  typed: Typed,
  file: File | null,
  {
    today,
    packs,
    limit,
  }: { readonly today: string; readonly packs: ReadonlySet<string>; readonly limit: number },
): readonly Fault[] {
  const faults: Fault[] = []
  const value = (problem: string): number => faults.push({ code: 'input.value', params: { problem } })
  if (file === null && typed.text.trim() === '') faults.push({ code: 'input.empty', params: {} })
  if (file !== null && typed.text.trim() !== '') faults.push({ code: 'inbox.both', params: {} })
  // No report can be larger than its letters.
  if (Math.max(file?.size ?? 0, typed.text.length) > limit)
    faults.push({ code: 'input.too-large', params: { limit } })
  if (typed.text.includes('\0')) faults.push({ code: 'input.binary', params: {} })
  if (!packs.has(typed.pack)) faults.push({ code: 'pack.unknown', params: { id: typed.pack.slice(0, 40) } })
  for (const name of NAMES)
    if (typed[name].length > TYPED[name]) value(`${name}: ${typed[name].length} > ${TYPED[name]}`)
  for (const name of DAYS) {
    const date = typed[name]
    if (date === '') continue
    if (!isIsoDay(date)) faults.push({ code: 'input.date', params: { date: date.slice(0, 40) } })
    else if (date > today) faults.push({ code: 'input.date-future', params: { date } })
  }
  for (const name of ['reliability', 'information'] as const)
    if (typed[name] !== '' && !reliability(typed[name])) value(`${name}: ${typed[name].slice(0, 40)}`)
  if (typed.language !== '' && !isLanguage(typed.language))
    faults.push({ code: 'input.language', params: { language: typed.language.slice(0, 40) } })
  if (typed.url !== '' && !/^https?:\/\/\S+$/i.test(typed.url)) value('url')
  return faults
}
