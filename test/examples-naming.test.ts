/** The words of the example corpus, read for names: whoever is named has a basis on record, and stands in NAMING.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const file = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8')

type Named = { readonly en: string; readonly ru: string | null; readonly kk: string | null }
type Recorded = {
  readonly id: string
  readonly names: Named
  readonly variants?: readonly string[]
  readonly basis: {
    readonly kind: string
    readonly level: string
    readonly reason: string
    readonly reviewBy: string
  }
}
const people = file('examples', 'people.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded)
const naming = file('examples', 'NAMING.md')
const reports = ['kz-2020-q1.md', 'kz-cases-2011-2025.md'].map((name) => file('examples', name))

const places = parse(file('packs', 'kz', 'places.yaml')) as { places: { name: Named; variants: string[] }[] }
const bodies = parse(file('packs', 'kz', 'organisations.yaml')) as {
  organisations: { name: Named; aliases: string[] }[]
}

/** Capitalised words that are no name of a person, a place of the pack or a body of the pack. A new one is looked at. */
const OTHER_WORDS = (
  'January February April June July August September October November December ' +
  'Articles COVID Code VI Z2000000333 Dungans Kazakhs ' +
  'Detainees Elections Everybody Fourteen Money These Think'
).split(' ')
/** Runs of capitalised words that are none of those either. */
const OTHER_RUNS = [
  ...['City Court', 'General Prosecutor', 'Kyzylzhar District Court', 'Sary-Arka'],
  ...['Democratic Choice', 'Democratic Party', 'Free Europe', 'Protect Journalists'],
]

/** What coders wrote in their own words; one string a line, so that no run goes over two of them. */
const freeWords = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(freeWords)
      : []
const decisions = ['decisions-kz-2020-q1', 'decisions-kz-cases', 'proceedings'].flatMap((name) =>
  file('examples', `${name}.jsonl`)
    .trim()
    .split('\n')
    .flatMap((line) => {
      // An instant and a money code are no words.
      const { at: _at, penalties: _penalties, ...said } = JSON.parse(line) as Record<string, unknown>
      return freeWords(said)
    }),
)
const text = [...reports, ...decisions].join('\n').replace(/\[\^\d+\]:?/g, '')
const WORD = /\p{L}[\p{L}\p{M}\d]*/gu
const wordsIn = (some: string): readonly string[] => [...some.matchAll(WORD)].map((match) => match[0])

const ofPeople = people.flatMap((one) => [one.names.en, ...(one.variants ?? [])])
const ofPack = [
  ...places.places.flatMap((one) => [one.name.en, ...one.variants]),
  ...bodies.organisations.flatMap((one) => [one.name.en, ...one.aliases]),
]
const inLowerCase = new Set(wordsIn(text).filter((word) => /^\p{Ll}/u.test(word)))
const isName = (word: string): boolean => /^\p{Lu}/u.test(word) && !inLowerCase.has(word.toLowerCase())

/** `Asan Usenov` in a line: capitalised words with nothing but blanks or a hyphen between them. */
const RUN = /\p{Lu}[\p{L}\p{M}\d]*(?:[ -]\p{Lu}[\p{L}\p{M}\d]*)+/gu
const withoutOpening = (run: string): string => {
  const [first = '', ...rest] = run.split(' ')
  return inLowerCase.has(first.toLowerCase()) ? rest.join(' ') : run
}

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)].sort()

describe('names in the example corpus', () => {
  it('gives everybody on record a level, a reason and a day to look again', () => {
    const bare = people.filter(
      (one) => one.basis.level !== 'name' || one.basis.reason === '' || one.basis.reviewBy !== '2027-11-23',
    )
    expect(bare.map((one) => one.id)).toEqual([])
    expect(unique(people.map((one) => one.basis.kind))).toEqual(['already_public', 'office'])
  })

  it('tells what was seen in court and in a cell of one invented person alone, who has no basis', () => {
    const lines = file('examples', 'cases.jsonl').trim().split('\n')
    const said = lines.flatMap((line) => freeWords(JSON.parse(line))).join('\n')
    expect(unique(said.match(RUN) ?? [])).toEqual([
      ...['Aigul Serikova', 'Arbitrary Detention', 'Working Group'],
      ...['Айгуль Серикова', 'Айгүл Серікова'],
    ])
    expect(lines.filter((line) => /"basis": ?\{/.test(line))).toEqual([])
    expect(naming).toContain('Aigul Serikova, who does not exist')
    const real = people.filter((one) => lines.some((line) => line.includes(one.id)))
    expect(real).toEqual([])
  })

  it('keeps the list short, and the same in NAMING.md', () => {
    const rows = naming.split('\n').filter((line) => /^\| .* \| `/.test(line))
    const told = rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, 6),
    )
    const recorded = people.map(({ id, names, basis }) => [
      names.en,
      `\`${id}\``,
      basis.kind,
      basis.reason,
      basis.reviewBy,
    ])
    expect(told).toEqual(recorded)
    expect(people.length).toBeLessThanOrEqual(15)
  })

  it('names everybody on the list, since a name without a use needs no basis', () => {
    expect(people.filter((one) => !text.includes(one.names.en)).map((one) => one.id)).toEqual([])
  })

  it('holds no capitalised word that nobody has looked at', () => {
    const known = new Set([...ofPeople, ...ofPack].flatMap(wordsIn))
    expect(unique(wordsIn(text).filter((word) => isName(word) && !known.has(word)))).toEqual(
      unique(OTHER_WORDS),
    )
  })

  it('holds no two capitalised words together but known names', () => {
    const known = new Set([...ofPeople, ...ofPack])
    const runs = [...text.matchAll(RUN)]
      .map((match) => withoutOpening(match[0]))
      .filter((run) => /[ -]/.test(run))
    expect(unique(runs.filter((run) => !known.has(run)))).toEqual(unique(OTHER_RUNS))
  })
})
