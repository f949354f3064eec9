/** A few people and one report, in which every defence of withholding has something that it alone holds back. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aSource, decideAll, emptyWorld } from '../world.ts'
import { recordOf } from './decisions.ts'
import { fullName, type Invented, inventPeople } from './people.ts'

export type Small = {
  readonly world: Context
  readonly people: readonly Invented[]
  readonly ids: readonly string[]
}

/** In the order that they are invented: never, by a pseudonym, by initials, not recorded; and again. */
const people = inventPeople(16, 0, 23)
const at = (index: number): Invented => people[index] as Invented

const FIRST = `On 7 May 2024 police in Almaty detained the activist ${fullName(at(0), 'en')}. She said that ${at(3).surname.en} was not there. Call +${at(1).phone} for more. Her lawyer was K.${at(7).surname.en}.`
const SECOND = `On 9 May 2024 a court in Aktobe fined the blogger ${fullName(at(4), 'en')} 132,550 tenge and let go another person called ${fullName(at(11), 'en')}.`

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
  ]
  for (const [index, text] of [FIRST, SECOND].entries())
    await importReport(world, {
      bytes: new TextEncoder().encode(text),
      name: `notebook-${index}.txt`,
      country: 'kz',
      source: sources[index] ?? aSource(),
      asOf: null,
      by: 'aigerim',
    })
  await decideAll(world, [
    ...people.flatMap(recordOf),
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
  ])
  return { world, people, ids: ['kz-2024-05-07-a', 'kz-2024-05-09-a'] }
}
