/** Tables as people and programs write them, and what of them cannot be used. */
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../core/faults.ts'
import type { Row } from './columns.ts'
import { rulesOfCodebook, THREE } from './estimate.fixture.ts'
import { joinDraws, readTables } from './read-table.ts'
import { parseSettings } from './settings.ts'

const rules = rulesOfCodebook()
const rowsOf = (text: string): readonly Row[] =>
  text.split('\n').map((line, at) => ({
    line: at + 1,
    cells: line.split(',').map((words, index) => ({ words, column: index * 2 + 1 })),
  }))
const read = (text: string) => readTables('t.csv', rowsOf(text), rules)
const faultsOf = (text: string): readonly string[] => {
  try {
    read(text)
    return []
  } catch (error) {
    return error instanceof Refusal ? error.faults.map((one) => `${one.code} ${one.where ?? ''}`) : ['?']
  }
}

describe('a table', () => {
  it.each([
    ['a,b,c,count\n1,0,0,40\n0,1,0,30\n0,0,1,50\n1,1,0,9\n1,0,1,14\n0,1,1,8\n1,1,1,5'],
    ['n,a,b,c\n5,1,1,1\n40,1,0,0\n30,0,1,0\n50,0,0,1\n9,1,1,0\n14,1,0,1\n8,0,1,1\n0,0,0,0'],
    [
      ',a,b,c,Freq\n1,0,0,0,NA\n2,1,0,0,40\n3,0,1,0,30\n4,0,0,1,50\n5,1,1,0,9\n6,1,0,1,14\n7,0,1,1,8\n8,1,1,1,5',
    ],
    [
      'a,b,c,how many\nTRUE,FALSE,FALSE,40\nFALSE,TRUE,FALSE,30\nFALSE,FALSE,TRUE,50\nTRUE,TRUE,FALSE,9\nTRUE,FALSE,TRUE,14\nFALSE,TRUE,TRUE,8\nTRUE,TRUE,TRUE,2\nTRUE,TRUE,TRUE,3',
    ],
  ])('is the same however it is written', (text) => {
    expect(read(text).draws[0]).toEqual(THREE)
  })
  it('without a count has a person in each row', () => {
    expect(read('a,b\n1,0\n1,0\n0,1\n1,1').draws[0].counts).toEqual([0, 2, 1, 1])
  })
  it('of times is not taken for one of lists', () => {
    expect(read('times_captured,count\n1,1645\n2,183').draws[0]).toEqual({
      kind: 'frequencies',
      counts: [0, 1645, 183],
    })
    expect(read('k,n\n1,40\n2,11').draws[0]).toEqual({ kind: 'frequencies', counts: [0, 40, 11] })
  })
  it('with a column of draws is several tables', () => {
    expect(read('a,b,draw,count\n1,0,1,4\n1,1,1,2\n1,0,2,5\n1,1,2,1').draws.map((one) => one.counts)).toEqual(
      [
        [0, 4, 0, 2],
        [0, 5, 0, 1],
      ],
    )
  })
  it('says which lines speak of nobody', () => {
    expect(read('a,b,n\n0,0,0\n1,0,4\n1,1,2').empty).toEqual([2])
  })
})

describe('cannot be used', () => {
  it.each([
    [
      'a list with another digit, a count of letters and people on no list, all at once',
      'a,b,n\n1,0,5\n0,2,6\n1,1,x\n0,0,9',
      ['estimate.cell t.csv:3:3', 'estimate.count t.csv:4:5', 'estimate.nobody t.csv:5'],
    ],
    ['one list', 'a,count\n1,5\n0,0', ['estimate.lists t.csv:1']],
    [
      'nine lists',
      `${'abcdefghi'.split('').join(',')},count\n${'1,'.repeat(9)}4\n${'0,'.repeat(8)}1,3`,
      ['estimate.lists t.csv:1'],
    ],
    ['no heading', '1,0,5\n0,1,6', ['estimate.heading t.csv:1']],
    ['two columns of one name', 'a,a,n\n1,0,5', ['estimate.heading t.csv:1']],
    ['nobody', 'a,b,n\n1,0,0\n1,1,0', ['estimate.empty t.csv']],
    ['a part of a person', 'a,b,n\n1,0,2.5\n1,1,3', ['estimate.count t.csv:2:5']],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})

it('draws are put in the order of the first, and must have its lists', () => {
  const [one, other] = ['a,b,n\n1,0,5\n1,1,3', 'b,a,n\n0,1,6\n1,1,2'].map((text) => ({
    name: 't.csv',
    ...read(text),
  }))
  if (!one || !other) throw new Error('not read')
  expect(joinDraws([one, other]).map((table) => table.counts)).toEqual([
    [0, 5, 0, 3],
    [0, 6, 0, 2],
  ])
  expect(() => joinDraws([one, { name: 'u.csv', ...read('a,c,n\n1,0,6\n1,1,2') }])).toThrow(/estimate.draws/)
})

describe('settings', () => {
  it.each([
    ['delta=1/16', { delta: 0.0625 }],
    ['delta=2^-5', { delta: 0.03125 }],
    ['grid=1..300', { grid: [1, 300] }],
    [
      'terms=a:b+b:c',
      {
        terms: [
          ['a', 'b'],
          ['b', 'c'],
        ],
      },
    ],
    ['heterogeneity=Poisson2', { heterogeneity: 'poisson' }],
    ['saturated=exclude', { saturated: false }],
  ])('%s', (text, wanted) => {
    const { settings, wrong } = parseSettings([text])
    expect(settings).toMatchObject(wanted)
    expect(wrong).toEqual([])
  })
  it('a prior has both its numbers or is refused', () => {
    expect(parseSettings(['a=13.14', 'b=55.17']).settings.prior).toEqual({
      kind: 'gamma',
      a: 13.14,
      b: 55.17,
    })
    expect(parseSettings(['prior=poisson-gamma', 'a=2']).wrong).toHaveLength(1)
  })
  it.each([
    'delta=0',
    'delta=x',
    'grid=300..1',
    'colour=red',
    'terms=a',
    'level=95',
    'bound=best',
    'without=12',
  ])('%s is refused', (text) => {
    expect(parseSettings([text]).wrong).toHaveLength(1)
  })
})
