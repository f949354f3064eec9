/** A number in, a public site of so many records out: those of the examples told again under other ids and days over sixteen years, so that pages have the weight of real ones. */
import { sql } from 'kysely'
import type { App } from '../src/app/open-app.ts'
import { periodOf } from '../src/core/measure.ts'
import type { PublicIncident } from '../src/core/public-record.ts'
import { thingsIn } from '../src/core/things.ts'
import { measurePeriod } from '../src/measure/measure-period.ts'
import { publicSought } from '../src/publish/search/sought.ts'
import { writeIncidents, writeMeasures, writeSearch, writeThings } from '../src/store/derived.ts'
import { publicIncidents } from '../src/store/queries/public.ts'
import { countersOf } from '../src/usecases/measure/of-thing.ts'
import { periodsOf } from '../src/usecases/refresh.ts'

const FIRST_YEAR = 2010
const YEARS = 16
/** So many people are struck again and again. */
const PEOPLE = 500
const AT_ONCE = 2_000
/** Nobody: surnames put together, so that looking for a name finds few. */
const [BEGIN, MIDDLE, END] = [
  'Bai Tem Sar Kuan Nur Ers Zham Dos Alt Ora',
  'ka zhi mu le ro ni sha de by gu',
  'nov liev tov rin baev shev kov lin gov mov',
].map((one) => one.split(' ')) as [string[], string[], string[]]

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? ''
export const inventedName = (n: number): string =>
  `Asan ${at(BEGIN, n)}${at(MIDDLE, Math.floor(n / 10))}${at(MIDDLE, Math.floor(n / 100))}${at(END, Math.floor(n / 1_000))}`

/** The same record again, in another year, with an invented person whom it names. */
function again(incident: PublicIncident, n: number): PublicIncident {
  const year = String(FIRST_YEAR + (n % YEARS))
  const moved = (day: string | null): string | null =>
    day && `${year}${day.slice(4)}`.replace(/-02-29$/, '-02-28')
  const who = n % PEOPLE
  const name = inventedName(who)
  const person = {
    kind: 'named',
    id: `p-${who}`,
    name: { en: name, ru: null, kk: null },
    role: null,
    harmed: true,
  }
  return {
    ...incident,
    id: `${incident.country}-${year}${incident.id.replace(/^[a-z]+-\d{4}/, '')}-${n}`,
    links: [],
    fields: {
      ...incident.fields,
      people: [{ value: person, origins: incident.fields.people[0]?.origins ?? [] }],
      date: incident.fields.date.map((one) => ({
        ...one,
        value: { ...one.value, from: moved(one.value.from), to: moved(one.value.to) },
      })),
    },
  } as unknown as PublicIncident
}

export async function manyPublic(
  app: App,
  records: number,
  country = 'kz',
): Promise<readonly PublicIncident[]> {
  const pack = app.knowledge.packs.get(country)
  const seeds = await publicIncidents(app.house, country)
  if (!pack || seeds.length === 0) throw new Error('the examples are not loaded')
  const made = Array.from({ length: records - seeds.length }, (_, n) =>
    again(seeds[n % seeds.length] as PublicIncident, n),
  )
  const { codebook, words } = app.knowledge
  for (let from = 0; from < made.length; from += AT_ONCE)
    await app.house.transaction().execute(async (trx) => {
      const some = made.slice(from, from + AT_ONCE)
      await writeIncidents(trx, [], some)
      await writeSearch(
        trx,
        some.map((one) => publicSought(one, { codebook, words, pack })),
      )
      await writeThings(
        trx,
        some.map((incident) => ({
          ...{ incident, things: thingsIn(incident, pack) },
          counters: countersOf(incident, pack, codebook),
        })),
      )
    })
  const all = [...seeds, ...made]
  await app.house.transaction().execute(async (trx) => {
    for (const period of periodsOf(all)) {
      const inside = await publicIncidents(trx, country, period)
      await writeMeasures(
        trx,
        country,
        period.id,
        measurePeriod(inside, periodOf(period.id) ?? period, { pack }),
      )
    }
  })
  await sql`vacuum analyze public_incidents, public_search`.execute(app.house)
  return made
}
