import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commentsOn, entriesOfComment, entriesOfVersion } from './beside.ts'
import { joinedEntries, type PlanEntries, type PlanEntry } from './entry.ts'
import { planFile, readPlanFile } from './file.ts'
import { budgetOf } from './money.ts'
import { linesOf, oneOf, planOf, said } from './plan.ts'
import { differences, planAt, standing, versionsOf } from './versions.ts'
import { entriesOfLine, strikeOf } from './write.ts'

const PLAN = '00000000-0000-4000-8000-000000000000'
let count = 0
const newId = (): string => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`
const NONE: PlanEntries = new Map()

/** A table that writes, and the same table after it wrote. */
function write(
  entries: PlanEntries,
  [part, line, typed]: readonly [string, string, Readonly<Record<string, string>>],
  { by = 'Table 1', at = '2026-11-26T10:00' } = {},
): PlanEntries {
  const fresh = entriesOfLine(entries, { plan: PLAN, line, part, at, by, newId }, typed)
  return joinedEntries(entries, fresh).entries
}
function strike(entries: PlanEntries, line: string): PlanEntries {
  const written = { plan: PLAN, line, part: '', at: '2026-11-26T10:00', by: 'Table 1', newId }
  const entry = strikeOf(planOf(entries), written)
  return entry ? joinedEntries(entries, [entry]).entries : entries
}
const both = (a: PlanEntries, b: PlanEntries): PlanEntries => joinedEntries(a, b.values()).entries
const RISK = newId()

describe('two tables that met', () => {
  const begun = write(NONE, ['risk', RISK, { what: 'The post is reported', likelihood: '2' }])
  const goal = (entries: PlanEntries) => oneOf(planOf(entries), 'goal')?.values.get('text')

  it('keep what each wrote in different fields of one line', () => {
    const one = write(begun, ['risk', RISK, { what: 'The post is reported', likelihood: '4' }])
    const other = write(begun, ['risk', RISK, { what: 'The post is reported', likelihood: '2', harm: '3' }])
    const [line] = linesOf(planOf(both(one, other)), 'risk')
    expect([said(line, 'likelihood'), said(line, 'harm')]).toEqual(['4', '3'])
    expect([...(line?.values.values() ?? [])].flatMap((value) => value.rivals)).toEqual([])
  })

  it('keep both texts of one field until somebody writes after both', () => {
    const one = write(NONE, ['goal', 'goal', { text: 'Fewer fines' }], { by: 'Table 1' })
    const other = write(NONE, ['goal', 'goal', { text: 'No fines' }], {
      by: 'Table 2',
      at: '2026-11-26T10:05',
    })
    const met = both(one, other)
    expect([goal(met)?.text, goal(met)?.rivals.map(({ text, by }) => [text, by])]).toEqual([
      'No fines',
      [['Fewer fines', 'Table 1']],
    ])
    const decided = write(met, ['goal', 'goal', { text: 'No fines' }])
    expect([goal(decided)?.text, goal(decided)?.rivals]).toEqual(['No fines', []])
  })

  it('have no quarrel where they wrote the same, and none is left behind it', () => {
    const one = write(NONE, ['goal', 'goal', { text: 'No fines' }])
    const other = write(NONE, ['goal', 'goal', { text: 'No fines' }], { by: 'Table 2' })
    const met = both(one, other)
    expect(goal(met)?.rivals).toEqual([])
    expect(goal(write(met, ['goal', 'goal', { text: 'Fewer' }]))?.rivals).toEqual([])
  })

  it('keep a line that one struck off while the other wrote in it, and ask', () => {
    const gone = strike(begun, RISK)
    expect(linesOf(planOf(gone), 'risk')).toEqual([])
    const met = both(gone, write(begun, ['risk', RISK, { harm: '5' }]))
    const [line] = linesOf(planOf(met), 'risk')
    expect([said(line, 'what'), said(line, 'harm'), line?.struck.length]).toEqual([
      'The post is reported',
      '5',
      1,
    ])
    const kept = write(met, ['risk', RISK, { what: 'The post is reported', likelihood: '2', harm: '5' }])
    expect(linesOf(planOf(kept), 'risk')[0]?.struck).toEqual([])
    expect(linesOf(planOf(strike(met, RISK)), 'risk')).toEqual([])
  })

  it('make an entry of nothing that was not changed', () => {
    const again = { plan: PLAN, line: RISK, part: 'risk', at: '2026-11-26T11:00', by: 'Table 1', newId }
    expect(entriesOfLine(begun, again, { what: 'The post is reported', likelihood: '2', harm: '' })).toEqual(
      [],
    )
  })

  it('do not overwrite what was changed while a form stood open', () => {
    const saw = new Set([...begun.keys()])
    const meanwhile = write(begun, ['risk', RISK, { what: 'The page is blocked' }])
    const again = { plan: PLAN, line: RISK, part: 'risk', at: '2026-11-26T11:00', by: 'Table 2', newId }
    const fresh = entriesOfLine(meanwhile, again, { what: 'The post is taken down' }, saw)
    const value = linesOf(planOf(joinedEntries(meanwhile, fresh).entries), 'risk')[0]?.values.get('what')
    expect([value?.text, value?.rivals.map((one) => one.text)]).toEqual([
      'The post is taken down',
      ['The page is blocked'],
    ])
  })
})

describe('entries of any tables', () => {
  const lines = [newId(), newId()]
  const entry = fc.record({
    id: fc.integer({ min: 1, max: 40 }).map((n) => `id-${n}`),
    plan: fc.constant(PLAN),
    line: fc.constantFrom(...lines),
    part: fc.constant('risk'),
    field: fc.constantFrom('what', 'harm', 'struck'),
    text: fc.constantFrom('', 'a', 'b'),
    after: fc.array(
      fc.integer({ min: 1, max: 40 }).map((n) => `id-${n}`),
      { maxLength: 3 },
    ),
    at: fc.constantFrom('2026-11-26T10:00', '2026-11-26T10:01'),
    by: fc.constantFrom('Table 1', 'Table 2'),
  })
  const sets = fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 30 })
  const told = (entries: PlanEntries): string =>
    JSON.stringify([...planOf(entries).lines], (_, value) => (value instanceof Map ? [...value] : value))

  it('come to the same plan in any order, however often and over whichever table they came', () => {
    fc.assert(
      fc.property(sets, fc.integer({ min: 0, max: 30 }), (all, cut) => {
        const [a, b] = [
          joinedEntries(NONE, all.slice(0, cut)).entries,
          joinedEntries(NONE, all.slice(cut)).entries,
        ]
        const once = both(a, b)
        expect(told(both(b, a))).toBe(told(once))
        expect(told(both(both(b, once), a))).toBe(told(once))
        expect(once.size).toBe(all.length)
      }),
      { seed: 20261126, numRuns: 300 },
    )
  })

  it('are refused where they come under a known id with other words', () => {
    const here = write(NONE, ['goal', 'goal', { text: 'No fines' }])
    const [first] = here.values()
    const forged = { ...(first as PlanEntry), text: 'More fines' }
    const { entries, changed, fresh } = joinedEntries(here, [forged])
    expect([changed, fresh]).toEqual([[forged.id], []])
    expect(said(oneOf(planOf(entries), 'goal'), 'text')).toBe('No fines')
  })
})

describe('a version', () => {
  it('is the plan as it stood, and tells what was changed since', () => {
    let entries = write(NONE, ['goal', 'goal', { text: 'No fines' }])
    entries = write(entries, ['risk', RISK, { what: 'The post is reported' }])
    entries = write(entries, ['version', newId(), { name: 'Before lunch', holds: standing(entries) }])
    entries = write(entries, ['goal', 'goal', { text: 'Fewer fines' }])
    entries = strike(entries, RISK)
    const [version] = versionsOf(planOf(entries))
    if (!version) throw new Error('the version was lost')
    const then = planAt(entries, version)
    expect([version.name, said(oneOf(then, 'goal'), 'text'), linesOf(then, 'risk').length]).toEqual([
      'Before lunch',
      'No fines',
      1,
    ])
    expect(differences(then, planOf(entries)).map(({ field, before, now }) => [field, before, now])).toEqual([
      ['text', 'No fines', 'Fewer fines'],
      ['what', 'The post is reported', null],
    ])
  })
})

describe('a budget', () => {
  const cost = (typed: Readonly<Record<string, string>>) => write(NONE, ['budget', newId(), typed])
  it.each([
    [{ units: '2', price: '150 000' }, 30_000_000, 0, 0],
    [{ price: '1 500,50' }, 150_050, 0, 0],
    [{ units: '3', price: '0.1' }, 30, 0, 0],
    [{ units: '2', price: '10', own: '5' }, 2_000, 500, 0],
    [{ what: 'Hall' }, 0, 0, 1],
    [{ price: 'cheap' }, 0, 0, 1],
    [{ price: '10', own: 'some' }, 1_000, 0, 0],
  ] as const)(
    'of %j has a total of %i hundredths, %i of them its own, and %i open lines',
    (typed, total, own, open) => {
      const budget = budgetOf(planOf(cost(typed)))
      expect([budget.total, budget.own, budget.open, budget.asked]).toEqual([total, own, open, total - own])
    },
  )
})

describe('the file of a plan', () => {
  it('comes back as it went out', () => {
    const entries = write(NONE, ['goal', 'goal', { text: 'Бәрі\n"бірдей"' }])
    expect(readPlanFile(planFile(PLAN, entries.values()), PLAN)).toEqual({
      ...{ plan: PLAN, entries: [...entries.values()], faults: [] },
    })
  })

  it('with faults is refused whole, and all of them are told with their lines', () => {
    const [good] = write(NONE, ['goal', 'goal', { text: 'No fines' }]).values()
    const line = (changed: object): string => JSON.stringify({ ...good, ...changed })
    const text = [
      planFile(PLAN, []).trim(),
      line({}),
      '{"id":',
      line({ text: 7 }),
      line({ plan: newId() }),
      line({ text: 'x'.repeat(8_001) }),
      line({ line: '__proto__' }),
      line({ after: ['x'] }),
    ].join('\n')
    const read = readPlanFile(text, PLAN)
    expect(read.entries).toEqual([])
    expect(read.faults.map(({ line: at, what }) => [at, what])).toEqual([
      ...([
        [3, 'json'],
        [4, 'shape'],
        [5, 'plan'],
        [6, 'too-long'],
        [7, 'shape'],
        [8, 'shape'],
      ] as const),
    ])
    expect(readPlanFile('{}', PLAN).faults).toEqual([{ line: 1, what: 'form' }])
    expect(readPlanFile(planFile(newId(), []), PLAN).faults).toEqual([{ line: 1, what: 'plan' }])
  })
})

describe('what is said beside a plan', () => {
  const written = { plan: PLAN, at: '2026-11-26T10:00', by: 'Table 2', newId }
  const begun = write(NONE, ['goal', 'goal', { text: 'Fewer fines' }])
  const saying = (entries: PlanEntries, text: string) =>
    joinedEntries(entries, entriesOfComment(entries, written, 'goal', text)).entries

  it('at two tables at once stands one below the other, and neither is a rival of the other', () => {
    const said2 = commentsOn(planOf(both(saying(begun, 'By when?'), saying(begun, 'Whose?'))), 'goal')
    expect(said2.map((one) => said(one, 'text')).sort()).toEqual(['By when?', 'Whose?'])
    expect(said2.flatMap((one) => [...one.values.values()].flatMap((value) => value.rivals))).toEqual([])
  })

  it('is in no version, and no version tells it as a change', () => {
    const kept = joinedEntries(begun, entriesOfVersion(begun, written, 'morning')).entries
    const now = saying(write(kept, ['goal', 'goal', { text: 'No fines' }]), 'Really?')
    const [version] = versionsOf(planOf(now))
    if (!version) throw new Error('no version')
    expect(version.name).toBe('morning')
    expect(differences(planAt(now, version), planOf(now))).toEqual([
      { part: 'goal', line: 'goal', field: 'text', before: 'Fewer fines', now: 'No fines' },
    ])
  })
})
