/** Runs of capitalised words in a text whose names inflect → persons' names in base form, with role and part. */
import type { Pack } from '../../core/pack.ts'
import type { Inflection, Reading } from '../../core/reading.ts'
import { overlap, type Span } from '../../core/span.ts'
import type { NameMention } from '../names.ts'
import { makes } from '../turns.ts'
import { kazakhBase } from './kazakh-names.ts'
import { knownInflected } from './known.ts'
import { type Hint, type Named, nominative } from './nominative.ts'
import { inflectionOf, patternsOf } from './patterns-of.ts'
import { roleBeside } from './roles.ts'
import { type CapitalRun, capitalRuns } from './runs.ts'

const NEAR = 60
/** Another name and «and», or a word for a family, right before. */
const SEVERAL = /(?:\p{Lu}\p{L}+\s+и|супруг\p{L}+|брать\p{L}+|сест[её]р\p{L}*|семь\p{L}+)\s+$/u

type Read = {
  readonly run: CapitalRun
  readonly named: Named
  readonly words: readonly string[]
}

/** Names in order. One told only by surname, or by given name, is the person told in full elsewhere. */
export function namesInflected(
  text: string,
  units: readonly Span[],
  pack: Pack,
  reading: Reading,
): NameMention[] {
  const inflection = inflectionOf(reading)
  const told = new Set(text.match(/\p{Lu}\p{L}+/gu))
  const runs = units.flatMap((unit) => {
    const known = knownInflected(text, unit, pack, reading)
    return capitalRuns(text, unit, reading, known).filter((run) => isPerson(run, text, known, reading))
  })
  const read = runs.map((run): Read => {
    const { words, before, after } = around(text, run)
    const role = roleBeside(before, after, reading)
    const hint: Hint = {
      role: role?.case ?? null,
      gender: role?.gender ?? genderOf(after, reading),
      plural: SEVERAL.test(before),
      governed: reading.language === 'ru' ? governedBy(before) : null,
    }
    const named =
      reading.language === 'kk'
        ? {
            name: [...words.slice(0, -1), kazakhBase(words.at(-1) ?? '', told)].join(' '),
            gender: 'm' as const,
          }
        : nominative(words, inflection, hint)
    return { run, named, words }
  })
  const full = fullNames(read.filter((one) => one.words.length > 1))
  const names = new Map<Read, readonly string[]>()
  for (const [index, one] of read.entries()) {
    if (one.words.length > 1)
      names.set(one, one.named.gender === 'p' ? [singular(one.named.name)] : [sameAs(one, full)])
    else {
      const next = read[index + 1]
      if (
        next &&
        next.words.length > 1 &&
        isShared(text.slice(one.run.span.end, next.run.span.start), next, reading)
      )
        names.set(one, [together(givenOf(one, inflection, reading), next)])
      else names.set(one, single(one, full, text, reading))
    }
  }
  return read.flatMap((one): NameMention[] =>
    (names.get(one) ?? []).map((name) => {
      const { before, after } = around(text, one.run)
      const role = roleBeside(before, after, reading)
      const part = makes(before, 'person-actor', reading)
        ? ('actor' as const)
        : (makes(before, 'person-invoked', reading) && !ownWords(text, one.run.span)) ||
            (role?.official ?? false) ||
            (isSpeaker(role?.name ?? null, before, after, reading) && !OF_HERSELF.test(after))
          ? ('invoked' as const)
          : undefined
      return {
        span: one.run.span,
        name,
        written: text.slice(one.run.span.start, one.run.span.end).replaceAll(/\s+/g, ' '),
        lead: one.run.lead,
        role: role?.name ?? null,
        ...(part && { part }),
      }
    }),
  )
}

function around(text: string, run: CapitalRun) {
  const { start, end } = run.span
  const before = text.slice(Math.max(0, start - NEAR), start)
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('? '))
  const rest = text.slice(end, end + NEAR)
  return {
    words: run.words,
    before: before.slice(stop < 0 ? 0 : stop + 2),
    after: /^[^.;!?]*/.exec(rest)?.[0] ?? '',
  }
}

/** «Задержанному Асану» says itself in which case the name stands. */
const PARTICIPLE = /(?:нн|м)(?:ый|ая|ого|ому|ой|ую|ые|ых|ым|ыми)$/iu

