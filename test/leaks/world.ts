/** Two hundred protected people named all over five reports and every field, with four more who agreed to be named. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aSource, decideAll, emptyWorld, recordAll } from '../world.ts'
import { campaignThatNames } from './campaigns.ts'
import { casesOf } from './cases.ts'
import { decisionsOn, journeysOf, recordOf } from './decisions.ts'
import { demandsOf } from './demands.ts'
import { englishReports, type Report, russianReport, textOf } from './documents.ts'
import { HELD_TOWN } from './held.ts'
import { fullName, type Invented, inventPeople } from './people.ts'
import { textThatNames } from './publication.ts'
import { aboutTown, repliesFrom, TOWN_TEXT } from './town.ts'
import { voicesOf } from './voices.ts'

export const PROTECTED = 200
const FOR_PARTNERS = 10
const SHOWN = 4
const FOREIGN = 5
export type Crowd = {
  readonly world: Context
  readonly hidden: readonly Invented[]
  readonly shown: readonly Invented[]
  /** They agreed to be named, but to partners alone. */
  readonly partners: readonly Invented[]
}

/** The source names people in a script that the text does not use, and spells one in its address. */
const sourceOf = ({ paragraphs }: Report, index: number) => {
  const people = paragraphs.flatMap((one) => one.people).filter((one) => one.level !== null)
  const [first, second, third] = people as [Invented, Invented, Invented]
  return aSource({
    title: `Рассказ, который записала ${fullName(first, index % 2 ? 'kk' : 'ru')}`,
    publisher: `Press office of ${fullName(second, 'en').toUpperCase()}`,
    collector: `${third.surname.ru}, ${second.email}`,
    url: `https://news.example/2024/${third.surname.en.toLowerCase()}-zaderzhan`,
  })
}

/** What was decided in a report, in the order of its paragraphs, and whom the lines name. */
export type Told = {
  readonly report: Report
  readonly lines: readonly Record<string, unknown>[]
}
/** The reports taken in, nothing decided yet: first the people and their journeys, then what each report tells. */
export type TakenIn = Crowd & {
  readonly people: readonly Record<string, unknown>[]
  readonly told: readonly Told[]
  readonly journeys: readonly Record<string, unknown>[]
  /** Cases, observations, assistance and testimonies about the hidden: on no page, whoever may be named. */
  readonly cases: readonly Record<string, unknown>[]
  /** People of another organisation, whom this world does not know. */
  readonly foreign: readonly Invented[]
}

export async function crowdedWorld(): Promise<Crowd> {
  const { people, told, journeys, cases, foreign, ...crowd } = await takenIn()
  await decideAll(crowd.world, [...people, ...told.flatMap((one) => one.lines), ...journeys, ...cases])
  await heldTown(crowd.world)
  const onRecord = crowd.hidden.filter((one) => one.level === 'never' || one.level === 'pseudonym')
  await textThatNames(crowd.world, onRecord.slice(0, 40))
  const [shown] = crowd.shown
  const subject = { kind: 'person', person: shown?.id }
  await recordAll(
    crowd.world,
    campaignThatNames('cam-leaks00', subject, onRecord.slice(40, 60), 'kz-2024-r0-00'),
  )
  return crowd
}

export async function takenIn(): Promise<TakenIn> {
  const everybody = inventPeople(PROTECTED, SHOWN + FOR_PARTNERS + FOREIGN)
  const hidden = everybody.slice(0, PROTECTED)
  const shown = everybody.slice(PROTECTED, PROTECTED + SHOWN)
  const partners = everybody.slice(PROTECTED + SHOWN, PROTECTED + SHOWN + FOR_PARTNERS)
  const foreign = everybody.slice(PROTECTED + SHOWN + FOR_PARTNERS)
  const world = await emptyWorld()
  const reports = [...englishReports([...hidden, ...partners]), russianReport(hidden.slice(0, 12))]
  for (const [index, report] of reports.entries())
    await importReport(world, {
      bytes: new TextEncoder().encode(textOf(report)),
      name: report.name,
      country: 'kz',
      source: sourceOf(report, index),
      asOf: null,
      ...(report.name.startsWith('расск') && { language: 'ru' as const }),
      by: 'aigerim',
    })
  return {
    ...{ world, hidden, shown, partners, foreign },
    people: [
      ...[...hidden, ...shown].flatMap((one) => recordOf(one)),
      ...partners.flatMap((one) => recordOf(one, 'partner')),
    ],
    told: reports.map((report, index) => ({
      report,
      lines: decisionsOn(report, `kz-2024-r${index}`, [...shown, ...partners]),
    })),
    journeys: journeysOf(
      [...hidden.slice(0, 12).filter((one) => one.level !== null), ...shown, ...partners],
      hidden[3] as Invented,
      'kz-2024-r0-00',
    ),
    cases: [casesOf, voicesOf, demandsOf].flatMap((linesOf) =>
      linesOf(
        hidden.slice(12, 20).filter((one) => one.level !== null),
        hidden.slice(20, 28),
        'kz-2024-r0-00',
      ),
    ),
  }
}

/** A record that any reader may see, but not where: its text, its source and every field say the town. */
async function heldTown(world: Context): Promise<void> {
  const text = TOWN_TEXT
  await importReport(world, {
    bytes: new TextEncoder().encode(text),
    name: 'town.txt',
    country: 'kz',
    source: aSource({
      title: `Notes from ${HELD_TOWN.given.en}`,
      collector: `правозащитники в городе ${HELD_TOWN.given.ru}`,
      url: `https://news.example/${HELD_TOWN.given.en.toLowerCase()}/teacher`,
    }),
    asOf: null,
    by: 'aigerim',
  })
  await decideAll(world, [aboutTown(), ...repliesFrom('kz-2024-05-11-a')])
}
