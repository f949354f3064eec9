/** A manuscript goes out as a word processor’s file and comes back changed: what somebody did to it is told sentence by sentence, and nothing else of the file is. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../src/core/faults.ts'
import { LANGUAGES } from '../src/core/language.ts'
import { bookmarkOf, tagOf } from '../src/core/mark.ts'
import { paragraph, run } from '../src/document/files.fixture.ts'
import { readReturned } from '../src/document/returned/read-returned.ts'
import { withEdits } from '../src/publish/manuscript/edits/apply.ts'
import { type Edit, editsOf } from '../src/publish/manuscript/edits/edits.ts'
import { staying } from '../src/publish/manuscript/edits/in-order.ts'
import { sentFrom, sentOf } from '../src/publish/manuscript/edits/sent.ts'
import { editsTold } from '../src/publish/manuscript/edits/told.ts'
import { everyBlock } from '../src/publish/manuscript/fixture.ts'
import {
  type Manuscript,
  type Section,
  type Sentence,
  words as saying,
  sentencesIn,
} from '../src/publish/manuscript/manuscript.ts'
import { numbered } from '../src/publish/manuscript/numbered.ts'
import { wordOf } from '../src/publish/manuscript/word/word.ts'
import { readEdits } from '../src/usecases/read-edits.ts'
import { knowledge } from './world.ts'

const manuscript = everyBlock('en')
const sent = await wordOf(manuscript)
const BODY = 'word/document.xml'

/** The file with its body, or other parts, made anew. */
function changed(
  body: (xml: string) => string,
  parts: Readonly<Record<string, string>> = {},
  file = sent,
): Uint8Array {
  const all = unzipSync(file)
  const xml = strFromU8(all[BODY] ?? new Uint8Array())
  const made = body(xml)
  const more = Object.entries({ [BODY]: made, ...parts }).map(
    ([name, text]) => [name, strToU8(text)] as const,
  )
  return zipSync({ ...all, ...Object.fromEntries(more) })
}
const edits = (file: Uint8Array, authors = false): readonly Edit[] =>
  editsOf(readReturned(file, { authors }), sentOf(manuscript)).edits

const tag = (place: string): string => `<w:tag w:val="${place}"/>`
/** The control of a piece, with its bookmarks. */
const controlOf = (place: string): RegExp =>
  new RegExp(
    `<w:bookmarkStart w:name="${bookmarkOf(place)}" w:id="\\d+"/><w:sdt><w:sdtPr>${tag(place)}.*?</w:sdt><w:bookmarkEnd w:id="\\d+"/>`,
  )
const contentOf = (place: string): RegExp =>
  new RegExp(`(${tag(place)}.*?<w:sdtContent>)(.*?)(</w:sdtContent>)`)
const tracked = (what: 'ins' | 'del' | 'moveFrom' | 'moveTo', inside: string): string =>
  `<w:${what} w:id="900" w:author="Anna Zhanova" w:date="2026-05-01T10:00:00Z">${inside}</w:${what}>`
const struck = (words: string): string =>
  tracked('del', `<w:r w:rsidDel="00AB12CD"><w:delText>${words}</w:delText></w:r>`)
const at = (place: string, nth = 1) => ({ place, nth, isSentence: !place.startsWith('#') })
const told =
  'Police in Almaty detained Aigul Serikova, a journalist, near the square; she was released after three hours without a record.'

describe('a file that comes back as it went', () => {
  it('holds no change, whether beside the manuscript or beside the file that was sent', () => {
    expect(edits(sent)).toEqual([])
    const whole = editsOf(readReturned(sent), sentFrom(readReturned(sent)))
    expect(whole).toMatchObject({ edits: [], byWords: 0, unchanged: whole.sent })
  })
  it('holds none either when a program dropped the tags of all controls, or the bookmarks', () => {
    expect(edits(changed((xml) => xml.replace(/<w:tag [^>]*>/g, '')))).toEqual([])
    expect(edits(changed((xml) => xml.replace(/<w:bookmark(Start|End) [^>]*>/g, '')))).toEqual([])
  })
  it('is found again by its words when every mark is gone', () => {
    const bare = changed((xml) =>
      xml
        .replace(/<w:bookmark(Start|End) [^>]*>/g, '')
        .replace(/<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt>|<\/?w:sdtContent>/g, ''),
    )
    const found = editsOf(readReturned(bare), sentOf(manuscript))
    expect(found).toMatchObject({ byMark: 0, edits: [] })
    expect(found.byWords).toBe(found.sent)
  })
})

