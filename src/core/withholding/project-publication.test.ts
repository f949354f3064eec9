import { describe, expect, it } from 'vitest'
import { bondKey } from '../publication/text.ts'
import type { NamesInWords } from './names-in-words.ts'
import { mayReadOf } from './project-publication.ts'

const BOND = { kind: 'incident', id: 'kz-2020-02-17-a' } as const
const KEY = bondKey(BOND)
/** Every word holds a name that nobody may read: only what is not searched can be read. */
const names = { heldIn: () => ['held'] } as unknown as NamesInWords

const read = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>, id?: string) =>
  mayReadOf(
    { prints: { [KEY]: was }, drafted: new Set(['s-1']) },
    { today: { [KEY]: is }, shownIn: new Map(), names, isShown: () => true },
  )('The words.', [BOND], id)

describe('what was drafted of a record', () => {
  it('may be read while the record says the same, in whatever order its parts are kept', () => {
    expect(read({ date: 'a', place: 'b' }, { date: 'a', place: 'b' }, 's-1')).toBe(true)
    expect(read({ place: 'b', date: 'a' }, { date: 'a', place: 'b' }, 's-1')).toBe(true)
  })

  it.each([
    ['says something else', { date: 'a', place: 'c' }],
    ['says less', { date: 'a' }],
    ['says more', { date: 'a', place: 'b', person: 'd' }],
    ['says another part of the same worth', { date: 'a', court: 'b' }],
  ])('is searched for names again when the record %s', (_what, is) => {
    expect(read({ date: 'a', place: 'b' }, is, 's-1')).toBe(false)
  })

  it('is searched when somebody wrote it, whatever the record says', () => {
    expect(read({ date: 'a' }, { date: 'a' }, 's-2')).toBe(false)
    expect(read({ date: 'a' }, { date: 'a' })).toBe(false)
  })
})
