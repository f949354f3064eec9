/** A seed → a table of invented persons, some of them there several times with the slips that hands make. Names are made of syllables and are nobody's. */
import { numbers } from '../core/seeded.ts'

export type Invented = {
  readonly id: string
  /** Who the record is: never given to what is tested. */
  readonly person: string
  readonly given: string
  readonly surname: string
  readonly born: string
  readonly town: string
  readonly phone: string
}
export const INVENTED_COLUMNS = ['id', 'given', 'surname', 'born', 'town', 'phone'] as const

const SYLLABLES =
  'ba be bo da di do ga gu ka ke ki la le li lo ma me mi na ne no ra re ri ro sa se so ta te ti to va ve za zhe'.split(
    ' ',
  )

const named = (index: number, ending: string): string => {
  let [rest, word] = [index * 7 + 36, '']
  while (rest > 0) {
    word = `${SYLLABLES[rest % SYLLABLES.length]}${word}`
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return `${word[0]?.toUpperCase()}${word.slice(1)}${ending}`
}

/** `rows` records in all; a third of them tell of somebody who is there before. The same seed gives the same table. */
export function* invented(rows: number, seed: number): Generator<Invented> {
  const draw = numbers(seed)
  const below = (n: number): number => Math.floor(draw() * n)
  /** Few names are common, most are rare. */
  const ranked = (n: number): number => Math.floor(n ** draw()) - 1
  const surnames = Math.max(500, Math.floor(rows / 8))
  let last: Invented | null = null
  let person = 0
  for (let row = 0; row < rows; row += 1) {
    const id = `r${row + 1}`
    if (last && draw() < 1 / 3) {
      yield slipped({ ...last, id }, draw)
      continue
    }
    person += 1
    const pad = (n: number): string => String(n).padStart(2, '0')
    last = {
      id,
      person: `p${person}`,
      given: named(ranked(600), 'an'),
      surname: named(ranked(surnames), 'ov'),
      born: `${1940 + below(65)}-${pad(1 + below(12))}-${pad(1 + below(28))}`,
      town: named(ranked(400), 'sk'),
      phone: draw() < 0.4 ? '' : `+7 7${pad(below(100))} ${String(below(10_000_000)).padStart(7, '0')}`,
    }
    yield last
  }
}

/** One slip in most copies, two in some, none in others. */
function slipped(record: Invented, draw: () => number): Invented {
  let copy = record
  const slips = draw() < 0.3 ? 0 : draw() < 0.8 ? 1 : 2
  for (let n = 0; n < slips; n += 1) {
    const which = Math.floor(draw() * 8)
    if (which === 0) copy = { ...copy, given: typo(copy.given, draw) }
    else if (which === 1) copy = { ...copy, given: copy.given.slice(0, 1) }
    else if (which === 2 || which === 3) copy = { ...copy, surname: typo(copy.surname, draw) }
    else if (which === 4) copy = { ...copy, born: digitOff(copy.born, draw) }
    else if (which === 5) copy = { ...copy, born: '' }
    else if (which === 6) copy = { ...copy, town: draw() < 0.5 ? '' : named(Math.floor(draw() * 400), 'sk') }
    else copy = { ...copy, phone: '' }
  }
  return copy
}

function typo(word: string, draw: () => number): string {
  const at = 1 + Math.floor(draw() * Math.max(1, word.length - 2))
  const kind = draw()
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.7) return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
  return `${word.slice(0, at)}e${word.slice(at + 1)}`
}

function digitOff(day: string, draw: () => number): string {
  const at = [3, 6, 9][Math.floor(draw() * 3)] ?? 9
  const digit = 1 + ((Number(day[at] ?? 0) + Math.floor(draw() * 7)) % 8)
  return day === '' ? day : `${day.slice(0, at)}${digit}${day.slice(at + 1)}`
}

/** As CSV, without who the persons are. */
export const inventedCsv = (records: Iterable<Invented>): string => {
  const lines = [INVENTED_COLUMNS.join(',')]
  for (const one of records) lines.push(INVENTED_COLUMNS.map((column) => one[column]).join(','))
  return `${lines.join('\n')}\n`
}
