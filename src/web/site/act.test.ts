/** The form by which people take part: what stands before it, what it takes, and what nobody can find out by sending it. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCampaign } from '../../../test/open-campaign.ts'
import { knowledge, ROOT, recordAll, worldOn } from '../../../test/world.ts'
import type { Mail } from '../../adapters/mail.ts'
import { sealingWith } from '../../adapters/sealing.ts'
import { roundedDown } from '../../core/act/counts.ts'
import type { Letter } from '../../core/letter.ts'
import { testStore } from '../../store/test-stores.ts'
import type { Actions } from '../../usecases/actions/actions.ts'
import { countAndShow } from '../../usecases/actions/count-actions.ts'
import { doorsOf, endedOf } from '../../usecases/actions/doors.ts'
import { makeActionKey, openActionKeys } from '../../usecases/actions/keys.ts'
import { sweepActions } from '../../usecases/actions/sweep-actions.ts'
import type { Context } from '../../usecases/context.ts'
import { sendLetters } from '../../usecases/letters/send-letters.ts'
import { refresh } from '../../usecases/refresh.ts'
import { site } from './site.ts'

const CAMPAIGN = 'cam-0000act1'
const FORM = `/en/act/${CAMPAIGN}/signature`
let world: Context
let actions: Actions
let web: ReturnType<typeof site>
let sent: Letter[] = []

beforeAll(async () => {
  world = worldOn(await testStore())
  await openCampaign(world, CAMPAIGN)
  await refresh(world)
  actions = {
    ...{
      store: world.store,
      clock: world.clock,
      keys: openActionKeys(),
      mails: true,
      names: async () => ({ heldIn: () => [] }),
      sealNews: null,
    },
    mailboxes: knowledge.codebook.mailboxes,
    door: doorsOf({ store: world.store, clock: world.clock, moves: knowledge.codebook.campaigns.moves }),
    hasEnded: endedOf({ store: world.store, clock: world.clock, moves: knowledge.codebook.campaigns.moves }),
  }
  await makeActionKey(actions, CAMPAIGN)
  web = site(
    { store: world.store, knowledge, rules: [] },
    { root: ROOT, origin: 'https://example.org', acting: { actions } },
  )
})
afterAll(() => world?.store.destroy())
beforeEach(() => {
  sent = []
})

const mail: Mail = {
  canRepeat: false,
  close: () => {},
  hand: async (letter) => {
    sent.push(letter)
    return 'sent'
  },
}
const carry = (): Promise<unknown> =>
  sendLetters(
    {
      ...{
        store: world.house,
        clock: world.clock,
        knowledge,
        origin: 'https://example.org',
        keys: actions.keys,
      },
      sealing: sealingWith(Buffer.alloc(32, 7)),
    },
    mail,
    3,
  )
const page = async (path: string): Promise<string> => (await web.request(path)).text()
const post = (path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
  Promise.resolve(
    web.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
  )
const outside = { where: 'outside', country: 'de' }
const kept = async (): Promise<number> =>
  (await world.house.selectFrom('action_marks').selectAll().execute()).length
const linkIn = (letter: Letter | undefined): string =>
  /https:\/\/example\.org(\/\w\w\/confirm\/\S+)/.exec(letter?.text ?? '')?.[1] ?? ''

describe('the form', () => {
  it.each(['en', 'ru', 'kk'])('says in %s what is kept before it asks anything', async (language) => {
    const text = await page(`/${language}/act/${CAMPAIGN}/signature`)
    const words = knowledge.words[language as 'en']
    expect(text.indexOf(words.t('act.form.kept.signature'))).toBeGreaterThan(0)
    expect(text.indexOf(words.t('act.form.kept.signature'))).toBeLessThan(text.indexOf('<form method="post"'))
    expect(text).not.toMatch(/<script|<img|https?:\/\/(?!example\.org|www\.w3\.org)/)
  })

  it('goes out packed, the same to whoever asks; what answers it does not: its length would tell what is in it', async () => {
    const packs = { 'Accept-Encoding': 'gzip' }
    for (const _ of [1, 2]) {
      const asked = await web.request(FORM, { headers: packs })
      expect(asked.headers.get('Content-Encoding')).toBe('gzip')
      expect(asked.headers.get('Cache-Control')).toBe('no-store')
      expect(gunzipSync(await asked.arrayBuffer()).toString()).toBe(await page(FORM))
    }
    const answered = await web.request(FORM, { method: 'POST', body: 'where=outside', headers: packs })
    expect([answered.status, answered.headers.get('Content-Encoding')]).toEqual([422, null])
  })

  it.each(['letter', 'patch'])('for a %s asks for no address', async (kind) => {
    expect(await page(`/en/act/${CAMPAIGN}/${kind}`)).not.toContain('name="address"')
  })

  it.each([
    '/en/act/cam-absent0/signature',
    '/en/act/%00/letter',
    `/en/act/${CAMPAIGN}/other`,
    `/en/act/${CAMPAIGN}/signature.xml`,
  ])('%s is not there', async (path) => {
    expect((await web.request(path)).status).toBe(404)
  })

  it('from inside the country takes nothing and says what else there is, without what was typed', async () => {
    const answer = await post(FORM, { where: 'inside', address: 'inside.reader@example.org' })
    expect(answer.status).toBe(403)
    const text = await answer.text()
    expect(text).toContain('Paper and doing nothing are as good.')
    expect([text.includes('inside.reader'), await kept()]).toEqual([false, 0])
  })

  it.each(['cross-site', 'same-site'])(
    'that a page elsewhere sends (%s) through a reader’s browser is refused, and nothing is kept of it',
    async (made) => {
      const send = (path: string, fields: Readonly<Record<string, string>>) =>
        web.request(path, {
          method: 'POST',
          body: new URLSearchParams(fields).toString(),
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': made },
        })
      const before = await world.house.selectFrom('actions').select('kind').execute()
      expect((await send(FORM, { ...outside, address: 'somebody@example.org' })).status).toBe(403)
      expect((await send(`/en/act/${CAMPAIGN}/letter`, outside)).status).toBe(403)
      expect(await world.house.selectFrom('actions').select('kind').execute()).toEqual(before)
      expect(await kept()).toBe(0)
      // A link in a letter is followed from elsewhere: reading changes nothing.
      const headers = { 'Sec-Fetch-Site': 'cross-site' }
      expect((await web.request(FORM, { headers })).status).toBe(200)
    },
  )

  it('brings a letter that names neither campaign nor person, and a page that does not either', async () => {
    expect((await post(FORM, { ...outside, address: 'reader@example.org' })).status).toBe(200)
    await carry()
    const [letter] = sent
    expect(letter).toMatchObject({ to: 'reader@example.org', subject: 'Please confirm' })
    const link = linkIn(letter)
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/cam-|law|repeal|sign|petition|campaign|kazakh/i)
    expect(await page(link)).not.toMatch(/cam-|repeal|against those|petition|signature/i)
    for (let times = 0; times < 3; times += 1) expect((await web.request(link)).status).toBe(200)
    expect(await world.house.selectFrom('actions').selectAll().execute()).toEqual([])
    const first = await (await post(link)).text()
    expect(await world.house.selectFrom('actions').selectAll().execute()).toMatchObject([
      { kind: 'signature', country: 'de', day: '2026-11-23', held: false },
    ])
    // A second time, and long after, the answer is the same.
    expect(await (await post(link)).text()).toBe(first)
    expect((await post(`${link.slice(0, -3)}abc`)).status).toBe(410)
  })

  it('is answered alike whoever asks: one who signed, one who was written to three times, a stranger', async () => {
    const answers = []
    for (const address of [
      'reader@example.org',
      ...Array<string>(5).fill('three@example.org'),
      'new@example.org',
    ])
      answers.push(await (await post(FORM, { ...outside, address })).text())
    expect(new Set(answers).size).toBe(1)
    await carry()
    expect(sent.map((one) => one.to).sort()).toEqual([
      'new@example.org',
      ...Array<string>(3).fill('three@example.org'),
    ])
  })

  it.each([
    ['an address of a page', 'see https://example.org', 422],
    ['more than 160 signs', 'a'.repeat(161), 422],
    ['greetings', 'Біз біргеміз', 200],
  ])('for a patch with %s', async (_what, words, status) => {
    expect((await post(`/en/act/${CAMPAIGN}/patch`, { ...outside, words })).status).toBe(status)
  })

  it('is read about on a page that changes when a window was counted, and only then', async () => {
    for (let n = 0; n < 25; n += 1) await post(`/en/act/${CAMPAIGN}/letter`, outside)
    await countAndShow(actions)
    const [row] = await world.house.selectFrom('public_action_counts').selectAll().execute()
    expect((row?.body as { counts?: unknown })?.counts).toMatchObject([
      { kind: 'letter', shown: roundedDown(25) },
      { kind: 'patch' },
      { kind: 'signature', shown: null },
    ])
  })
})

describe('the key', () => {
  const key = async () =>
    (await world.house.selectFrom('action_keys').select('destroyed').executeTakeFirst())?.destroyed
  it('stays while the page is only out of sight, and goes with every mark when the campaign is withdrawn', async () => {
    const shown = await world.house.selectFrom('public_campaigns').selectAll().execute()
    await world.house.deleteFrom('public_campaigns').execute()
    await sweepActions(actions)
    expect([await key(), (await kept()) > 0, actions.keys.of(CAMPAIGN) !== null]).toEqual([null, true, true])
    await world.house
      .insertInto('public_campaigns')
      .values(shown.map((one) => ({ ...one, body: JSON.stringify(one.body) as never })))
      .execute()
    const withdrawn = {
      ...{ record: 'campaign-entry', id: CAMPAIGN, entry: 'e-2000', by: 'opener', at: world.clock.now() },
      ...{ body: { kind: 'move', move: 'withdraw' }, why: 'the partner asked for it' },
    }
    await recordAll(world, [withdrawn])
    await sweepActions(actions)
    expect([await key(), await kept(), actions.keys.of(CAMPAIGN)]).toEqual(['2026-11-23', 0, null])
  })
})
