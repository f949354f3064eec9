/** Sealed things of a record over the web, in everybody's name; and a database that holds none of the words that were sealed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  type Entered,
  emptyWorld,
  importText,
  ROOT,
  recordAll,
  signedInAs,
  siteOf,
} from '../../../../test/world.ts'
import { type FormGate, formGate } from '../../../adapters/form-gate.ts'
import { newIdentity, sealTo } from '../../../adapters/sealed/age.ts'
import { newReceipt, readReceipt } from '../../../adapters/sealed/receipt.ts'
import { newRoot, signList } from '../../../adapters/sealed/signed-list.ts'
import { packedText, textOf } from '../../../core/sealed/envelope.ts'
import type { RecipientList } from '../../../core/sealed/recipients.ts'
import { record } from '../../../store/append.ts'
import { accountByHandle } from '../../../store/queries/accounts.ts'
import { newestEntry } from '../../../store/queries/log.ts'
import { changeAccounts } from '../../../usecases/accounts/change.ts'
import { houseNow, openHouse, shutHouse } from '../../../usecases/accounts/panic.ts'
import { openSession, visit } from '../../../usecases/accounts/sessions.ts'
import type { Context } from '../../../usecases/context.ts'
import { newPhone } from '../../../usecases/field/phones.ts'
import { forgetPerson } from '../../../usecases/forget-person.ts'
import { forgetRecord } from '../../../usecases/forget-record.ts'
import { answersFor, sweepIntake, takeTold } from '../../../usecases/intake/take.ts'
import { isStale, refresh } from '../../../usecases/refresh.ts'
import { forgetSealed } from '../../../usecases/sealed/erase-sealed.ts'
import { adoptRecipients, recipientsNow, recipientsOf } from '../../../usecases/sealed/recipients.ts'
import { openOne, sealAgain, sealOne } from '../../../usecases/sealed/sealed-files.ts'
import { keepItem } from '../../../usecases/sealed/sealed-items.ts'
import { verify } from '../../../usecases/verify.ts'
import { solve } from '../../islands/solve-work.ts'
import { formToken } from '../../middleware/form-token.ts'
import { site } from '../../site/site.ts'
import { desk } from '../desk.ts'

const ORIGIN = 'http://localhost:8421'
const ID = 'kz-2024-05-07-a'
const root = newRoot()
const [lena, bota, daniyar] = [await newIdentity(), await newIdentity(), await newIdentity()]
const listOf = (seq: number, inside: { readonly key: string }): RecipientList => ({
  seq,
  issued: '2026-11-01',
  expires: '2027-01-31',
  recipients: [
    { key: inside.key, who: 'inside', place: 'inside' },
    { key: bota.key, who: 'bota', place: 'abroad' },
  ],
})
const fileOf = (list: RecipientList, by = root.secret): string => JSON.stringify(signList(list, by))
/** Ten words that stand nowhere else; half of them are sealed as words, half as files. */
const MARKERS = Array.from({ length: 10 }, (_, at) => `қарақұрт-${at}-Ұлытау`)

let world: Context
let web: ReturnType<typeof desk>
let monitor: Entered
let other: Entered
let forgotten = 0

beforeAll(async () => {
  world = { ...(await emptyWorld()), sealingRoot: root.key }
  const words = 'On 7 May 2024 police in Almaty detained two activists.'
  const { document } = await importText(world, words)
  await recordAll(world, [aDecision({ document, from: words, to: words, places: ['Almaty'] })])
  web = desk(world, { root: ROOT, host: 'localhost', onPanic: () => (forgotten += 1) })
  monitor = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  other = await signedInAs(world, { handle: 'partner', role: 'partner' })
  await addOrganisation()
  for (const role of ['editor', 'administrator'] as const) await signedInAs(world, { handle: role, role })
})
const addOrganisation = () =>
  world.house
    .insertInto('organisations')
    .values({ id: 'other', name: 'Another', since: '2026-11-01' })
    .execute()
