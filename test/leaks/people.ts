/** A seed in, invented people out, each in three spellings with everything that reaches them; no syllable run is anybody’s name. */
import { LANGUAGES, type Language } from '../../src/core/language.ts'
import type { ShowLevel } from '../../src/core/person.ts'

export type Spelled = Readonly<Record<Language, string>>
export type Invented = {
  readonly id: string
  /** Null: nothing is recorded of them at all. */
  readonly level: ShowLevel | null
  readonly given: Spelled
  readonly surname: Spelled
  readonly patronymic: Spelled
  readonly stems: { readonly given: Spelled; readonly surname: Spelled }
  readonly email: string
  readonly phone: string
  readonly number: string
  readonly plate: string
  readonly handle: string
}

/** One syllable in Latin, Russian and Kazakh letters. */
const SYLLABLES: readonly (readonly [string, string, string])[] = [
  ['bol', 'бол', 'бөл'],
  ['dur', 'дур', 'дүр'],
  ['gash', 'гаш', 'ғаш'],
  ['zhim', 'жим', 'жім'],
  ['kalb', 'калб', 'қалб'],
  ['lem', 'лем', 'лем'],
  ['mush', 'муш', 'мұш'],
  ['nelt', 'нельт', 'нелт'],
  ['porg', 'порг', 'порғ'],
  ['rusk', 'руск', 'рұск'],
  ['savd', 'савд', 'сәвд'],
  ['tumb', 'тумб', 'тұмб'],
  ['chag', 'чаг', 'шағ'],
  ['shend', 'шенд', 'шеңд'],
  ['yalp', 'ялп', 'ялп'],
  ['hosk', 'хоск', 'һоск'],
]
const ENDINGS: readonly (readonly [string, string, string])[] = [
  ['ov', 'ов', 'ов'],
  ['ova', 'ова', 'ова'],
  ['uly', 'улы', 'ұлы'],
  ['kyzy', 'кызы', 'қызы'],
]
const LEVELS: readonly (ShowLevel | null)[] = ['never', 'pseudonym', 'initials', null]

/** Small numbers in a fixed order: the same people in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Given names, surnames and patronymics are joined by letters of their own, so that none stands inside another. */
const JOINTS = { 2: ['o', 'о'], 3: ['e', 'е'], 4: ['a', 'а'] } as const
const MARKED_JOINT = ['u', 'у'] as const
type Length = keyof typeof JOINTS
const spell = (
  parts: readonly (readonly [string, string, string])[],
  [latin, cyrillic]: readonly [string, string],
): Spelled => ({
  en: capital(parts.map((one) => one[0]).join(latin)),
  ru: capital(parts.map((one) => one[1]).join(cyrillic)),
  kk: capital(parts.map((one) => one[2]).join(cyrillic)),
})
const joined = (stem: Spelled, [en, ru, kk]: readonly [string, string, string]): Spelled => ({
  en: stem.en + en,
  ru: stem.ru + ru,
  kk: stem.kk + kk,
})

/** The first `count` are protected, a quarter of them at each level; `shown` more are shown by name. */
export function inventPeople(count: number, shown: number, seed = 11): readonly Invented[] {
  const next = seeded(seed)
  const taken = new Set<string>()
  /** Fresh syllables, so that no two people share a name; the first letter V marks those shown by their initials. */
  const stem = (length: Length, first?: readonly [string, string, string]): Spelled => {
    for (;;) {
      const picked = Array.from(
        { length },
        () => SYLLABLES[next(SYLLABLES.length)] ?? (['x', 'х', 'х'] as const),
      )
      const made = spell(first ? [first, ...picked] : picked, first ? MARKED_JOINT : JOINTS[length])
      if (taken.has(made.en)) continue
      taken.add(made.en)
      return made
    }
  }
  return Array.from({ length: count + shown }, (_, index): Invented => {
    const level = index >= count ? 'name' : (LEVELS[index % LEVELS.length] ?? null)
    const ending = ENDINGS[Math.floor(index / 4) % ENDINGS.length] ?? ['ov', 'ов', 'ов']
    const isHer = ending[0] === 'ova' || ending[0] === 'kyzy'
    const given = stem(2, level === 'initials' ? ['vi', 'ви', 'ви'] : undefined)
    const surname = stem(4)
    const father = joined(stem(3), isHer ? ['ovna', 'овна', 'қызы'] : ['ovich', 'ович', 'ұлы'])
    const digits = String(1_000_000 + next(8_999_999))
    return {
      id: `q-${String(index).padStart(3, '0')}`,
      level,
      given,
      surname: joined(surname, ending),
      patronymic: father,
      stems: { given, surname },
      email: `${given.en}.${surname.en}@post.example`.toLowerCase(),
      phone: `770${digits}0`.slice(0, 11),
      number: `${String(600_000 + index)}${String(300_000 + next(99_999))}`,
      plate: `${String(100 + next(899))} Q${'ABCDEH'.charAt(next(6))}X 0${1 + next(9)}`,
      handle: `qz${next(9999)}_${String(index).padStart(3, '0')}`,
    }
  })
}

export const fullName = (one: Invented, language: Language): string =>
  `${one.given[language]} ${one.surname[language]}`
export const initialsOf = (one: Invented, language: Language): readonly [string, string] => [
  one.given[language].charAt(0),
  one.surname[language].charAt(0),
]
/** Russian endings of a surname, by what it ends in; others do not change. */
export const inflected = (surname: string): readonly string[] =>
  surname.endsWith('ов')
    ? ['а', 'у', 'ым', 'е', 'ы', 'ых'].map((tail) => surname + tail)
    : surname.endsWith('ова')
      ? ['ой', 'у'].map((tail) => surname.slice(0, -1) + tail)
      : [surname]
export const spellings = (one: Invented): readonly string[] =>
  LANGUAGES.map((language) => fullName(one, language))
