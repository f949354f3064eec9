/** One manuscript, set five ways: every sentence is bound to its record, every note leads to where its source stands in full, and words stay words. */
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { marked } from 'marked'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { canTypeset, typeset } from '../src/adapters/typeset/typesetter.ts'
import { LANGUAGES, type Language } from '../src/core/language.ts'
import { periodOf } from '../src/core/measure.ts'
import type { PublicIncident } from '../src/core/public-record.ts'
import { readDocument } from '../src/document/read.ts'
import { quiltFigure } from '../src/publish/drafts/quilt-figure.ts'
import { incident, quarter, source } from '../src/publish/fixture.ts'
import { servedAt } from '../src/publish/links.ts'
import { citing } from '../src/publish/manuscript/cite.ts'
import { everyBlock } from '../src/publish/manuscript/fixture.ts'
import { type Manuscript, words as said, sentencesIn } from '../src/publish/manuscript/manuscript.ts'
import { markdownOf } from '../src/publish/manuscript/markdown.ts'
import { numbered } from '../src/publish/manuscript/numbered.ts'
import { blocksOnPage, figureOnPage } from '../src/publish/manuscript/on-page.ts'
import { placesIn } from '../src/publish/manuscript/places.ts'
import { plainOf } from '../src/publish/manuscript/plain.ts'
import { isLong, typesettingOf } from '../src/publish/manuscript/typesetting.ts'
import { updateManuscript } from '../src/publish/manuscript/update.ts'
import { wordOf } from '../src/publish/manuscript/word/word.ts'
import { wordsIn } from './crawl.ts'
import { knowledge } from './world.ts'

const pack = knowledge.packs.get('kz')
const period = periodOf('2020-q1')
if (!pack || !period) throw new Error('the pack of Kazakhstan is missing')

const update = (language: Language, incidents: readonly PublicIncident[]): Manuscript =>
  updateManuscript(
    {
      ...{ site: servedAt(''), codebook: knowledge.codebook, pack, period, incidents, typesets: true },
      ...{ words: knowledge.words[language], tell: knowledge.tells[language] },
    },
    (page) => servedAt('https://aigaq.example').whole(language, page, 'html'),
  )
const read = (bytes: Uint8Array, name: string, language: Language): Promise<string> =>
  readDocument(bytes, { name, language, sha256: '0'.repeat(64) }).then((one) => one.text)

/** The smallest PNG. */
const ONE_DOT = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  ),
)
/** Words that would be commands somewhere. */
const SLY = [
  '#panic("x")',
  '$x^2$',
  '*loud*',
  '[a](https://a.example)',
  '<b>b</b>',
  '@ref',
  '\\end',
  '= head',
  '1. one',
]
const sly = incident({
  id: 'kz-2020-02-28-a',
  date: '2020-02-28',
  sources: SLY.map((title) => source('Observers', { title, published: null, url: null })),
})