/** Signs in somebody who has an account, as may be done while the house is shut. */
async function enter(handle: string): Promise<Entered> {
  const change = { actor: handle, did: 'sign-in', to: handle }
  const account = await accountByHandle(world.house, handle)
  if (!account) throw new Error(`nobody is called ${handle}`)
  const token = await changeAccounts(world, change, (trx) =>
    openSession(trx, world.clock.now(), account, 'Firefox, Linux'),
  )
  const visitor = await visit(world, token)
  if (!visitor) throw new Error('the session just opened is not there')
  return { token, visitor, cookie: `__Host-aigaq=${token}`, formToken: formToken(visitor.session) }
}
afterAll(() => world?.store.destroy())

const ask = (path: string, who: Entered) =>
  web.request(`${ORIGIN}/en/desk/${path}`, { headers: { Cookie: who.cookie } })
const send = (path: string, who: Entered, fields: Record<string, string | Blob>) => {
  const body = new FormData()
  body.set('form-token', who.formToken)
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return web.request(`${ORIGIN}/en/desk/${path}`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: who.cookie, Accept: 'application/json' },
  })
}
const blob = (bytes: Uint8Array): Blob => new Blob([bytes.slice()])
const seal = async (text: string, list = listOf(1, lena), name: string | null = null) =>
  sealOne(list, { bytes: new TextEncoder().encode(text), name, about: `incident ${ID}` })
const keep = async (body: Uint8Array, more: Record<string, string> = {}) =>
  send(`sealed/incident/${ID}`, monitor, {
    field: 'contact',
    what: 'text',
    list: '1',
    body: blob(body),
    ...more,
  })
const itemsIn = async (): Promise<readonly string[]> => [
  ...new Set((await (await ask(`sealed/incident/${ID}`, monitor)).text()).match(/[0-9a-f]{32}(?=\.age)/g)),
]

describe('whom things are sealed to', () => {
  it('is nobody until a list was taken on; then nothing can be kept', async () => {
    expect((await recipientsNow(world, root.key)).kind).toBe('none')
    expect((await keep(await seal('x'))).status).toBe(409)
  })
  it('is what an offline key signed, and what somebody put into the database is not believed', async () => {
    const forged = fileOf(listOf(1, daniyar), newRoot().secret)
    const adopt = (file: string) => adoptRecipients(world, { root: root.key, file, by: 'operator' })
    await expect(adopt(forged)).rejects.toMatchObject({ code: 'recipients.signature' })
    await adopt(fileOf(listOf(1, lena)))
    await expect(adopt(fileOf(listOf(1, daniyar)))).rejects.toMatchObject({ code: 'recipients.older' })
    const signed = signList(listOf(9, daniyar), newRoot().secret)
    await world.house
      .insertInto('recipient_lists')
      .values({ seq: 9, ...signed, since: '2026-11-23' })
      .execute()
    expect((await recipientsNow(world, root.key)).kind).toBe('foreign')
    expect((await keep(await seal('x'))).status).toBe(422)
    await world.house.deleteFrom('recipient_lists').where('seq', '=', 9).execute()
  })
  it('stands on the page with words to compare, and is told a program', async () => {
    expect(await (await ask('sealed', monitor)).text()).toMatch(/abroad[\s\S]*<code>(\w{5}-){7}\w{5}<\/code>/)
    const told = (await (await ask('sealed/recipients.json', monitor)).json()) as { kind: string }
    expect(told.kind).toBe('holds')
  })
})

