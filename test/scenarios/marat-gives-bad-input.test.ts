/** Marat hands in everything that can go wrong; each time he is told what and how to mend it, in his language, and nothing is half-written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../src/core/faults.ts'
import { LANGUAGES } from '../../src/core/language.ts'
import { pdfOf, zipOf } from '../../src/document/files.fixture.ts'
import type { Context } from '../../src/usecases/context.ts'
import { parseJsonLines } from '../../src/usecases/decided-schema.ts'
import { type ImportReport, importReport } from '../../src/usecases/import-report.ts'
import { contentOf } from '../../src/usecases/replay.ts'
import { aDecision, aSource, decideAll, emptyWorld, importText } from '../world.ts'

const TEXT =
  'On 7 May 2024 police in Almaty detained an activist near the Old Square. She was fined 132,550 tenge the next day.'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const cyrillic1251 = Uint8Array.from(
  [...'Полиция задержала активистку в Алматы, суд оштрафовал её на следующий день.'].map((letter) => {
    const code = letter.charCodeAt(0)
    if (code === 0x451) return 0xb8
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
  }),
)

/** The directory of a compound file, as an office program writes it around an encrypted one. */
const lockedOffice = Uint8Array.from([
  ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
])
const manyPages = pdfOf(Array.from({ length: 2_000 }, () => []))

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
})
afterAll(() => world.store.destroy())

const given = (more: Partial<ImportReport>): ImportReport => ({
  bytes: bytes('x'),
  name: 'report.txt',
  country: 'kz',
  source: aSource(),
  asOf: null,
  by: 'marat',
  ...more,
})

const CASES: readonly (readonly [string, Partial<ImportReport>, string])[] = [
  ['an empty file', { bytes: new Uint8Array() }, 'input.empty'],
  ['a file of blanks', { bytes: bytes(' \n\t\n ') }, 'input.empty'],
  [
    'a picture cut off and called txt',
    { bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    'input.broken',
  ],
  ['bytes that are no text', { bytes: Uint8Array.from([1, 0, 2, 0, 3, 255, 0, 7]) }, 'input.binary'],
  ['a Word file cut off', { bytes: bytes('PK\u0003\u0004'), name: 'report.docx' }, 'input.broken'],
  ['a zip of anything', { bytes: zipOf({ 'a.txt': TEXT }), name: 'report.docx' }, 'input.media-type'],
  [
    'an old Word file',
    { bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), name: 'report.doc' },
    'input.media-type',
  ],
  ['an office file behind a password', { bytes: lockedOffice, name: 'report.docx' }, 'input.locked'],
  [
    'a program called docx',
    { bytes: Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), name: 'report.docx' },
    'input.media-type',
  ],
  ['a PDF of pictures', { bytes: pdfOf([[]]), name: 'scan.pdf' }, 'input.scanned'],
  ['a PDF of 2,000 pages', { bytes: manyPages, name: 'long.pdf' }, 'input.pages'],
  ['rows that do not fit', { bytes: bytes('a,b\n1,2,3\n'), name: 'list.csv' }, 'input.row'],
  ['a quote without an end', { bytes: bytes('a,b\n"1,2\n'), name: 'list.csv' }, 'input.quote'],
  [
    'two encodings in one file',
    { bytes: Uint8Array.from([...bytes('Полиция '), ...cyrillic1251]) },
    'input.encoding',
  ],
  ['another encoding', { bytes: cyrillic1251 }, 'input.encoding'],
  ['a file over the limit', { bytes: new Uint8Array(1_000_001).fill(65) }, 'input.too-large'],
  ['the same file again', { bytes: bytes(TEXT), name: 'other-name.txt' }, 'input.duplicate'],
  ['a report as of 2999', { bytes: bytes(`${TEXT} `), asOf: '2999-01-01' }, 'input.date-future'],
  ['a day that does not exist', { bytes: bytes(`${TEXT} `), asOf: '2023-02-30' }, 'input.date'],
  ['an unknown country', { bytes: bytes(`${TEXT} `), country: 'zz' }, 'pack.unknown'],
  [
    'a language nobody here reads',
    {
      bytes: bytes(
        'Die Polizei nahm am Montag drei Aktivisten auf dem zentralen Platz fest und verhängte eine Geldstrafe gegen sie.',
      ),
    },
    'input.language',
  ],
]