/** «Задержали Дану», «дали Дане»: what the verb told last before the name asks for. */
function governedBy(before: string): 'acc' | 'dat' | null {
  const verb =
    /(?:^|[\s(])(задерж|арестова|осуди|оштрафова|допроси|вызва|отпусти|освободи|уволи|изби|похити|увез|признал|помилова|лишил|привлек|подозрева|обвин)\p{L}*|(назначи|дал|вручи|запрети|предъяви|отказа|вынес|присуди|выписа|сократи|продли|угрожа|звони)\p{L}*/giu
  const last = [...before.matchAll(verb)].at(-1)
  if (!last || /[,;:]/.test(before.slice(last.index)) || PARTICIPLE.test(last[0])) return null
  return last[1] === undefined ? 'dat' : 'acc'
}

/** «Меня продержали шесть часов, – говорит Дана»: who tells of themselves. */
const ownWords = (text: string, at: Span): boolean =>
  /["»].{0,60}$/u.test(text.slice(Math.max(0, at.start - 90), at.start)) &&
  /(?<!\p{L})(?:меня|мне|мной|нас|нам|я|мы)(?!\p{L})/iu.test(
    text.slice(Math.max(0, at.start - 240), at.start),
  )

/** «Она рассказала, что её били». */
const OF_HERSELF = /^\s+\p{L}+,\s+(?:что|как)\s+(?:[^.;]{0,40}\s)?(?:её|ее|его|ей|ему|их)(?!\p{L})/iu

/** A lawyer or kin who speaks is not the one harmed. */
const isSpeaker = (role: string | null, before: string, after: string, reading: Reading): boolean =>
  (patternsOf(reading).says.test(after.slice(0, 30)) || /(?:по словам|со слов)[^.,]*$/iu.test(before)) &&
  !/журналист|блогер|активист/iu.test(role ?? '')

/** Predicates of one gender right after the name. */
const genderOf = (after: string, { language }: Reading): 'm' | 'f' | null => {
  if (language !== 'ru') return null
  const predicate =
    /^,?(?:\s+\p{Ll}+){0,2}?\s+(?:был(а)?|\p{Ll}+(?:ен|ан|ит|ят)(а)?|\p{Ll}+л(а)?|\p{Ll}+л(а)?с[ья])(?!\p{L})/u.exec(
      after,
    )
  if (!predicate) return null
  return predicate.slice(1).some((one) => one !== undefined) ? 'f' : 'm'
}

function isPerson(
  run: CapitalRun,
  text: string,
  known: readonly { readonly span: Span }[],
  reading: Reading,
): boolean {
  const before = text.slice(Math.max(0, run.span.start - NEAR), run.span.start)
  const after = text.slice(run.span.end, run.span.end + NEAR)
  const quoted = /["«]$/u.test(before) && /^["»]/u.test(after)
  const covered = run.words.length === 1 && known.some((one) => overlap(one.span, run.span) > 0)
  return (
    !quoted && !covered && !makes(before, 'not-person', reading) && !makes(after, 'not-person-after', reading)
  )
}

/** Names of several words in the order of the text, by the stems of their parts: a list has thousands of them. */
type Full = { readonly [K in 'byLast' | 'bySurname' | 'byGiven']: ReadonlyMap<string, readonly Read[]> }
function fullNames(all: readonly Read[]): Full {
  const by = (stemsOf: (one: Read) => readonly string[]): ReadonlyMap<string, readonly Read[]> => {
    const found = new Map<string, Read[]>()
    for (const one of all)
      for (const stem of new Set(stemsOf(one))) {
        const known = found.get(stem)
        if (known) known.push(one)
        else found.set(stem, [one])
      }
    return found
  }
  return {
    byLast: by((one) => [stemOf(one.named.name.split(' ').at(-1) ?? '')]),
    bySurname: by((one) => one.words.slice(1).map(stemOf)),
    byGiven: by((one) => [stemOf(one.named.name.split(' ')[0] ?? '')]),
  }
}

/** The name of a fuller or earlier telling that shares the surname and the first letter of the given name. */
function sameAs(one: Read, full: Full): string {
  const key = (name: string): string => name.split(' ').at(-1) ?? ''
  const initial = one.words.some((word) => /^\p{Lu}\.?$/u.test(word))
  if (!initial) return one.named.name
  const first = one.named.name.charAt(0)
  const fuller = full.byLast
    .get(stemOf(key(one.named.name)))
    ?.find(
      (other) => !other.words.some((word) => /^\p{Lu}\.?$/u.test(word)) && other.named.name.startsWith(first),
    )
  return fuller?.named.name ?? one.named.name
}

/** What the forms of one surname share. */
const stemOf = (surname: string): string =>
  surname.replace(
    /(?:ого|ому|ой|ую|ым|им|ом|ем|ых|ыми|ий|ая|ый|а|у|е|ы|я|ю|й|ь|ны|ні|ды|ді|ты|ті|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке)$/u,
    '',
  )

function single(one: Read, full: Full, text: string, reading: Reading): readonly string[] {
  const word = one.words[0] ?? ''
  const bySurname = full.bySurname.get(stemOf(word)) ?? []
  const exact = bySurname.find((other) => other.named.name.endsWith(` ${one.named.name}`))
  const found = exact ?? bySurname[0]
  if (found) return [found.named.name]
  const given = full.byGiven.get(stemOf(one.named.name))?.[0]
  if (given) return [given.named.name]
  const { before, after } = around(text, one.run)
  const role = roleBeside(before, after, reading)
  return role?.adjacent && word.length > 3 && role.plural === false ? [one.named.name] : []
}

const isShared = (between: string, next: Read, { language }: Reading): boolean =>
  (language === 'kk' ? /^\s+(?:мен|пен|бен|және)\s+$/ : /^\s+и\s+$/).test(between) &&
  (next.named.gender === 'p' || language === 'kk')

function givenOf(one: Read, inflection: Inflection, { language }: Reading): string {
  const word = one.words[0] ?? ''
  if (language === 'kk') return word
  return (
    nominative([word, 'Усеновых'], inflection, { role: null, gender: null, plural: true }).name.split(
      ' ',
    )[0] ?? word
  )
}

/** «Айдан и Айдар Асановы»: each bears the surname in the form of one person. */
const together = (given: string, next: Read): string => {
  const surname = next.named.name.split(' ').at(-1) ?? ''
  return `${given} ${next.named.gender === 'p' ? singularSurname(surname, /[аяь]$/u.test(given)) : surname}`
}

const singularSurname = (surname: string, woman: boolean): string => {
  const base = surname.replace(/ы$/u, '').replace(/ие$/u, woman ? 'ая' : 'ий')
  return woman && /[оеё]в$|[иы]н$/u.test(base) ? `${base}а` : base
}

/** `Айдар Асановы` → `Айдар Асанов`. */
const singular = (name: string): string => {
  const words = name.split(' ')
  return [...words.slice(0, -1), singularSurname(words.at(-1) ?? '', /[аяь]$/u.test(words[0] ?? ''))].join(
    ' ',
  )
}