describe('sealed things of a record', () => {
  it('are kept as they come, and no word of them is in the database, sealed here or by the sender', async () => {
    for (const [at, marker] of MARKERS.entries()) {
      const isFile = at % 2 === 1
      const body = await seal(marker, listOf(1, lena), isFile ? `${marker}.txt` : null)
      expect((await keep(body, { what: isFile ? 'file' : 'text' })).status).toBe(200)
    }
    const plain = await send(`sealed/incident/${ID}/plain`, monitor, {
      field: 'note',
      words: `${MARKERS[0]} plain`,
    })
    expect(plain.status).toBe(200)
    const dump = await dumped()
    for (const marker of MARKERS) for (const form of formsOf(marker)) expect(dump.includes(form)).toBe(false)
    expect(dump.toString('latin1')).not.toContain('AGE-SECRET-KEY')
    expect((await itemsIn()).length).toBe(11)
  })

  it('open with a key of the list, on the machine of whoever has it', async () => {
    const opened = await Promise.all(
      (await itemsIn()).map(async (id) => {
        const file = new Uint8Array(await (await ask(`sealed/${id}.age`, monitor)).arrayBuffer())
        return textOf(await openOne([bota.secret], file))
      }),
    )
    expect(opened.sort()).toEqual([...MARKERS, `${MARKERS[0]} plain`].sort())
  })

  it.each([
    ['words in the clear', async () => new TextEncoder().encode('in the clear'), {}, 422],
    [
      'sealed to fewer than the list',
      () => seal('x', { ...listOf(1, lena), recipients: listOf(1, lena).recipients.slice(1) }),
      {},
      422,
    ],
    ['sealed to another list', () => seal('x'), { list: '7' }, 409],
    ['in place of nothing we know', () => seal('x'), { field: 'password' }, 422],
  ])('are refused: %s', async (_what, body, more, status) => {
    expect((await keep(await body(), more)).status).toBe(status)
  })

  it('are not there for whoever cannot read the record as colleagues do', async () => {
    const [id = ''] = await itemsIn()
    const stranger = await signedInAs(world, { handle: 'stranger', role: 'monitor', organisation: 'other' })
    for (const who of [other, stranger]) {
      expect((await ask(`sealed/${id}.age`, who)).status).toBe(404)
      expect((await ask(`sealed/incident/${ID}`, who)).status).toBe(404)
      expect(
        (await send(`sealed/item/${id}/again`, who, { list: '1', body: blob(await seal('x')) })).status,
      ).toBe(404)
    }
    expect(await (await ask('sealed', stranger)).text()).not.toContain(ID)
  })

  it('are sealed anew for a new colleague; the version that a lost key opens can be dropped, and the log knows', async () => {
    await adoptRecipients(world, { root: root.key, file: fileOf(listOf(2, daniyar)), by: 'operator' })
    const [id = ''] = await itemsIn()
    const get = async () => new Uint8Array(await (await ask(`sealed/${id}.age`, monitor)).arrayBuffer())
    const old = await get()
    const body = blob(await sealAgain([bota.secret], old, listOf(2, daniyar)))
    expect((await send(`sealed/item/${id}/again`, monitor, { list: '2', body })).status).toBe(200)
    expect((await openOne([daniyar.secret], await get())).envelope.about).toBe(`incident ${ID}`)
    await expect(openOne([lena.secret], await get())).rejects.toMatchObject({ code: 'sealed.other' })
    expect((await send(`sealed/incident/${ID}/drop`, monitor, { item: id })).status).toBe(200)
    const versions = await world.house.selectFrom('sealed_items').selectAll().where('id', '=', id).execute()
    expect(versions.map((one) => [one.version, one.body === null]).sort()).toEqual([
      [1, true],
      [2, false],
    ])
    const did = await world.house.selectFrom('events').select('use_case').where('object', '=', id).execute()
    expect(did.map((one) => one.use_case)).toEqual(['sealed-keep', 'sealed-again', 'sealed-drop'])
  })
})

