/** Who asked, confirmed and left; what is kept of them; and letters that leave once, whatever happens between. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDecision, aMove, decideAll, emptyWorld, importText, ROOT, recordAll } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { formGate } from '../../adapters/form-gate.ts'
import { type Mail, openMail } from '../../adapters/mail.ts'
import { sealingWith } from '../../adapters/sealing.ts'
import type { Handed, Letter } from '../../core/letter.ts'
import { solve } from '../../web/islands/solve-work.ts'
import { site } from '../../web/site/site.ts'
import type { Context } from '../context.ts'
import { rulesInForce } from '../rules-in-force.ts'
import { codeOf, type Post } from './post.ts'
import { queueDigests } from './queue-digests.ts'
import { sendLetters, settleUnsure } from './send-letters.ts'

/** A Thursday; the record was published in the week before. */
const NOW = '2026-11-19T09:00:00.000Z'
const NEXT_MONDAY = '2026-11-23T06:00:00.000Z'
const ADDRESS = 'Reader@Example.org'

let world: Context
let sent: Letter[]
const at = (now: string): Post => ({
  store: world.house,
  clock: stoppedClock(now),
  knowledge: world.knowledge,
  sealing: sealingWith(Buffer.alloc(32, 7)),
  origin: 'https://example.org',
})
const mail = (says: Handed = 'sent'): Mail => ({
  canRepeat: false,
  close: () => {},
  hand: async (letter) => {
    sent.push(letter)
    return says
  },
})
const webAt = (now: string) =>
  site(
    { store: world.store, knowledge: world.knowledge, rules: rulesInForce(world.knowledge) },
    { root: ROOT, origin: 'https://example.org', letters: { post: at(now) } },
  )
const post = (path: string, fields: Readonly<Record<string, string>> = {}, now = NOW) =>
  webAt(now).request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
const ask = (address = ADDRESS, subject = 'kz/topic/assembly') => post('/ru/letters', { address, subject })
const linkIn = (letter: Letter | undefined, step: string): string =>
  new RegExp(`https://example.org(/\\w\\w/letters/${step}/\\S+)`).exec(letter?.text ?? '')?.[1] ?? ''
const rows = async () => ({
  people: await world.house.selectFrom('subscriptions').selectAll().execute(),
  letters: await world.house.selectFrom('letters').selectAll().orderBy('id').execute(),
})
/** Asked, written to, and confirmed. */
async function confirmed(): Promise<void> {
  await ask()
  await sendLetters(at(NOW), mail())
  await post(linkIn(sent.pop(), 'confirm'))
}

beforeAll(async () => {
  world = await emptyWorld()
  const words = 'On 7 May 2024 police in Almaty detained two activists.'
  const { document } = await importText(world, words)
  await decideAll(world, [
    aDecision({ document, from: words, to: words, places: ['Almaty'], at: '2026-11-18T09:00:00Z' }),
  ])
})
beforeEach(async () => {
  sent = []
  await world.house.deleteFrom('subscriptions').execute()
})
afterAll(() => world?.store.destroy())

