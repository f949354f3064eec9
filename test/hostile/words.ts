/** Chance in, words of a report out: plain sentences in three languages, invented, and what somebody may do to them to fool a reader. */
export type Chance = () => number
export const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T
export const upTo = (chance: Chance, most: number): number => Math.floor(chance() * (most + 1))

const SENTENCES = {
  en: [
    'On 7 May 2024 police in Almaty detained Asan Usenov near the square.',
    'The court fined each of them 15 monthly calculation indices under Article 488 of the Code of Administrative Offences.',
    'Aigul Serikova was sentenced to three years in prison on 3-4 June; 300 detentions were counted in 16 cities.',
    'She was ordered to pay 200,000 pesos in fines and sentenced to between two and four years.',
    'The same day at least 12 people were held for 3 hours, “without a lawyer”.',
  ],
  ru: [
    '7 мая 2024 года в Алматы полиция задержала Асана Усенова возле площади.',
    'Суд назначил Айгуль Сериковой 15 суток по ч. 6 ст. 488 КоАП РК и штраф 50 МРП (184 600 тенге).',
    'Накануне в Уральске задержали не менее 12 человек.',
  ],
  kk: [
    '2024 жылғы 7 мамырда Алматыда полиция Асан Үсеновті ұстады.',
    'Сот Айгүл Серікованы ҚР ҚК 405-бабы бойынша 15 тәулікке қамады.',
  ],
} as const
export type Tongue = keyof typeof SENTENCES
export const TONGUES = Object.keys(SENTENCES) as readonly Tongue[]

export const sentencesOf = (chance: Chance, tongue: Tongue, n: number): string[] =>
  Array.from({ length: n }, () => oneOf(chance, SENTENCES[tongue]))

/** Letters that look like others: Latin for Cyrillic and back, full width, mathematical. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', A: 'А', B: 'В', E: 'Е', i: 'і' },
  ...{ а: 'a', е: 'e', о: 'o', с: 'c', р: 'p', А: 'A', У: 'Y', к: 'ĸ', h: 'һ', 1: '１', 5: '𝟓', U: '𝐔' },
}
const BIDI = ['\u202e', '\u202d', '\u2066', '\u2067', '\u2069', '\u200f', '\u061c']
const UNSEEN = ['\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060', '\u0301', '\u{e0041}', '\ud800', '\u0085']
const HUGE = [
  '9'.repeat(400),
  '1'.repeat(50),
  '-',
  '1e308',
  '0x1f',
  '31.02.2024',
  '99.99.9999',
  '7 May 99999999',
]

const inserted = (chance: Chance, text: string, signs: readonly string[], times: number): string => {
  let out = text
  for (let time = 0; time < times; time += 1) {
    const at = upTo(chance, out.length)
    out = out.slice(0, at) + oneOf(chance, signs) + out.slice(at)
  }
  return out
}

/** Each leaves a text. */
export const SPOILT: readonly ((chance: Chance, text: string) => string)[] = [
  (_, text) => text,
  (chance, text) => inserted(chance, text, BIDI, upTo(chance, 40)),
  (chance, text) => inserted(chance, text, UNSEEN, upTo(chance, 40)),
  (chance, text) => [...text].map((sign) => (chance() < 0.4 ? (ALIKE[sign] ?? sign) : sign)).join(''),
  (chance, text) => inserted(chance, text, HUGE, 1 + upTo(chance, 5)),
  (chance, text) => text.replace(/[.!?]/g, '').repeat(1 + upTo(chance, 30)),
  (chance, text) =>
    `${text} ${oneOf(chance, ['(', '«', '[', '"', '<', '*', '|', '—', '№', '\t'])}`.repeat(
      1 + upTo(chance, 200),
    ),
  (chance, text) =>
    text
      .split(' ')
      .sort(() => chance() - 0.5)
      .join(' '),
  (chance, text) => text.toUpperCase().normalize(oneOf(chance, ['NFC', 'NFD', 'NFKD'] as const)),
  (chance, text) =>
    `${text.replace(/ /g, '')}${oneOf(chance, ['x', 'ы', '한', '\u0e01'])}`.repeat(1 + upTo(chance, 40)),
  (chance, text) => text.replace(/ /g, oneOf(chance, ['\n', '\r', '\u2028', '\u00a0', '\f', '   '])),
]