describe('the sealed form', () => {
  const ONION = `http://${'a'.repeat(56)}.onion`
  const intakeSite = (onionOnly = false, gate?: FormGate) =>
    site(
      { store: world.store, knowledge: world.knowledge, rules: [] },
      {
        ...{ root: ROOT, origin: '', onion: ONION },
        intake: {
          intake: { house: world.house, clock: world.clock, sealingRoot: root.key },
          ...{ onionOnly, onion: ONION, maxBytes: 1_000_000, gate },
        },
      },
    )
  const post = (url: string, body: FormData | URLSearchParams, onionOnly = false) =>
    intakeSite(onionOnly).request(url, { method: 'POST', body })
  /** As the script of the page sends it. */
  async function told(parts: readonly Uint8Array[], more: Record<string, string> = {}) {
    const receipt = await newReceipt()
    const form = new FormData()
    const fields = { mailbox: receipt.mailbox, reply: receipt.key, list: '2', ...more }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const part of parts) form.append('part', blob(part), 'text')
    return { receipt, answer: await post('http://site.example/en/tell', form) }
  }
  const now = listOf(2, daniyar)
  const boxes = async () =>
    (
      (await (await ask('intake.json', monitor)).json()) as {
        mailboxes: { mailbox: string; letters: { id: string; way: string; day: string; bytes: number }[] }[]
      }
    ).mailboxes

  it('takes what was sealed in a browser, and keeps a day, a size of few, and no word of it', async () => {
    const [short, long] = [await seal(MARKERS[0] ?? '', now), await seal((MARKERS[1] ?? '').repeat(20), now)]
    const { receipt, answer } = await told([short, long])
    expect(answer.status).toBe(200)
    const [box] = await boxes()
    expect(box?.letters.map((one) => one.day)).toEqual(['2026-11-23', '2026-11-23'])
    expect(new Set(box?.letters.map((one) => one.bytes)).size).toBe(1)
    const dump = (await dumped()).toString('utf8')
    for (const kept of [receipt.mailbox, receipt.words, receipt.secret, MARKERS[0] ?? ''])
      expect(dump).not.toContain(kept)
    const { count } = await world.house
      .selectFrom('events')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('object', '=', 'intake')
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(0)
  })

  it.each([
    ['words in the clear', async () => told([new TextEncoder().encode('in the clear')]), 'sealed.open'],
    ['nothing', async () => told([]), 'intake.empty'],
    ['a mailbox that is none', async () => told([await seal('x', now)], { mailbox: 'x' }), 'intake.shape'],
    [
      'a key for answers that is none',
      async () => told([await seal('x', now)], { reply: 'age1' }),
      'intake.shape',
    ],
    ['another list', async () => told([await seal('x', now)], { list: '1' }), 'sealed.list'],
  ])('refuses %s, and writes none of it back', async (_what, send, code) => {
    const { answer } = await send()
    const text = await answer.text()
    expect([answer.status, JSON.parse(text).code]).toEqual([422, code])
    expect(text).not.toContain('in the clear')
  })

  it('is answered to the receipt alone, in blocks that do not tell whether there is an answer', async () => {
    const { receipt } = await told([await seal('please answer', now)])
    const box = (
      await world.house
        .selectFrom('intake_letters')
        .select('mailbox')
        .where('reply_to', '=', receipt.key)
        .executeTakeFirstOrThrow()
    ).mailbox
    const look = async (mailbox: string) => {
      const answer = await post('http://site.example/en/tell/answers', new URLSearchParams({ mailbox }))
      const text = await answer.text()
      return { length: text.length, answers: JSON.parse(text).answers as string[] }
    }
    const before = await look(receipt.mailbox)
    const stranger = await look((await newReceipt()).mailbox)
    const body = await sealTo([...now.recipients.map((one) => one.key), receipt.key], packedText('Рақмет'))
    const sent = await send(`intake/${box}/answer`, monitor, { what: 'text', list: '2', body: blob(body) })
    expect(sent.status).toBe(200)
    const after = await look(receipt.mailbox)
    expect([before.length, stranger.length, after.length]).toEqual([65_536, 65_536, 65_536])
    expect([before.answers, stranger.answers, after.answers.length]).toEqual([[], [], 1])
    const opened = await openOne([receipt.secret], Buffer.from(after.answers[0] ?? '', 'base64'))
    expect(textOf(opened)).toBe('Рақмет')
  })

  it('without script is taken over the onion service alone, sealed as it streams, and answered there', async () => {
    const form = new FormData()
    form.set('words', new Blob([`${MARKERS[2]} without script`]), 'words')
    form.append('file', new Blob([`${MARKERS[3]}`.repeat(9_000)]), 'photo.jpg')
    form.append('file', new Blob([]), '')
    expect((await post('http://site.example/ru/tell/plain', form)).status).toBe(403)
    const page = await (await post(`${ONION}/ru/tell/plain`, form)).text()
    const [words = ''] = /(\w{5}-){7}\w{5}/.exec(page) ?? []
    const receipt = await readReceipt(words)
    const rows = await world.house
      .selectFrom('intake_letters')
      .selectAll()
      .where('reply_to', '=', receipt?.key ?? '')
      .execute()
    const opened = await Promise.all(rows.map((one) => openOne([daniyar.secret], one.body)))
    expect(opened.map((one) => [one.envelope.what, one.envelope.name, one.content.length]).sort()).toEqual([
      ['file', 'photo.jpg', Buffer.byteLength(`${MARKERS[3]}`) * 9_000],
      ['text', null, Buffer.byteLength(`${MARKERS[2]} without script`)],
    ])
    const dump = (await dumped()).toString('utf8')
    for (const marker of [MARKERS[2], MARKERS[3], words]) expect(dump).not.toContain(marker)
    const answered = await post(`${ONION}/en/tell/answers/plain`, new URLSearchParams({ receipt: words }))
    expect(await answered.text()).toContain('There is no answer')
    expect(
      (await post(`${ONION}/en/tell/answers/plain`, new URLSearchParams({ receipt: 'lusab babad' }))).status,
    ).toBe(422)
  })

  it('reads sixty-four at once and no more, whoever comes then is told when to send it again, and room is made', async () => {
    const web = intakeSite()
    const ends: (() => void)[] = []
    // Each begins, and does not end.
    const slow = (at: number) => {
      const body = new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('--b\r\n'))
          ends.push(() => (at === 0 ? stream.error(new Error('gone')) : stream.close()))
        },
      })
      const headers = { 'Content-Type': 'multipart/form-data; boundary=b' }
      const url = at % 2 === 0 ? 'http://site.example/en/tell' : `${ONION}/en/tell/plain`
      return web.request(new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit))
    }
    const held = Array.from({ length: 64 }, (_, at) => slow(at))
    const once = async (url: string) => web.request(url, { method: 'POST', body: new FormData() })
    const sealed = await once('http://site.example/ru/tell')
    expect([sealed.status, sealed.headers.get('Retry-After')]).toEqual([503, '30'])
    const { code, messages } = (await sealed.json()) as { code: string; messages: string[] }
    expect([code, messages[0]]).toEqual(['intake.busy', expect.stringContaining('Подождите 30 секунд')])
    const plain = await once(`${ONION}/kk/tell/plain`)
    expect([plain.status, await plain.text()]).toEqual([503, expect.stringContaining('30 секунд күтіп')])
    // Reading the page and looking for an answer take no room.
    expect((await web.request('http://site.example/en/tell')).status).toBe(200)
    for (const end of ends) end()
    expect(new Set((await Promise.all(held)).map((one) => one.status))).toEqual(new Set([422]))
    expect((await once('http://site.example/ru/tell')).status).toBe(422)
  })

  it('that was read and waits its turn keeps nobody out who brings work', async () => {
    let go = (): void => {}
    const turn = new Promise<void>((resolve) => {
      go = resolve
    })
    let waiting = 0
    const wait = async (): Promise<void> => {
      waiting += 1
      await turn
    }
    const web = intakeSite(false, formGate({ form: 'tell', bits: 4, perMinute: 30 }, { now: Date.now, wait }))
    const send = () => {
      const body = new FormData()
      body.set('words', new Blob(['a word']), 'words')
      return web.request(`${ONION}/en/tell/plain`, { method: 'POST', body })
    }
    const held = Array.from({ length: 8 }, send)
    await expect.poll(() => waiting).toBe(8)
    const other = await web.request('http://site.example/en/tell', { method: 'POST', body: 'no form' })
    go()
    expect([other.status, (await Promise.all(held)).map((one) => one.status)]).toEqual([
      422,
      Array(8).fill(200),
    ])
  })

  it('asks a browser for a little work; without script it waits its turn, and nothing else changes', async () => {
    const waits: number[] = []
    const clock = Date.now()
    const outside = { now: () => clock, wait: async (ms: number) => void waits.push(ms) }
    const web = intakeSite(false, formGate({ form: 'tell', bits: 4, perMinute: 30 }, outside))
    const page = await (await web.request(`${ONION}/en/tell`)).text()
    expect(page).toMatch(/<form id="tell"[^>]* data-work="tell"/)
    const receipt = await newReceipt()
    const form = new FormData()
    const answer = await solve(await (await web.request('/effort/tell')).text(), Infinity)
    const fields = { mailbox: receipt.mailbox, reply: receipt.key, list: '2', work: answer ?? '' }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.append('part', blob(await seal('Work was done for this', now)), 'text')
    const sent = await web.request('http://site.example/en/tell', { method: 'POST', body: form })
    expect([sent.status, waits]).toEqual([200, []])
    const plain = new FormData()
    plain.set('words', new Blob(['Nothing works for this']), 'words')
    const told = await web.request(`${ONION}/en/tell/plain`, { method: 'POST', body: plain })
    expect([told.status, waits]).toEqual([200, [3_000]])
  })

  it('on the onion service alone sends everybody else there', async () => {
    const page = await intakeSite(true).request('http://site.example/kk/tell')
    expect([page.status, page.headers.get('Location')]).toEqual([302, `${ONION}/kk/tell`])
    expect((await post('http://site.example/en/tell', new FormData(), true)).status).toBe(403)
  })

  it('is a page whose form works for nobody until its script has looked, and tells Tor Browser where to go', async () => {
    const page = await intakeSite().request('http://site.example/en/tell')
    const text = await page.text()
    expect(text).toMatch(/<form id="tell"[^>]* hidden>/)
    expect(text).not.toContain('/tell/plain')
    expect(page.headers.get('Onion-Location')).toBe(`${ONION}/en/tell`)
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'; connect-src 'self'")
    const onion = await intakeSite().request(`${ONION}/en/tell`)
    expect([onion.headers.get('Onion-Location'), (await onion.text()).includes('/en/tell/plain')]).toEqual([
      null,
      true,
    ])
    expect((await siteOf(world).request('/en/tell')).status).toBe(404)
  })

  it('is taken over with consent alone, and stays sealed beside the record', async () => {
    const isAnswered = (one: { letters: { way: string }[] }) =>
      one.letters.some((letter) => letter.way === 'answered')
    const [box] = (await boxes()).filter((one) => !isAnswered(one))
    expect(box?.letters.length).toBeGreaterThan(0)
    const decide = (more: Record<string, string>) =>
      send(`intake/${box?.mailbox}/triage`, monitor, {
        verdict: 'taken',
        consent: 'given',
        why: 'asked',
        record: ID,
        ...more,
      })
    for (const consent of ['asked', 'refused', 'not-asked'])
      expect((await decide({ consent })).status).toBe(422)
    expect((await decide({ why: ' ' })).status).toBe(422)
    const before = (await itemsIn()).length
    expect((await decide({})).status).toBe(200)
    expect((await itemsIn()).length).toBe(before + (box?.letters.length ?? 0))
    const [dull] = (await boxes()).filter(isAnswered)
    expect(
      (
        await send(`intake/${dull?.mailbox}/triage`, monitor, {
          verdict: 'declined',
          consent: 'not-asked',
          why: 'a list of insults',
          record: '',
        })
      ).status,
    ).toBe(200)
    expect((await boxes()).some((one) => one.mailbox === dull?.mailbox)).toBe(false)
    expect((await ask('intake', other)).status).toBe(403)
  })

  it('is no news to the pages of readers, nor is a phone, a list or a copy that left', async () => {
    await refresh(world)
    const { seq } = await world.house
      .selectFrom('events')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow()
    expect(await isStale(world.house)).toBe(false)
    await sweepIntake({ house: world.house, clock: { now: () => '2026-11-25T00:02:00.000Z' } })
    await newPhone(world, 'sparrow')
    expect(await newestEntry(world.house)).toBeGreaterThan(Number(seq))
    expect(await isStale(world.house)).toBe(false)
  })

  it('is gone after ninety days', async () => {
    const later = (day: string) => ({ house: world.house, clock: { now: () => `${day}T00:00:00.000Z` } })
    await sweepIntake(later('2027-02-21'))
    expect((await boxes()).length).toBeGreaterThan(0)
    await sweepIntake(later('2027-02-22'))
    expect(await boxes()).toEqual([])
    expect(await world.house.selectFrom('intake_triage').selectAll().execute()).toEqual([])
  })
})

