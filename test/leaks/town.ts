/** A record whose town is held back, with its text: the town is said in every place where text is taken. */
import { aDecision } from '../world.ts'
import { HELD_TOWN } from './held.ts'

const { en, ru, kk } = HELD_TOWN.given

export const TOWN_TEXT = `On 11 May 2024 police in ${en} questioned a teacher. In ${en} nobody was told why, and the ${en.toUpperCase()} court was closed. Соседи в городе ${ru} молчали; ${kk} қаласы үнсіз.`

export const aboutTown = (more: Record<string, unknown> = {}): Record<string, unknown> =>
  aDecision({
    id: 'kz-2024-05-11-a',
    document: 'town',
    date: '2024-05-11',
    from: 'On 11 May 2024',
    to: 'қаласы үнсіз.',
    places: [en],
    acts: ['interrogation'],
    groups: [{ what: `teachers of ${en}`, min: 1, max: 1, qualifier: 'exact' }],
    actors: [`the police of ${en}`],
    organisations: [`court of ${ru}`],
    offences: [`leaving ${kk}`],
    outcome: `back in ${en.toLowerCase()}`,
    tiers: [{ field: 'place', value: 'team', why: 'there is one teacher of this subject in the town' }],
    ...more,
  })

/** Those who were asked say the town, and a name that nobody may read. */
export const repliesFrom = (id: string, name = 'somebody'): readonly Record<string, unknown>[] => [
  {
    record: 'reply',
    id,
    asked: { on: '2026-05-03', of: `the police of ${en}`, how: `by letter to ${en}`, until: '2026-05-17' },
    answer: { on: '2026-05-10', words: `nobody was held in ${en}, least of all ${name}` },
    by: 'lena',
    at: '2026-10-01T09:00:00Z',
  },
]
