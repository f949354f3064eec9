/** Plain literals in, a manuscript with every kind of block out, with invented names. For tests and benches alone. */
import type { Language } from '../../core/language.ts'
import {
  type Block,
  type Figure,
  type Manuscript,
  type Note,
  type Sentence,
  words as saying,
} from './manuscript.ts'

const PHRASES = {
  en: {
    kind: 'Briefing',
    subject: 'Kazakhstan, January to March 2020',
    title: 'One assembly in three ended in detentions',
    told: 'Police in Almaty detained Aigul Serikova, a journalist, near the square; she was released after three hours without a record.',
    short: 'Nobody was charged.',
    missing: 'not recorded',
    said: 'I asked why, and nobody told me.',
    who: 'Asan Usenov, activist',
    when: '22 February 2020',
    head: ['Region', 'Held', 'Fined'],
    box: 'The case of Asan Usenov',
    label: 'Date of arrest',
    chapter: 'Peaceful assembly',
  },
  ru: {
    kind: 'Обзор',
    subject: 'Казахстан, январь – март 2020 года',
    title: 'Каждое третье собрание закончилось задержаниями',
    told: 'Полиция Алматы задержала у площади журналистку Айгуль Серикову; через три часа её отпустили, не составив протокола.',
    short: 'Обвинений никому не предъявили.',
    missing: 'не записано',
    said: 'Я спросил, за что, и никто мне не ответил.',
    who: 'Асан Усенов, активист',
    when: '22 февраля 2020 года',
    head: ['Область', 'Задержаны', 'Оштрафованы'],
    box: 'Дело Асана Усенова',
    label: 'Дата задержания',
    chapter: 'Мирные собрания',
  },
  kk: {
    kind: 'Шолу',
    subject: 'Қазақстан, 2020 жылғы қаңтар – наурыз',
    title: 'Әрбір үшінші жиналыс ұстаумен аяқталды',
    told: 'Алматы полициясы алаң маңында журналист Айгүл Серікованы ұстап, үш сағаттан кейін хаттама жасамай босатты.',
    short: 'Ешкімге айып тағылған жоқ.',
    missing: 'жазылмаған',
    said: 'Не үшін деп сұрадым, ешкім жауап бермеді.',
    who: 'Асан Үсенов, белсенді',
    when: '2020 жылғы 22 ақпан',
    head: ['Облыс', 'Ұсталғандар', 'Айыппұл салынғандар'],
    box: 'Асан Үсеновтың ісі',
    label: 'Ұсталған күні',
    chapter: 'Бейбіт жиналыс',
  },
} as const

const FIGURE: Figure = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="90" viewBox="0 0 600 90"><rect x="0" y="10" width="420" height="24" fill="#763041"/><rect x="0" y="50" width="180" height="24" fill="#b47e10"/></svg>',
  signs: [],
  alt: 'Two bars: 42 held, 18 fined.',
  caption: '42, 18',
}

/** A chapter of every kind of block. `more`: how many sentences its paragraph has. */
function chapter(id: string, language: Language, note: number, more: number): readonly Block[] {
  const say = PHRASES[language]
  const rests = (own: string, text: string, number: number | null): Sentence => ({
    id: `${id}:${own}`,
    runs: [saying(text), ...(number === null ? [] : [{ kind: 'note' as const, note: number }])],
    bonds: number === null ? [] : [{ kind: 'incident', id: `kz-2020-02-22-${number}` }],
  })
  return [
    {
      kind: 'paragraph',
      sentences: Array.from({ length: more }, (_, at) =>
        rests(`p${at}`, at % 3 === 2 ? say.short : say.told, at === 0 ? note : null),
      ),
    },
    { kind: 'points', points: [rests('a', say.told, note + 1), rests('b', say.short, null)] },
    { kind: 'heading', title: say.box },
    { kind: 'quote', said: rests('q', say.said, note + 2), speaker: say.who },
    {
      kind: 'timeline',
      entries: [
        { when: say.when, told: rests('t1', say.told, note) },
        { when: say.when, told: rests('t2', say.short, null) },
      ],
    },
    {
      kind: 'table',
      caption: say.chapter,
      head: say.head,
      rows: ['Almaty', 'Astana', 'Aktobe'].map((place, row) => [
        rests(`r${row}`, place, null),
        rests(`h${row}`, String(14 - row), row === 0 ? note + 3 : null),
        rests(`f${row}`, String(6 + row), null),
      ]),
    },
    { kind: 'figure', figure: FIGURE, bonds: [{ kind: 'measure', id: 'held' }] },
    {
      kind: 'box',
      title: say.box,
      blocks: [
        { kind: 'paragraph', sentences: [rests('x1', say.told, note + 4), rests('x2', say.short, null)] },
        {
          kind: 'fields',
          fields: [
            { label: say.label, told: rests('f1', say.when, note + 4), isMissing: false },
            { label: say.head[2], told: rests('f2', say.missing, null), isMissing: true },
          ],
        },
        { kind: 'quote', said: rests('x3', say.said, null), speaker: say.who },
      ],
    },
  ]
}

/** Notes that one chapter has. */
const OWN = 5

export function everyBlock(language: Language, chapters = 1, more = 4): Manuscript {
  const say = PHRASES[language]
  const numbers = Array.from({ length: chapters * OWN }, (_, at) => at + 1)
  return {
    language,
    kind: say.kind,
    subject: say.subject,
    title: say.title,
    summary: say.told,
    figure: FIGURE,
    sections: Array.from({ length: chapters }, (_, at) => ({
      id: `chapter-${at + 1}`,
      title: `${say.chapter} ${at + 1}`,
      aside: say.short,
      blocks: chapter(`c${at + 1}`, language, at * OWN + 1, more),
    })),
    notes: numbers.map(
      (number): Note => ({
        number,
        citations: [`A monitor, “${say.chapter}”, 3 April 2020, https://monitor.example/${number}`],
        href: `https://aigaq.example/${language}/i/kz-2020-02-22-${number}`,
        bond: { kind: 'incident', id: `kz-2020-02-22-${number}` },
      }),
    ),
    colophon: ['CC BY 4.0'],
  }
}
