/** One sentence → the counts of people, cases and things it states; money, ages, durations and dates are none. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { GroupValue, Qualifier } from '../core/values.ts'
import { numberOf, numberSource } from './numbers.ts'
import { findAll } from './scan.ts'

export type GroupMention = { readonly span: Span; readonly value: GroupValue; readonly rule: string }

const QUALIFIERS: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'at_least',
    /(?:at least|more than|over|no (?:fewer|less) than|not (?:fewer|less) than|upwards? of|a minimum of|in excess of)\s*$/i,
  ],
  ['at_most', /(?:up to|as many as|at most|no more than|not more than|fewer than|less than)\s*$/i],
  ['about', /(?:around|about|approximately|roughly|some|an estimated|almost|nearly|circa)\s*$/i],
]
const TIME =
  /^[\s-]*(?:(?:calendar|working|full|consecutive)\s+)?(?:days?|hours?|minutes?|months?|years?|weeks?|km|kilomet|miles|met(?:er|re)s|%|per ?cent|times|am\b|pm\b|:\d|KZT|tenge|st\b|nd\b|rd\b|th\b|degrees|decades|dozen|scores?|percent|-?year|points)/i

/** What befell people counted by a bare number: «Two were fined», «twenty of them were jailed». */
const DONE =
  /^(?:\s+(?:others?|more|of\s+(?:them|whom)))?(\s+(?:(?:was|were|had\s+been|have\s+been)\s+)?(?!(?:is|are|was|were|some|the)\b)\p{L}+)/u

/** Who people are by what they do ends alike in English; things that end so too are named. */
const DOERS =
  '(?!(?:letters|orders|numbers|papers|posters|banners|stickers|chapters|quarters|members|matters|offers|powers|others|centers|meters|doors|factors|errors|colors|floors|computers|servers|cent(?:im|r)\\w*|tankers|containers|rivers|acres|shutters|tractors|grants|plants|constituents)\\b)(?:co-|ex-)?\\p{L}{2,}(?:(?:[^aeiou\\W]|[aeiou]{2})ers|ators|itors|ectors|utors|ists|ants|ians|ees|women|men)'

type Counters = {
  readonly counted: RegExp
  readonly alone: RegExp
  readonly object: RegExp
  readonly rest: RegExp
  readonly part: RegExp
}
const cache = new WeakMap<Lexicon, Counters>()

function countersOf(lexicon: Lexicon): Counters {
  const made = cache.get(lexicon)
  if (made) return made
  const N = numberSource(lexicon)
  const number = `(?<![\\d.,/-])(?!(?:19|20)\\d\\d\\s+${N})(${N})(?![,.]?\\d|/)(?:\\s*(?:-|–|to|or|and)\\s*(${N})(?![\\d/]))?`
  // «4,000 Turkish liras» are money.
  const money = lexicon.currencies.map((one) => one.replaceAll(' ', '\\s+')).join('|')
  const nouns = [...lexicon.people, ...lexicon.things, ...lexicon.demonyms]
    .filter((word) => word !== 'human')
    .sort((a, b) => b.length - a.length)
    .join('|')
  const counters: Counters = {
    part: new RegExp(
      `(?<![\\d.,/-])(${N})()(?=,\\s+(?:among\\s+(?:them|whom)|including)\\b|\\s+of\\s+(?:(?:them|whom)\\b|(?:(?:the|some|about|around|nearly|over)\\s+)+${N}\\s))`,
      'giu',
    ),
    rest: new RegExp(
      `\\b(?:the\\s+(?:other|remaining)|another)\\s+(${N})()(?=[,;]|\\s+(?:was|were|got|face|had|have))`,
      'giu',
    ),
    counted: new RegExp(
      `${number}(?=\\s)((?:\\s+(?!(?:${N}|of|the|in|at|to|from|with|about|against|under|after|during|since|who|that|which|on|for|by|was|were|and|people|received|got|jailed|fined)\\b)[\\p{L}'"-]+){0,4}?)\\s+(?:of\\s+(?:the|its|their|his|her|our|my|these|those)\\s+(?:former\\s+|own\\s+|fellow\\s+)?)?((?:co-|ex-|non-)?(?:${nouns})|${DOERS})\\b(?!\\s+(?:${money})\\b)`,
      'giu',
    ),
    alone: new RegExp(
      `${number}(?:\\s+(?:others?|more|of\\s+(?:them|whom|those\\s+\\w+)))?\\s+(?:was|were|have\\s+been|had\\s+been|got|face|remained|died|fled|sentenced|received|remain|fined|jailed|injured|wounded|detained|arrested|killed|warned|convicted|charged|released|freed|acquitted|deported|summoned|questioned|beaten|dismissed)\\b`,
      'giu',
    ),
    object: new RegExp(
      `(?:kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?|detain(?:ed|ing)|arrest(?:ed|ing)|hold(?:ing)?|held|round(?:ed|ing)\\s+up|fin(?:ed|ing)|jail(?:ed|ing)|leaving|charg(?:ed|ing)|freed|releas(?:ed|ing)|dismissed|sacked)\\s+(?:at\\s+least\\s+|more\\s+than\\s+|over\\s+|around\\s+|about\\s+|some\\s+|no\\s+fewer\\s+than\\s+|as\\s+many\\s+as\\s+|up\\s+to\\s+|nearly\\s+|almost\\s+)?(${N})()(?![,.]?\\d)(?=\\s+(?:dead|and|others?|in|on|at|near|during|after|for|outside|of\\s+(?:them|whom))\\b|[.,;])`,
      'giu',
    ),
  }
  cache.set(lexicon, counters)
  return counters
}

