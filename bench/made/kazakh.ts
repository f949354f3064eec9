/** A seed → invented people of Kazakhstan, each written as passports, newspapers and relatives write them, in three scripts. */
import type { Spellings, Transliteration } from '../../src/adapters/load-transliteration.ts'
import type { Draw } from './words.ts'

/** Kazakh and Russian spelling of one word; none of these made the rules of `codebook/names.yaml`. */
type Word = { readonly kk: string; readonly ru: string }
export type Woman = boolean
export type Bearer = {
  readonly given: Word
  readonly surname: Word
  /** As a son or daughter of theirs is called, in both. */
  readonly father: Word
  readonly isWoman: Woman
}

const words = (text: string): readonly Word[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [kk = '', ru = kk] = pair.split('/')
      return { kk, ru }
    })
const MEN =
  words(`Ерболат/Ерболат Жасұлан/Жасулан Қайсар/Кайсар Мұрат/Мурат Нұрсұлу/Нурсулу Әділет/Адилет Өркен/Оркен Үсен/Усен
  Бекзат/Бекзат Ғабит/Габит Дәурен/Даурен Еркебұлан/Еркебулан Ілияс/Ильяс Қуат/Куат Сұңғат/Сунгат Шыңғыс/Чингис Ырысбек/Рысбек
  Хамит/Хамит Сергей/Сергей Вячеслав/Вячеслав Юрий/Юрий Фёдор/Фёдор`).filter((one) => one.kk !== 'Нұрсұлу')
const WOMEN =
  words(`Айнұр/Айнур Жібек/Жибек Қарлығаш/Карлыгаш Мәншүк/Маншук Әсел/Асель Өмірзақ/Умирзак Ұлжан/Улжан Гүлнәр/Гульнар
  Ботагөз/Ботагоз Ғалия/Галия Дәмеш/Дамеш Еңлік/Енлик Кәмшат/Камшат Назым/Назым Сәуле/Сауле Шолпан/Шолпан Ырысты/Рысты
  Раушан/Раушан Юлия/Юлия Татьяна/Татьяна Ксения/Ксения Любовь/Любовь`).filter((one) => one.kk !== 'Өмірзақ')
const SURNAMES =
  words(`Жылқайдаров/Жилкайдаров Қоңыртөбеков/Коныртобеков Әлдімұратов/Альдимуратов Үкібасов/Укибасов Ұзынбұлақов/Узынбулаков
  Ғазизбаев/Газизбаев Шаңыраков/Шанраков Бөріқұлов/Борикулов Тәңіртаев/Тангиртаев Сүйіншәлиев/Суюншалиев Ыбырайханов/Ибрайханов
  Еңсегенов/Енсегенов Жүзімов/Жузимов Қызылқұртов/Кызылкуртов Мыңбұлақов/Мынбулаков Нұрғожаев/Нургожаев Өтепбаев/Утепбаев
  Күлтөлеев/Культулеев Ақсүйеков/Аксуеков Дүкенғалиев/Дукенгалиев Хамзатаев/Хамзатаев Цветогоров/Цветогоров Щербаковцев/Щербаковцев
  Юрьевцев/Юрьевцев Вязовкин/Вязовкин Чижиковин/Чижиковин`)
const FATHERS = words(
  'Мұрат/Мурат Бекен/Бекен Сәкен/Сакен Қадыр/Кадыр Әмір/Амир Төлеген/Тулеген Жомарт/Жомарт Иван/Иван',
)

export function bearers(draw: Draw, n: number): readonly Bearer[] {
  const seen = new Map<string, Bearer>()
  while (seen.size < n) {
    const isWoman = draw.chance(0.5)
    const [given, stem, father] = [draw.one(isWoman ? WOMEN : MEN), draw.one(SURNAMES), draw.one(FATHERS)]
    const of = (word: string): string => `${word}${isWoman ? 'а' : ''}`
    const surname = { kk: of(stem.kk), ru: of(stem.ru) }
    const child = {
      kk: `${father.kk}${isWoman ? 'қызы' : 'ұлы'}`,
      ru: `${father.ru}${isWoman ? 'овна' : 'ович'}`,
    }
    seen.set(`${given.kk} ${surname.kk}`, { given, surname, father: child, isWoman })
  }
  return [...seen.values()]
}

/** One word of somebody's name, written. */
export type Hand = { readonly name: string; readonly write: (word: Word) => string }

/** Cyrillic as both languages have it, each scheme of the table, and a newspaper that takes any spelling seen for a letter. */
export function hands(table: Transliteration, draw: Draw): readonly Hand[] {
  const latin =
    (letters: ReadonlyMap<string, Spellings>, pick: (of: Spellings, at: number) => string) =>
    (word: string) =>
      titled(
        [...word.toLowerCase()]
          .map((letter, at) => pick(letters.get(letter) ?? { all: [letter] }, at))
          .join(''),
      )
  const scheme = (letters: ReadonlyMap<string, Spellings>, name: string) =>
    latin(letters, (of) => String(of[name] ?? of.all[0]))
  const press = (letters: ReadonlyMap<string, Spellings>, name: string) =>
    latin(letters, (of, at) => {
      const seen = of.all.filter((one) => one !== '' && /^[a-z]+$/.test(one))
      return at > 0 && draw.chance(0.15)
        ? draw.one(seen.length > 0 ? seen : [''])
        : String(of[name] ?? of.all[0])
    })
  const of = (name: string, language: keyof Word, write: (word: string) => string): Hand => ({
    name,
    write: (word) => write(word[language]),
  })
  return [
    of('kk', 'kk', (word) => word),
    of('ru', 'ru', (word) => word),
    of('kk bgn', 'kk', scheme(table.kazakh, 'bgn_pcgn_1979')),
    of('kk passport', 'kk', scheme(table.kazakh, 'passport_practice')),
    of('kk latin 2021', 'kk', scheme(table.kazakh, 'latin_2021')),
    of('ru bgn', 'ru', scheme(table.russian, 'bgn_pcgn_1947')),
    of('ru icao', 'ru', scheme(table.russian, 'icao_9303')),
    of('kk press', 'kk', press(table.kazakh, 'passport_practice')),
    of('ru press', 'ru', press(table.russian, 'icao_9303')),
  ]
}

const titled = (word: string): string => `${(word[0] ?? '').toUpperCase()}${word.slice(1)}`