describe('the house', () => {
  it('is shut at one press: nobody is in, nothing is written, nothing is shown', async () => {
    const before = performance.now()
    expect((await send('house', monitor, {})).headers.get('Location')).toBe('/blank')
    expect([forgotten, performance.now() - before < 30_000]).toEqual([1, true])
    expect((await ask('records', monitor)).status).toBe(303)
    expect(await world.house.selectFrom('sessions').selectAll().execute()).toEqual([])
    await expect(importText(world, 'Anything.', 'late.txt')).rejects.toMatchObject({ code: 'house.shut' })
    // Who was filling the form for witnesses at that moment is told so, and nothing of it is kept.
    const receipt = await newReceipt()
    const { list } = await recipientsOf(world)
    const body = await sealTo(
      list.recipients.map((one) => one.key),
      packedText('Too late'),
    )
    const told = { mailbox: receipt.mailbox, replyTo: receipt.key, list: list.seq }
    await expect(
      takeTold({ ...world, sealingRoot: root.key }, { ...told, parts: [{ what: 'text', body }] }),
    ).rejects.toMatchObject({ code: 'house.shut' })
    await expect(answersFor(world, receipt.mailbox)).rejects.toMatchObject({ code: 'house.shut' })
    expect(await world.house.selectFrom('intake_letters').selectAll().execute()).toEqual([])
    // Pressed twice it is pressed once.
    await shutHouse(world)
    expect((await houseNow(world)).by).toBe('lena')
  })

  it('writes nothing that would end after the press, whatever began before it, and the press waits for none of it', async () => {
    await openHouse(world, null)
    const { list } = await recipientsOf(world)
    const body = await sealTo(
      list.recipients.map((one) => one.key),
      packedText('Under way'),
    )
    const { mailbox, key: replyTo } = await newReceipt()
    let pressed: Promise<void> | undefined
    /** Somebody presses in the middle of it: then it goes on. */
    const press = async (): Promise<void> => {
      pressed ??= shutHouse(world)
      await expect.poll(async () => (await houseNow(world)).shut).toBe(true)
    }
    const [entries, began] = [await newestEntry(world.house), performance.now()]
    const happening = { actor: 'lena', at: world.clock.now(), useCase: 'a test', object: 'x', input: {} }
    await expect(record(world.house, happening, press)).rejects.toMatchObject({ code: 'house.shut' })
    expect(performance.now() - began).toBeLessThan(30_000)
    await pressed
    await openHouse(world, null)
    pressed = undefined
    const told = { mailbox, replyTo, list: list.seq, parts: [{ what: 'text', body }] }
    const house = world.house.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.numAffectedRows === 1n) await press()
        return result
      },
    })
    await expect(takeTold({ ...world, house, sealingRoot: root.key }, told)).rejects.toMatchObject({
      code: 'house.shut',
    })
    await pressed
    expect(await world.house.selectFrom('intake_letters').selectAll().execute()).toEqual([])
    const done = await world.house
      .selectFrom('events')
      .select('use_case')
      .where('seq', '>', entries)
      .execute()
    expect(done.map((one) => one.use_case)).not.toContain('a test')
    expect((await verify(world)).breaks).toEqual([])
  })

  it('shows whoever comes in the one page that opens it, which takes two', async () => {
    const [first, second] = [await enter('editor'), await enter('administrator')]
    const seen = await ask('records', first)
    expect([seen.status, seen.headers.get('Location')]).toEqual([303, '/en/desk/house'])
    expect((await ask('sealed/recipients.json', first)).status).toBe(503)
    expect((await send('house/open', first, {})).status).toBe(303)
    expect((await houseNow(world)).shut).toBe(true)
    expect((await send('house/open', first, {})).status).toBe(409)
    expect((await send('house/open', second, {})).headers.get('Location')).toBe('/en/desk/sign-in')
    expect((await houseNow(world)).shut).toBe(false)
    await importText(world, 'On 8 May 2024 police in Almaty let them go.', 'after.txt')
  })

  it('is not opened by a monitor; on its own machine it is opened by one', async () => {
    await shutHouse(world)
    const again = await enter('lena')
    expect((await send('house/open', again, {})).status).toBe(403)
    expect(await openHouse(world, null)).toBe('open')
    await expect(openHouse(world, null)).rejects.toMatchObject({ code: 'house.open' })
  })
})

