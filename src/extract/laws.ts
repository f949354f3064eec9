/** One sentence → the laws it names: articles with their code and part, and laws named in words. */
import type { Pack } from '../core/pack.ts'
import type { Reading } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import type { LawCode, LawValue } from '../core/values.ts'
import { countered } from './acts.ts'
import { findAll } from './scan.ts'

/** `stated` is false when the pack alone says which code an article without one belongs to. */
export type LawMention = {
  readonly span: Span
  readonly value: LawValue
  readonly rule: string
  readonly stated: boolean
}

const NUMBER = '\\d+(?:[.-]\\d+)*[¹²³]?(?:\\(\\d+\\))?'
const CODE =
  "(?:(?:CC|CAO|CoAO|CAP|CrC|PC)\\b|(?:[\\p{L}'-]+\\s+){0,4}?(?:Code|Constitution|ICCPR|Covenant|Convention|Law|Act)\\b(?:\\s+(?:of|on)\\s+(?:Administrative\\s+|Petty\\s+|Minor\\s+)?(?:Offen[cs]es|Violations|Misdemeanou?rs|Infractions|Responsibility|Liability))?)"
const ARTICLES = new RegExp(
  `(?:(${CODE})\\s+)?(?:\\b(?:part|paragraph)\\s+(\\d+)\\s+of\\s+)?\\b(?:[Aa]rt(?:icle|\\.)s?|[Ss]ections?)\\s+(${NUMBER}(?:(?:\\s*–\\s*|\\s+to\\s+(?=\\d)|\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+or\\s+)${NUMBER})*)(?:,?\\s+(?:part|paragraph|§)\\s*\\(?(\\d+)\\)?)?(?:\\s*\\([^)]{0,160}\\))?(?:,?\\s+(?:of|in|under)\\s+(?:the\\s+)?(?:new\\s+|country's\\s+)?(${CODE})|\\s+((?:CC|CAO|CoAO|CAP|CrC)\\b))?`,
  'gu',
)

/** A law told by its title alone: «under the Public Order Act». */
const NAMED =
  /\b(?:(?:[Uu]nder|[Vv]iolat\w+|[Bb]reach\w*|[Tt]he|of|by)\s+(?:of\s+)?(?:the\s+)?((?:\(?\p{Lu}[\p{L}-]+\)?\s+(?:and\s+)?){1,6}(?:Act|Law|Decree|Ordinance))|((?:[Ll]aw|[Bb]ill|[Aa]ct) on (?:the )?"[^"]{3,60}"|(?:Law|Act|Decree) on (?:the )?\p{Lu}[\p{L}-]+(?:(?: (?:and|of|on|in|the)){0,2} \p{Lu}[\p{L}-]+)*)|((?:Federal\s+|Presidential\s+)?(?:Law|Act|Decree)\s+No\.?\s?\d[\d/-]*))\b/gu

/** The kind of law that its written name says; null when the name says none. */
export function codeOf(name: string): LawCode | null {
  if (/criminal|penal|\b(?:CC|CrC|PC)\b/.test(name) || /criminal|penal/i.test(name)) return 'criminal'
  if (
    /administrative|Code (?:on|of) (?:\w+ )?(?:Offen[cs]es|Misdemeanou?rs|Violations|Infractions)/i.test(
      name,
    ) ||
    /\b(?:CAO|CoAO|CAP)\b/.test(name)
  )
    return 'administrative'
  if (/constitution/i.test(name)) return 'constitution'
  if (/iccpr|covenant/i.test(name)) return 'iccpr'
  if (/assembl/i.test(name)) return 'assembly_law'
  return name.trim() === '' ? null : 'other'
}

/** Laws in order. `lastCode` is the code named before in the text, for articles that name none. */
export function lawsIn(
  text: string,
  sentence: Span,
  pack: Pack,
  reading: Reading,
  lastCode: LawCode | null,
): LawMention[] {
  const found: LawMention[] = []
  for (const { span, groups } of findAll(text, ARTICLES, sentence)) {
    const [, before = '', partBefore, list = '', partAfter, full = '', short = ''] = groups
    const after = full || short
    const numbers = list
      .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+/)
      .flatMap((one) => stretched(one, text.slice(span.start, span.end)))
    for (const number of numbers) {
      const article = number.replace(/\(\d+\)$/, '')
      const part = partBefore ?? partAfter ?? /\((\d+)\)$/.exec(number)?.[1] ?? null
      const stated = codeOf(after) ?? codeOf(before)
      const code =
        stated ??
        codeInPack(pack, article) ??
        found.findLast((one) => one.stated)?.value.code ??
        laterCode(text.slice(span.end, sentence.end)) ??
        pettyCode(text.slice(sentence.start, sentence.end)) ??
        lastCode ??
        'criminal'
      found.push({
        span,
        value: { code, article, part, name: null },
        rule: 'law-article@2',
        stated: stated !== null,
      })
    }
  }
  for (const { span, groups } of findAll(text, NAMED, sentence)) {
    const written = groups[1] ?? groups[2] ?? groups[3] ?? ''
    const name = written.replaceAll(/\s+/g, ' ')
    const at = { start: span.end - written.length, end: span.end }
    if (found.some((one) => overlap(one.span, at) > 0 || near(one.span, at, text))) continue
    found.push({
      span: at,
      value: { code: codeOf(name) ?? 'other', article: null, part: null, name },
      rule: 'law-title@1',
      stated: true,
    })
  }
  for (const cue of reading.lexicon.laws)
    for (const { span } of findAll(text, cue.pattern, sentence)) {
      if (countered(cue, text, sentence, span) || found.some((one) => near(one.span, span, text))) continue
      const name = text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')
      found.push({
        span,
        value: { code: cue.code, article: null, part: null, name },
        rule: cue.id,
        stated: true,
      })
    }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** «Articles 174-176» are three; «Article 41-2» is one. */
function stretched(number: string, words: string): readonly string[] {
  const [, low, high] = /^(\d+)\s*(?:-|–|to)\s*(\d+)$/.exec(number) ?? []
  const [from, to] = [Number(low), Number(high)]
  return low && high && from < to && to - from < 20 && /\b(?:[Aa]rticles|[Aa]rts\.|[Ss]ections)\b/.test(words)
    ? Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
    : [number]
}

/** A law in words explained by an article beside it is that article. */
const near = (article: Span, named: Span, text: string): boolean => {
  const between =
    article.start > named.end ? text.slice(named.end, article.start) : text.slice(article.end, named.start)
  return between.length < 40 && /^[\s(–-]*(?:under|in accordance with)?[\s(]*$/.test(between)
}

const laterCode = (after: string): LawCode | null =>
  codeOf(/(?:Criminal|Penal|Administrative[\w ]*)\s+Code/.exec(after)?.[0] ?? '')

/** What is answered with a fine or days in custody stands in the administrative code. */
const pettyCode = (words: string): LawCode | null =>
  /\bfined?\b|\bdays\b[^.]{0,20}(?:arrest|detention|jail|custody)/.test(words) &&
  !/sentenced to [^.]{0,20}years?/.test(words)
    ? 'administrative'
    : null

export function codeInPack(pack: Pack, article: string): LawCode | null {
  const codes = new Set<LawCode>()
  for (const one of pack.provisions.values())
    if (one.article === article) {
      const code = pack.acts.get(one.act)?.code
      if (code === 'criminal' || code === 'administrative') codes.add(code)
    }
  const [only] = codes
  return codes.size === 1 && only !== undefined ? only : null
}
