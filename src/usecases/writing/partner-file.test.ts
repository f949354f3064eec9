/** A partner edits a text in a word processor while colleagues write on: every word of both is there afterwards, and no name of whoever wrote in the file. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, publishAll } from '../../../test/world.ts'
import { paragraph, run } from '../../document/files.fixture.ts'
import { readReturned } from '../../document/returned/read-returned.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { wallOf } from '../wall-of.ts'
import { beginPublication } from './begin.ts'
import { bringFromPartner, takeForPartner } from './partner-file.ts'
import { readPublication } from './read-publication.ts'
import { remarksOf } from './say-of-text.ts'
import { writeText } from './write-text.ts'

const [DETAINED, FINED] = ['kz-2024-05-07-a', 'kz-2024-05-09-b'] as const
const TEXT = `On 7 May 2024 police in Almaty detained Asan Usenov and two others.

On 9 May 2024 a court in Almaty fined a blogger 132,550 tenge.`
const BODY = 'word/document.xml'

let world: Context
let id = ''
let taken = new Uint8Array()
const as = (handle: string): Context => {
  const actor = { account: handle, handle, organisation: 'home', role: 'editor' as const }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const take = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await takeForPartner(as('lena'), id, 'https://aigaq.example')).bytes)
const wordsOf = (file: Uint8Array): string =>
  readReturned(file)
    .pieces.map((one) => one.words)
    .join(' ')
const standing = async (sentence: string): Promise<string | undefined> =>
  (await readPublication(as('lena'), id)).text.sentences.get(sentence)?.words
const write = async (sentence: string, words: string): Promise<void> => {
  const { seen } = await readPublication(as('marat'), id)
  await writeText(as('marat'), id, { seen, edits: [{ kind: 'words', id: sentence, words }] })
}

/** The file as Word keeps what somebody changed in it. */
function edited(
  file: Uint8Array,
  make: (xml: string) => string,
  parts: Readonly<Record<string, string>> = {},
) {
  const all = unzipSync(file)
  const made = make(strFromU8(all[BODY] ?? new Uint8Array()))
  const more = Object.entries({ [BODY]: made, ...parts }).map(
    ([name, text]) => [name, strToU8(text)] as const,
  )
  return zipSync({ ...all, ...Object.fromEntries(more) })
}
const WHO = 'w:author="Anna Zhanova" w:date="2026-05-01T10:00:00Z"'
const contentOf = (place: string): RegExp =>
  new RegExp(
    `(<w:tag w:val="${place}"/>.*?<w:sdtContent>)(.*?)(</w:sdtContent></w:sdt>(?:<w:bookmarkEnd[^>]*>)?)`,
  )
const rewritten = (xml: string, place: string, words: string): string =>
  xml.replace(contentOf(place), `$1<w:ins w:id="901" ${WHO}>${run(words)}</w:ins>$3`)
const behind = (xml: string, place: string, words: string): string =>
  xml.replace(contentOf(place), `$1$2$3<w:ins w:id="902" ${WHO}>${run(` ${words}`)}</w:ins>`)

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  const decided = (more: Record<string, unknown>) =>
    aDecision({ document: 'notebook', by: 'coder', places: ['Almaty'], ...more })
  await decideAll(world, [
    decided({ id: DETAINED, date: '2024-05-07', from: 'On 7 May', to: 'others.', acts: ['detention'] }),
    decided({ id: FINED, date: '2024-05-09', from: 'On 9 May', to: 'tenge.', acts: ['fine'] }),
  ])
  await publishAll(world, [DETAINED, FINED])
  id = await beginPublication(as('lena'), { kind: 'update', country: 'kz', period: '2024-q2' }, 'en')
  taken = await take()
})
afterAll(() => world?.store.destroy())

