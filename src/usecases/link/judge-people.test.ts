/** People recorded twice: judged by a person, cleared by another, met as one, bound by the stricter ground, parted again without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, recordAll, siteOf } from '../../../test/world.ts'
import { canonical } from '../../core/json.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { publicIncident } from '../../store/queries/public.ts'
import { publicMeasures } from '../../store/queries/public-measures.ts'
import { testStore } from '../../store/test-stores.ts'
import { readCourse } from '../cases/read-course.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { countRecords } from '../measure/count-records.ts'
import { questionFrom } from '../measure/question.ts'
import { readCaptures } from '../measure/read-captures.ts'
import { rebuild } from '../rebuild.ts'
import { contentOf, replay } from '../replay.ts'
import { verify } from '../verify.ts'
import { readPeoplePairs } from './read-people-pairs.ts'

const [FIRST, SECOND, BOTH] = ['kz-2024-05-07-a', 'kz-2025-05-09-a', 'kz-2025-06-01-a']
const ONE = 'On 7 May 2024 police in Almaty detained Asan Usenov.'
const TWO =
  'On 9 May 2025 a court in Almaty fined Асан Үсенов. On 1 June 2025 police in Oral held Asan Usenov and Асан Үсенов.'
const WHO = { by: 'lena', at: '2026-11-02T09:00:00Z' }
const basis = (more: Record<string, unknown> = {}) => ({
  ...{ kind: 'consent', level: 'name', reason: 'agreed', givenHow: 'in a talk' },
  ...{ givenOn: '2026-01-01', reviewBy: '2027-01-01', ...more },
})
const person = (id: string, names: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  ...{
    record: 'person',
    id,
    names: { en: '', ru: null, kk: null, ...names },
    basis: basis(),
    ...WHO,
    ...more,
  },
})
const LATIN = person('person-k7', { en: 'Asan Usenov' })
const KAZAKH = person('person-b2', { en: 'Asan Üsenov', kk: 'Асан Үсенов' })

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, ONE)
  await importText(world, TWO, 'paper.txt')
  await recordAll(world, [LATIN, KAZAKH, person('person-z9', { en: 'Dana Serikova' })])
  const paper = { document: 'paper', acts: ['fine'] }
  await decideAll(world, [
    aDecision({
      ...{ id: FIRST, from: 'On 7 May', to: 'Asan Usenov.', places: ['Almaty'] },
      people: [{ id: 'person-k7', harmed: true }],
    }),
    aDecision({
      ...{ id: SECOND, ...paper, from: 'On 9 May', to: 'Асан Үсенов.', date: '2025-05-09' },
      people: [{ id: 'person-b2', harmed: true }],
    }),
    aDecision({
      ...{
        id: BOTH,
        ...paper,
        acts: ['detention'],
        from: 'On 1 June',
        to: 'and Асан Үсенов.',
        date: '2025-06-01',
      },
      people: [
        { id: 'person-k7', harmed: true },
        { id: 'person-b2', harmed: true },
      ],
    }),
  ])
  await recordAll(world, [
    ...[FIRST, SECOND].map((incident, at) => ({
      ...{ record: 'proceeding', id: `case-${at}`, person: at === 0 ? 'person-k7' : 'person-b2', ...WHO },
      charges: [],
      stages: [
        {
          stage: at === 0 ? 'detained' : 'conviction',
          date: at === 0 ? '2024-05-07' : '2025-05-09',
          incident,
        },
      ],
    })),
  ])
})
afterAll(() => world.store.destroy())

let ticks = 0
const now = (): string => new Date(Date.parse('2026-11-12T09:00:00Z') + 1_000 * ticks++).toISOString()
const say = (verdict: string, more: Record<string, unknown> = {}) => ({
  ...{ record: 'people', id: 'person-k7', with: 'person-b2', verdict, by: 'lena', at: now(), ...more },
})
const clear = (more: Record<string, unknown> = {}) =>
  say('cleared', { by: 'bota', why: 'his mother says so', ...more })
const outputs = async () => {
  const tables = ['public_incidents', 'public_proceedings', 'public_measures', 'partner_incidents'] as const
  const rows = await Promise.all(tables.map((one) => contentOf(world.store, one)))
  return rows.map((all) => all.map((row) => canonical(row)).sort())
}
const peopleOf = async (id: string) =>
  (await publicIncident(world.store, id))?.fields.people.map(({ value }) =>
    value.kind === 'named' ? [value.id, value.name.en, value.name.kk] : value.kind,
  )
const harmed = async () =>
  (await publicMeasures(world.store, 'kz', '2025')).find(
    (one) => one.method === 'count.persons@1' && one.slice === null,
  )?.claimed
const told = async () => {
  const { total } = await countRecords(world, questionFrom({ unit: 'persons', unverified: true }, 'kz'))
  return [total.certain, total.claimed]
}
const doubts = async () => {
  const asked = {
    unit: 'persons',
    country: 'kz',
    from: '2024-01-01',
    to: '2025-12-31',
    unverified: true,
  } as const
  return (await readCaptures(world, asked, 'others')).doubts
}
let apart: Awaited<ReturnType<typeof outputs>>

describe('two people on record who are one', () => {
  it('are proposed to colleagues with what is alike, in any script, and to nobody else', async () => {
    const { open, pair } = await readPeoplePairs(world, { at: 0, ids: null, blind: false })
    expect([open, pair?.left.known.person.id, pair?.right.known.person.id]).toEqual([
      1,
      'person-b2',
      'person-k7',
    ])
    expect([pair?.like?.found.same, pair?.left.records.map((one) => one.id)]).toEqual([true, [SECOND, BOTH]])
  })

  it('stay two for readers until somebody who did not judge them has cleared it', async () => {
    apart = await outputs()
    expect(await peopleOf(SECOND)).toEqual([['person-b2', 'Asan Üsenov', 'Асан Үсенов']])
    expect(await harmed()).toBe(3)
    expect(await told()).toEqual([2, 2])
    await recordAll(world, [say('same')])
    expect(await told()).toEqual([1, 2])
    expect(await outputs()).toEqual(apart)
    await expect(recordAll(world, [clear({ by: 'lena' })])).rejects.toThrow('people.own')
    expect(await outputs()).toEqual(apart)
  })

  it('have one course at once; where nobody is sure of them, estimates draw them both ways', async () => {
    await recordAll(world, [say('unsure')])
    expect(await doubts()).toBe(1)
    await recordAll(world, [say('same')])
    expect(await doubts()).toBe(0)
    const course = async (id: string) =>
      (await readCourse(world, id, '2026-11-20')).records.map((one) => one.id)
    expect(await course('person-k7')).toEqual([FIRST, SECOND, BOTH])
    expect(await course('person-b2')).toEqual([FIRST, SECOND, BOTH])
    const { cases, course: both } = await readCourse(world, 'person-k7', '2026-11-20')
    expect([
      cases.map((one) => one.file.id),
      cases.every((one) => one.file.people.join() === 'person-k7'),
    ]).toEqual([['case-0', 'case-1'], true])
    expect(both.turns).toEqual([])
  })

  it('are then one: one id, the names of both, counted once, one journey after the other', async () => {
    await recordAll(world, [clear()])
    const one = ['person-k7', 'Asan Usenov', 'Асан Үсенов']
    expect([await peopleOf(FIRST), await peopleOf(SECOND), await peopleOf(BOTH)]).toEqual([
      [one],
      [one],
      [one],
    ])
    expect(await harmed()).toBe(2)
    expect(await told()).toEqual([1, 1])
    expect(JSON.stringify(await outputs())).not.toContain('person-b2')
    const words = (await publicIncident(world.store, BOTH))?.sources[0]?.passage
    expect(words?.map((part) => (part.kind === 'withheld' ? '▒' : part.text)).join('')).toContain(
      'Asan Usenov and Асан Үсенов',
    )
    expect(await (await siteOf(world).request(`http://a/en/i/${SECOND}`)).text()).toContain('Asan Usenov')
  })

  it('come out the same when all pages are made anew, and when the log is played again', async () => {
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
    const copy = await testStore()
    expect((await replay(world, copy)).tables.filter((one) => !one.same)).toEqual([])
    await copy.destroy()
  })

  it('part again without a trace, byte for byte', async () => {
    await recordAll(world, [say('none')])
    expect(await outputs()).toEqual(apart)
  })

  it('are kept apart by a name that is the one and was judged not to be the other, and that is told', async () => {
    await recordAll(world, [say('same'), clear()])
    const row = await world.store
      .selectFrom('judgements')
      .select('left_id')
      .where('right_id', '=', 'person-k7')
      .where('left_kind', '=', 'claim')
      .orderBy('event')
      .executeTakeFirst()
    const claim = row?.left_id ?? ''
    const isNot = (verdict: string) => ({
      ...{ record: 'judgement', id: FIRST, claim, person: 'person-b2', verdict, by: 'marat', at: now() },
    })
    await recordAll(world, [isNot('different')])
    expect((await peopleOf(SECOND))?.flat()[0]).toBe('person-b2')
    const { contradictions, recordOf } = await readPeoplePairs(world, { at: 0, ids: null, blind: false })
    expect([contradictions.length, recordOf.get(claim)]).toEqual([1, FIRST])
    await expect(recordAll(world, [clear()])).rejects.toThrow('people.contradiction')
    await recordAll(world, [isNot('none'), say('none')])
    expect(await outputs()).toEqual(apart)
  })
})

describe('what one of them may not be shown as', () => {
  const never = (value: Record<string, unknown>) => ({ ...KAZAKH, basis: basis(value), at: now() })
  it('the other may not either, from the judgement on, cleared or not', async () => {
    await recordAll(world, [never({ level: 'never', reason: 'he took it back' })])
    expect([await peopleOf(FIRST), await peopleOf(SECOND)]).toEqual([
      [['person-k7', 'Asan Usenov', null]],
      ['withheld'],
    ])
    await recordAll(world, [say('same')])
    expect([await peopleOf(FIRST), await peopleOf(SECOND), await peopleOf(BOTH)]).toEqual([
      ['withheld'],
      ['withheld'],
      ['withheld', 'withheld'],
    ])
    const shown = JSON.stringify((await outputs()).slice(0, 3))
    expect(shown).not.toMatch(/Usenov|Üsenov|Үсенов/)
    const known = await personsKnown(world.store, 'home')
    expect(known.find((one) => one.person.id === 'person-k7')?.others).toEqual(['person-b2'])
    // A second judge who disagrees does not open what the first has closed.
    await recordAll(world, [say('different', { by: 'marat', blind: true })])
    expect(await peopleOf(FIRST)).toEqual(['withheld'])
    await recordAll(world, [say('none')])
    expect((await peopleOf(FIRST))?.flat()[0]).toBe('person-k7')
  })

  it('nor as a journey', async () => {
    expect(await contentOf(world.store, 'public_proceedings')).toHaveLength(1)
    await recordAll(world, [say('same')])
    expect(await contentOf(world.store, 'public_proceedings')).toHaveLength(0)
    await recordAll(world, [say('none'), { ...KAZAKH, at: now() }])
    expect(await outputs()).toEqual(apart)
  })
})

describe('a judgement on people', () => {
  it.each([
    ['on somebody who is not there', say('same', { with: 'person-q1' }), 'record.unknown'],
    ['on a person and themselves', say('same', { with: 'person-k7' }), 'another person'],
    ['that clears what nobody judged', clear(), 'people.not-same'],
    ['that clears without a reason', clear({ why: ' ' }), 'may ask why'],
    ['that is blind to nothing', say('same', { blind: true }), 'people.first'],
  ])('%s is refused', async (_, line, why) => {
    await expect(recordAll(world, [line])).rejects.toThrow(why)
  })

  it('goes with either when somebody is forgotten; who is left is held back, and told to whoever forgets', async () => {
    await recordAll(world, [say('same', { why: 'see person-k7' }), clear()])
    const done = await forgetPerson(world, { person: 'person-b2', by: 'operator', why: 'asked for' })
    expect(done.others).toEqual(['person-k7'])
    for (const table of ['judgements', 'persons', 'bases', 'decisions'] as const)
      expect(JSON.stringify(await contentOf(world.store, table))).not.toContain('person-b2')
    const events = await world.store.selectFrom('events').select(['object', 'input', 'use_case']).execute()
    expect(JSON.stringify(events)).not.toContain('person-b2')
    expect(JSON.stringify(await contentOf(world.store, 'judgements'))).not.toContain('"left_kind":"person"')
    const left = (await personsKnown(world.store, 'home')).find((one) => one.person.id === 'person-k7')
    expect([left?.basis?.level, left?.others]).toEqual(['never', []])
    expect((await verify(world)).breaks).toEqual([])
  })
})
