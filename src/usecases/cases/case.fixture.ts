/** A case as tests read it: charge, stage, hearings, a restriction, an observation and an assistance of one person, and who asks. */
import { aDecision, decideAll, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { wallOf } from '../wall-of.ts'

export const ARREST = 'kz-2024-05-07-a'
export const who = (by = 'lena', at = '2026-11-02T09:00:00Z') => ({ by, at })
export const hand = { kind: 'hand', title: 'her lawyer, by telephone', on: '2026-11-02' }
const person = (id: string, en: string) => ({
  ...{ record: 'person', id, names: { en, ru: null, kk: null } },
  ...who('lena', '2026-11-01T08:00:00Z'),
})
export const entry = (id: string, entry: string, what: object, more: object = {}) => ({
  ...{ record: 'entry', id, entry, what, source: hand },
  ...who(),
  ...more,
})
export const CASE = {
  record: 'case',
  id: 'case-b4',
  country: 'kz',
  title: 'The May case',
  people: ['usenov'],
  ...who(),
}

const actorOf = (
  handle: string,
  role: 'monitor' | 'editor' | 'lawyer' | 'partner',
  organisation = 'home',
) => ({
  ...{ account: handle, handle, organisation, role },
})
export const as = (world: Context, ...given: Parameters<typeof actorOf>): Context => {
  const actor = actorOf(...given)
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
export const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )

export async function caseWorld(): Promise<Context> {
  const world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov. He was told nothing.')
  await decideAll(world, [
    person('usenov', 'Asan Usenov'),
    person('serikova', 'Aigul Serikova'),
    aDecision({ from: 'On 7 May', to: 'Usenov.', people: [{ id: 'usenov', harmed: true }], by: 'lena' }),
  ])
  await recordAll(world, [
    CASE,
    entry('case-b4', 'e1', {
      kind: 'charge',
      law: { code: 'criminal', article: '174' },
      basis: 'stated',
      offence: '2024-05-07',
    }),
    entry(
      'case-b4',
      'e2',
      { kind: 'stage', stage: 'detained', date: '2024-05-07' },
      { source: { kind: 'incident', incident: ARREST } },
    ),
    entry('case-b4', 'e3', {
      kind: 'hearing',
      state: 'planned',
      date: '2026-11-30',
      hour: '10:30',
      court: 'Court No. 2',
    }),
    entry('case-b4', 'e4', { kind: 'hearing', state: 'planned', date: '2026-11-20' }),
    entry('case-b4', 'e5', {
      kind: 'restriction',
      what: 'no_leaving',
      from: '2024-06-01',
      until: '2026-12-01',
    }),
    {
      ...{ record: 'observation', id: 'obs-c5', sheet: 'trial', about: { case: 'case-b4', hearing: 'e4' } },
      ...{ on: '2026-11-20', observer: 'lena', source: { kind: 'hand', title: 'seen in the room' } },
      answers: [
        { question: 'counsel_present', answer: { kind: 'partly' } },
        { question: 'public', answer: { kind: 'unknown' } },
        { question: 'interpreter', answer: { kind: 'not_asked' } },
        { question: 'length', answer: { kind: 'number', number: 20, unit: 'minutes' } },
      ],
      ...who(),
    },
    {
      ...{
        record: 'assistance',
        id: 'help-d6',
        what: 'complaint_police',
        people: ['usenov'],
        about: { case: 'case-b4' },
      },
      ...{
        on: '2026-10-01',
        doneBy: 'the legal team',
        to: 'police of Almaty',
        due: '2026-10-16',
        source: hand,
      },
      ...who(),
    },
  ])
  return world
}