describe.each(LANGUAGES)('the update of a quarter in %s', (language) => {
  const manuscript = update(language, quarter(40))

  it('tells each incident once, bound to its record, with a note of its own', () => {
    const all = sentencesIn(manuscript.sections)
    const items = all.filter((one) => one.id.startsWith('told:'))
    expect(items.every((one) => one.bonds.length === 1)).toBe(true)
    expect(new Set(items.map((one) => one.bonds[0]?.id)).size).toBe(items.length)
    const numbers = all.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'note' ? [run.note] : [])))
    expect([...new Set(numbers)]).toEqual(manuscript.notes.map((one) => one.number))
    for (const item of items) {
      const note = item.runs.flatMap((run) => (run.kind === 'note' ? [manuscript.notes[run.note - 1]] : []))
      expect(note.map((one) => one?.bond)).toEqual(item.bonds)
      expect(note[0]?.href).toBe(`https://aigaq.example/${language}/i/${item.bonds[0]?.id}`)
    }
  })

  it('is read back out of a word processor’s file, sentence for sentence and note for note', async () => {
    const spaced = (words: string): string => words.replace(/\s+/g, ' ')
    const text = spaced(await read(await wordOf(manuscript), 'update.docx', language))
    for (const { runs } of sentencesIn(manuscript.sections))
      for (const run of runs) if (run.kind === 'text') expect(text).toContain(spaced(run.text))
    for (const { citations, href } of manuscript.notes)
      for (const words of [...citations, href ?? '']) expect(text).toContain(spaced(words))
  })

  it('is the same bytes for a word processor each time', async () => {
    const [word, again] = [await wordOf(manuscript), await wordOf(manuscript)]
    expect(Buffer.from(word).equals(Buffer.from(again))).toBe(true)
    // No day on which it was made, and nobody who made it.
    expect(wordsIn(word)).not.toMatch(/20\d\d-\d\d-\d\dT/)
  })

  it('is a tagged PDF, whose text comes out right, and the same bytes each time', async () => {
    if (!(await canTypeset())) return
    const [pdf, again] = [
      await typeset(typesettingOf(manuscript, knowledge.words[language])),
      await typeset(typesettingOf(manuscript, knowledge.words[language])),
    ]
    expect(Buffer.from(pdf ?? []).equals(Buffer.from(again ?? []))).toBe(true)
    const raw = Buffer.from(pdf ?? []).toString('latin1')
    expect(raw).toMatch(/\/StructTreeRoot/)
    expect(raw).toContain(`/Lang (${language})`)
    const text = (await read(pdf ?? new Uint8Array(), 'update.pdf', language)).replace(/\s+/g, ' ')
    const [first] = sentencesIn(manuscript.sections)
    const said = first?.runs[0]?.kind === 'text' ? first.runs[0].text : ''
    expect(text).toContain(said.replace(/\s+/g, ' '))
  })
})