describe('the file', () => {
  it('holds every sentence with notes that lead to the records, and says that it is no publication', async () => {
    const notes = strFromU8(unzipSync(taken)['word/footnotes.xml'] ?? new Uint8Array())
    expect(notes).toContain(`https://aigaq.example/en/i/${DETAINED}`)
    expect(wordsOf(taken)).toContain((await standing(`told:${DETAINED}`)) ?? '?')
    expect(wordsOf(taken)).toMatch(new RegExp(`not published \\(aigaq ${id} \\d+\\)`))
  })

  it('comes back without a change as it left', async () => {
    const back = await bringFromPartner(as('lena'), id, taken)
    expect(back).toEqual({ changed: 0, conflicts: [], isOrderKept: false, untaken: [], remarks: 0 })
  })

  it('is refused where its last line was taken out: nobody knows of which version it is', async () => {
    const bare = edited(taken, (xml) => xml.replace(/aigaq pub-\w+ \d+/, ''))
    expect(await code(bringFromPartner(as('lena'), id, bare))).toBe('write.file')
  })
})

describe('what a partner wrote', () => {
  it('is merged with what colleagues wrote meanwhile, remarks with it, and nobody is named', async () => {
    await write('lead:only', 'Written by Marat meanwhile.')
    const comment = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" ${WHO}>${paragraph(run('Was a lawyer there?'))}</w:comment></w:comments>`
    const file = edited(
      taken,
      (xml) =>
        behind(
          rewritten(xml, `told:${DETAINED}`, 'Police held three people in Almaty.'),
          'lead:recorded',
          'It is little.',
        ).replace(
          contentOf(`told:${FINED}`),
          '$1<w:commentRangeStart w:id="7"/>$2<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>$3',
        ),
      { 'word/comments.xml': comment },
    )
    const back = await bringFromPartner(as('lena'), id, file)
    expect(back).toMatchObject({ changed: 2, conflicts: [], untaken: [], remarks: 1 })
    expect(await standing('lead:only')).toBe('Written by Marat meanwhile.')
    const { text } = await readPublication(as('lena'), id)
    // It stays bound to its record; what is new is bound to none until an editor says so.
    expect(text.sentences.get(`told:${DETAINED}`)).toMatchObject({
      words: 'Police held three people in Almaty.',
      bonds: [{ kind: 'incident', id: DETAINED }],
    })
    const own = [...text.sentences.values()].find((one) => one.words === 'It is little.')
    expect(own).toMatchObject({ bonds: [], told: null })
    const remarks = await remarksOf(as('lena'), id)
    expect(remarks).toMatchObject([{ sentence: `told:${FINED}`, by: 'lena' }])
    expect(remarks[0]?.words).toContain('Was a lawyer there?')
    const log = await world.house.selectFrom('events').select('input').execute()
    expect(JSON.stringify([text, remarks, log])).not.toMatch(/Zhanova|2026-05-01T10/)

    const again = await bringFromPartner(as('lena'), id, file)
    expect(again).toMatchObject({ changed: 0, conflicts: [], remarks: 0 })
  })

  it('is told beside ours where both wrote one sentence, and told and not taken in a table', async () => {
    const left = await take()
    await write('lead:only', 'Marat again.')
    const file = edited(left, (xml) => {
      const cell = /<w:tag w:val="([^"]*:all)"\/>/.exec(xml)?.[1] ?? 'no-cell'
      return rewritten(rewritten(xml, 'lead:only', 'A partner.'), cell, 'forty')
    })
    const { changed, conflicts, untaken } = await bringFromPartner(as('lena'), id, file)
    expect([changed, untaken.map((one) => one.after)]).toEqual([0, ['forty']])
    expect(conflicts).toEqual([
      { id: 'lead:only', base: 'Written by Marat meanwhile.', theirs: 'A partner.', ours: 'Marat again.' },
    ])
    expect(await standing('lead:only')).toBe('Marat again.')
  })
})

describe('a sentence that nobody can approve', () => {
  it('leaves as a slip, and the slip is no change', async () => {
    await write('lead:only', 'Aigul Serikova was there.')
    await decideAll(world, [
      {
        ...{ record: 'person', id: 'serikova', names: { en: 'Aigul Serikova', ru: null, kk: null } },
        ...{ by: 'coder', at: '2026-11-02T08:00:00Z' },
      },
    ])
    const file = await take()
    expect(wordsOf(file)).not.toContain('Serikova')
    expect(await bringFromPartner(as('lena'), id, file)).toMatchObject({ changed: 0, untaken: [] })
    expect(await standing('lead:only')).toBe('Aigul Serikova was there.')
  })
})
