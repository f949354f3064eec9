/** Terms of rights in easy words; and a text in, where it first uses each of them out. */
import type { Language } from '../language.ts'
import type { Told } from './told.ts'

export type GlossaryTerm = {
  readonly id: string
  readonly term: Told
  /** How the term stands in texts: `*` is any ending. */
  readonly forms: Told<readonly string[]>
  readonly means: Told
  /** Ids of terms that help to understand it. */
  readonly see: readonly string[]
}
export type Glossary = ReadonlyMap<string, GlossaryTerm>

export type TermSpan = { readonly start: number; readonly end: number; readonly term: string }

type Pattern = { readonly found: RegExp; readonly ids: readonly string[] }
/** Made once for each glossary and language: it is asked of every text of every page. */
const patterns = new WeakMap<Glossary, Map<Language, Pattern>>()

function patternOf(glossary: Glossary, language: Language): Pattern {
  const known = patterns.get(glossary)?.get(language)
  if (known) return known
  const all = [...glossary.values()]
    .flatMap(({ id, forms }) => forms[language].map((form) => ({ id, form })))
    // Of two that begin alike the longer is meant.
    .sort((a, b) => b.form.length - a.form.length)
  const alternatives = all.map(({ form }) => `(${escaped(form)})`).join('|')
  const found = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives || '$^'})(?![\\p{L}\\p{N}])`, 'giu')
  const made = { found, ids: all.map((one) => one.id) }
  patterns.set(glossary, new Map([...(patterns.get(glossary) ?? []), [language, made]]))
  return made
}

const escaped = (form: string): string =>
  form
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '\\p{L}*')
    .replaceAll(' ', '\\s+')

/** In order, each term once. `met`: terms that were linked before on the same page; those found are added to it. */
export function termsIn(
  text: string,
  glossary: Glossary,
  language: Language,
  met: Set<string> = new Set(),
): readonly TermSpan[] {
  const { found, ids } = patternOf(glossary, language)
  const spans: TermSpan[] = []
  for (const match of text.matchAll(found)) {
    const term = ids[match.slice(1).findIndex((group) => group !== undefined)]
    if (term === undefined || met.has(term)) continue
    met.add(term)
    spans.push({ start: match.index, end: match.index + match[0].length, term })
  }
  return spans
}
