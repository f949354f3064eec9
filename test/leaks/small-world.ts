/** A few people and one report, in which every defence of withholding has something that it alone holds back. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aSource, decideAll, emptyWorld } from '../world.ts'
import { recordOf, WHO } from './decisions.ts'
import { HELD_MONTH, HELD_TOWN } from './held.ts'
import { fullName, type Invented, inventPeople } from './people.ts'
import { aboutTown, repliesFrom, TOWN_TEXT } from './town.ts'

export type Small = {
  readonly world: Context
  readonly people: readonly Invented[]
  readonly ids: readonly string[]
  /** A record whose time ended yesterday. */
  readonly ended: string
}

/**
 * In the order that they are invented: never, by a pseudonym, by initials, not recorded; and again. The last two agreed to
 * be named: one to partners alone, one in a record whose time has ended.
 */
const people = inventPeople(16, 2, 23)
const at = (index: number): Invented => people[index] as Invented

const FIRST = `On 7 May 2024 police in Almaty detained the activist ${fullName(at(0), 'en')}. She said that ${at(3).surname.en} was not there. Call +${at(1).phone} for more. Her lawyer was K.${at(7).surname.en}.`
const SECOND = `On 9 May 2024 a court in Aktobe fined the blogger ${fullName(at(4), 'en')} 132,550 tenge and let go another person called ${fullName(at(11), 'en')}.`
const TOWN = `${TOWN_TEXT} The activist ${fullName(at(16), 'en')} spoke.`
const ENDED = `On 13 May 2024 police in Almaty detained the activist ${fullName(at(17), 'en')} for an hour.`
const MONTH = `On 14 ${HELD_MONTH.given.en} 2023 police in Almaty questioned a driver. All that ${HELD_MONTH.given.en} they waited; в начале ${HELD_MONTH.given.ru}я ждали тоже.`

export async function smallWorld(): Promise<Small> {
  const world = await emptyWorld()
  const sources = [
    // Somebody on record who is not in the text, and somebody in it in another script: two ways to name by a title.
    aSource({
      title: `Notes of ${fullName(at(8), 'en')}`,
      collector: at(3).surname.ru,
      publisher: `tel. ${at(2).phone}`,
    }),
    aSource({ url: `https://news.example/${at(4).given.en.toLowerCase()}${at(4).surname.en.toLowerCase()}` }),
    aSource({
      title: `Notes from ${HELD_TOWN.given.ru}`,
      url: `https://news.example/${HELD_TOWN.given.en.toLowerCase()}-teacher`,
    }),
    aSource(),
    aSource({ title: `The ${HELD_MONTH.given.en} notes` }),
  ]
  for (const [index, text] of [FIRST, SECOND, TOWN, ENDED, MONTH].entries())
    await importReport(world, {
      bytes: new TextEncoder().encode(text),
      name: `notebook-${index}.txt`,
      country: 'kz',
      source: sources[index] ?? aSource(),
      asOf: null,
      by: 'aigerim',
    })
  await decideAll(world, [
    ...people.flatMap((one, index) => recordOf(one, index === 16 ? 'partner' : 'public')),
    aDecision({
      id: 'kz-2024-05-07-a',
      document: 'notebook-0',
      from: 'On 7 May',
      to: `K.${at(7).surname.en}.`,
      people: [{ id: at(0).id, harmed: true }],
      groups: [{ what: `friends of ${at(5).surname.en}`, min: 2, max: 2, qualifier: 'exact' }],
      actors: ['police', `an officer called ${fullName(at(15), 'en')}`],
      outcome: `call ${at(6).email.replace(/^.*@/, `qz${at(6).number}@`)}`,
      laws: [{ code: 'other', name: `law of ${at(9).surname.en}` }],
      penalties: [{ type: 'fine', amount: 5, unit: `coins of ${at(10).surname.en}` }],
    }),
    aDecision({
      id: 'kz-2024-05-09-a',
      document: 'notebook-1',
      date: '2024-05-09',
      from: 'On 9 May',
      to: fullName(at(11), 'en'),
      people: [{ id: at(4).id, harmed: true }],
      acts: ['fine'],
      offences: [`insulting ${at(11).surname.en.toLowerCase()}`],
    }),
    aboutTown({
      document: 'notebook-2',
      to: 'spoke.',
      people: [{ id: at(16).id, role: 'activist', harmed: true }],
    }),
    ...repliesFrom('kz-2024-05-11-a', fullName(at(12), 'en')),
    aDecision({
      id: 'kz-2024-05-13-a',
      document: 'notebook-3',
      date: '2024-05-13',
      from: 'On 13 May',
      to: 'an hour.',
      people: [{ id: at(17).id, role: 'activist', harmed: true }],
    }),
    { record: 'retention', id: 'kz-2024-05-13-a', until: '2026-11-22', why: 'it was agreed', ...WHO },
    aDecision({
      id: 'kz-x1-a',
      document: 'notebook-4',
      date: '2023-09-14',
      from: `On 14 ${HELD_MONTH.given.en}`,
      to: 'ждали тоже.',
      acts: ['interrogation'],
      outcome: `let go in ${HELD_MONTH.given.en.toLowerCase()}`,
      tiers: [{ field: 'date', value: 'team', why: 'one car was stopped in that month' }],
    }),
  ])
  return {
    world,
    people: [...people, HELD_TOWN, HELD_MONTH],
    ids: ['kz-2024-05-07-a', 'kz-2024-05-09-a', 'kz-2024-05-11-a', 'kz-x1-a'],
    ended: 'kz-2024-05-13-a',
  }
}
