/** Plain text → every run of words that may be a person's name, for withholding: wide on purpose. */
import type { Mention } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Pack } from '../core/pack.ts'
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { type KnownMention, knownIn } from './gazetteer.ts'
import { runsIn } from './runs.ts'

/** Runs of the whole document, furniture and footnotes too: a name there identifies as well as one in the body. */
export function mentionsIn(document: Document, pack: Pack, lexicon: Lexicon): Mention[] {
  const text = document.text.replace(/[‘’ʼ]/g, "'").replace(/\s/g, ' ')
  const whole = { start: 0, end: text.length }
  const known = knownIn(text, whole, pack)
  const plain = new Set(text.match(/(?<![\p{L}'-])\p{Ll}[\p{Ll}'-]+(?![\p{L}])/gu))
  return runsIn(text, whole, lexicon)
    .filter((run) => !explained(run.span, known) && !run.words.every((word) => isWordOfNoName(word, lexicon)))
    .filter(
      (run) =>
        !opensSentence(text, run.span) ||
        run.words.length > 1 ||
        !plain.has(run.words[0]?.toLowerCase() ?? ''),
    )
    .map((run) => ({
      name: document.text.slice(run.span.start, run.span.end).replaceAll(/\s+/g, ' '),
      span: run.span,
    }))
}

/** Only a run that known names cover from end to end is explained: a place beside a name hides nothing. */
const explained = (run: Span, known: readonly KnownMention[]): boolean => {
  let at = run.start
  for (const { span } of known) if (span.start <= at + 1 && span.end > at) at = Math.max(at, span.end)
  return at >= run.end
}

/** One word that opens a sentence, and that the same text writes small elsewhere, is capitalised for its place. */
const opensSentence = (text: string, span: Span): boolean =>
  /(?:^|[.!?:]["')\]]*\s+|[•#>*-]\s+)$/.test(text.slice(Math.max(0, span.start - 6), span.start))

const isWordOfNoName = (word: string, lexicon: Lexicon): boolean => {
  const key = word.toLowerCase()
  return lexicon.institutions.has(key) || lexicon.localities.has(key) || lexicon.ordinary.has(key)
}
