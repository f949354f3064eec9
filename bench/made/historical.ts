/** Some fifty thousand invented records in the shape of Splink's historical figures: about ten for a person, worse from one to the next. */
import { byRank, type Draw, drawing, type Made, pad, slip, wordList } from './words.ts'

const COLUMNS = [
  'full_name',
  'first_and_surname',
  'first_name',
  'surname',
  'dob',
  'birth_place',
  'postcode_fake',
  'gender',
  'occupation',
] as const
const [MOST_RECORDS, OCCUPATIONS, COUNTIES] = [19, 260, 90]
/** So many are a son or a brother of the one before: surname, seat and place are theirs too, and often the given name. */
const KIN = 0.12
const TITLES = ['sir', 'lord', 'rev', 'lady', 'dr']

type Figure = {
  readonly names: readonly string[]
  readonly last: string
  readonly seat: string
  /** Other names that somebody was known under, whole. */
  readonly known: readonly (readonly string[])[]
  readonly dob: string
  readonly places: readonly string[]
  readonly postcodes: readonly string[]
  readonly gender: string
  readonly occupations: readonly string[]
}

export function historicalRecords(persons: number, seed: number): Made {
  const draw = drawing(seed)
  const firstNames = wordList(draw, 1500, ['', 'a', 'ard', 'am', 'y', 'ius'])
  /** A short form: some begin alike, some do not. */
  const short = new Map(
    firstNames.map((name) => [
      name,
      draw.chance(0.65) ? `${name.slice(0, 3)}${draw.one(['', 'y', 'ie'])}` : draw.one(firstNames),
    ]),
  )
  const surnames = wordList(draw, 6000, ['', 'er', 'ton', 'ley', 'son', 's'], 0.1)
  const places = wordList(draw, 1200, ['ham', 'bury', 'ford', ''])
  const draws = {
    given: byRank(draw, firstNames, 4),
    surname: byRank(draw, surnames, 40),
    place: byRank(draw, places, 6),
    occupation: byRank(draw, wordList(draw, OCCUPATIONS, ['er', 'ist', 'or']), 1),
  }
  const answers = new Map<string, string>()
  const rows: (readonly string[])[] = []
  let before: Figure | null = null
  for (let person = 0; person < persons; person += 1) {
    const figure: Figure = madeFigure(draw, draws, before !== null && draw.chance(KIN) ? before : null)
    before = figure
    const records = 1 + draw.below(MOST_RECORDS)
    for (let n = 0; n < records; n += 1) {
      const id = `x${rows.length}`
      answers.set(id, `q${person}`)
      rows.push([id, ...recordOf(figure, n / records, draw, short)])
    }
  }
  return { columns: ['id', ...COLUMNS], rows, answers }
}

type Draws = Readonly<Record<'given' | 'surname' | 'place' | 'occupation', () => string>>

function madeFigure(draw: Draw, { given, surname, place, occupation }: Draws, kin: Figure | null): Figure {
  const middles = draw.chance(0.45) ? [given()] : draw.chance(0.15) ? [given(), surname()] : []
  const first = kin !== null && draw.chance(0.35) ? (kin.names[0] ?? '') : given()
  const last = kin?.last ?? surname()
  const isNoble = draw.chance(0.1)
  const seat = kin?.seat ?? place()
  const names = [first, ...middles, last, ...(isNoble ? ['1st', 'baron', last, 'of', seat] : [])]
  const known: string[][] = []
  if (draw.chance(0.35)) known.push([first.slice(0, 1), ...middles.map((one) => one.slice(0, 1)), last])
  if (draw.chance(0.2)) known.push([draw.one(TITLES), first, last])
  if (draw.chance(0.15)) known.push([first, ...middles, surname()])
  if (draw.chance(0.08)) known.push([given(), surname()])
  const area =
    kin?.postcodes[0]?.slice(0, 2) ?? `${draw.one([...'abcdefghklmnoprstw'])}${draw.one([...'abdehlnrsty'])}`
  const outward = `${area}${1 + draw.below(40)}`
  const inward = (): string => `${draw.below(10)}${draw.one([...'abdefgh'])}${draw.one([...'jlnpqrs'])}`
  const born = kin?.places[0] ?? place()
  return {
    ...{ names, last, seat, known },
    dob: `${1600 + Math.floor(350 * (draw.below(1000) / 1000) ** 0.5)}-${draw.chance(0.25) ? '01-01' : `${pad(1 + draw.below(12))}-${pad(1 + draw.below(28))}`}`,
    places: [born, `county ${draw.below(COUNTIES)}`, place()],
    postcodes: [
      ...Array.from({ length: 4 }, () => `${outward} ${inward()}`),
      ...Array.from({ length: 2 }, () => `${area}${1 + draw.below(40)} ${inward()}`),
    ],
    gender: draw.chance(0.8) ? 'male' : 'female',
    occupations: [occupation(), occupation(), occupation()],
  }
}

/** `worse`: from 0, as the first record is, to 1. */
function recordOf(
  { names, known, dob, places, postcodes, gender, occupations }: Figure,
  worse: number,
  draw: Draw,
  short: ReadonlyMap<string, string>,
): readonly string[] {
  const spoilt = worse > 0 && draw.chance(0.15 + 0.65 * worse)
  const name = (spoilt ? otherName(names, known, draw, short) : names).filter((one) => one !== '')
  const cut = worse > 0 && draw.chance(0.5 * worse) ? cutName(name, draw) : name
  const bare = cut.filter((one) => !TITLES.includes(one))
  const parts = bare.length === 0 ? cut : bare
  const [first = '', last = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : '']
  return [
    cut.join(' '),
    [first, last].join(' ').trim(),
    first,
    last,
    draw.chance(0.3 * worse) ? '' : dateOf(dob, worse, draw),
    draw.chance(0.05 + 0.25 * worse) ? '' : draw.chance(0.6 * worse) ? draw.one(places) : (places[0] ?? ''),
    draw.chance(0.1 + 0.25 * worse)
      ? ''
      : draw.chance(0.2 * worse)
        ? slip(postcodes[0] ?? '', draw)
        : draw.chance(0.2 + 0.7 * worse)
          ? draw.one(postcodes)
          : (postcodes[0] ?? ''),
    draw.chance(0.05 + 0.3 * worse) ? '' : gender,
    draw.chance(0.15 + 0.4 * worse)
      ? ''
      : draw.chance(0.5 * worse)
        ? draw.one(occupations)
        : (occupations[0] ?? ''),
  ]
}

function otherName(
  names: readonly string[],
  known: readonly (readonly string[])[],
  draw: Draw,
  short: ReadonlyMap<string, string>,
): readonly string[] {
  const how = draw.below(10)
  if (how < 5 && known.length > 0) return draw.one(known)
  if (how < 8) return names.map((one) => (draw.chance(0.4) ? (short.get(one) ?? one) : one))
  return slip(names.join(' '), draw).split(' ')
}

/** Some words of a name are left out; first and last ones too. */
const cutName = (name: readonly string[], draw: Draw): readonly string[] => {
  const kept = name.filter((_, at) => !draw.chance(at === 0 || at === name.length - 1 ? 0.35 : 0.5))
  return kept.length > 0 ? kept : name.slice(0, 1)
}

function dateOf(dob: string, worse: number, draw: Draw): string {
  if (!draw.chance(0.5 * worse)) return dob
  if (draw.chance(0.25)) return `${dob.slice(0, 4)}-01-01`
  const at = draw.one([2, 3, 5, 6, 8, 9])
  return `${dob.slice(0, at)}${draw.below(10)}${dob.slice(at + 1)}`
}
