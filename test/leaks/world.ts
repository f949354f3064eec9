/** Two hundred protected people named all over five reports and every field, with four more who agreed to be named. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aSource, decideAll, emptyWorld } from '../world.ts'
import { decisionsOn, journeysOf, recordOf } from './decisions.ts'
import { englishReports, type Report, russianReport, textOf } from './documents.ts'
import { fullName, type Invented, inventPeople } from './people.ts'

export const PROTECTED = 200
export type Crowd = {
  readonly world: Context
  readonly hidden: readonly Invented[]
  readonly shown: readonly Invented[]
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

export async function crowdedWorld(): Promise<Crowd> {
  const everybody = inventPeople(PROTECTED, 4)
  const [hidden, shown] = [everybody.slice(0, PROTECTED), everybody.slice(PROTECTED)]
  const world = await emptyWorld()
  const reports = [...englishReports(hidden), russianReport(hidden.slice(0, 12))]
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
  await decideAll(world, [
    ...everybody.flatMap(recordOf),
    ...reports.flatMap((report, index) => decisionsOn(report, `kz-2024-r${index}`, shown)),
    ...journeysOf(
      [...hidden.slice(0, 12).filter((one) => one.level !== null), ...shown],
      hidden[3] as Invented,
      'kz-2024-r0-00',
    ),
  ])
  return { world, hidden, shown }
}
