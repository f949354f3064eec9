/** Files that phones give out, what two phones hold together, and the forms that an opened entry fills in. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameTogether, mergeStory } from '../../../test/field/merges.ts'
import { numbers } from '../seeded.ts'
import { entryText, type FieldEntry, faultOfEntry, readEntry } from './entry.ts'
import { framed, NotFrames, opening, readFrames } from './frames.ts'
import type { Frame, ItemHead } from './item.ts'
import { joined, type Outbox, type Waiting, without } from './outbox.ts'
import { type FormWords, filledFrom, type Labelled } from './to-form.ts'

const idOf = (n: number): string => n.toString(16).padStart(64, '0')
const head = (n: number, bytes = 10): ItemHead => ({ id: idOf(n), bytes, list: 1 })
const frame = (n: number, length = 10): Frame => ({
  ...{ head: head(n, length), from: 0, body: new Uint8Array(length).fill(n) },
  vouched: n % 2 === 0 ? { key: 'a', signature: 'b' } : null,
})
const fileOf = (frames: readonly Frame[]): Uint8Array =>
  Buffer.concat([opening(), ...frames.map((one) => framed(one))])
async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(bytes: Uint8Array, size = 7): Promise<readonly Frame[]> {
  const frames: Frame[] = []
  for await (const one of readFrames(inChunks(bytes, size))) frames.push(one)
  return frames
}

describe('a file that is carried', () => {
  it('gives back what was put in, in whatever lengths it is read', async () => {
    const frames = [frame(1), frame(2, 1), frame(3, 5_000)]
    for (const size of [1, 7, 100_000]) expect(await read(fileOf(frames), size)).toEqual(frames)
  })
  it('gives, torn off anywhere, everything that was whole before', async () => {
    const frames = [frame(1), frame(2), frame(3)]
    const file = fileOf(frames)
    for (let end = opening().length; end < file.length; end += 1) {
      const got = await read(file.subarray(0, end))
      expect(got).toEqual(frames.slice(0, got.length))
    }
  })
  it.each([
    ['nothing', ''],
    ['another file', '%PDF-1.7 and so on'],
    ['a line that is none', 'aigaq field@1\n{"id":"x"}\n'],
    ['a line that does not end', `aigaq field@1\n${'x'.repeat(2_000)}`],
    [
      'a length beyond the whole',
      `aigaq field@1\n{"id":"${idOf(1)}","bytes":4,"list":1,"from":2,"length":9}\n`,
    ],
    [
      'more than a photograph',
      `aigaq field@1\n{"id":"${idOf(1)}","bytes":9e9,"list":1,"from":0,"length":4}\n`,
    ],
    [
      'a key that nobody asked for',
      `aigaq field@1\n{"id":"${idOf(1)}","bytes":4,"list":1,"from":0,"length":4,"who":"lena"}\n`,
    ],
  ])('is refused when it is %s', async (_what, text) => {
    await expect(read(new TextEncoder().encode(text))).rejects.toBeInstanceOf(NotFrames)
  })
})

const waiting: fc.Arbitrary<Waiting> = fc.record({
  head: fc.nat({ max: 9 }).map((n) => head(n)),
  vouched: fc.option(fc.record({ key: fc.constantFrom('a', 'b'), signature: fc.constantFrom('x', 'y') })),
  kind: fc.constantFrom('note', 'count', null),
  day: fc.constantFrom('2026-11-23', '2026-11-24'),
})
const boxes = fc.array(waiting, { maxLength: 8 }).map((all): Outbox => joined(new Map(), all))
const plain = (box: Outbox) => [...box].sort(([a], [b]) => (a < b ? -1 : 1))

describe('what two phones hold', () => {
  it('is the same, whoever met whom first and how often', () => {
    fc.assert(
      fc.property(boxes, boxes, boxes, (a, b, c) => {
        expect(plain(joined(a, b.values()))).toEqual(plain(joined(b, a.values())))
        expect(plain(joined(a, a.values()))).toEqual(plain(a))
        const [left, right] = [
          joined(joined(a, b.values()), c.values()),
          joined(a, joined(b, c.values()).values()),
        ]
        expect(plain(left)).toEqual(plain(right))
      }),
    )
  })
  it('comes together in the house once each, whatever was torn, repeated, half sent or taken away', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const story = await mergeStory(numbers(seed))
      expect([seed, cameTogether(story)]).toEqual([seed, true])
    }
  })
  it('loses nothing, but what was acknowledged', () => {
    fc.assert(
      fc.property(boxes, boxes, fc.array(fc.nat({ max: 9 })), (a, b, had) => {
        const gone = new Set(had.map(idOf))
        const kept = without(joined(a, b.values()), gone)
        expect(new Set(kept.keys())).toEqual(
          new Set([...a.keys(), ...b.keys()].filter((id) => !gone.has(id))),
        )
      }),
    )
  })
})

const where = { at: '2026-11-23T14:05', place: 'Abay square', words: '' }
const count = (low: string, best: string, high: string, method = 'by_eye'): FieldEntry => ({
  ...{ kind: 'count', ...where, unit: 'people', method, low, best, high },
})
const WORDS = Object.fromEntries(
  ['court', 'case', 'at', 'place', 'low', 'best', 'high'].map((one) => [one, one]),
) as FormWords
const TERMS: Labelled = {
  units: { people: { label: 'People' } },
  methods: {
    by_eye: { label: 'By eye', qualifier: 'estimate' },
    one_by_one: { label: 'One by one', qualifier: 'exact' },
  },
}

describe('an entry', () => {
  it('is read as it was written, and nothing else is read as one', () => {
    const hearing: FieldEntry = {
      kind: 'hearing',
      ...where,
      court: 'Bostandyk',
      case: 'a fine',
      answers: { public: 'no' },
    }
    for (const one of [hearing, count('1', '', '3')]) expect(readEntry(entryText(one))).toEqual(one)
    for (const text of ['', '{}', '[]', 'null', '{"form":"field@1"}', '{"form":"field@1","kind":"spy"}'])
      expect(readEntry(text)).toBeNull()
  })
  it.each([
    ['200', '300', '500', null],
    ['', '', '0', null],
    ['500', '', '200', 'numbers'],
    ['some', '', '', 'numbers'],
    ['', '', '', 'empty'],
  ])('of a count with %j, %j, %j has the fault %j', (low, best, high, fault) => {
    expect(faultOfEntry(count(low, best, high), false)).toBe(fault)
  })
  it.each([
    ['200', '300', '500', 'by_eye', '200..500', 'estimate'],
    ['40', '', '40', 'one_by_one', '40', 'exact'],
    ['', '40', '', 'by_eye', '40', 'estimate'],
    ['200', '', '', 'by_eye', '200..', 'at_least'],
    ['', '300', '500', 'by_eye', '..500', 'at_most'],
  ])(
    'of a count %j, %j, %j (%s) fills in %j as %j: an open side stays open',
    (low, best, high, method, number, unit) => {
      const { fields, to } = filledFrom(count(low, best, high, method), 'trial', WORDS, TERMS)
      expect([to, fields['r0.field'], fields['r0.number'], fields['r0.unit'], fields.told]).toEqual([
        ...['hand', 'group', number, unit, '2026-11-23'],
      ])
      // Each value stands in the words that say it.
      for (const [name, value] of Object.entries(fields))
        if (name.endsWith('.words')) expect(fields.words).toContain(value)
    },
  )
})