/** Counts in order, each number of the sentence once. «The five activists» points back and is no new count. */
export function groupsIn(text: string, sentence: Span, lexicon: Lexicon): GroupMention[] {
  const { counted, alone, object, rest, part } = countersOf(lexicon)
  const found: GroupMention[] = []
  for (const [rule, pattern] of [
    ['group-counted@2', counted],
    ['group-alone@1', alone],
    ['group-object@1', object],
    ['group-rest@1', rest],
    ['group-part@1', part],
  ] as const)
    for (const { span, groups } of findAll(text, pattern, sentence)) {
      const [, first = '', second = '', between = '', noun = ''] = groups
      const at = text.indexOf(first, span.start)
      if (found.some((one) => one.span.start <= at && at < one.span.end)) continue
      const before = text.slice(Math.max(sentence.start, at - 40), at)
      const after = text.slice(at + first.length, at + first.length + 30)
      if (
        TIME.test(after) ||
        /^\s*(?:-|–|to|or|and)\s*\S+\s*(?:days?|months?|years?|hours?)/i.test(after) ||
        TIME.test(between)
      )
        continue
      if (
        /\b(?:(?<!\bof )the|these|those|both|article|articles|sections?|part|no\.|paragraph|aged?|claim(?:ed|s) to know of|several|few|many|couple of|number|january|february|march|april|june|july|august|september|october|november|december)\s+(?:\w+ing\s+)?$/i.test(
          before,
        )
      )
        continue
      if (
        /^\s*(?:st|nd|rd|th)?\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
          after,
        )
      )
        continue
      const low = numberOf(first, lexicon)
      const high = second ? numberOf(second, lexicon) : null
      if (
        low === null ||
        (low === 1 && !/^(?:person|people)$/i.test(noun)) ||
        (low >= 1900 && low <= 2100 && !/,/.test(first))
      )
        continue
      const next = text.slice(at + first.length, at + first.length + 60)
      const what = (noun ? `${between} ${noun}` : `people${DONE.exec(next)?.[1] ?? ''}`)
        .replaceAll(/\s+/g, ' ')
        .trim()
      found.push({
        span: { start: at, end: span.end },
        rule,
        value: countOf(low, high, before, what, text.slice(at + first.length, span.end)),
      })
    }
  return found.sort((a, b) => a.span.start - b.span.start)
}

function countOf(low: number, high: number | null, before: string, what: string, words: string): GroupValue {
  const qualifier = QUALIFIERS.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exact'
  const range = high !== null && high > low && (!/^\s*and/.test(words) || /\bbetween\s*$/i.test(before))
  if (range) return { what, min: low, max: high, qualifier: qualifier === 'about' ? 'about' : 'estimate' }
  if (qualifier === 'at_least') return { what, min: low, max: null, qualifier }
  if (qualifier === 'at_most') return { what, min: null, max: low, qualifier }
  return { what, min: low, max: low, qualifier }
}
