/** Spellings of invented people in three scripts: one name where it is one, and never where another person may be meant. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadNames } from '../../adapters/load-names.ts'
import { ROOT } from '../../config.ts'
import { compareNames } from './compare.ts'
import { fatherOf, full, HARD, PAIRS_OF_SCRIPTS, PEOPLE, type Somebody } from './fixture.ts'
import type { Schema } from './rules.ts'
import { type NameScore, reasonsText, SAME } from './score.ts'

const loaded = loadNames(ROOT, [])
if (!loaded) throw new Error('codebook/names.yaml cannot be used')
const rules = loaded
function scored(a: string, b: string, schema: Schema): NameScore {
  const found = compareNames(a, b, schema, rules)
  if (!found) throw new Error(`no name in "${a}" or "${b}"`)
  return found
}
const person = (a: string, b: string) => scored(a, b, 'Person')
const body = (a: string, b: string) => scored(a, b, 'Organization')

describe('one person’s name', () => {
  it.each([
    ['in full', (one: Somebody, script: number) => full(one, script)],
    [
      'with the surname first',
      (one: Somebody, script: number) => `${one.surname[script]} ${one.given[script]}`,
    ],
    ['in capitals', (one: Somebody, script: number) => full(one, script).toUpperCase()],
    [
      'with a father’s name on one side',
      (one: Somebody, script: number) =>
        script === 0
          ? full(one, 0)
          : `${one.surname[script]} ${one.given[script]} ${fatherOf(one, 0, script)}`,
    ],
    [
      'with the father’s name in every form',
      (one: Somebody, script: number) => `${full(one, script)} ${fatherOf(one, 1, script)}`,
    ],
  ] as const)('%s is one across three scripts', (_how, write) => {
    const missed = PEOPLE.flatMap((one) =>
      PAIRS_OF_SCRIPTS.flatMap(([a, b]) =>
        person(write(one, a), write(one, b)).same ? [] : [[write(one, a), write(one, b)]],
      ),
    )
    expect(missed).toEqual([])
  })

  it('with an initial is one, less surely than in full', () => {
    for (const one of PEOPLE) {
      const { same, score } = person(`${(one.given[1] ?? '').slice(0, 1)}. ${one.surname[1]}`, full(one, 2))
      expect([one, same]).toEqual([one, true])
      expect(score).toBeLessThan(person(full(one, 1), full(one, 2)).score)
    }
  })

  it.each([
    ['Z. Shormanova', 'Жанар Шорманова'],
    ['S. Shormanov', 'Шыңғыс Шорманов'],
    ['K. Shormanov', 'Хамит Шорманов'],
    ['C. Shormanov', 'Чингис Шорманов'],
    ['Y. Shormanov', 'Ержан Шорманов'],
    ['Ш. Шорманов', 'Chingis Shormanov'],
    ['Shormanov J. S.', 'Shormanov Yusuf Serikovich'],
  ])('%s may be %s: one letter is half of what stands for a sound', (a, b) => {
    const { same, why } = person(a, b)
    expect(same, reasonsText(why)).toBe(true)
    expect(why.map((one) => one.kind)).toContain('initial')
  })

  it.each([
    ['Серiк Шорманов', 'Serik Shormanov', 'equal'],
    ['SerikShormanov', 'Serik Shormanov', 'equal'],
    ['Serik Shormanov', 'Serik Shormanova', 'alike'],
    ['Қабен Жақыпов', 'Кабен Джакупов', 'doublet'],
    ['Қабен Жақыпова', 'Кабен Джакупов', 'doublet'],
    ['Мұхаммед Шорманов', 'Magomed Shormanov', 'doublet'],
    ['Abd al-Rahman Shormanov', 'Abdulrahman Shormanov', 'glued'],
    ['Nikolai Shor manov', 'Nikolai Platonovich Shormanov', 'glued'],
    ['Ser1k Sh0rmanov', 'Serik Shormanov', 'equal'],
    ['L. Shormanova', 'Lyubov Shormanova', 'initial'],
    ['Serik Haji Khan Mamaev Shormanov', 'SHORMANOV Haji Khan Seril MAMAEV', 'alike'],
  ])('%s is %s (%s)', (a, b, kind) => {
    const { same, why } = person(a, b)
    expect(same, reasonsText(why)).toBe(true)
    expect(why.map((one) => one.kind)).toContain(kind)
  })
})

describe('two people', () => {
  it('are never taken for one: two hundred hard pairs and more', () => {
    expect(HARD.length).toBeGreaterThanOrEqual(200)
    const taken = HARD.filter(([, a, b]) => person(a, b).same)
    expect(taken).toEqual([])
  })

  it.each([
    ['Aidan Shormanov', 'Aidar Shormanov', 'maybe-slip'],
    ['Nurlan Shormanov', 'Nurzhan Shormanov', 'maybe-slip'],
    ['Aleksandr Shormanov', 'Aleksandra Shormanova', 'other-gender'],
    ['Talgat Ayan', 'Ayan Shormanov', 'disagree'],
    ['Asan Bolatuly', 'Asan Shormanov', 'disagree'],
    ['Zhanbolat Mamaev', 'Zhanbol Rakhmanov', 'disagree'],
    ['S. Shormanov', 'Serikgul Shormanova', 'other-gender'],
    ['Z. Shormanov', 'Serik Shormanov', 'disagree'],
    ['Х. Шорманов', 'Kuanysh Shormanov', 'disagree'],
    ['K. Kenzhebaev', 'K. Karimov', 'disagree'],
    ['A. S. Bekov', 'B. A. Serikova', 'disagree'],
    ['N. N.', 'Nurlan Nurpeisov', 'disagree'],
    ['Salman bin Omar Al-Rawi', 'Omar bin Salman Al-Rawi', 'other-father'],
    ['Nurlan Shormanov Kabenovich', 'Nurzhan Shormanov Kabenovich', 'maybe-slip'],
    ['김종은', '김정은', 'maybe-slip'],
  ])('%s and %s are left to a person: %s', (a, b, kind) => {
    const { same, why } = person(a, b)
    expect(same).toBe(false)
    expect(why.map((one) => one.kind)).toContain(kind)
  })
})

describe('bodies', () => {
  it.each([
    ['ТОО «Ашық ақпарат»', 'Ashyq Aqparat LLP', true],
    ['Ашық ақпарат ЖШС', 'Товарищество с ограниченной ответственностью Ашық ақпарат', true],
    ['The Open Steppe Foundation', 'Open Steppe Foundation', true],
    ['First Channel', '1st Channel', true],
    ['Brigade 4', 'Brigade 44', false],
    ['Brigade Forty-Four', 'Бригада 44', true],
    ['Brigade Forty-Four', 'Brigade 44', true],
    ['Brigade 40 4', 'Brigade 44', false],
    ['Quarter Twenty One', 'Quarter 22', false],
    ['Open Steppe Foundation', 'Open City Foundation', false],
    ['Union of Writers', 'Union of Miners', false],
    ['ЖШС «Дала»', 'LLP Steppe', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(body(a, b).same).toBe(same)
  })
})

describe('two bodies', () => {
  it('are as alike one way round as the other, also where a common word is paired with a rare one', () => {
    const [one, other] = ['holdin Groupe Usenov', 'fund asociation Group Grupp']
    expect(body(one, other).score).toBeCloseTo(body(other, one).score, 9)
  })
})

describe('any two names', () => {
  const name = fc.oneof(
    fc.constantFrom(...PEOPLE.flatMap((one) => [full(one, 0), full(one, 1), full(one, 2)])),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  it('have a score between 0 and 1 that does not depend on which comes first, and 1 with themselves', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom('Person', 'Company'), (a, b, schema) => {
        const [one, other] = [compareNames(a, b, schema, rules), compareNames(b, a, schema, rules)]
        const hasName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
        expect(compareNames(a, a, schema, rules)?.score ?? 1).toBe(1)
        if (!one || !other) {
          expect([one, other, hasName(a) && hasName(b)]).toEqual([null, null, false])
          return
        }
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(1)
        expect(other.score).toBeCloseTo(one.score, 9)
        expect(one.same).toBe(one.score >= SAME)
      }),
      { numRuns: 300 },
    )
  })
  it('are compared in time, however long', () => {
    const long = Array.from({ length: 60 }, (_, n) => `Аs${n}ан-Усенов`).join(' ')
    const begun = performance.now()
    person(long, long.split(' ').reverse().join(' '))
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
