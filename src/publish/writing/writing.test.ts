/** Texts that several people write: what one changes stands beside what another changes, a file comes back as it left, and every difference is shown. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf, type Text, type Written } from '../../core/publication/text.ts'
import type { MayRead } from '../../core/withholding/project-publication.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { fileAway } from './away.ts'
import { headOf, textBack } from './back.ts'
import { notSaid } from './claims-in-words.ts'
import { differencesOf, piecesOf } from './compare.ts'
import { edited } from './edit.ts'
import { merged } from './merge.ts'
import { pruned } from './pruned.ts'

const sentence = (id: string, words: string): Written => ({
  ...{ id, words, told: words, bonds: [{ kind: 'incident', id }], prints: {}, isOut: false, why: null },
})
const IDS = ['a', 'b', 'c', 'd', 'e']
const text: Text = {
  outline: [
    { id: 'one', title: 'One', isOut: false, blocks: [{ kind: 'points', sentences: ['a', 'b', 'c'] }] },
    { id: 'two', title: 'Two', isOut: false, blocks: [{ kind: 'paragraph', sentences: ['d', 'e'] }] },
  ],
  sentences: new Map(IDS.map((id) => [id, sentence(id, `The words of ${id}.`)])),
}
const on = { laying: { outline: [], sentences: new Map(), blocks: new Map() }, prints: {} }
const wordsIn = (of: Text): readonly (readonly [string, string, boolean])[] =>
  [...of.sentences.values()].map((one) => [one.id, one.words, one.isOut] as const).toSorted()

/** Some sentences rewritten or left out. */
const someEdits = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    words: fc.constantFrom('Anew.', 'Once more.', ''),
    by: fc.string(),
  }),
  { selector: (one) => one.id, maxLength: 4 },
)
type Edits = readonly { readonly id: string; readonly words: string }[]
const withEdits = (edits: Edits): Text =>
  edited(
    text,
    edits.map(({ id, words }) => (words === '' ? { kind: 'out', id } : { kind: 'words', id, words })),
    on,
  )

describe('merging', () => {
  it('of edits of different sentences gives the same whichever came first, and no conflict', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (mine, theirs) => {
        const others = theirs.filter((one) => !mine.some((own) => own.id === one.id))
        const [a, b] = [withEdits(mine), withEdits(others)]
        const [one, other] = [merged(text, a, b), merged(text, b, a)]
        expect(wordsIn(one.text)).toEqual(wordsIn(other.text))
        expect([...one.conflicts, ...other.conflicts]).toEqual([])
        expect(wordsIn(one.text)).toEqual(wordsIn(withEdits([...mine, ...others])))
      }),
    )
  })

  it('of edits of one sentence loses neither: the text keeps its own, and all three are told', () => {
    const [a, b] = [withEdits([{ id: 'b', words: 'Theirs.' }]), withEdits([{ id: 'b', words: 'Ours.' }])]
    const { text: made, conflicts } = merged(text, a, b)
    expect(made.sentences.get('b')?.words).toBe('Ours.')
    expect(conflicts).toEqual([{ id: 'b', base: 'The words of b.', theirs: 'Theirs.', ours: 'Ours.' }])
  })
})

/** Signs that mean something in the file. */
const SLY = fc.string({ unit: fc.constantFrom('-', '#', ' ', '\\', 'x', '<', '!', '>', '*', '+', '1') })

describe('a file', () => {
  it('that nobody touched comes back as it left, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), SLY), { minLength: 5, maxLength: 5 }), (words) => {
        const given = words.map((one) => one.replace(/\s+/gu, ' ').trim() || 'x')
        const mine = edited(
          text,
          IDS.map((id, at) => ({ kind: 'words' as const, id, words: given[at] ?? 'x' })),
          on,
        )
        const back = textBack(fileAway(mine, { id: 'pub-aa', version: 7 }), mine, () => 'new')
        expect(wordsIn(back)).toEqual(wordsIn(mine))
        expect(back.outline).toEqual(mine.outline)
      }),
    )
  })

  it('brings back words, what was left out, what was moved and what is new', () => {
    const file = fileAway(text, { id: 'pub-aa', version: 7 })
    expect(headOf(file)).toEqual({ id: 'pub-aa', version: 7 })
    const typed = file
      .replace('- The words of a. <!-- a -->\n', '')
      .replace('The words of b.', 'Other words.')
      .replace('The words of d. <!-- d -->\n', 'The words of d. <!-- d -->\nA line of my own.\n')
    const back = textBack(typed, text, () => 'new')
    expect(back.sentences.get('a')?.isOut).toBe(true)
    expect(back.sentences.get('b')).toMatchObject({ words: 'Other words.', told: 'The words of b.' })
    expect(back.sentences.get('new')).toMatchObject({ words: 'A line of my own.', bonds: [], told: null })
    expect(orderOf(back.outline)).toEqual(['title', 'summary', 'a', 'b', 'c', 'd', 'new', 'e'])
  })
})

it('differences put together again are the older and the newer words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const pieces = piecesOf(before, after)
      const of = (...kinds: readonly string[]): string =>
        pieces.flatMap((one) => (kinds.includes(one.kind) ? [one.text] : [])).join('')
      expect(of('same', 'gone')).toBe(before)
      expect(of('same', 'new')).toBe(after)
    }),
  )
  const moved = edited(text, [{ kind: 'move', id: 'c', by: -1 }], on)
  expect(differencesOf(text, moved).map((one) => one.kind)).toEqual(['moved'])
})

it.each([
  ['A court fined 3 people 132 550 tenge.', ['3 people were fined 132,550 tenge'], []],
  ['A court fined 4 people.', ['3 people were fined'], ['4']],
  ['Суд в Алматы оштрафовал троих.', ['A court in Алматы'], []],
  ['They were beaten in Aktobe.', ['In Almaty somebody was beaten'], ['Aktobe']],
  ['Nobody was told.', ['x'], []],
] as const)('«%s» beside what its records say', (words, said, wrong) => {
  expect(notSaid(words, said, () => false)).toEqual(wrong)
})

describe('what stands over a text', () => {
  const bonds = [{ kind: 'incident' as const, id: 'a' }]
  const about = (id: string) => ({ id, runs: [{ kind: 'text' as const, text: 'It happened.' }], bonds })
  const manuscript: Manuscript = {
    ...{ language: 'en', kind: 'Case profile', subject: 'Asan Usenov', title: 'Asan Usenov: fine' },
    ...{ summary: 'Asan Usenov was fined.', figure: null, notes: [], colophon: [] },
    sections: [
      {
        id: 's',
        title: 'S',
        aside: null,
        blocks: [{ kind: 'paragraph', sentences: [about('a'), about('b')] }],
      },
    ],
  }
  /** As withholding answers: a name may be read where an open record shows it. */
  const reads =
    (isOpen: boolean, shows: boolean): MayRead =>
    (words, of) =>
      of.every(() => isOpen) && (!words.includes('Usenov') || (of.length > 0 && shows))

  it('names whom a record under it names', () => {
    const { manuscript: made, isLess } = pruned(manuscript, reads(true, true))
    expect([made.subject, made.title, isLess]).toEqual(['Asan Usenov', 'Asan Usenov: fine', false])
  })

  it.each([
    ['the record is gone', false, true],
    ['the name is withheld by now', true, false],
  ])('names nobody once %s', (_why, isOpen, shows) => {
    const { manuscript: made, isLess } = pruned(manuscript, reads(isOpen, shows))
    expect(JSON.stringify(made)).not.toContain('Usenov')
    expect(isLess).toBe(true)
  })
})