describe('what somebody changed', () => {
  it('is told with the words before and after, tracked or not', () => {
    const after = told.replace('three hours', 'five hours').replace('near', 'at')
    const plain = changed((xml) =>
      xml.replace(contentOf('c1:p1'), (_, open, inside, close) => open + inside.replace(told, after) + close),
    )
    const word = changed((xml) =>
      xml.replace(
        contentOf('c1:p1'),
        `$1${run('Police in Almaty detained Aigul Serikova, a journalist, ')}${struck('near')}${tracked('ins', run('at'))}${run(' the square; she was released after ')}${tracked('ins', run('five'))}${struck('three')}${run(' hours without a record.')}$3`,
      ),
    )
    const change = { kind: 'changed', at: at('c1:p1'), before: told, after, authors: [] }
    expect(edits(plain)).toEqual([change])
    expect(edits(word)).toEqual([change])
    expect(edits(word, true)).toEqual([{ ...change, authors: ['Anna Zhanova'] }])
  })
  it('is told of a heading, a speaker and a cell, too', () => {
    const file = changed((xml) =>
      xml
        .replace(
          contentOf('#chapter-1'),
          (_, open, inside, close) => open + inside.replace('assembly', 'gathering') + close,
        )
        .replace(contentOf('c1:f1'), (_, open, inside, close) => open + inside.replace('>7<', '>9<') + close),
    )
    expect(edits(file)).toEqual([
      {
        kind: 'changed',
        at: at('#chapter-1'),
        before: 'Peaceful assembly 1',
        after: 'Peaceful gathering 1',
        authors: [],
      },
      { kind: 'changed', at: at('c1:f1'), before: '7', after: '9', authors: [] },
    ])
  })
  it('is deleted when it was struck out inside its control, and when control and words are gone', () => {
    const gone = { kind: 'deleted', at: at('c1:p1'), before: told, authors: [] }
    const word = changed((xml) => xml.replace(contentOf('c1:p1'), `$1${struck(told)}$3`))
    expect(edits(word, true)).toEqual([{ ...gone, authors: ['Anna Zhanova'] }])
    expect(edits(changed((xml) => xml.replace(controlOf('c1:p1'), '')))).toEqual([gone])
  })
  it('is inserted after what stands before it: in the same paragraph, as a new one, as a point', () => {
    const file = changed((xml) =>
      xml
        .replace(controlOf('c1:p1'), (all) => `${all}${tracked('ins', run(' Her lawyer was not let in.'))}`)
        .replace(
          /(<w:tag w:val="c1:b"\/>.*?<\/w:p>)/,
          `$1${paragraph(tracked('ins', run('Nor was a doctor.')))}`,
        ),
    )
    const inserted = { kind: 'inserted', footnotes: [], authors: [] }
    expect(edits(file)).toEqual([
      { ...inserted, after: at('c1:p1'), words: 'Her lawyer was not let in.', opens: false },
      { ...inserted, after: at('c1:b'), words: 'Nor was a doctor.', opens: true },
    ])
  })
  it('is moved when Word says that it was, and when it only stands elsewhere', () => {
    const moved = [{ kind: 'moved', at: at('c1:p1'), after: at('c1:p3') }]
    const control = (xml: string): string => controlOf('c1:p1').exec(xml)?.[0] ?? ''
    const cut = changed((xml) =>
      xml.replace(controlOf('c1:p1'), '').replace(controlOf('c1:p3'), (all) => `${all} ${control(xml)}`),
    )
    const word = changed((xml) => {
      const [whole, inside = ''] = [control(xml), contentOf('c1:p1').exec(xml)?.[2]]
      const as = (what: 'moveFrom' | 'moveTo'): string => whole.replace(inside, tracked(what, inside))
      return xml
        .replace(
          controlOf('c1:p3'),
          (all) => all + as('moveTo').replace(/<w:bookmark(Start|End) [^>]*>/g, ''),
        )
        .replace(whole, as('moveFrom'))
    })
    expect(edits(cut)).toEqual(moved)
    expect(edits(word)).toEqual(moved)
  })
  it('is inserted when a sentence was copied, and not taken for the sentence', () => {
    const copied = changed((xml) =>
      xml
        .replace(controlOf('c1:b'), (all) => all)
        .replace(
          /(<w:tag w:val="c1:t2"\/>.*?<\/w:p>)/,
          (all) => all + paragraph(controlOf('c1:b').exec(xml)?.[0] ?? ''),
        ),
    )
    expect(edits(copied)).toEqual([
      {
        kind: 'inserted',
        after: at('c1:t2'),
        words: 'Nobody was charged.',
        opens: true,
        footnotes: [],
        authors: [],
      },
    ])
  })
  it('is a new note at the foot, beside whatever numbers the program gave the others', () => {
    const all = unzipSync(sent)
    const notes = strFromU8(all['word/footnotes.xml'] ?? new Uint8Array())
    const more = notes.replace(
      '</w:footnotes>',
      `<w:footnote w:id="77">${paragraph(run('Interview, 2 May 2020.'))}</w:footnote></w:footnotes>`,
    )
    const file = changed(
      (xml) => xml.replace(contentOf('c1:p2'), '$1$2<w:r><w:footnoteReference w:id="77"/></w:r>$3'),
      { 'word/footnotes.xml': more },
    )
    expect(edits(file)).toEqual([
      { kind: 'footnote', at: at('c1:p2'), before: null, after: 'Interview, 2 May 2020.' },
    ])
  })
  it('is a comment, on the words it is on', () => {
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="5" w:author="Anna Zhanova" w:initials="AZ" w:date="2026-05-01T10:00:00Z">${paragraph(run('Who says so?'))}</w:comment></w:comments>`
    const file = changed(
      (xml) =>
        xml.replace(
          contentOf('c1:p2'),
          `$1<w:commentRangeStart w:id="5"/>$2<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>$3`,
        ),
      { 'word/comments.xml': comments },
    )
    const comment = {
      kind: 'comment',
      on: [at('c1:p2')],
      quoted: 'Nobody was charged.',
      words: 'Who says so?',
    }
    expect(edits(file)).toEqual([{ ...comment, author: null }])
    expect(edits(file, true)).toEqual([{ ...comment, author: 'Anna Zhanova' }])
  })
})

describe('what is told of it', () => {
  const file = changed((xml) =>
    xml.replace(contentOf('c1:p1'), `$1${struck(told)}$3`).replace(controlOf('c1:p3'), ''),
  )
  const all = editsOf(readReturned(file), sentOf(manuscript))
  it.each(LANGUAGES)('names each change with its words in %s', (language) => {
    const text = editsTold(all, knowledge.words[language])
    expect(text.split('\n\n')).toHaveLength(3)
    expect(text).toContain(`  - ${told}`)
    expect(text).toContain('c1:p3')
  })
  it('says that it may be another text when little was found again', () => {
    const other = editsOf(
      readReturned(file),
      sentOf({ ...manuscript, sections: everyBlock('kk', 3).sections }),
    )
    expect(editsTold(other, knowledge.words.en)).toContain(knowledge.words.en.t('edits.other'))
    expect(editsTold(all, knowledge.words.en)).not.toContain(knowledge.words.en.t('edits.other'))
  })
})

describe('nothing else of the file', () => {
  const file = changed((xml) => xml.replace(contentOf('c1:p1'), `$1${struck(told)}$3`), {
    'docProps/core.xml': '<x>Anna Zhanova</x>',
    'docProps/custom.xml': '<x>Case 4471 of Anna Zhanova</x>',
    'word/people.xml': '<x>zhanova@a.example</x>',
    'word/_rels/settings.xml.rels':
      '<Relationships><Relationship Target="http://a.example/t.dotm" TargetMode="External"/></Relationships>',
  })
  it('comes back: no author, day, session, property or address', async () => {
    const back = await readEdits(file, manuscript)
    expect(back.edits).toHaveLength(1)
    expect(JSON.stringify([back, readReturned(file)])).not.toMatch(/Zhanova|2026-05|00AB12CD|4471|a\.example/)
  })
})

describe('a hostile file', () => {
  const refused = (bytes: Uint8Array): string => {
    try {
      readReturned(bytes)
      return 'read'
    } catch (error) {
      return error instanceof Refusal ? (error.faults[0]?.code ?? '') : `${error}`
    }
  }
  const BOMB = strToU8(`<w:document xmlns:w="urn:x">${' '.repeat(70_000_000)}</w:document>`)
  it.each([
    ['no zip', () => strToU8('PK but no zip'), 'input.broken'],
    ['no body', () => zipSync({ 'word/styles.xml': strToU8('<a/>') }), 'input.broken'],
    [
      'entities that grow',
      () => changed((xml) => xml.replace('?>', '?><!DOCTYPE w [<!ENTITY a "b">]>')),
      'input.entities',
    ],
    ['a body of 70 MB', () => zipSync({ [BODY]: BOMB }), 'input.unpacked'],
    [
      'boxes in boxes',
      () => changed((xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(300)}`)),
      'input.unpacked',
    ],
    ['a body that ends early', () => changed((xml) => xml.slice(0, 3000)), 'input.broken'],
  ])('with %s is refused with a word of why', (_, file, code) => {
    expect(refused(file())).toBe(code)
  })
})

