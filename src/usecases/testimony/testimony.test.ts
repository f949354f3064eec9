/** Somebody told us something and agreed to be quoted: where they agreed, in the words they approved, until they take it back; and then nowhere, at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { publicPublication } from '../../store/queries/public-publications.ts'
import { partnerTestimonies } from '../../store/queries/testimonies.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { rebuild } from '../rebuild.ts'
import { refresh } from '../refresh.ts'
import { wallOf } from '../wall-of.ts'
import { beginPublication } from '../writing/begin.ts'
import { movePublication } from '../writing/move-publication.ts'
import { readPublication } from '../writing/read-publication.ts'
import { writeText } from '../writing/write-text.ts'
import { readTestimony, saveTestimony, type TestimonyInput } from './save-testimony.ts'

const INCIDENT = 'kz-2024-05-07-a'
const ID = 'tes-0000000a'
const SAID = { en: 'They let nobody in.', ru: 'Никого не пускали.', kk: 'Ешкімді кіргізбеді.' }
const ANY = { use: { kind: 'any' as const }, how: 'by letter', until: null }
const AS = { en: 'a lawyer from Almaty', ru: 'адвокат из Алматы', kk: 'алматылық адвокат' }
let world: Context
let pub = ''

const as = (handle: string, role: 'editor' | 'lawyer' = 'editor'): Context => {
  const actor = { account: handle, handle, organisation: 'home', role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const partners = (organisation: string): Promise<unknown> => {
  const actor = { account: 'oskar', handle: 'oskar', organisation, role: 'partner' as const }
  return partnerTestimonies(testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)))
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const quotation = (more: Partial<Extract<TestimonyInput, { record: 'quotation' }>> = {}): TestimonyInput => ({
  ...{ record: 'quotation', id: ID, quotation: 'q1', said: SAID.ru, wording: SAID },
  shown: { kind: 'described', as: AS },
  consent: { use: { kind: 'any' }, on: '2026-11-02', how: 'signed form', until: null },
  ...more,
})
const publicText = async (): Promise<string> =>
  JSON.stringify(await publicPublication<PublicationBody>(world.house, pub))
const move = async (handle: string, name: 'submit' | 'approve' | 'publish' | 'correct', why = '') => {
  const { seen } = await readPublication(as(handle), pub)
  await movePublication(as(handle), pub, { move: name, why, until: '', seen })
}
let minute = 10
const release = async (how: 'publish' | 'correct') => {
  // The same line in the same minute is one line.
  minute += 1
  world = { ...world, clock: stoppedClock(`2026-11-23T12:${minute}:00.000Z`) }
  await move('lena', 'submit')
  await move('marat', 'approve')
  await move('marat', how, how === 'correct' ? 'a voice more' : '')
}

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov and two others.')
  await decideAll(world, [
    {
      ...{ record: 'person', id: 'usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
      ...{ by: 'coder', at: '2026-11-01T08:00:00Z' },
    },
    aDecision({
      ...{ id: INCIDENT, document: 'notebook', by: 'coder', places: ['Almaty'] },
      ...{ from: 'On 7 May', to: 'others.', people: [{ id: 'usenov', harmed: true }] },
    }),
  ])
  await saveTestimony(as('lena'), {
    ...{ record: 'testimony', id: ID, country: 'kz', speaker: { who: 'the lawyer of A. U.' } },
    ...{ on: '2024-06-02', interviewer: 'lena', language: 'ru', incidents: [INCIDENT] },
    words: 'Никого не пускали. Я была там с семи утра.',
  })
  await saveTestimony(as('lena'), quotation())
  pub = await beginPublication(as('lena'), { kind: 'update', country: 'kz', period: '2024-q2' }, 'en')
  await release('publish')
})
afterAll(() => world?.store.destroy())

describe('a quotation with a consent that stands', () => {
  it('is in the publication that tells its incident, in approved words and under the approved description', async () => {
    expect(await publicText()).toMatch(/They let nobody in\..*a lawyer from Almaty, June 2024/)
  })

  it('brings nothing along: not the recording, the interviewer, the day, nor what the team calls the speaker', async () => {
    expect(await publicText()).not.toMatch(/семи утра|lena|2024-06-02|2 June|lawyer of A/)
  })

  it('goes from the published text at once when it is superseded by other words, until the text is read and released again', async () => {
    await saveTestimony(as('lena'), quotation({ wording: { ...SAID, en: 'They kept everybody out.' } }))
    expect(await publicText()).not.toMatch(/nobody in|everybody out/)
    await release('correct')
    expect(await publicText()).toContain('They kept everybody out.')
  })

  it('goes on the day after its last', async () => {
    const consent = { use: { kind: 'any' as const }, on: '2026-11-03', how: 'signed', until: '2026-11-30' }
    await saveTestimony(as('lena'), quotation({ consent }))
    await release('correct')
    expect(await publicText()).toContain(SAID.en)
    await refresh({ ...world, clock: stoppedClock('2026-12-01T00:00:00.000Z') })
    expect(await publicText()).not.toContain(SAID.en)
    await refresh(world)
    expect(await publicText()).toContain(SAID.en)
  })
})

describe('partners', () => {
  it('read it with an incident that is shared with them, and not otherwise', async () => {
    expect(await partners('abroad')).toEqual([])
    await recordAll(world, [
      {
        ...{ record: 'share', ids: [INCIDENT], with: { organisation: 'abroad' } },
        ...{ by: 'coder', at: '2026-11-03T09:00:00Z' },
      },
    ])
    expect(JSON.stringify(await partners('abroad'))).toContain(SAID.en)
    expect(await partners('elsewhere')).toEqual([])
  })
})

describe('a speaker who agreed to one publication alone', () => {
  it('is quoted there and in no other, and nowhere by partners', async () => {
    const consent = {
      use: { kind: 'publications' as const, ids: [pub] },
      on: '2026-11-03',
      how: 'x',
      until: null,
    }
    await saveTestimony(as('lena'), quotation({ consent }))
    expect(await publicText()).toContain(SAID.en)
    expect(await partners('abroad')).toEqual([])
    const asked = { kind: 'update', country: 'kz', period: '2024' }
    const other = await readPublication(as('lena'), await beginPublication(as('lena'), asked, 'en'))
    expect([...other.laying.blocks.values()].filter((one) => one.kind === 'quote')).toEqual([])
  })

  it('is not bound to a sentence of another one either', async () => {
    const asked = { kind: 'update', country: 'kz', period: '2024' }
    const other = await beginPublication(as('lena'), asked, 'ru')
    const { seen } = await readPublication(as('lena'), other)
    const bonds = [{ kind: 'testimony', id: `${ID}/q1` }]
    const edit = {
      kind: 'add',
      id: 's-own',
      section: 'assembly',
      after: null,
      words: SAID.ru,
      bonds,
    } as const
    expect(await code(writeText(as('lena'), other, { seen, edits: [edit] }))).toBe('record.unknown')
  })
})

describe('a speaker who takes it back', () => {
  it('is quoted nowhere from that moment: not in the text, not bound in words of an editor, not by partners', async () => {
    await saveTestimony(as('lena'), quotation({ consent: { ...ANY, on: '2026-11-04' } }))
    const { seen } = await readPublication(as('lena'), pub)
    const bonds = [{ kind: 'testimony', id: `${ID}/q1` }]
    const own = { kind: 'add', id: 's-voice', section: 'assembly', after: null, bonds } as const
    await writeText(as('lena'), pub, { seen, edits: [{ ...own, words: 'A lawyer was kept out.' }] })
    await move('lena', 'submit')
    await move('marat', 'approve', 'as she says')
    await move('marat', 'correct', 'as she says')
    expect(await publicText()).toMatch(/kept out.*They let nobody in/)
    expect(JSON.stringify(await partners('abroad'))).toContain(SAID.en)
    await saveTestimony(as('marat'), { record: 'unquote', id: ID, on: '2026-11-05', why: 'she called' })
    expect(await publicText()).not.toMatch(/kept out|nobody in|a lawyer/)
    expect(await partners('abroad')).toEqual([])
    expect([...(await readPublication(as('lena'), pub)).flags.keys()]).toContain('s-voice')
    expect((await readTestimony(as('lena'), ID)).quotations.get('q1')?.state).toBe('withdrawn')
  })

  it('is not brought back by an older paper, nor by making everything anew', async () => {
    await saveTestimony(as('lena'), quotation({ consent: { ...ANY, on: '2026-11-05' } }))
    expect(await publicText()).not.toContain(SAID.en)
    await rebuild(world)
    expect(await publicText()).not.toContain(SAID.en)
  })
})

describe('a testimony', () => {
  it('is written down by those who speak with people, and is not there for others', async () => {
    expect(await code(readTestimony(as('yerlan', 'lawyer'), ID))).toBe('access.forbidden')
    const actor = { account: 'eve', handle: 'eve', organisation: 'abroad', role: 'editor' as const }
    const store = testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor))
    expect(await code(readTestimony({ ...world, actor, store }, ID))).toBe('record.unknown')
  })

  it('that was sealed is for whoever wrote it down, whatever is said of it later', async () => {
    const sealed: TestimonyInput = {
      ...{ record: 'testimony', id: 'tes-0000000b', country: 'kz', speaker: { person: 'usenov' } },
      ...{ on: null, interviewer: 'lena', language: 'kk', incidents: [] },
    }
    await saveTestimony(as('lena'), { ...sealed, tier: 'sealed' })
    expect(await code(readTestimony(as('marat'), sealed.id))).toBe('record.unknown')
    await saveTestimony(as('lena'), { ...sealed, tier: 'team' })
    expect(await code(readTestimony(as('marat'), sealed.id))).toBe('record.unknown')
    expect((await readTestimony(as('lena'), sealed.id)).tier).toBe('sealed')
  })
})
