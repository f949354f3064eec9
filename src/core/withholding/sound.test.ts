import { describe, expect, it } from 'vitest'
import { maybeSameSound } from './sound.ts'

describe('names by their sound', () => {
  it.each([
    ['usenov', 'усенов'],
    ['usenov', 'усенова'],
    ['usenov', 'усеновым'],
    ['yerzhan', 'ержан'],
    ['zhaksylykova', 'жаксылыкова'],
    ['zhaksylykova', 'жақсылықова'],
    ['kharlamov', 'харламов'],
    ['orynbetova', 'orinbetova'],
  ])('%s may be %s', (a, b) => expect(maybeSameSound(a, b)).toBe(true))
  it.each([
    ['usenov', 'серикова'],
    ['asan', 'айгуль'],
    ['li', 'ли'],
    ['rights', 'right'],
    ['marat', 'marathon'],
  ])('%s is not %s', (a, b) => expect(maybeSameSound(a, b)).toBe(false))
})
