/** Runs and known names of a text → persons' names, with surname-only ones tied to the full name told elsewhere. */
import type { Pack } from '../core/pack.ts'
import type { Lexicon } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import { knownIn } from './gazetteer.ts'
import { inHead } from './place-shapes.ts'
import { PHRASAL } from './place-use.ts'
import { type Run, runsIn } from './runs.ts'
import { spelling } from './spelling.ts'

/** One mention of a person: `name` as fully told in the document, `written` as here. */
export type NameMention = {
  readonly span: Span
  readonly name: string
  readonly written: string
  readonly lead: string
  /** Told by the grammar of the language: what the person is, and what part the words give them. */
  readonly role?: string | null
  readonly part?: 'actor' | 'invoked'
}

const ORG_NOUN =
  '(?:newspapers?|weekl(?:y|ies)|dail(?:y|ies)|monthly|bulletin|(?:news )?sites?|choir|cooperative|co-operative|collective|magazine|journal|outlets?|publications?|websites?|portal|channels?|radio|stations?|foundations?|funds?|movements?|part(?:y|ies)|groups?|organi[sz]ations?|associations?|unions?|initiative|company|bank|firm|platform|agency|ngos?|network|club|band|project|hotel|called|named|titled|entitled|ship|campaign|film|song|book|app|brand)'
const BEFORE_ORG = new RegExp(`\\b${ORG_NOUN}\\s+["'(]?$`, 'i')
const BESIDE_ORG = /(?<=\p{Ll}\s)(?:newspaper|party|group|movement),\s+$/u
/** Authors and those whom a monument shows take no part. */
const ABSENT =
  /(?:\b(?:comedy|play|poem|novel|book|song|film|statue|monument|works?)\b[^.]{0,50}\s(?:by|of|to)\s+(?:the\s+)?(?:\p{L}+\s+){0,2})$/iu