describe('a report that cannot be taken in', () => {
  it.each(CASES)(
    '%s is refused by name, in three languages, and leaves no trace',
    async (_what, more, code) => {
      const before = (await contentOf(world.store, 'events')).length
      const refusal = await importReport(world, given(more)).then(
        () => null,
        (error: unknown) => error,
      )
      expect(refusal).toBeInstanceOf(Refusal)
      if (!(refusal instanceof Refusal)) return
      expect(refusal.code).toBe(code)
      for (const language of LANGUAGES)
        for (const fault of refusal.faults)
          expect(world.knowledge.words[language].t(`fault.${fault.code}`, fault.params)).not.toMatch(/[{}]/)
      for (const [table, rows] of [
        ['events', before],
        ['documents', 1],
        ['files', 1],
        ['readings', 1],
      ] as const)
        expect((await contentOf(world.store, table)).length, table).toBe(rows)
    },
  )

  it('is refused by name also when it comes twice at once', async () => {
    const twins = given({ bytes: bytes(`${TEXT} Twice.`) })
    const [first, second] = await Promise.allSettled([importReport(world, twins), importReport(world, twins)])
    expect([first.status, second]).toMatchObject([
      'fulfilled',
      { status: 'rejected', reason: { code: 'input.duplicate' } },
    ])
  })

  it('with scripts in its HTML keeps the words and none of the scripts', async () => {
    const page = `<html><head><script>alert('stolen')</script></head><body><h1>May</h1><p onclick="steal()">On 8 May 2024 police in Semey detained two people.</p><img src=x onerror=alert(1)></body></html>`
    const { document } = await importReport(world, given({ bytes: bytes(page), name: 'page.html' }))
    const row = await world.store
      .selectFrom('documents')
      .select('text')
      .where('id', '=', document)
      .executeTakeFirstOrThrow()
    expect(row.text).toContain('police in Semey detained two people')
    expect(row.text).not.toMatch(/alert|steal|onerror|<|script/)
  })
})

describe('a decision that cannot be recorded', () => {
  const good = { from: 'On 7 May 2024', to: 'the next day.' }
  it.each([
    ['an act the codebook does not know', { ...good, acts: ['abduction_by_aliens'] }, 'input.value'],
    ['a date in 2999', { ...good, date: '2999-05-07' }, 'input.date-future'],
    ['a date that is none', { ...good, date: '7 May' }, 'input.value'],
    ['an unknown country', { ...good, country: 'zz' }, 'pack.unknown'],
    ['a document nobody imported', { ...good, document: 'nowhere' }, 'record.unknown'],
    ['words that are not in the document', { ...good, from: 'On 8 June 2024' }, 'passage.not-found'],
    ['a person nobody recorded', { ...good, people: [{ id: 'nobody', harmed: true }] }, 'record.unknown'],
    ['a field that does not exist', { ...good, colour: 'red' }, 'input.value'],
    ['an id that spells a name', { ...good, id: 'kz-usenov-a' }, 'input.value'],
  ])('%s is refused and nothing is written', async (_what, more, code) => {
    const before = (await contentOf(world.store, 'events')).length
    await expect(decideAll(world, [aDecision(more)])).rejects.toMatchObject({ code })
    expect((await contentOf(world.store, 'events')).length).toBe(before)
    expect(await contentOf(world.store, 'incidents')).toEqual([])
  })

  it('is told with all its faults at once, each with file and line', () => {
    let refusal: unknown
    try {
      parseJsonLines('{"ok": 1}\nnot json\n{"ok": 2}\n{broken', 'decisions.jsonl')
    } catch (error) {
      refusal = error
    }
    expect(refusal instanceof Refusal && refusal.faults.map((fault) => fault.where)).toEqual([
      'decisions.jsonl:2',
      'decisions.jsonl:4',
    ])
  })

  it('does not undo the decisions before it', async () => {
    const lines = [
      aDecision({ ...good, id: 'kz-2024-05-07-x' }),
      aDecision({ ...good, id: 'kz-2024-05-07-y', from: 'Nowhere' }),
    ]
    await expect(decideAll(world, lines)).rejects.toMatchObject({ code: 'passage.not-found' })
    const kept = await world.store.selectFrom('incidents').select('id').execute()
    expect(kept.map((one) => one.id)).toEqual(['kz-2024-05-07-x'])
  })
})
