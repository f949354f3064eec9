/** Names that are put in are found again by what is like them, in any script, and gone when they are taken out. */
import { describe, expect, it } from 'vitest'
import { openNames } from '../app/knowledge.ts'
import { readPerson, scoreRead } from '../core/names/persons.ts'
import { SAME } from '../core/names/score.ts'
import { invented } from './fixture.ts'
import { nameIndex } from './name-index.ts'

const rules = openNames()
const near = (names: readonly string[], name: string): readonly string[] => {
  const index = nameIndex<number>(rules)
  for (const [at, one] of names.entries()) index.add(one, at)
  return index.near(name, SAME).map((one) => one.name)
}

describe('a name', () => {
  it.each([
    ['Asan Usenov', 'Асан Усенов'],
    ['Asan Usenov', 'Usenov Assan'],
    ['Джакупов Қабен', 'Kaben Zhakypov'],
    ['Елена Серикова', 'Olena Serikova'],
    ['A. Usenov', 'Усенов Асан Болатович'],
    ['Хасан Усенов', 'Xasan Usenov'],
    ['Abdulrahman Shormanov', 'Abd al-Rahman Shormanov'],
    ['Aigul Serikova', 'Aigul Serkova'],
  ])('%s is found by %s', (held, asked) => {
    expect(near([held, 'Dana Omarova', 'Bolat Usenov'], asked)).toEqual([held])
  })

  it('is not found by another one that shares a word', () => {
    expect(near(['Bolat Usenov', 'Asan Omarov'], 'Asan Usenov')).toEqual([])
  })

  it('is held by whoever it was put in for, and gone once nobody holds it', () => {
    const index = nameIndex<string>(rules)
    index.add('Asan Usenov', 'a')
    index.add('Asan Usenov', 'b')
    index.remove('Asan Usenov', 'a')
    expect([...(index.near('Асан Усенов', SAME)[0]?.held ?? [])]).toEqual(['b'])
    index.remove('Asan Usenov', 'b')
    expect([index.near('Асан Усенов', SAME), index.size()]).toEqual([[], 0])
  })
})

it('among hundreds of names hardly any pair is missed that comparing all with all would find', () => {
  const names = [...new Set([...invented(700, 5)].map((one) => `${one.given} ${one.surname}`))]
  const read = names.map((name) => readPerson(name, rules))
  const index = nameIndex<number>(rules)
  for (const [at, name] of names.entries()) index.add(name, at)
  let [all, found] = [0, 0]
  for (const [at, one] of read.slice(0, 80).entries()) {
    const met = new Set(index.near(names[at] ?? '', SAME).map((each) => each.name))
    for (const other of read) {
      if (!scoreRead(one, other, rules)?.same) continue
      all += 1
      if (met.has(other.written)) found += 1
    }
  }
  expect(all).toBeGreaterThan(80)
  expect(found / all).toBeGreaterThan(0.99)
})
