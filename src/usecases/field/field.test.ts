/** Phones send, carry and repeat; a desk opens and decides: each thing is there once, and no word of any is on the server. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  type Entered,
  emptyWorld,
  importText,
  ROOT,
  recordAll,
  signedInAs,
} from '../../../test/world.ts'
import { newIdentity, openWith, sealTo } from '../../adapters/sealed/age.ts'
import { idOf, type PhonePass, readPass, receiptFor, vouchFor } from '../../adapters/sealed/phone-pass.ts'
import { newReceipt } from '../../adapters/sealed/receipt.ts'
import { newRoot, signList } from '../../adapters/sealed/signed-list.ts'
import { ENTRY_TYPE, entryText, type FieldEntry } from '../../core/field/entry.ts'
import { framed, opening, readFrames } from '../../core/field/frames.ts'
import {
  FIELD_BYTES,
  type Frame,
  LEAST_PIECE,
  PASS_BYTES,
  PASS_ITEMS,
  PASS_PIECES,
} from '../../core/field/item.ts'
import { packedText, textOf, unpacked } from '../../core/sealed/envelope.ts'
import type { RecipientList } from '../../core/sealed/recipients.ts'
import { desk } from '../../web/desk/desk.ts'
import { site } from '../../web/site/site.ts'
import type { Context } from '../context.ts'
import { adoptRecipients } from '../sealed/recipients.ts'
import { verify } from '../verify.ts'
import { noteDays } from './note-days.ts'
import { endPhone, newPhone } from './phones.ts'
import { takeFile } from './take-file.ts'
import { takeFrames } from './take-frames.ts'

const ORIGIN = 'http://localhost:8421'
const RECORD = 'kz-2024-05-07-a'
const MARKER = 'тал-түс-қоңыр-алаң'
const root = newRoot()
const [lena, bota] = [await newIdentity(), await newIdentity()]
const listOf = (seq: number): RecipientList => ({
  ...{ seq, issued: '2026-11-01', expires: '2027-01-31' },
  recipients: [
    { key: lena.key, who: 'lena', place: 'inside' },
    { key: bota.key, who: 'bota', place: 'abroad' },
  ],
})
let [world, day]: [Context, string] = [null as unknown as Context, '2026-11-23']
let web: ReturnType<typeof desk>
let monitor: Entered
let phone: PhonePass

beforeAll(async () => {
  world = { ...(await emptyWorld()), clock: { now: () => `${day}T14:31:07.000Z` }, sealingRoot: root.key }
  const adopt = (seq: number) =>
    adoptRecipients(world, {
      root: root.key,
      file: JSON.stringify(signList(listOf(seq), root.secret)),
      by: 'operator',
    })
  await adopt(1)
  await adopt(2)
  const text = 'On 7 May 2024 police in Almaty detained two activists.'
  const { document } = await importText(world, text)
  await recordAll(world, [aDecision({ document, from: text, to: text, places: ['Almaty'] })])
  web = desk(world, { root: ROOT, host: 'localhost' })
  monitor = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  phone = readPass(await newPhone(world, 'sparrow')) as PhonePass
})
afterAll(() => world?.store.destroy())

const note = (words: string): FieldEntry => ({
  kind: 'note',
  at: '2026-11-23T14:05',
  place: 'the square',
  words,
})
async function sealed(
  entry: FieldEntry,
  more: { list?: number; pass?: PhonePass | null; size?: number } = {},
) {
  const { list = 2, pass = phone, size = 0 } = more
  const text = entryText({ ...entry, words: entry.words.padEnd(size, '.') })
  const body = await sealTo([lena.key, bota.key], packedText(text, { type: ENTRY_TYPE, field: entry.kind }))
  const head = { id: idOf(body), bytes: body.length, list }
  return { head, vouched: pass && vouchFor(pass, head), from: 0, body } satisfies Frame
}
const cut = (one: Frame, from: number, to: number): Frame => ({
  ...one,
  from,
  body: one.body.subarray(from, to),
})
const bytesOf = (frames: readonly Frame[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.concat([opening(), ...frames.map((one) => framed(one))]))
type Answer = Readonly<Record<'had' | 'receipts' | 'refused', Record<string, string | number>>>
const app = () =>
  site(
    { store: world.store, knowledge: world.knowledge, rules: [] },
    {
      root: ROOT,
      origin: '',
      field: { field: { house: world.house, clock: world.clock, sealingRoot: root.key } },
    },
  )
async function send(frames: readonly Frame[], as = phone): Promise<Answer> {
  const to = `http://site.example/field/items?as=${encodeURIComponent(as.key)}`
  const answer = await app().request(to, { method: 'POST', body: bytesOf(frames) })
  return (await answer.json()) as Answer
}
const carry = (frames: readonly Frame[] | Uint8Array, by = 'marat') =>
  takeFile(world, chunks(frames instanceof Uint8Array ? frames : bytesOf(frames)), by)
async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const rows = () => world.house.selectFrom('field_items').selectAll().orderBy('id').execute()
const ask = (path: string, who = monitor) =>
  web.request(`${ORIGIN}/en/desk/${path}`, { headers: { Cookie: who.cookie } })
const post = (path: string, fields: Readonly<Record<string, string | Blob>>, who = monitor) => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ 'form-token': who.formToken, ...fields }))
    body.set(name, value)
  return web.request(`${ORIGIN}/en/desk/${path}`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, Cookie: who.cookie },
  })
}

describe('what a phone sends', () => {
  it('is kept once, however often it comes, and acknowledged by what only the house can make', async () => {
    const one = await sealed(note(MARKER))
    const answers = [await send([one]), await send([one, one])]
    await carry([one])
    for (const { had, receipts } of answers) {
      expect(had[one.head.id]).toBe(one.head.bytes)
      expect(receipts[one.head.id]).toBe(receiptFor(phone.receipts, one.head.id))
    }
    expect((await rows()).length).toBe(1)
    // A phone that asks under the pass of another learns no receipt of its own.
    const other = readPass(await newPhone(world, 'wren')) as PhonePass
    expect((await send([one], other)).receipts[one.head.id]).not.toBe(receiptFor(phone.receipts, one.head.id))
  })

  it('may break off anywhere, come out of order and through two phones, and is whole in the end', async () => {
    const one = await sealed(note(MARKER), { size: 60_000 })
    const had = async (frame: Frame) => (await send([frame])).had[one.head.id]
    expect(await had(cut(one, 0, 0))).toBe(0)
    expect(await had(cut(one, 30_000, 40_000))).toBe(0)
    expect(await had(cut(one, 0, 20_000))).toBe(20_000)
    expect(await had(cut(one, 10_000, 25_000))).toBe(25_000)
    expect(await had(cut(one, 0, 20_000))).toBe(25_000)
    expect((await rows()).some(({ id }) => id === one.head.id)).toBe(false)
    expect(await had(cut(one, 25_000, one.head.bytes))).toBe(one.head.bytes)
    const body = (await rows()).find(({ id }) => id === one.head.id)?.body ?? new Uint8Array()
    expect(textOf(unpacked((await openWith([bota.secret], body)) ?? body) as never)).toContain(MARKER)
    expect(await world.house.selectFrom('field_pieces').selectAll().execute()).toEqual([])
  })

  it('and was spoilt on its way begins anew, and comes', async () => {
    const one = await sealed(note('spoilt'), { size: 20_000 })
    const bad = { ...cut(one, 0, 10_000), body: new Uint8Array(10_000) }
    await send([bad])
    expect((await send([cut(one, 10_000, one.head.bytes)])).refused[one.head.id]).toBe('field.item')
    expect((await send([one])).had[one.head.id]).toBe(one.head.bytes)
  })

  it('sealed before the newest list, without a network, is taken all the same', async () => {
    const one = await sealed(note('older list'), { list: 1 })
    expect((await send([one])).had[one.head.id]).toBe(one.head.bytes)
  })

  it.each([
    ['by a phone without a pass', async () => sealed(note('x'), { pass: null }), 'field.pass'],
    ['by a phone that made its pass up', async () => sealed(note('x'), { pass: madeUp() }), 'field.pass'],
    [
      'with the signature of another thing',
      async () => ({ ...(await sealed(note('x'))), vouched: (await sealed(note('y'))).vouched }),
      'field.item',
    ],
    ['in the clear', async () => inTheClear(), 'field.item'],
    ['sealed to a list that nobody signed', async () => sealed(note('x'), { list: 9 }), 'field.item'],
  ])('is refused %s, and beside it another is taken', async (_what, made, code) => {
    const [one, good] = [await made(), await sealed(note('good'))]
    const answer = await send([one, good])
    expect([answer.refused[one.head.id], answer.had[good.head.id]]).toEqual([code, good.head.bytes])
    expect(answer.receipts[one.head.id]).toBeUndefined()
  })
  const madeUp = (): PhonePass => ({ ...phone, ...otherKey })
  const otherKey = (() => {
    const { secret, key } = newRoot()
    return { secret, key }
  })()
  const inTheClear = (): Frame => {
    const body = new TextEncoder().encode('in the clear')
    const head = { id: idOf(body), bytes: body.length, list: 2 }
    return { head, vouched: vouchFor(phone, head), from: 0, body }
  }

  it('is heard no more once its pass is ended; what a colleague carries is, and says from whom', async () => {
    const lost = readPass(await newPhone(world, 'lost')) as PhonePass
    await endPhone(world, lost.key)
    const one = await sealed(note('after'), { pass: lost })
    expect((await send([one], lost)).refused[one.head.id]).toBe('field.pass')
    const { fresh, items } = await carry([one])
    expect([fresh, items]).toEqual([1, 1])
    const row = (await rows()).find(({ id }) => id === one.head.id)
    expect([row?.pass, row?.brought]).toEqual([lost.key, 'marat'])
  })
})

describe('what is on its way', () => {
  const pieces = () => world.house.selectFrom('field_pieces').select(['id', 'at']).orderBy('at').execute()
  const shut = (now: boolean) => world.house.updateTable('house_state').set({ shut: now }).execute()
  afterEach(async () => {
    await world.house.deleteFrom('field_pieces').execute()
    await world.house.deleteFrom('field_items').where('id', '=', FULL).execute()
    await shut(false)
  })
  const FULL = 'e'.repeat(64)
  /** A thing so large that so many bytes are left for everything else. */
  const leave = async (bytes: number): Promise<void> => {
    const kept = (await rows()).reduce((sum, one) => sum + Number(one.bytes), 0)
    await world.house
      .insertInto('field_items')
      .values({
        ...{ id: FULL, list: 2, bytes: FIELD_BYTES - kept - bytes, body: new Uint8Array(1), pass: null },
        ...{ brought: 'marat', day, verdict: null, record: null, why: null, by: null, decided: null },
      })
      .execute()
  }

  it('is nothing in a house that is shut, and goes on where it stood once that is open', async () => {
    const one = await sealed(note('shut'), { size: 30_000 })
    await send([cut(one, 0, 10_000)])
    await shut(true)
    const before = [await pieces(), (await rows()).length]
    const [more, rest, other] = [
      cut(one, 10_000, 20_000),
      cut(one, 10_000, one.head.bytes),
      await sealed(note('whole')),
    ]
    for (const frame of [more, rest, other])
      expect((await send([frame])).refused[frame.head.id]).toBe('house.shut')
    expect([await pieces(), (await rows()).length]).toEqual(before)
    await shut(false)
    expect((await send([rest])).had[one.head.id]).toBe(one.head.bytes)
  })

  it('takes room of everybody as what is whole does, and no more of it once it is whole', async () => {
    const [one, two] = [
      await sealed(note('one'), { size: 30_000 }),
      await sealed(note('two'), { size: 30_000 }),
    ]
    await leave(one.head.bytes + 1_000)
    expect((await send([cut(one, 0, 20_000)])).had[one.head.id]).toBe(20_000)
    expect((await send([cut(two, 0, one.head.bytes - 10_000)])).refused[two.head.id]).toBe('field.full')
    expect((await send([cut(one, 20_000, one.head.bytes)])).had[one.head.id]).toBe(one.head.bytes)
    expect(await pieces()).toEqual([])
  })

  it('is so much of one phone at most, in however small pieces, and another phone goes on', async () => {
    await world.house.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`insert into field_pieces (id, at, body, day, pass)
        select ${'d'.repeat(64)}, n - 1, '\\x00', ${day}, ${phone.key} from generate_series(1, ${PASS_PIECES / LEAST_PIECE}::integer) n`.execute(
        trx,
      )
    })
    const robin = readPass(await newPhone(world, 'robin')) as PhonePass
    const [one, two] = [
      await sealed(note('one'), { size: 20_000 }),
      await sealed(note('two'), { size: 20_000, pass: robin }),
    ]
    expect((await send([cut(one, 0, 10_000)])).refused[one.head.id]).toBe('field.full')
    expect((await send([cut(two, 0, 10_000)], robin)).had[two.head.id]).toBe(10_000)
    // What comes whole leaves nothing unfinished.
    expect((await send([one])).had[one.head.id]).toBe(one.head.bytes)
  })

  it.each([
    ['so many whole things', PASS_ITEMS, 1],
    ['so many bytes', 10, PASS_BYTES / 10],
  ])(
    'is %s of one phone at most, until they are decided on; another phone and a colleague go on',
    async (_what, many, bytes) => {
      const wren = readPass(await newPhone(world, `wren ${many}`)) as PhonePass
      await sql`insert into field_items (id, list, bytes, body, pass, day)
      select md5(n || ' of ' || ${many}::integer) || md5(n::text), 2, ${bytes}, '\\x00', ${wren.key}, ${day} from generate_series(1, ${many}::integer) n`.execute(
        world.house,
      )
      const one = await sealed(note('one more'), { pass: wren, size: 20_000 })
      expect((await send([one], wren)).refused[one.head.id]).toBe('field.full')
      const half = [cut(one, 0, 10_000), cut(one, 10_000, one.head.bytes)]
      expect((await send(half, wren)).refused[one.head.id]).toBe('field.full')
      const [other, carried] = [await sealed(note('another')), await sealed(note('carried'), { pass: wren })]
      expect((await send([other])).had[other.head.id]).toBe(other.head.bytes)
      expect((await carry([carried])).fresh).toBe(1)
      await sql`update field_items set verdict = 'aside', body = null where pass = ${wren.key} and brought is null`.execute(
        world.house,
      )
      expect((await send([one], wren)).had[one.head.id]).toBe(one.head.bytes)
      await world.house.deleteFrom('field_items').where('pass', '=', wren.key).execute()
    },
  )

  it('is looked at before it is joined: pieces of more than it says it is are not read, and go', async () => {
    const one = await sealed(note('more'), { size: 60_000 })
    await send([cut(one, 0, 50_000)])
    const head = { ...one.head, bytes: 20_000 }
    const less = { ...cut(one, 0, 10_000), head, vouched: vouchFor(phone, head) }
    const read: string[] = []
    const house = world.house.withPlugin({
      transformQuery: ({ node }) => {
        const text = JSON.stringify(node)
        if (node.kind === 'SelectQueryNode' && text.includes('field_pieces') && !text.includes('octet'))
          read.push(text)
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const taken = await takeFrames({ ...world, house, sealingRoot: root.key }, frames(less), {
      brought: null,
    })
    expect([taken.refused.get(head.id), read, await pieces()]).toEqual(['field.item', [], []])
    expect((await send([one])).had[one.head.id]).toBe(one.head.bytes)
  })
  async function* frames(...all: readonly Frame[]): AsyncGenerator<Frame> {
    yield* all
  }

  it('and ends through two phones at once is there once, and both are told that it is', async () => {
    const one = await sealed(note('both'), { size: 30_000 })
    await send([cut(one, 0, 10_000)])
    const rest = cut(one, 10_000, one.head.bytes)
    const answers = await Promise.all([send([rest]), send([rest]), carry([one])])
    expect(answers.slice(0, 2).map((each) => (each as Answer).had[one.head.id])).toEqual([
      one.head.bytes,
      one.head.bytes,
    ])
    expect((await rows()).filter(({ id }) => id === one.head.id).length).toBe(1)
    expect(await pieces()).toEqual([])
  })
})

describe('a file that is carried', () => {
  it('gives receipts for each phone it came from, and is taken as far as it is whole', async () => {
    const [one, two] = [await sealed(note('one')), await sealed(note('two'), { pass: null })]
    const file = bytesOf([one, two])
    const torn = await carry(file.subarray(0, file.length - 5))
    expect([torn.fresh, torn.items]).toEqual([1, 1])
    const whole = await carry(file)
    expect([whole.fresh, whole.items]).toEqual([1, 2])
    const { receipts } = JSON.parse(whole.receipts)
    expect(receipts).toEqual({ [phone.key]: { [one.head.id]: receiptFor(phone.receipts, one.head.id) } })
  })
  it('that is none is refused, and one that is spoilt says from where on', async () => {
    await expect(carry(new TextEncoder().encode('%PDF'))).rejects.toMatchObject({ code: 'field.file' })
    const spoilt = Buffer.concat([bytesOf([await sealed(note('before'))]), Buffer.from('spoilt\n')])
    await expect(carry(spoilt)).rejects.toMatchObject({ faults: [{ params: { n: 1 } }] })
    expect((await carry(bytesOf([]))).items).toBe(0)
  })
})

describe('at the desk', () => {
  it('stands with its phone, its day and its size, and opens with a key of the list alone', async () => {
    const { items, waiting } = (await (await ask('field.json')).json()) as {
      items: { id: string; phone: string | null; day: string }[]
      waiting: number
    }
    expect([waiting, items.length > 5, new Set(items.map((one) => one.day)).size]).toEqual([
      items.length,
      true,
      1,
    ])
    expect(items.some((one) => one.phone === 'sparrow')).toBe(true)
    const file = new Uint8Array(await (await ask(`field/${items[0]?.id}.age`)).arrayBuffer())
    expect(await openWith([(await newIdentity()).secret], file)).toBeNull()
    expect(await openWith([lena.secret], file)).not.toBeNull()
  })

  it('is there for nobody who does not answer for sources', async () => {
    for (const role of ['partner', 'administrator'] as const) {
      const stranger = await signedInAs(world, { handle: role, role })
      for (const path of ['field', 'field.json', `field/${(await rows())[0]?.id}.age`])
        expect([role, path, (await ask(path, stranger)).status]).toEqual([role, path, 403])
      expect((await post('field/phones', { name: 'spy' }, stranger)).status).toBe(403)
    }
  })

  it('is decided on: into a record that is named, sealed beside one, or gone for good', async () => {
    const [a, b, c] = [
      await sealed(note('recorded')),
      await sealed(note('beside')),
      await sealed(note('aside')),
    ]
    await send([a, b, c])
    const decide = (one: Frame, fields: Record<string, string>) =>
      post(`field/${one.head.id}/decide`, { why: '', record: '', ...fields })
    expect((await decide(a, { verdict: 'recorded' })).status).toBe(422)
    expect((await decide(a, { verdict: 'recorded', record: 'kz-2024-01-01-z' })).status).toBe(404)
    expect((await decide(c, { verdict: 'aside' })).status).toBe(422)
    expect((await decide(b, { verdict: 'beside', record: 'kz-2024-01-01-z' })).status).toBe(404)
    expect((await decide(a, { verdict: 'recorded', record: RECORD })).status).toBe(303)
    expect((await decide(b, { verdict: 'beside', record: RECORD })).status).toBe(303)
    expect((await decide(c, { verdict: 'aside', why: 'a pocket pressed it' })).status).toBe(303)
    const [beside] = await world.house
      .selectFrom('sealed_items')
      .selectAll()
      .where('about_id', '=', RECORD)
      .execute()
    expect(beside && Buffer.from(beside.body ?? []).equals(Buffer.from(b.body))).toBe(true)
    // It comes again through another phone, and stays gone.
    expect((await carry([c])).fresh).toBe(0)
    expect((await ask(`field/${c.head.id}.age`)).status).toBe(410)
    expect((await rows()).find(({ id }) => id === c.head.id)?.body).toBeNull()
    expect(await (await ask('field?decided=1')).text()).toContain('set aside and gone, by lena')
  })

  it('gives a pass whose words are shown once, and ends it at a press', async () => {
    const page = await (await post('field/phones', { name: 'heron' })).text()
    const [words = ''] = /(?:\w{5} ){7}\w{5}/.exec(page) ?? []
    const pass = readPass(words)
    expect(pass && (await (await ask('field')).text()).includes(words)).toBe(false)
    expect(await readPass((await newReceipt()).words)).toBeNull()
    expect((await post('field/phones', { name: 'heron' })).status).toBe(422)
    expect((await post('field/phones/end', { key: pass?.key ?? '' })).status).toBe(303)
    const one = await sealed(note('x'), { pass })
    expect((await send([one], pass as PhonePass)).refused[one.head.id]).toBe('field.pass')
  })

  it('takes a file in, and puts what was told into a form that is not saved by that', async () => {
    const file = new Blob([bytesOf([await sealed(note('brought'))])])
    expect(await (await post('field/take', { file })).text()).toContain(
      'New: 1, in the file: 1, not taken: 0.',
    )
    const before = await world.house.selectFrom('case_records').selectAll().execute()
    const filled = {
      sheet: 'trial',
      on: '2026-11-23',
      hour: '10:30',
      source: 'hand',
      'source-text': 'Bostandyk court',
      'q.public': 'no',
    }
    const page = await (await post('observations/new', filled)).text()
    expect(page).toContain('value="Bostandyk court"')
    expect(page).toMatch(/<option value="no" selected>/)
    expect(await world.house.selectFrom('case_records').selectAll().execute()).toEqual(before)
  })
})

describe('the server', () => {
  it('holds no word of it, no hour, and in the log the hashes of a day once it is over', async () => {
    const before = await world.house
      .selectFrom('events')
      .selectAll()
      .where('use_case', '=', 'sealed-field-day')
      .execute()
    await noteDays(world)
    day = '2026-11-24'
    await noteDays(world)
    await noteDays(world)
    const after = await world.house
      .selectFrom('events')
      .selectAll()
      .where('use_case', '=', 'sealed-field-day')
      .execute()
    expect([before.length, after.length]).toEqual([0, 1])
    expect((await rows()).every((one) => one.noted)).toBe(true)
    expect((await verify(world)).breaks).toEqual([])
    const tables = await world.house.introspection.getTables()
    const dump = (
      await Promise.all(
        tables.map(({ name }) =>
          sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(world.house),
        ),
      )
    ).flatMap((one) => one.rows.map(({ row }) => row))
    expect(dump.join('\n')).not.toContain(MARKER)
    expect(dump.join('\n')).not.toContain(Buffer.from(MARKER).toString('hex'))
    expect(dump.join('\n')).not.toContain(phone.words)
    const own = dump.filter((row) => (after[0] ? row.includes('sparrow') : false) && row.includes('14:31:07'))
    // The pass was made at that hour, by somebody at the desk; nothing that it sent was.
    expect(own.every((row) => row.includes('sealed-phone'))).toBe(true)
  })

  it('gives phones a page that asks nobody else, keeps no field, and whose files are all there', async () => {
    const page = await app().request('http://site.example/field/kk')
    const text = await page.text()
    expect(page.headers.get('Content-Security-Policy')).toMatch(
      /default-src 'none'.*form-action 'none'.*worker-src 'self'/,
    )
    expect(text).toContain('data-script=')
    expect(text.match(/(?:src|href)="(?![/#])/g)).toBeNull()
    expect(
      text.match(/<(?:input(?! type="(?:file|checkbox)")|textarea|select)(?![^>]*autocomplete="off")/g),
    ).toBeNull()
    const worker = await (await app().request('http://site.example/field/worker.js')).text()
    const files = JSON.parse(/FILES = (\[.*\])/.exec(worker)?.[1] ?? '[]') as string[]
    expect(files.length).toBeGreaterThan(10)
    for (const one of files)
      expect([one, (await app().request(`http://site.example${one}`)).status]).toEqual([one, 200])
    expect((await app().request('http://site.example/field/xx')).status).toBe(404)
    const off = site(
      { store: world.store, knowledge: world.knowledge, rules: [] },
      { root: ROOT, origin: '' },
    )
    expect((await off.request('http://site.example/field/en')).status).toBe(404)
  })

  it('reads again what it sent', async () => {
    const got: Frame[] = []
    const one = await sealed(note('again'))
    for await (const frame of readFrames(chunks(bytesOf([one])))) got.push(frame)
    expect(got).toEqual([one])
  })
})