describe('asking for letters', () => {
  it('leads to a letter whose page has a button; opening it alone does nothing', async () => {
    expect((await ask()).status).toBe(200)
    await sendLetters(at(NOW), mail())
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([[ADDRESS, 'Подтвердите, пожалуйста']])
    const link = linkIn(sent[0], 'confirm')
    for (let times = 0; times < 3; times += 1) expect((await webAt(NOW).request(link)).status).toBe(200)
    expect((await rows()).people.map((one) => one.confirmed)).toEqual([false])
    expect((await post(link)).status).toBe(200)
    expect((await rows()).people.map((one) => one.confirmed)).toEqual([true])
    // Once.
    expect((await post(link)).status).toBe(410)
  })

  it('is answered alike whether the address is here or not, and writes to it once a day', async () => {
    const first = await (await ask()).text()
    await confirmed()
    const again = await (await ask()).text()
    expect(again).toBe(first)
    await ask('other@example.org')
    await ask('OTHER@example.org')
    sent = []
    await sendLetters(at(NOW), mail())
    expect(sent.map((one) => one.to)).toEqual(['other@example.org'])
  })

  it.each([
    '',
    'x',
    'a@b',
    'a@example.org,b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    `${'a'.repeat(300)}@example.org`,
  ])('is refused for %j, which is not written back', async (address) => {
    const answer = await ask(address)
    expect(answer.status).toBe(422)
    if (address.length > 3) expect(await answer.text()).not.toContain(address)
    expect((await rows()).people).toEqual([])
  })

  it.each(['kz/law/CC-174', 'xx', 'kz/topic/dancing', 'case/j-1', '../kz'])(
    'about %s is refused',
    async (subject) => {
      expect((await ask(ADDRESS, subject)).status).toBe(422)
    },
  )

  it('leaves nothing in a house that is shut, neither who asks, nor who confirms, nor who leaves', async () => {
    await ask()
    await sendLetters(at(NOW), mail())
    const [link, before] = [linkIn(sent[0], 'confirm'), await rows()]
    const leave = `/ru/letters/leave/${codeOf(at(NOW), 'leave', before.people[0]?.id ?? '')}`
    await world.house.updateTable('house_state').set({ shut: true }).execute()
    const answers = [await ask('other@example.org'), await post(link), await post(leave)]
    await world.house.updateTable('house_state').set({ shut: false }).execute()
    expect([answers.map((one) => one.status), await rows()]).toEqual([[503, 503, 503], before])
    expect((await post(leave)).status).toBe(200)
    expect((await rows()).people).toEqual([])
  })

  it('is asked for a little work, and waits its turn without, so that it needs no script', async () => {
    const waits: number[] = []
    const outside = { now: () => Date.parse(NOW), wait: async (ms: number) => void waits.push(ms) }
    const gate = formGate({ form: 'letters', bits: 6, perMinute: 30 }, outside)
    const web = site(
      { store: world.store, knowledge: world.knowledge, rules: rulesInForce(world.knowledge) },
      { root: ROOT, origin: '', letters: { post: at(NOW), gate }, remembers: true },
    )
    for (let times = 0; times < 2; times += 1) {
      const page = await web.request('/en/letters')
      expect(page.headers.get('Content-Security-Policy')).toMatch(/script-src 'self'; connect-src 'self'$/)
      const text = await page.text()
      expect(text).toContain('data-work="letters"')
      expect(text.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/work.js" defer>'])
    }
    const send = async (work: string) =>
      (
        await web.request('/en/letters', {
          method: 'POST',
          body: new URLSearchParams({ address: ADDRESS, subject: 'kz', work }),
        })
      ).status
    const challenge = await web.request('/effort/letters')
    expect(challenge.headers.get('Cache-Control')).toBe('no-store')
    expect([await send((await solve(await challenge.text(), Infinity)) ?? ''), waits]).toEqual([200, []])
    expect([await send(''), waits]).toEqual([200, [3_000]])
    expect((await web.request('/effort/tell')).status).toBe(404)
    expect((await webAt(NOW).request('/en/letters')).headers.get('Content-Security-Policy')).not.toMatch(
      /script-src/,
    )
  })

  it('is forgotten after two days without a yes, and its link is worth nothing then', async () => {
    await ask()
    await sendLetters(at(NOW), mail())
    expect((await post(linkIn(sent[0], 'confirm'), {}, '2026-11-21T09:00:01.000Z')).status).toBe(410)
    await post('/en/letters', { address: 'other@example.org', subject: 'kz' }, '2026-11-21T09:00:01.000Z')
    expect((await rows()).people.length).toBe(1)
  })

  it('keeps no address in the open, neither there nor in the log, and none can be tried without the key', async () => {
    await ask()
    const events = await world.house.selectFrom('events').selectAll().execute()
    const { people, letters } = await rows()
    expect(JSON.stringify([people, letters, events]).toLowerCase()).not.toMatch(/reader@|example\.org/)
    const [row] = people
    const other = sealingWith(Buffer.alloc(32, 8))
    expect(() => other.open(row?.address ?? '', row?.id ?? '')).toThrow()
    expect(other.mark(ADDRESS.toLowerCase())).not.toBe(row?.address_mark)
    // Nor can it be put beside another row.
    expect(() => at(NOW).sealing.open(row?.address ?? '', 'another')).toThrow()
  })
})

describe('the letters of a week', () => {
  it('tell what is new, once, and lead out again', async () => {
    await confirmed()
    expect([await queueDigests(at(NEXT_MONDAY)), await queueDigests(at(NEXT_MONDAY))]).toEqual([1, 0])
    await sendLetters(at(NEXT_MONDAY), mail())
    await sendLetters(at(NEXT_MONDAY), mail())
    expect(sent.length).toBe(1)
    expect(sent[0]).toMatchObject({ to: ADDRESS, subject: 'Еженедельное письмо' })
    expect(sent[0]?.subject).not.toMatch(/Казахстан|собран/i)
    expect(sent[0]?.text).toContain('https://example.org/ru/i/kz-2024-05-07-a')
    expect(sent[0]?.leave).toContain('/letters/leave/')
    const link = linkIn(sent[0], 'leave')
    expect((await webAt(NOW).request(link)).status).toBe(200)
    expect((await rows()).people.length).toBe(1)
    expect([(await post(link)).status, (await post(link)).status]).toEqual([200, 200])
    expect(await rows()).toEqual({ people: [], letters: [] })
  })

  it('are not written to whoever asked this week, nor when nothing is new', async () => {
    await confirmed()
    expect(await queueDigests(at(NOW))).toBe(0)
    expect(await queueDigests(at('2026-12-07T06:00:00.000Z'))).toBe(0)
  })

  it('do not tell what was taken off after they were made', async () => {
    await confirmed()
    await queueDigests(at(NEXT_MONDAY))
    await recordAll(world, [aMove('withdraw', ['kz-2024-05-07-a'])])
    await sendLetters(at(NEXT_MONDAY), mail())
    expect(sent).toEqual([])
  })
})

describe('a letter on its way', () => {
  it('is not sent again when the program was killed with it in hand, save into a folder', async () => {
    await ask()
    // Nobody ever hears of it again.
    await new Promise<void>((inHand) => {
      void sendLetters(at(NOW), { ...mail(), hand: () => new Promise(() => inHand()) })
    })
    expect((await rows()).letters[0]?.state).toBe('sending')
    await settleUnsure(at(NOW), { canRepeat: false })
    await sendLetters(at(NOW), mail())
    expect([sent.length, (await rows()).letters[0]?.state]).toEqual([0, 'unsure'])
    await world.house.updateTable('letters').set({ state: 'sending' }).execute()
    await settleUnsure(at(NOW), { canRepeat: true })
    await sendLetters(at(NOW), mail())
    expect(sent.length).toBe(1)
  })

  it('that cannot be written waits and is given up in the end, and keeps no other from leaving', async () => {
    await ask()
    await ask('other@example.org')
    const [first] = (await rows()).letters
    // Sealed with a key that is not there any more.
    const address = sealingWith(Buffer.alloc(32, 9)).seal(ADDRESS, first?.subscription ?? '')
    await world.house
      .updateTable('subscriptions')
      .set({ address })
      .where('id', '=', first?.subscription ?? '')
      .execute()
    expect(await sendLetters(at(NOW), mail(), 4)).toEqual({ sent: 1, refused: 1, unsure: 0, unwritten: 1 })
    expect((await rows()).letters.map((one) => one.state).sort()).toEqual(['sent', 'waiting'])
    for (let hour = 1; hour <= 8; hour += 1)
      await sendLetters(at(new Date(Date.parse(NOW) + hour * 3_600_000).toISOString()), mail())
    expect((await rows()).letters.map((one) => one.state).sort()).toEqual(['failed', 'sent'])
    expect(sent.length).toBe(1)
  })

  it.each([
    ['a server', false, 'unsure', 0],
    ['a folder', true, 'waiting', 1],
  ] as const)(
    'whose carrier fails in the middle is with %s never sent twice',
    async (_what, canRepeat, state, again) => {
      await ask()
      const broken: Mail = { ...mail(), canRepeat, hand: () => Promise.reject(new Error('broken')) }
      await sendLetters(at(NOW), broken)
      expect((await rows()).letters[0]?.state).toBe(state)
      await sendLetters(at('2026-11-19T10:00:00.000Z'), mail())
      expect(sent.length).toBe(again)
    },
  )

  it('in another hand is finished when one hand fails', async () => {
    await ask()
    await ask('other@example.org')
    let hands = 0
    const store = new Proxy(world.house, {
      get: (on, key) => {
        // The first that notes what became of its letter finds no database.
        if (key === 'updateTable' && hands++ === 0) throw new Error('no database')
        const value = Reflect.get(on, key) as unknown
        return typeof value === 'function' ? value.bind(on) : value
      },
    })
    await expect(sendLetters({ ...at(NOW), store }, mail(), 2)).rejects.toThrow('no database')
    // Both were handed over once; what could not be noted is left alone, as after a kill.
    expect((await rows()).letters.map((one) => one.state).sort()).toEqual(['sending', 'sent'])
    expect(sent.length).toBe(2)
  })

  it('is tried again when the server refuses it, later each time, and given up in the end', async () => {
    await ask()
    const tries: number[] = []
    for (let minute = 0; minute < 400; minute += 5) {
      const now = new Date(Date.parse(NOW) + minute * 60_000).toISOString()
      if ((await sendLetters(at(now), mail('refused'))).refused > 0) tries.push(minute)
    }
    expect(tries).toEqual([0, 15, 45, 90, 150])
    expect((await rows()).letters[0]?.state).toBe('failed')
  })

  it('put into a folder is one file there, with its header to leave and nobody else’s address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aigaq-outbox-'))
    const outbox = openMail(pathToFileURL(folder).href, 'letters@example.org')
    const letter: Letter = {
      id: 'f'.repeat(32),
      to: ADDRESS,
      subject: 'Апталық хат',
      text: 'Қазақша',
      leave: 'https://example.org/kk/letters/leave/x',
    }
    expect([await outbox.hand(letter), await outbox.hand(letter)]).toEqual(['sent', 'sent'])
    const [file = '', ...others] = readdirSync(folder)
    const text = readFileSync(join(folder, file), 'utf8')
    rmSync(folder, { recursive: true })
    expect(others).toEqual([])
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
    expect(text.match(/^(To|Cc|Bcc):.*/gim)).toEqual(['To: Reader@example.org'])
  })
})

