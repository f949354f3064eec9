/** A strand's names → the people of the incident, each once, with role and whether the acts struck them. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { Harmed, PersonValue } from '../core/values.ts'
import type { Line } from './lines.ts'
import type { NameMention } from './names.ts'
import { CONDUCT } from './strand.ts'

export type PersonClaim = { readonly value: PersonValue; readonly span: Span; readonly rule: string }

const ACTOR =
  /(?:filed by|brought by|sued by|complaint (?:filed )?by|requested by|accused by|initiated by|ordered by|beaten by|signed by)\s+[^.;]{0,80}$/u
const INVOKED =
  /(?:(?:protest\w*|demonstrat\w*|rally|criticism|picket\w*)[^.;]{0,40}against|criticising|criticizing|in memory of|death of|funeral of|release of|resignation of|demand\w*[^.]{0,30}|trial of|hearing for|support of|founded by|friend of|led by|according to|showed|video of|linked to|president|minister)\s+(?:[\p{Ll}-]+\s+){0,5}$/iu
/** Who speaks for the victim. */
const COUNSEL = /\b(?:his|her|their) (?:\w+ )?(?:lawyers?|attorneys?|counsel),?\s+$/i
const SUES = /^\s*(?:took|sued|filed a (?:lawsuit|suit|complaint)|accused|requested)\b/

/** Words that stand between an article and a role without being one. */
const QUALITY =
  /^(?:political|civic|civil|society|human|rights|opposition|former|local|independent|freelance|media|trade|union|senior|prominent|environmental|women's|exiled|religious|student|labou?r|medical|general|editor-in-chief|pro-government|well-known|young|general|in|chief|his|her|their|pregnant|[a-z]+-based|\d+-year-old)$/i

/** People in order of first mention. A name told only by surname keeps the full name of the document. */
export function personsOf(lines: readonly Line[], lexicon: Lexicon): PersonClaim[] {
  const byName = new Map<string, { line: Line; mention: NameMention }[]>()
  for (const line of lines)
    for (const mention of line.names)
      byName.set(mention.name, [...(byName.get(mention.name) ?? []), { line, mention }])
  const harmTold = lines.some((line) => line.acts.some((one) => !CONDUCT.has(one.act)))
  return [...byName].map(([name, told]) => {
    const spelt = [...new Set(told.map(({ mention }) => mention.written))].filter((one) => one !== name)
    const roles =
      told
        .map(({ line, mention }) =>
          mention.role === undefined ? roleOf(line, mention, lexicon) : mention.role,
        )
        .find((one) => one !== null) ?? null
    const harms = told.map(({ line, mention }) => harmOf(line, mention, roles, lexicon))
    const struck = harms.includes(true) || (!harms.includes(false) && harmTold && !isOfficial(roles, lexicon))
    const harmed: Harmed = harms.includes('actor') ? 'actor' : struck
    const span = told[0]?.mention.span ?? { start: 0, end: 0 }
    return { value: { name, aliases: spelt, role: roles, harmed }, span, rule: 'person-name@1' }
  })
}

const offset = (line: Line, mention: NameMention): number => mention.span.start - line.span.start

/** Words of role before the name (`political activist`), or after it between commas. */
export function roleOf(line: Line, mention: NameMention, lexicon: Lexicon): string | null {
  const before =
    line.words
      .slice(0, offset(line, mention))
      .split(
        /(?<=[.,;:])\s|\s(?:and|by|of the|the|a|an|that|with|to|for|against|when|where|sentenced|found)\s|^(?:The|A|An)\s/i,
      )
      .at(-1)
      ?.trim() ?? ''
  const phrase: string[] = []
  for (const word of before.split(/\s+/).toReversed()) {
    const known = lexicon.roles.has(word.toLowerCase()) || QUALITY.test(word)
    if (!known || phrase.length > 5) break
    phrase.unshift(word)
  }
  if (phrase.some((word) => lexicon.roles.has(word.toLowerCase()))) return phrase.join(' ')
  const after = /^,\s+(?:(?:also|who is|then)\s+)?(?:an?|the)?\s*([^,.]{3,60})[,.]/.exec(
    line.words.slice(offset(line, mention) + mention.written.length),
  )?.[1]
  return after?.split(/\s+/).some((word) => lexicon.roles.has(word.toLowerCase())) ? after : null
}

/** What the sentence says of the person; null where it tells neither harm nor another part. */
function harmOf(line: Line, mention: NameMention, role: string | null, lexicon: Lexicon): Harmed | null {
  if (mention.part) return mention.part === 'actor' ? 'actor' : false
  const before = line.words.slice(0, offset(line, mention))
  const after = line.words.slice(offset(line, mention) + mention.written.length)
  if (SUES.test(after) && line.acts.some((one) => one.act === 'defamation_suit')) return 'actor'
  if (ACTOR.test(before)) return 'actor'
  if (COUNSEL.test(before)) return false
  if (INVOKED.test(before) || /^'s? (?:death|funeral|family|government|former)/.test(after)) return false
  if (isOfficial(role, lexicon) && !STRUCK.test(after) && !suffers(line, mention, after)) return false
  return line.acts.some((one) => !CONDUCT.has(one.act)) ? true : null
}

const STRUCK = /^\s+(?:was|were) (?:\w+ )?(?:arrested|detained|sentenced|convicted|attacked|killed)/

/** «Judge Usenov, who chaired the union, was struck off»: the verb of the harm has the official as its subject. */
function suffers(line: Line, mention: NameMention, after: string): boolean {
  const verb =
    /^(?:,[^,;]{0,90},|\s+\([^)]*\))?\s+(?:was|were|has been|had been|is being|received|lost)\b/.exec(after)
  const at = mention.span.end + (verb?.[0].length ?? 0)
  return (
    verb !== null &&
    line.acts.some(
      (one) => !CONDUCT.has(one.act) && one.span.start >= mention.span.end && one.span.start - at < 24,
    )
  )
}

const isOfficial = (role: string | null, lexicon: Lexicon): boolean =>
  (role ?? '')
    .toLowerCase()
    .replace(/\beditors?[ -]in[ -]chief\b/, 'editor')
    .split(/[\s-]+/)
    .some((word) => lexicon.officials.has(word))
