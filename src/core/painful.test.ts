import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { painIn } from './painful.ts'

const ids = (text: string, acts: readonly string[] = []): readonly string[] =>
  painIn({ acts, text }, knowledge.codebook.painful).map((one) => one.id)

describe('what stands behind a notice', () => {
  it.each([
    ['Asan Usenov was tortured in a cell.', 'painful.torture@1'],
    ['Его избивали и применяли электрошокер.', 'painful.torture@1'],
    ['Қамауда азаптады.', 'painful.torture@1'],
    ['A passer-by was shot dead.', 'painful.death@1'],
    ['Задержанный скончался в больнице.', 'painful.death@1'],
    ['Ол қаза тапты.', 'painful.death@1'],
    ['He attempted suicide.', 'painful.suicide@1'],
    ['She was threatened with rape.', 'painful.sexual@1'],
    ['Four minors were held overnight.', 'painful.children@1'],
  ])('%s', (text, id) => {
    expect(ids(text)).toContain(id)
  })

  it('is known by an act as well, whatever the words', () => {
    expect(ids('It happened in May.', ['death_in_custody'])).toEqual(['painful.death@1'])
  })

  it.each([
    'On 7 May 2024 police in Almaty detained two activists.',
    'Суд оштрафовал активистку на 50 МРП.',
    'A fine for a grape seller, and a deadline that was missed.',
    'Белсендіге айыппұл салынды.',
  ])('is not: %s', (text) => {
    expect(ids(text)).toEqual([])
  })
})