describe('words that look like commands', () => {
  const manuscript = update('en', [sly])

  it('stay words in a typeset paper', async () => {
    if (!(await canTypeset())) return
    const text = (
      await read(
        (await typeset(typesettingOf(manuscript, knowledge.words.en))) ?? new Uint8Array(),
        'a.pdf',
        'en',
      )
    ).replace(/\s+/g, ' ')
    for (const words of SLY) expect(text).toContain(words)
  })
  it('stay words in Markdown', async () => {
    const page = await marked.parse(markdownOf(manuscript))
    expect(page).not.toMatch(/<b>|<em>loud|a\.example"/)
    expect(page).toContain('*loud*')
  })
  it('stay words in a word processor and in plain text', async () => {
    const text = await read(await wordOf(manuscript), 'a.docx', 'en')
    for (const words of SLY)
      expect([text, plainOf(manuscript)].every((one) => one.includes(words))).toBe(true)
  })
})

it('signs that no screen shows leave a file that opens', async () => {
  const sources = [source('Observers', { title: 'a\u0001b\ufffe\ud800c', published: null, url: null })]
  const word = await wordOf(update('en', [incident({ id: 'kz-2020-02-28-a', date: '2020-02-28', sources })]))
  const parts = Object.entries(unzipSync(word)).filter(([path]) => /\.(?:xml|rels)$/.test(path))
  expect(parts.length).toBeGreaterThan(5)
  for (const [, part] of parts) new SaxesParser().write(new TextDecoder().decode(part)).close()
  expect(await read(word, 'a.docx', 'en')).toContain('ab')
})

/** The pieces of every kind of block, in the order in which a reader meets them. */
const kinds = ['paragraph', 'points', 'heading', 'quote', 'timeline', 'table', 'figure', 'box'] as const

describe.each(LANGUAGES)('every kind of block in %s', (language) => {
  const manuscript = everyBlock(language)
  const places = placesIn(manuscript)

  it('is in the fixture', () => {
    expect(manuscript.sections[0]?.blocks.map((one) => one.kind)).toEqual(kinds)
  })
  it('is told whole in plain text, in Markdown and on a page', async () => {
    const page = blocksOnPage(manuscript.sections.flatMap((one) => one.blocks))
    const shown = [page].flat().join('')
    const markdown = await marked.parse(markdownOf(manuscript))
    for (const { place, words } of places) {
      expect(plainOf(manuscript), place).toContain(words)
      expect(markdown.replaceAll('&quot;', '"'), place).toContain(words)
      if (!/^#(title|summary|chapter-1)(:aside)?$/.test(place)) expect(shown, place).toContain(words)
    }
  })
  it('is told whole by a word processor’s file and a typeset paper, each time in the same bytes', async () => {
    const pictures = new Map([[manuscript.figure?.svg ?? '', ONE_DOT]])
    const files = [await wordOf(manuscript, pictures), await wordOf(manuscript, pictures)] as const
    expect(Buffer.from(files[0]).equals(Buffer.from(files[1]))).toBe(true)
    const text = await read(files[0], 'a.docx', language)
    for (const { place, words } of places) expect(text, place).toContain(words)
    if (!(await canTypeset())) return
    const asked = typesettingOf(manuscript, knowledge.words[language])
    const pdf = (await typeset(asked)) ?? new Uint8Array()
    expect(Buffer.from(pdf).equals(Buffer.from((await typeset(asked)) ?? []))).toBe(true)
    const printed = (await read(pdf, 'a.pdf', language)).replace(/[\s|]+/g, '')
    for (const { place, words } of places) expect(printed, place).toContain(words.replace(/\s+/g, ''))
  })
})

it('words of every block stay words, whatever they look like', async () => {
  const sly = SLY.join(' ')
  const disguised = JSON.parse(
    JSON.stringify(everyBlock('en'), (key, value) =>
      ['text', 'title', 'speaker', 'when', 'caption', 'label', 'alt'].includes(key)
        ? `${value} ${sly}`
        : key === 'head'
          ? value.map((one: string) => `${one} ${sly}`)
          : value,
    ),
  ) as Manuscript
  const n = placesIn(disguised).filter((one) => one.words.includes(sly)).length
  expect(n).toBeGreaterThan(25)
  const page = await marked.parse(markdownOf(disguised))
  const shown = [blocksOnPage(disguised.sections.flatMap((one) => one.blocks))].flat().join('')
  for (const text of [page, shown]) expect(text).not.toMatch(/<b>b|<em>loud|>a<\/a>/)
  expect(await read(await wordOf(disguised), 'a.docx', 'en')).toContain(sly)
  if (!(await canTypeset())) return
  const pdf = (await typeset(typesettingOf(disguised, knowledge.words.en))) ?? new Uint8Array()
  const printed = (await read(pdf, 'a.pdf', 'en')).replace(/\s+/g, '')
  expect(printed.split(sly.replace(/\s+/g, '')).length).toBeGreaterThan(20)
})

it('the quilt of a text is there on a phone too: the page hides no part of it', () => {
  const { codebook, words } = knowledge
  const figure = quiltFigure({ incidents: quarter(40), codebook, words: words.en })
  if (!figure) throw new Error('no quilt')
  const drawn = String(figureOnPage(figure))
  expect(drawn).not.toMatch(/class="(?:wide|narrow)/)
  expect(figure.svg).toContain('class="wide')
})

it('a drawing that nobody of ours made is told in words', () => {
  const asked = (svg: string) =>
    blocksOnPage([{ kind: 'figure', bonds: [], figure: { svg, signs: [], alt: 'Two bars', caption: '' } }])
  for (const svg of [
    '<svg><script>alert(1)</script></svg>',
    '<svg onload="alert(1)"></svg>',
    '<svg><image href="https://a.example/x"/></svg>',
    '<svg><a href="javascript:alert(1)"></a></svg>',
    '<img src=x>',
  ])
    expect([asked(svg)].flat().join('')).not.toMatch(/script|onload|image|<img/)
  expect([asked('<svg><rect width="1"/></svg>')].flat().join('')).toContain('<rect')
})

it('a note that is met again has one foot, and the paper is long from about six pages on', async () => {
  const manuscript = everyBlock('en')
  const set = JSON.stringify(typesettingOf(manuscript, knowledge.words.en))
  expect(set.match(/"kind":"note"/g)).toHaveLength(manuscript.notes.length)
  expect(set.match(/"kind":"again"/g)).toHaveLength(2)
  expect([isLong(manuscript), isLong(everyBlock('en', 12, 14))]).toEqual([false, true])
  const word = wordsIn(await wordOf(manuscript))
  for (const { number } of manuscript.notes) {
    const own = new RegExp(`footnoteReference w:id="${number}"`, 'g')
    expect(word.match(own)).toHaveLength(1)
  }
})

describe('notes', () => {
  const records = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 })

  it('are numbered as they are met, whatever was moved, taken out or told twice', () => {
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 4 }), (chapters) => {
        const { sections, order } = numbered(
          chapters.map((records, at) => ({
            ...{ id: `${at}`, title: '', aside: null },
            blocks: [
              {
                kind: 'points',
                // What stood as a number before is taken out.
                points: records.map((id) => ({
                  id,
                  runs: [{ kind: 'note', note: 9 }, said(id)],
                  bonds: [{ kind: 'incident', id }],
                })),
              },
            ],
          })),
        )
        const met = sentencesIn(sections)
        const first = [...new Set(met.map((one) => one.id))]
        expect(order.map((one) => one.id)).toEqual(first)
        for (const { id, runs } of met)
          expect(runs).toEqual([said(id), { kind: 'note', note: first.indexOf(id) + 1 }])
      }),
    )
  })

  it('say nothing of a title, publisher or day that is held back', () => {
    const hidden = source(null, { title: null, publisher: null, published: null, url: null })
    expect(citing(knowledge.words.en, knowledge.tells.en)(1, hidden)).toBe('source not named')
  })
})