/** «The Jogorku Kenesh», «the Coptic Christians»: an article stands before no person's name, but «the Usenov family». */
const THE = /(?<=^|[\s("])the\s+$/
const OF_FAMILY = /^(?:'s)?\s+(?:case|trial|affair|family|brothers?|sisters?|couple)\b/
/** Titles of media in other languages open with an article. */
const ARTICLE = /^(?:El|La|Los|Las|Le|Les)\s/

/** «The Act on Petty Offences», «the Ministry of Public Order»: what follows belongs to the title. */
const PART_OF =
  /\b(?:Act|Law|Code|Decree|Bill|Ordinance|Ministry|Committee|Commission|Department|Agency|Council|Institute|Union|Association|Network|Foundation|Fund|Centre|Center|Movement|Front|Service|Directorate|Federation|League|Alliance|Society|Academy|Board|Bureau|Convention|Initiative|Campaign|Chamber|Office|Court|University|Prison|Colony)\s+(?:of|for|on|against)\s+(?:the\s+)?$|\b(?:editors?|director|founder|newsroom|reporters?|journalists?|correspondents?|offices) (?:of|at|with|for|from)\s+(?:the\s+)?$/
const AFTER_ORG = new RegExp(`^["')]*\\s+(?:\\([^)]*\\)\\s+)?["']?${ORG_NOUN}\\b`, 'i')
const LOCATIVE =
  /\b(?:in|near|at|outside|around|to|from|of|across|into|towards?|reach|reached|left|entered)\s+(?:the\s+)?(?:(?:village|town|city|district|region)s?\s+(?:of\s+)?)?$/i

/** The word before a name; of kin also over a comma: «her son, Asan,». */
const BESIDE =
  /([\p{L}-]+)\s+$|\b(?:[Hh]is|[Hh]er|[Tt]heir) (?=(?:son|daughter|wife|husband|brother|sister|mother|father|colleague),)([a-z]+),\s+$/u

/** Every person's name inside the units. Names never told in full count only after a role or title. */
export function namesIn(text: string, spans: readonly Span[], pack: Pack, lexicon: Lexicon): NameMention[] {
  const runs = spans.flatMap((span) => withNicknames(personRuns(text, span, pack, lexicon), text))
  const sure = new Set(runs.filter((run) => !besideOrganisation(run, text)).map((run) => run.name))
  const all = runs.filter((run) => sure.has(run.name))
  const full = all.filter((run) => run.words.length > 1 && likelyPerson(run, all, text))
  const bySurname = new Map<string, string>()
  const byGiven = new Map<string, string>()
  for (const run of full) {
    const [given, surname] = [run.words[0] ?? '', run.words.at(-1) ?? '']
    if (!bySurname.has(surname)) bySurname.set(surname, run.name)
    if (!byGiven.has(given)) byGiven.set(given, run.name)
  }
  return all.flatMap((run, index): NameMention[] => {
    const mention = (name: string): NameMention[] => [
      { span: run.span, name, written: run.name, lead: run.lead },
    ]
    if (run.words.length > 1) return full.includes(run) ? mention(run.name) : []
    const word = run.name
    const known = bySurname.get(word) ?? spelling(word, bySurname) ?? byGiven.get(word)
    if (known) return mention(known)
    const next = all[index + 1]
    // «Aidan and Aidar Asanov»: two given names share the surname that follows.
    if (
      next &&
      next.words.length === 2 &&
      /^\s+and\s+$/.test(text.slice(run.span.end, next.span.start)) &&
      !LOCATIVE.test(text.slice(Math.max(0, run.span.start - 30), run.span.start))
    )
      return mention(`${word} ${next.words[1]}`)
    const role = run.lead.split(/\s+/).at(-1)?.toLowerCase() ?? ''
    const [, beside, kin] = BESIDE.exec(text.slice(Math.max(0, run.span.start - 30), run.span.start)) ?? []
    const before = (beside ?? kin ?? '').toLowerCase()
    const titled = lexicon.roles.has(role) || lexicon.roles.has(before)
    return titled && !/s$/.test(before) && word.length > 3 ? mention(word) : []
  })
}

/** «Chilufya "Fumba" Serikov» is one name. */
function withNicknames(runs: readonly Run[], text: string): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    const between = last ? text.slice(last.span.end, run.span.start) : ''
    if (!last || !/^\s+["(][\p{L} .-]{2,24}[")]\s+$/u.test(between)) {
      out.push(run)
      continue
    }
    const words = [...last.words, ...run.words]
    const span = { start: last.span.start, end: run.span.end }
    out[out.length - 1] = { span, words, name: words.join(' '), lead: last.lead }
  }
  return out
}

/** Runs that no gazetteer, institution, locality, quotation or organisation word explains. */
export function personRuns(text: string, span: Span, pack: Pack, lexicon: Lexicon): Run[] {
  const known = knownIn(text, span, pack)
  return runsIn(text, span, lexicon).filter((run) => {
    const after = text.slice(run.span.end, run.span.end + 40)
    const before = text.slice(Math.max(0, run.span.start - 30), run.span.start)
    const covered = known.some(
      (one) =>
        overlap(one.span, run.span) > 0 &&
        (one.span.end - one.span.start >= run.name.length ||
          run.words.length === 1 ||
          // «Zhambyl Serikov» is a person, although the first word is also a town.
          (one.span.start === run.span.start && one.known.kind !== 'place')),
    )
    const special = run.words.some(
      (word) => lexicon.institutions.has(word.toLowerCase()) || lexicon.localities.has(word.toLowerCase()),
    )
    const shouting = run.words.length > 1 && run.words.every((word) => word === word.toUpperCase())
    const institution =
      /^\s+(?:[\p{Lu}][\p{L}-]+\s+){0,3}?(?:Court|District|City|Region|Regional|Administrative|University|Street|Avenue|Square|Park|Prison|Police)\b|^\s+(?:bureau|correspondent|chapter|branch|newsroom|edition)\b/u.test(
        after,
      )
    return !(
      covered ||
      special ||
      shouting ||
      institution ||
      ARTICLE.test(run.name) ||
      inHead(text.slice(span.start, run.span.start), after) ||
      (run.lead === '' && THE.test(before) && !OF_FAMILY.test(after)) ||
      PART_OF.test(text.slice(Math.max(span.start, run.span.start - 40), run.span.start)) ||
      ABSENT.test(text.slice(Math.max(span.start, run.span.start - 80), run.span.start)) ||
      (/"$/.test(before) && /^"/.test(after))
    )
  })
}

/** Named right beside a word such as newspaper or party: an organisation, unless told elsewhere without it. */
function besideOrganisation(run: Run, text: string): boolean {
  const before = text.slice(Math.max(0, run.span.start - 30), run.span.start)
  const after = text.slice(run.span.end, run.span.end + 40)
  return BEFORE_ORG.test(before) || BESIDE_ORG.test(before) || AFTER_ORG.test(after)
}

/** Only people have ages. */
const AGED = /^,\s+(?:aged\s+)?(?:\d{1,2},|(?:an?|the)\s+\d{1,2}-year-old)/
const AT =
  /\b(?:(?:in|near|at|outside|across|reach|reached|entered)\s+|(?:village|town|city|district|region|province|municipality|commune|parish|diocese|community|island|mayor|governor|priest|bishop|archbishop|people|residents?)s?\s+of\s+)$/i

/** A run only ever told after «in», «near» or «the town of» is a place, unless somebody else bears its last word. */
function likelyPerson(run: Run, all: readonly Run[], text: string): boolean {
  const placed = (one: Run): boolean =>
    !PHRASAL.test(text.slice(Math.max(0, one.span.start - 24), one.span.start)) &&
    !AGED.test(text.slice(one.span.end, one.span.end + 24)) &&
    AT.test(text.slice(Math.max(0, one.span.start - 24), one.span.start)) &&
    !/'s/.test(text.slice(one.span.end, one.span.end + 2))
  if (!all.filter((one) => one.name === run.name).every(placed)) return true
  return all.some((one) => one.words.length === 1 && one.name === run.words.at(-1))
}
