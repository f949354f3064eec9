/** Whose whole name a page shows. */
import { expect, test } from 'vitest'
import { readable } from './shown-words.ts'
import { wholeNames } from './whole-names.ts'

const people = wholeNames([
  ['Asan Usenov', 'Асан Усенов', 'Әсен Үсенов'],
  ['Asan Usenova'],
  ['Serik', 'Serik Zhan-Ali'],
  ['Serikova'],
])

test.each([
  ['<li>Asan Usenov</li>', ['Asan Usenov']],
  ['{"name":"Асан Усенов","also":"Асан Усенов"}', ['Asan Usenov']],
  ['Әсен\n   ҮСЕНОВ', ['Asan Usenov']],
  ['Asan Usenova and Asan', ['Asan Usenova']],
  ['Serik Zhan-Ali; Serik; Serikova', ['Serik']],
  ['Usenov, Asan', []],
  ['', []],
])('%s: %s', (sent, expected) => {
  expect([...people.in(readable(sent))]).toEqual(expected)
})
