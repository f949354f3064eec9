/** Bodies and media under the names that records give them: what may be one, what is, and what followed what. */
import { describe, expect, it } from 'vitest'
import { openNames } from '../app/knowledge.ts'
import { type BodyRelation, bodiesOf, type KnownBody } from './bodies.ts'

const rules = openNames()
const named = (...names: readonly string[]) => names.map((name, at) => ({ name, records: [`r${at}`] }))
const of = (
  names: readonly string[],
  relations: readonly BodyRelation[] = [],
  known: readonly KnownBody[] = [],
) => {
  const { proposed, same, chains } = bodiesOf(named(...names), known, relations, rules)
  return {
    proposed: proposed.map(({ left, right }) => `${left.name} ~ ${right.name}`),
    same: same.map((one) => `${one.names.join(' = ')}: ${one.records.join(' ')}`),
    chains: chains.map((one) => one.map(({ names: all }) => all.join(' = ')).join(' → ')),
  }
}
const said = (
  relation: 'same' | 'follows',
  a: string,
  b: string,
  verdict: BodyRelation['verdict'] = 'same',
) => ({
  relation,
  bodies: [a, b] as const,
  verdict,
})

describe('names of bodies', () => {
  it('that are alike in any script are proposed, and others are not', () => {
    expect(of(['ТОО «Ашық дала»', 'Ashyq Dala LLP', 'Open City Foundation'])).toEqual({
      proposed: ['ТОО «Ашық дала» ~ Ashyq Dala LLP'],
      same: [],
      chains: [],
    })
  })

  it.each(['same', 'different'] as const)('that were judged %s are not proposed again', (verdict) => {
    const found = of(
      ['Open Steppe', 'The Open Steppe'],
      [said('same', 'Open Steppe', 'The Open Steppe', verdict)],
    )
    expect([found.proposed, found.same]).toEqual([
      [],
      verdict === 'same' ? ['Open Steppe = The Open Steppe: r0 r1'] : [],
    ])
  })

  it('that the pack knows as one are one without anybody’s word', () => {
    const known = [{ id: 'steppe', names: ['Open Steppe', 'Ашық дала'], follows: null }]
    expect(of(['Open Steppe', 'Ашық дала'], [], known).same).toEqual(['Open Steppe = Ашық дала: r0 r1'])
  })
})

describe('names that were judged to be two and are one by way of a third', () => {
  const names = ['Open Steppe', 'The Open Steppe', 'Ашық дала']
  const round = [said('same', names[0] ?? '', names[1] ?? ''), said('same', names[2] ?? '', names[1] ?? '')]
  it('are one under no name until one word is taken back, and that is told', () => {
    const apart = said('same', names[0] ?? '', names[2] ?? '', 'different')
    const torn = bodiesOf(named(...names), [], [...round, apart], rules)
    expect([torn.same, torn.torn]).toEqual([[], [names]])
    const whole = bodiesOf(named(...names), [], round, rules)
    expect([whole.same.length, whole.torn]).toEqual([1, []])
  })
  it('stay one where the pack says so, whatever else is torn', () => {
    const known = [{ id: 'steppe', names: ['Open Steppe', 'Ашық дала'], follows: null }]
    const apart = said('same', 'Open Steppe', 'Ашық дала', 'different')
    const { same, torn } = bodiesOf(named(...names), known, [apart], rules)
    expect([same.length, torn]).toEqual([1, [['Open Steppe', 'Ашық дала']]])
  })
})

describe('a closed paper', () => {
  it('leads through its successor to the page, under whatever names', () => {
    const relations = [
      said('follows', 'The Steppe', 'Steppe Times'),
      said('follows', 'Steppe Times', 'Steppe Page'),
      said('same', 'The Steppe', 'Дала газеті'),
    ]
    expect(of(['The Steppe', 'Дала газеті', 'Steppe Page'], relations).chains).toEqual([
      'The Steppe = Дала газеті → Steppe Times → Steppe Page',
    ])
  })

  it('is followed by what the pack says, where a record names one of the two', () => {
    const known = [
      { id: 'old', names: ['Old Steppe'], follows: null },
      { id: 'new', names: ['New Steppe'], follows: 'old' },
    ]
    expect(of(['New Steppe'], [], known).chains).toEqual(['Old Steppe → New Steppe'])
    expect(of(['Another'], [], known).chains).toEqual([])
  })

  it('does not follow itself, and what was withdrawn follows nothing', () => {
    const round = [said('follows', 'A paper', 'B paper'), said('follows', 'B paper', 'A paper')]
    expect(of(['A paper'], round).chains).toEqual([])
    expect(of(['A paper'], [said('follows', 'A paper', 'B paper', 'none')]).chains).toEqual([])
    expect(of(['A paper'], [said('follows', 'A paper', 'A Paper')]).chains).toEqual([])
  })
})