it('sums of money beside each other in a table stay two numbers, though their spaces may not be broken', async () => {
  if (!(await canTypeset())) return
  const nb = (text: string): string => text.replaceAll(' ', '\u00a0')
  const cell = (text: string) => ({ id: text, runs: [said(text)], bonds: [] })
  const head = [
    'Не үшін төленеді',
    'Қай іс-шараға',
    'Саны',
    'Біреуінің бағасы',
    'Құны',
    'Оның өзіңіз қосатыны',
  ]
  const rows = [
    ['Заңгер тексеруі, күн', 'Карточкаларды жазып, сынау', '6', nb('45 000'), nb('270 000'), nb('90 000')],
    ['Карточка басып шығару, мың', 'Колледждердегі он екі кездесу', '3', nb('38 500'), nb('115 500'), ''],
  ].map((row) => row.map(cell))
  const manuscript: Manuscript = {
    ...{ language: 'kk', kind: 'Өтінім', subject: 'Қор', title: 'Бюджет', summary: 'Қысқа.', figure: null },
    sections: [
      { id: 'b', title: 'Бюджет', aside: null, blocks: [{ kind: 'table', caption: 'Бюджет', head, rows }] },
    ],
    ...{ notes: [], colophon: [] },
  }
  const pdf = (await typeset(typesettingOf(manuscript, knowledge.words.kk))) ?? new Uint8Array()
  const mupdf = await import('mupdf')
  const text = mupdf.Document.openDocument(pdf, 'application/pdf')
    .loadPage(0)
    .toStructuredText('preserve-whitespace')
    .asText()
  // Set without a gap, a reader of the file takes both for one number.
  expect(text.replaceAll(/\s/gu, ' ')).toContain('270 000')
  expect(text).not.toMatch(/270\s000\u0020?90|27000090/)
  const [first, second] = [...text.matchAll(/270\s000|90\s000/gu)].map((one) => one[0])
  expect([first, second].map((one) => one?.replaceAll(/\s/gu, ' '))).toEqual(['270 000', '90 000'])
})