describe('a mail server', () => {
  /** Speaks as much SMTP as a letter needs; `answer` is what it says to each line. */
  const speaking = (
    answer: (line: string, end: () => void) => string | null,
  ): Promise<{ server: Server; url: string; got: string[] }> =>
    new Promise((resolve) => {
      const got: string[] = []
      const server = createServer((socket) => {
        let inData = false
        socket.on('error', () => {})
        socket.write('220 here\r\n')
        socket.on('data', (bytes) => {
          for (const line of String(bytes).split('\r\n').slice(0, -1)) {
            got.push(line)
            if (inData && line !== '.') continue
            const said = answer(inData ? '.' : line, () => socket.destroy())
            inData = said?.startsWith('354') ?? false
            if (said) socket.write(`${said}\r\n`)
          }
        })
      })
      server.listen(0, '127.0.0.1', () =>
        resolve({ server, got, url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}` }),
      )
    })
  const usual = (line: string): string =>
    line === 'DATA' ? '354 go on' : line.startsWith('EHLO') ? '250 here' : '250 fine'

  it.each([
    ['that takes it', (line: string) => usual(line), 'sent'],
    [
      'that refuses the address',
      (line: string) => (line.startsWith('RCPT') ? '550 nobody' : usual(line)),
      'bounced',
    ],
    ['that never takes the text', (line: string) => (line === '.' ? '554 no' : usual(line)), 'bounced'],
    ['that refuses the text', (line: string) => (line === '.' ? '451 later' : usual(line)), 'refused'],
    [
      'that falls silent after the text',
      (line: string, end: () => void) => {
        if (line === '.') end()
        return line === '.' ? null : usual(line)
      },
      'unsure',
    ],
  ] as const)('%s: %s', async (_how, answer, handed) => {
    const { server, url, got } = await speaking(answer)
    const carrier = openMail(url, 'letters@example.org')
    const letter: Letter = {
      id: 'e'.repeat(32),
      to: 'reader@example.org',
      subject: 'Weekly letter',
      text: 'x',
      leave: null,
    }
    expect(await carrier.hand(letter)).toBe(handed)
    carrier.close()
    server.close()
    expect(got.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<reader@example.org>'])
  })

  it('that is not there leaves the letter to be tried again', async () => {
    const carrier = openMail('smtp://127.0.0.1:9', 'letters@example.org')
    expect(
      await carrier.hand({
        id: 'd'.repeat(32),
        to: 'reader@example.org',
        subject: 'x',
        text: 'x',
        leave: null,
      }),
    ).toBe('refused')
    carrier.close()
  })
})

describe('where no mail server is set', () => {
  it('the page says so, and takes nothing', async () => {
    const bare = site(
      { store: world.store, knowledge: world.knowledge, rules: [] },
      { root: ROOT, origin: '' },
    )
    expect(await (await bare.request('/en/letters')).text()).not.toContain('method="post"')
    expect(
      (await bare.request('/en/letters', { method: 'POST', body: 'address=a@example.org&subject=kz' }))
        .status,
    ).toBe(404)
  })
})
