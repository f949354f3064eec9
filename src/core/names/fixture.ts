/** Invented people as English, Russian and Kazakh texts write them; pairs of them who are two, however alike they are written. */

/** Given name of a man or woman, surname as each writes it: English, Russian, Kazakh. */
const GIVEN = [
  ['Daniyar', 'Данияр', 'Данияр', 'm'],
  ['Yerzhan', 'Ержан', 'Ержан', 'm'],
  ['Baurzhan', 'Бауржан', 'Бауыржан', 'm'],
  ['Talgat', 'Талгат', 'Талғат', 'm'],
  ['Askhat', 'Асхат', 'Асхат', 'm'],
  ['Nurlan', 'Нурлан', 'Нұрлан', 'm'],
  ['Kuanysh', 'Куаныш', 'Қуаныш', 'm'],
  ['Aigerim', 'Айгерим', 'Әйгерім', 'f'],
  ['Gulzhan', 'Гульжан', 'Гүлжан', 'f'],
  ['Zarina', 'Зарина', 'Зарина', 'f'],
  ['Saltanat', 'Салтанат', 'Салтанат', 'f'],
  ['Shynar', 'Шинар', 'Шынар', 'f'],
] as const
const SURNAMES = [
  ['Tileubekov', 'Тлеубеков', 'Тілеубеков'],
  ['Qaharmanov', 'Кахарманов', 'Қаһарманов'],
  ['Zhaksybaev', 'Жаксыбаев', 'Жақсыбаев'],
  ['Dzhumabekov', 'Джумабеков', 'Жұмабеков'],
  ['Shormanov', 'Шорманов', 'Шорманов'],
  ['Yesenaliev', 'Есеналиев', 'Есеналиев'],
] as const
const FATHERS = [
  ['Serikovich', 'Serikovna', 'Серикович', 'Сериковна', 'Серікұлы', 'Серікқызы'],
  ['Maratovich', 'Maratovna', 'Маратович', 'Маратовна', 'Маратұлы', 'Маратқызы'],
] as const

export type Somebody = {
  readonly given: readonly string[]
  readonly surname: readonly string[]
  readonly woman: boolean
}
export const PEOPLE: readonly Somebody[] = GIVEN.flatMap(([en, ru, kk, gender]) =>
  SURNAMES.map((surname) => {
    const woman = gender === 'f'
    return {
      given: [en, ru, kk],
      surname: woman ? surname.map((one) => `${one}${/[а-я]$/u.test(one) ? 'а' : 'a'}`) : surname,
      woman,
    }
  }),
)
export const fatherOf = ({ woman }: Somebody, father: number, script: number): string =>
  FATHERS[father]?.[script * 2 + (woman ? 1 : 0)] ?? ''
export const full = (one: Somebody, script: number): string => `${one.given[script]} ${one.surname[script]}`
export const PAIRS_OF_SCRIPTS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const

/** At least two hundred pairs of people who must not be taken for one. */
export const HARD: readonly (readonly [string, string, string])[] = PEOPLE.flatMap((one, index) => {
  const sibling = PEOPLE.find(
    (other, at) => at > index && other.woman === one.woman && other.surname.join() === one.surname.join(),
  )
  const namesake = PEOPLE.find((other, at) => at > index && other.given === one.given)
  const other = PEOPLE[(index + 17) % PEOPLE.length] ?? one
  return [
    ...(sibling ? [['siblings', full(one, 0), full(sibling, 1)] as const] : []),
    ...(namesake ? [['married, or another', full(one, 1), full(namesake, 2)] as const] : []),
    [
      'another father',
      `${full(one, 1)} ${fatherOf(one, 0, 1)}`,
      `${full(one, 2)} ${fatherOf(one, 1, 2)}`,
    ] as const,
    [
      'another initial',
      `${other.given[0] === one.given[0] ? 'W' : 'Q'}. ${one.surname[0]}`,
      full(one, 0).replace(/^[QK]/, 'N'),
    ] as const,
    ['surname alone', one.surname[1] ?? '', full(one, 2)] as const,
    ['given name alone', one.given[0] ?? '', full(one, 1)] as const,
  ]
})
