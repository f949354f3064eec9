/** Organisations sign a letter by a link: each under the version that it read, none under words that changed, and readers see no name that nobody confirmed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, ROOT, recordAll } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { PublicationMove } from '../../core/publication/state.ts'
import { digestLetter } from '../../publish/letters/write.ts'
import { servedAt } from '../../publish/links.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { publicPublication } from '../../store/queries/public-publications.ts'
import { testStaff } from '../../store/test-stores.ts'
import { site } from '../../web/site/site.ts'
import type { Context } from '../context.ts'
import { newIn } from '../letters/new-in.ts'
import { rulesInForce } from '../rules-in-force.ts'
import { verify } from '../verify.ts'
import { wallOf } from '../wall-of.ts'
import { beginPublication } from '../writing/begin.ts'
import { movePublication } from '../writing/move-publication.ts'
import { readPublication } from '../writing/read-publication.ts'
import { writeText } from '../writing/write-text.ts'
import { dropLink, inviteToSign, renewLink } from './links.ts'
import { offerText } from './offer-text.ts'
import { confirmedIn, readSigning } from './read-signing.ts'
import { settleSignature } from './settle.ts'

let world: Context
let id = ''
const as = (handle: string, role: 'editor' | 'lawyer' = 'editor'): Context => {
  const actor = { account: handle, handle, organisation: 'home', role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const seen = async (): Promise<number> => (await readPublication(as('lena'), id)).seen
const move = async (handle: string, name: PublicationMove) =>
  movePublication(as(handle), id, { move: name, why: 'read', until: '', seen: await seen() })
const offer = async (more: { isSubstance?: boolean; why?: string } = {}) =>
  offerText(as('marat'), id, { isSubstance: true, why: '', seen: await seen(), ...more })
const approve = async () => {
  await move('lena', 'submit')
  await move('marat', 'approve')
}
const app = (isShut = () => false) => {
  const { house: store, knowledge } = world
  const options = { root: ROOT, origin: '', signing: { context: world }, isShut }
  return site({ store, knowledge, rules: rulesInForce(knowledge) }, options)
}
const get = async (token: string, more = ''): Promise<string> =>
  (await app().request(`/en/sign/${token}${more}`)).text()
const send = async (token: string, fields: Record<string, string>): Promise<number> =>
  (
    await app().request(`/en/sign/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  ).status
const OPEN = {
  do: 'sign',
  'name-en': 'Open Steppe',
  'name-ru': 'Открытая степь',
  role: 'the board',
  country: 'KZ',
}
const page = async (more = ''): Promise<string> =>
  (await app().request(`/en/publication/${id}${more}`)).text()
const body = (): Promise<PublicationBody | null> => publicPublication<PublicationBody>(world.house, id)
const standings = async (): Promise<readonly string[]> =>
  (await readSigning(as('lena'), id)).asked.map((one) => `${one.link?.label}: ${one.standing}`).sort()
const signatoryOf = async (label: string): Promise<string> =>
  (await readSigning(as('lena'), id)).asked.find((one) => one.link?.label === label)?.id ?? ''

let [steppe, bar, danger] = ['', '', '']
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov and two others.')
  await decideAll(world, [
    {
      ...{ record: 'person', id: 'usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
      ...{ by: 'coder', at: '2026-11-01T08:00:00Z' },
    },
    aDecision({ document: 'notebook', by: 'coder', places: ['Almaty'], from: 'On 7 May', to: 'others.' }),
  ])
  const asked = { kind: 'letter', country: 'kz', period: '2024-q2', to: 'parliament' }
  id = await beginPublication(as('lena'), asked, 'en')
})
afterAll(() => world?.store.destroy())

describe('before anybody signs', () => {
  it('a text is offered only as a second person approved it, by those who may let it leave', async () => {
    expect(await code(offer())).toBe('sign.not-approved')
    expect(await code(inviteToSign(as('lena'), id, { label: 'x', days: '' }))).toBe('sign.not-offered')
    await approve()
    expect(await code(offerText(as('yerlan', 'lawyer'), id, { isSubstance: true, why: '', seen: 1e9 }))).toBe(
      'access.forbidden',
    )
    expect([await offer(), await offer()]).toEqual([1, 1])
  })

  it('a link shows the text with its version and hash, keeps its hash alone, and opening it signs nothing', async () => {
    steppe = await inviteToSign(as('lena'), id, { label: 'steppe', days: '' })
    bar = await inviteToSign(as('lena'), id, { label: 'bar', days: '30' })
    danger = await inviteToSign(as('marat'), id, { label: 'danger', days: '' })
    expect(await code(inviteToSign(as('lena'), id, { label: 'x', days: '91' }))).toBe('sign.days')
    const rows = JSON.stringify(await world.house.selectFrom('sign_links').selectAll().execute())
    expect(rows).not.toContain(steppe)
    const shown = await get(steppe)
    expect(shown).toContain('reported: detention')
    expect(shown).not.toMatch(/Usenov|<script/)
    const [, hash = ''] = /SHA-256 <code[^>]*>([0-9a-f]{64})/.exec(shown) ?? []
    const text = new TextEncoder().encode(await get(steppe, '/text'))
    const found = Buffer.from(await crypto.subtle.digest('SHA-256', text)).toString('hex')
    expect([found, hash.length]).toEqual([hash, 64])
    expect(await standings()).toEqual(['bar: asked', 'danger: asked', 'steppe: asked'])
    expect((await app().request(`/en/sign/${'x'.repeat(43)}`)).status).toBe(404)
  })
})

describe('an organisation', () => {
  it('says its name and a role, or neither; sent twice, it signs once', async () => {
    expect(await send(steppe, { ...OPEN, version: '2' })).toBe(409)
    expect(await send(steppe, { do: 'sign', version: '1', role: 'the board' })).toBe(422)
    expect(await send(steppe, { ...OPEN, role: '', version: '1' })).toBe(422)
    expect([
      await send(steppe, { ...OPEN, version: '1' }),
      await send(steppe, { ...OPEN, version: '1' }),
    ]).toEqual([303, 303])
    expect(await send(bar, { ...OPEN, 'name-en': 'A bar of Asan Usenov', version: '1' })).toBe(303)
    // Whoever asks to be held back is not written down, even if they typed a name.
    expect(await send(danger, { ...OPEN, 'name-en': 'Hidden Spring', hold: 'yes', version: '1' })).toBe(303)
    const rows = await world.house.selectFrom('sign_acts').selectAll().execute()
    expect(rows.length).toBe(3)
    const all = JSON.stringify([rows, await world.house.selectFrom('events').selectAll().execute()])
    expect([all.includes('Open Steppe'), all.includes('Hidden Spring')]).toEqual([true, false])
  })

  it('stands under the text once a colleague who did not make the link says that it is theirs', async () => {
    const [one, two, three] = [
      await signatoryOf('steppe'),
      await signatoryOf('bar'),
      await signatoryOf('danger'),
    ]
    expect(await code(settleSignature(as('lena'), id, one, { act: 'confirm', why: '' }))).toBe('sign.own')
    await settleSignature(as('marat'), id, one, { act: 'confirm', why: '' })
    await settleSignature(as('marat'), id, two, { act: 'confirm', why: '' })
    await settleSignature(as('lena'), id, three, { act: 'confirm', why: '' })
    expect(await code(settleSignature(as('marat'), id, one, { act: 'confirm', why: 'twice' }))).toBe(
      'sign.state',
    )
    const read = await readSigning(as('lena'), id)
    expect(confirmedIn(read)).toBe(3)
    expect(read.asked.find((each) => each.id === two)?.held).toEqual(expect.arrayContaining(['Usenov']))
  })
})

describe('a published letter', () => {
  it('lists who signed this version, counts all, and names nobody who is withheld', async () => {
    await move('marat', 'publish')
    expect((await body())?.signatures).toMatchObject({
      version: 1,
      heldBack: 2,
      signatories: [{ country: 'KZ' }],
    })
    for (const form of ['', '.txt', '.md', '.json']) {
      const text = await page(form)
      expect(text, form).toContain('Open Steppe')
      expect(text, form).not.toMatch(/Usenov|Усенов|Hidden Spring/)
    }
    expect(await page()).toContain('with 3 organisations')
    expect(await (await app().request('/en/kz/publications')).text()).toContain('with 3 organisations')
  })

  it('is cited with the monitor first, and taken into reference managers with its sources', async () => {
    const [csl, bib, ris] = await Promise.all(['csl', 'bib', 'ris'].map((one) => page(`/cite.${one}`)))
    const [first, second] = JSON.parse(csl ?? '[]') as { id: string; author: { literal: string }[] }[]
    expect(first).toMatchObject({ id, author: [{ literal: 'An invented monitor' }], version: '1' })
    expect(second).toMatchObject({ id: 'source-1' })
    expect(bib).toMatch(/@misc\{pub-[\s\S]*An invented monitor[\s\S]*@misc\{source-1/)
    expect(ris).toMatch(/AU {2}- An invented monitor/)
    expect(await page()).toContain(`/publication/${id}/cite.bib`)
    expect((await app().request(`/en/publication/${id}/cite.doc`)).status).toBe(404)
  })

  it('is in the feeds of its country, topic and records, in letters, and is found by its words', async () => {
    const feeds = ['kz', 'kz/topic/assembly'].flatMap((one) => [`${one}.atom`, `${one}.json`])
    for (const feed of feeds)
      expect(await (await app().request(`/ru/feeds/${feed}`)).text(), feed).toContain(`/en/publication/${id}`)
    expect((await app().request('/ru/feeds/kz/topic/expression.atom')).status).toBe(404)
    const found = (words: string) => app().request(`/kk/kz/search.json?q=${encodeURIComponent(words)}`)
    const texts = async (words: string) =>
      ((await (await found(words)).json()) as { publications: unknown[] }).publications
    expect([await texts('letter writ'), await texts('letter xylophone')]).toMatchObject([[{ id }], []])
    // Who signed is not what it says; whoever is withheld is found nowhere.
    expect([await texts('steppe'), await texts('Usenov')]).toEqual([[], []])
    const news = await newIn({ store: world.house, knowledge: world.knowledge }, 'kz', '2026-11-30')
    expect(news.texts.map((one) => one.id)).toEqual([id])
    const face = {
      site: servedAt('https://a.example'),
      words: world.knowledge.words.ru,
      tell: world.knowledge.tells.ru,
    }
    const letter = digestLetter('Kazakhstan', news, 'https://a.example/leave', {
      ...face,
      codebook: world.knowledge.codebook,
    })
    expect(letter.text).toContain(`https://a.example/en/publication/${id}`)
  })

  it('names who joins later with the day', async () => {
    const late = await inviteToSign(as('lena'), id, { label: 'late', days: '90' })
    world = { ...world, clock: stoppedClock('2026-12-01T10:00:00.000Z') }
    expect(await send(late, { ...OPEN, 'name-en': 'Late Friends', version: '1' })).toBe(303)
    expect(await page()).not.toContain('Late Friends')
    await settleSignature(as('marat'), id, await signatoryOf('late'), { act: 'confirm', why: '' })
    expect(await page()).toMatch(/Late Friends[^<]*joined on 1 December 2026/)
  })

  it('is corrected in wording without losing anybody, and readers see why', async () => {
    const first = (await readPublication(as('lena'), id)).text.sentences.get('letter:reply')?.words ?? ''
    const words = `${first} We thank you.`
    const edit = { kind: 'words' as const, id: 'letter:reply', words }
    await writeText(as('lena'), id, { seen: await seen(), edits: [edit] })
    await approve()
    // What was not offered does not leave.
    expect(await code(move('marat', 'correct'))).toBe('sign.changed')
    expect(await code(offer({ isSubstance: false }))).toBe('write.reason')
    expect(await offer({ isSubstance: false, why: 'a courtesy' })).toBe(2)
    await move('marat', 'correct')
    expect((await body())?.signatures).toMatchObject({ version: 2, heldBack: 2, wording: ['a courtesy'] })
    expect(await page()).toContain('Open Steppe')
  })

  it('loses every signature when it changes in substance, until each signs anew', async () => {
    const edit = { kind: 'words' as const, id: 'letter:reply', words: 'Resign.' }
    await writeText(as('lena'), id, { seen: await seen(), edits: [edit] })
    await approve()
    expect(await offer({ why: 'another demand' })).toBe(3)
    // Readers have the text before, with who signed that one.
    expect(await page()).toContain('Open Steppe')
    expect(await standings()).toEqual(['bar: anew', 'danger: anew', 'late: anew', 'steppe: anew'])
    await move('marat', 'correct')
    expect((await body())?.signatures).toMatchObject({ version: 3, heldBack: 0, signatories: [] })
    expect(await page()).not.toContain('Open Steppe')
    const renewed = await renewLink(as('lena'), id, await signatoryOf('steppe'), '')
    expect((await app().request(`/en/sign/${steppe}`)).status).toBe(404)
    expect(await get(renewed)).toContain('asked anew')
    expect(await send(renewed, { ...OPEN, version: '3' })).toBe(303)
    expect(await page()).not.toContain('Open Steppe')
    await settleSignature(as('marat'), id, await signatoryOf('steppe'), { act: 'confirm', why: '' })
    expect(await page()).toContain('Open Steppe')
    // By the same link, long after its last day.
    world = { ...world, clock: stoppedClock('2027-06-01T10:00:00.000Z') }
    expect(await send(renewed, { do: 'withdraw' })).toBe(303)
    const shown = await page()
    expect(shown).not.toContain('Open Steppe')
    expect(shown).toContain('On 1 June 2027 an organisation took its signature back.')
    expect((await app().request(`/en/sign/${renewed}`)).status).toBe(404)
  })

  it('lets the note of whom the team asked go, and the log adds up', async () => {
    await dropLink(as('lena'), id, await signatoryOf('danger'))
    expect(await standings()).toEqual(['bar: anew', 'late: anew', 'steppe: withdrawn', 'undefined: anew'])
    expect((await verify(world)).breaks).toEqual([])
  })
})

describe('a signature', () => {
  const later = (second: number): void => {
    world = { ...world, clock: stoppedClock(`2027-06-02T10:00:0${second}.000Z`) }
  }
  const confirm = async (handle: string, signatory: string): Promise<string> =>
    code(settleSignature(as(handle), id, signatory, { act: 'confirm', why: '' }))

  it('is confirmed by nobody who was ever shown a link of theirs, nor once its link was renewed', async () => {
    later(0)
    const first = await inviteToSign(as('lena'), id, { label: 'twice', days: '' })
    const one = await signatoryOf('twice')
    expect(await send(first, { ...OPEN, version: '3' })).toBe(303)
    later(1)
    const second = await renewLink(as('marat'), id, one, '')
    expect([await confirm('lena', one), await confirm('marat', one), await confirm('dana', one)]).toEqual([
      'sign.own',
      'sign.own',
      'sign.gone',
    ])
    // By the new link the form is there again, and what is signed with it somebody else confirms.
    expect(await get(second)).toContain('name="hold"')
    expect(await send(second, { ...OPEN, version: '3' })).toBe(303)
    expect([await confirm('lena', one), await confirm('marat', one)]).toEqual(['sign.own', 'sign.own'])
    expect(await page()).not.toContain('Open Steppe')
    expect(await confirm('dana', one)).toBe('done')
    expect(await page()).toContain('Open Steppe')
  })

  it('is confirmed by nobody once its link was dropped, and stays confirmed if it was', async () => {
    const link = await inviteToSign(as('lena'), id, { label: 'dropped', days: '' })
    const one = await signatoryOf('dropped')
    expect(await send(link, { ...OPEN, 'name-en': 'Nobody At All', version: '3' })).toBe(303)
    await dropLink(as('lena'), id, one)
    expect([await confirm('lena', one), await confirm('marat', one)]).toEqual(['sign.gone', 'sign.gone'])
    expect(await page()).not.toContain('Nobody At All')
    await dropLink(as('lena'), id, await signatoryOf('twice'))
    expect(await page()).toContain('Open Steppe')
  })

  it('by a link from before it was noted who was shown one is confirmed after the link was renewed', async () => {
    const link = await inviteToSign(as('lena'), id, { label: 'old', days: '' })
    const one = await signatoryOf('old')
    await world.house
      .updateTable('sign_links')
      .set({ handed_to: null, handed_at: null })
      .where('id', '=', one)
      .execute()
    expect(await send(link, { ...OPEN, version: '3' })).toBe(303)
    expect(await confirm('dana', one)).toBe('sign.gone')
    later(2)
    expect(await send(await renewLink(as('marat'), id, one, ''), { ...OPEN, version: '3' })).toBe(303)
    expect([await confirm('lena', one), await confirm('dana', one)]).toEqual(['sign.own', 'done'])
  })

  it('is answered twenty times at one link, and can then be taken back all the same', async () => {
    const link = await inviteToSign(as('lena'), id, { label: 'to and fro', days: '' })
    const signatory = await signatoryOf('to and fro')
    const declined = { record: 'signature', id, signatory, by: signatory, act: 'decline' }
    await recordAll(
      world,
      Array.from({ length: 19 }, (_, at) => ({ ...declined, at: `2027-06-02T09:00:${at + 10}.000Z` })),
    )
    expect(await send(link, { ...OPEN, version: '3' })).toBe(303)
    expect(await send(link, { do: 'decline' })).toBe(429)
    expect(await send(link, { do: 'withdraw' })).toBe(303)
    expect(await send(link, { ...OPEN, version: '3' })).toBe(429)
  })

  it('is asked for by no link while the house is shut: the words may not be out', async () => {
    const link = await inviteToSign(as('lena'), id, { label: 'shut', days: '' })
    for (const more of ['', '/text', '/data.json']) {
      const answer = await app(() => true).request(`/en/sign/${link}${more}`)
      expect([answer.status, /letter/i.test(await answer.text())], more).toEqual([503, false])
    }
    expect((await app(() => true).request(`/en/publication/${id}`)).status).toBe(200)
  })
})

it('shows no text in which something was taken back since it was offered, and nobody signs it', async () => {
  const token = await renewLink(as('lena'), id, await signatoryOf('bar'), '')
  await recordAll(world, [
    {
      record: 'move',
      move: 'withdraw',
      ids: ['kz-2024-05-07-a'],
      by: 'second-reader',
      at: '2027-06-01T09:00:00Z',
      why: 'wrong',
    },
  ])
  const shown = await get(token)
  expect(shown).not.toContain('reported: detention')
  expect(await send(token, { ...OPEN, version: '3' })).toBe(409)
})