describe('any edit', () => {
  const op = fc.constantFrom('keep', 'change', 'delete', 'insert', 'keep')
  const chapter = (id: string, n: number): Section => ({
    ...{ id, title: `Chapter ${id}`, aside: null },
    blocks: [
      {
        kind: 'paragraph',
        sentences: Array.from(
          { length: n },
          (_, at): Sentence => ({
            id: `${id}:${at}`,
            runs: [saying(`Sentence ${at} of chapter ${id} tells what happened on that day.`)],
            bonds: [{ kind: 'incident', id: `${id}-${at % 3}` }],
          }),
        ),
      },
    ],
  })
  const made = (sections: readonly Section[]): Manuscript => {
    const { sections: set, order } = numbered(sections)
    return {
      ...everyBlock('en'),
      figure: null,
      sections: set,
      notes: order.map((bond, at) => ({
        number: at + 1,
        citations: [`Source ${bond.id}`],
        href: null,
        bond,
      })),
    }
  }

  it('comes back as it was made, and leaves the notes numbered as they are met', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 9 }), async (ops) => {
        const before = made([chapter('a', ops.length), chapter('b', 2)])
        const file = changed(
          (xml) =>
            ops.reduce((now, what, n) => {
              const place = `a:${n}`
              const [first, insides] = [controlOf(place), contentOf(place)]
              if (what === 'change')
                return now.replace(
                  insides,
                  (_, open, inside, close) => open + inside.replace('tells', 'says') + close,
                )
              if (what === 'delete') return now.replace(first, '')
              if (what === 'insert') return now.replace(first, (all) => `${all}${run(` Added behind ${n}.`)}`)
              return now
            }, xml),
          {},
          await wordOf(before),
        )
        const { edits } = editsOf(readReturned(file), sentOf(before))
        // A note stands at its first mark: whoever deletes that takes the foot with it, and says so there.
        const own = edits.filter((one) => one.kind !== 'footnote')
        expect(own.map((one) => one.kind)).toEqual(
          ops.flatMap((what) => (what === 'keep' ? [] : [`${what}${what.endsWith('e') ? 'd' : 'ed'}`])),
        )
        const after = made(withEdits(before.sections, edits))
        const left = sentencesIn(after.sections)
        expect(left.map((one) => one.id).filter((id) => id.startsWith('a:'))).toEqual(
          ops.flatMap((what, n) => (what === 'delete' ? [] : [`a:${n}`])),
        )
        const numbers = left.flatMap(({ runs }) =>
          runs.flatMap((one) => (one.kind === 'note' ? [one.note] : [])),
        )
        const met = [...new Set(numbers)]
        expect(met).toEqual(met.map((_, n) => n + 1))
        for (const { bonds, runs } of left)
          expect(
            runs.flatMap((one) => (one.kind === 'note' ? [after.notes[one.note - 1]?.bond] : [])),
          ).toEqual(bonds)
      }),
      { numRuns: 25 },
    )
  })
})

describe('what was moved', () => {
  it('is as little as can be', () => {
    expect([...staying([0, 3, 1, 2, 4])].sort()).toEqual([0, 1, 2, 4])
    expect([...staying([])]).toEqual([])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (order) => {
        const stay = order.filter((one) => staying(order).has(one))
        expect(stay).toEqual(stay.toSorted((a, b) => a - b))
        expect(stay.length).toBeGreaterThanOrEqual(Math.ceil(Math.sqrt(order.length)) / (order.length || 1))
      }),
    )
  })
})

describe('marks', () => {
  it('fit what word processors keep, and tell pieces apart', () => {
    const long = `told:${'kz-2020-02-22-a '.repeat(8)}`
    expect(tagOf(long).length).toBeLessThanOrEqual(64)
    expect(bookmarkOf(long)).toMatch(/^aq_[0-9a-z]{11}$/)
    expect(new Set([tagOf('a'), tagOf('a', 2), tagOf('b'), tagOf(long), tagOf(long, 2)]).size).toBe(5)
  })
})