describe('a record that is forgotten', () => {
  it('takes what was sealed beside it along', async () => {
    const about = (
      await world.house.selectFrom('sealed_items').select('id').where('about_id', '=', ID).execute()
    ).length
    expect(about).toBeGreaterThan(10)
    await forgetRecord(world, { record: ID, by: 'lena', why: 'as the test says' })
    expect(await world.house.selectFrom('sealed_items').select('id').execute()).toEqual([])
    expect(
      JSON.stringify(await world.house.selectFrom('events').select(['object', 'input']).execute()),
    ).not.toContain(ID)
    expect((await verify(world)).breaks).toEqual([])
  })
})

describe('somebody who is forgotten', () => {
  const [ALONE, SHARED] = ['kz-2024-05-07-b', 'kz-2024-05-07-c']
  beforeAll(async () => {
    const at = { by: 'lena', at: '2026-11-23T10:00:00Z' }
    const text =
      'On 7 May 2024 police in Almaty detained Asan Usenov. Later they detained Asan Usenov and Aigul Serikova.'
    const { document } = await importText(world, text, 'two.txt')
    const names = (en: string) => ({ record: 'person', names: { en, ru: null, kk: null }, ...at })
    const told = { document, by: 'lena', at: at.at }
    const both = {
      people: [
        { id: 'asan', harmed: true },
        { id: 'aigul', harmed: true },
      ],
    }
    await recordAll(world, [
      { ...names('Asan Usenov'), id: 'asan' },
      { ...names('Aigul Serikova'), id: 'aigul' },
      aDecision({
        ...told,
        id: ALONE,
        from: 'On 7 May',
        to: 'Usenov.',
        people: [{ id: 'asan', harmed: true }],
      }),
      aDecision({ ...told, id: SHARED, from: 'Later', to: 'Serikova.', ...both }),
    ])
    const body = await sealOne((await recipientsOf(world)).list, { bytes: Buffer.from('x'), name: null })
    for (const id of [ALONE, SHARED])
      await keepItem(world, {
        about: { kind: 'incident', id },
        field: 'testimony',
        what: 'text',
        list: 2,
        body,
      })
  })
  const sealed = async () => await world.house.selectFrom('sealed_items').select(['id', 'about_id']).execute()

  it('leaves no sealed thing beside a record of theirs alone; what may be of others stays, and is named', async () => {
    const [shared] = (await sealed()).filter((one) => one.about_id === SHARED)
    const done = await forgetPerson(world, { person: 'asan', by: 'lena', why: 'asked to be' })
    expect(done.sealed).toEqual([shared?.id])
    expect(await sealed()).toEqual([shared])
    expect((await verify(world)).breaks).toEqual([])
  })

  it('takes such a thing along once somebody who could open it says so; the log knows that it was done', async () => {
    const [one] = await sealed()
    const id = one?.id ?? ''
    expect(await forgetSealed(world, { id, by: 'lena', why: 'named in it' })).toBe(1)
    expect(await sealed()).toEqual([])
    const last = await world.house
      .selectFrom('events')
      .select(['object', 'use_case'])
      .where('object', '=', id)
      .orderBy('seq', 'desc')
      .execute()
    expect(last[0]?.use_case).toBe('sealed-forget')
    await expect(forgetSealed(world, { id, by: 'lena', why: 'again' })).rejects.toMatchObject({
      code: 'record.unknown',
    })
  })
})

const formsOf = (marker: string): readonly Buffer[] => [
  Buffer.from(marker),
  Buffer.from(marker, 'utf16le'),
  Buffer.from(Buffer.from(marker).toString('hex')),
]
/** Every row of every table, as the database writes it. */
async function dumped(): Promise<Buffer> {
  const tables = await world.house.introspection.getTables()
  const rows = await Promise.all(
    tables.map(({ name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(world.house),
    ),
  )
  return Buffer.from(rows.flatMap((one) => one.rows.map(({ row }) => row)).join('\n'))
}
