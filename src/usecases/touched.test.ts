/** A person on record changes few incidents: those are made anew, no others, and the pages are what making all of them would give. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aDecision, aSource, emptyWorld, publishAll, recordAll } from '../../test/world.ts'
import type { Context } from './context.ts'
import { importReport } from './import-report.ts'
import { rebuild } from './rebuild.ts'
import { contentOf } from './replay.ts'
import { touchedIncidents } from './touched.ts'

const SAID = 'On 7 May 2024 police in Almaty detained two activists.'

/** How somebody called Serikova may stand beside the passage of an incident. */
const TOLD: readonly (readonly [string, { source?: object; decision?: object; reply?: object }])[] = [
  ['person', { decision: { people: [{ id: 'aigul-serikova', name: 'Aigul Serikova', harmed: true }] } }],
  ['namesake', { decision: { people: [{ name: 'A. Serikova', harmed: true }] } }],
  ['outcome', { decision: { outcome: 'the case of Serikova was closed' } }],
  ['case-ending', { decision: { outcome: 'отпустили вместе с Сериковой' } }],
  ['other-script', { decision: { outcome: 'released with Серикова' } }],
  ['organisation', { decision: { organisations: ['Serikova Foundation'] } }],
  ['title', { source: { title: 'The case of Serikova' } }],
  ['address', { source: { url: 'https://example.org/serikova-case' } }],
  ['reply', { reply: { answer: { on: '2026-11-08', words: 'serikova asked for it' } } }],
  ['nothing', {}],
  ['somebody-else', { decision: { people: [{ name: 'Asan Usenov', harmed: true }] } }],
]
const idOf = (name: string): string =>
  `kz-2024-05-07-${String.fromCharCode(97 + TOLD.findIndex(([one]) => one === name))}`

let world: Context
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`
const person = (day: number, more: object = {}): Record<string, unknown> => ({
  record: 'person',
  id: 'aigul-serikova',
  names: { en: 'Aigul Serikova', ru: 'Айгуль Серикова', kk: null },
  by: 'lena',
  at: at(day),
  ...more,
})
const basis = (level: string) => ({
  kind: 'consent',
  level,
  reason: 'she asked',
  givenHow: 'in writing',
  reviewBy: '2027-05-01',
})

beforeAll(async () => {
  world = await emptyWorld()
  await recordAll(world, [person(1, { names: { en: 'Aigul Akhmetova', ru: null, kk: null } })])
  for (const [name, { source, decision, reply }] of TOLD) {
    await importReport(world, {
      bytes: new TextEncoder().encode(`${SAID} ${'.'.repeat(1 + TOLD.findIndex(([one]) => one === name))}`),
      name: `${name}.txt`,
      country: 'kz',
      source: aSource(source),
      asOf: null,
      by: 'aigerim',
    })
    const line = { document: name, id: idOf(name), from: 'On 7 May', to: 'activists.', ...decision }
    await recordAll(world, [aDecision(line)])
    const asked = { on: '2026-11-02', of: 'akimat', how: 'by letter' }
    if (reply)
      await recordAll(world, [{ record: 'reply', id: idOf(name), asked, by: 'lena', at: at(9), ...reply }])
    await recordAll(world, [
      { record: 'share', ids: [idOf(name)], with: { organisation: 'abroad' }, by: 'lena', at: at(9) },
    ])
  }
  // A case says the names of those it is about, and would keep the old one.
  const stages = [{ stage: 'charged', date: '2024-05-08' }]
  const journey = { record: 'proceeding', id: 'aigul-174', person: 'aigul-serikova', charges: [], stages }
  await recordAll(world, [{ ...journey, by: 'lena', at: at(9) }])
  await publishAll(
    world,
    TOLD.map(([name]) => idOf(name)),
  )
})

describe('recording somebody', () => {
  it.each([
    ['under the name that texts say', person(10)],
    ['who may be named', person(11, { basis: basis('name') })],
    ['who may be initials', person(12, { basis: basis('initials') })],
    ['under another name', person(13, { names: { en: 'Aigul Omarova', ru: null, kk: null } })],
    [
      'who may not be shown any more',
      person(14, { basis: { ...basis('never'), reason: 'she took it back' } }),
    ],
  ])('%s leaves the pages that making all of them anew would give', async (_how, line) => {
    await recordAll(world, [line])
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
  })

  it('touches the incidents where she is judged to be or a word of her name is said, in any script or ending', async () => {
    const touched = await touchedIncidents(world.house, ['aigul-serikova'])
    const none = ['nothing', 'somebody-else'].map(idOf)
    expect(touched.filter((id) => none.includes(id))).toEqual([])
    expect(new Set(touched)).toEqual(
      new Set(TOLD.map(([name]) => idOf(name)).filter((id) => !none.includes(id))),
    )
  })

  it('opens and closes something on the way, or this would prove nothing', async () => {
    const shown = async (): Promise<string> =>
      JSON.stringify(await contentOf(world.house, 'public_incidents'))
    await recordAll(world, [person(15, { basis: basis('name') })])
    expect(await shown()).toContain('"id":"aigul-serikova"')
    await recordAll(world, [person(16, { basis: { ...basis('never'), reason: 'she took it back' } })])
    expect(await shown()).not.toMatch(/erikova/)
  })
})
