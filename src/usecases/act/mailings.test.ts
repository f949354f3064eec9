/** A count is handed over to an authority by mail, bit by bit: at the pace that was said, never twice, held up by whatever makes it unsafe, and with nobody in it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, deskOf, send } from '../../../test/desk.ts'
import { openCampaign } from '../../../test/open-campaign.ts'
import { emptyWorld, signedInAs } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { Mail } from '../../adapters/mail.ts'
import { sealingWith } from '../../adapters/sealing.ts'
import type { Handed, Letter } from '../../core/letter.ts'
import { deliveryLetter } from '../../publish/letters/delivery-letter.ts'
import { servedAt } from '../../publish/links.ts'
import { record } from '../../store/append.ts'
import { PART } from '../../store/carried.ts'
import { openDoor } from '../../store/erase.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import { testStaff } from '../../store/test-stores.ts'
import { changeAccounts } from '../accounts/change.ts'
import type { Context } from '../context.ts'
import type { Post } from '../letters/post.ts'
import { sendLetters, settleUnsure } from '../letters/send-letters.ts'
import { refresh } from '../refresh.ts'
import { wallOf } from '../wall-of.ts'
import { newEntryId, readCampaign, saveCampaign } from './campaigns.ts'
import { handedBefore, manifestFor } from './delivery.ts'
import { eraseCampaigns } from './erasure-of-campaigns.ts'
import { noteMailings } from './note-mailings.ts'
import {
  beginMailing,
  type MailingAsked,
  pauseMailing,
  previewMailing,
  readMailings,
} from './plan-mailing.ts'
import { queueMailings } from './queue-mailings.ts'

const [ID, OTHERS] = ['cam-0000aaaa', 'cam-0000bbbb']
const ADDRESS = 'office@prosecutor.example'
const MARKER = 'Markerova'
let world: Context
let sent: { readonly at: string; readonly letter: Letter }[] = []

const on = (now: string): void => {
  world = { ...world, clock: stoppedClock(now) }
}
const as = (organisation = 'home'): Context => {
  const actor = { account: 'runs', handle: 'runs', organisation, role: 'campaigner' as const }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const post = (): Post => ({
  ...{ store: world.house, clock: world.clock, knowledge: world.knowledge },
  ...{ sealing: sealingWith(Buffer.alloc(32, 7)), origin: 'https://example.org' },
})
const mail = (says: Handed = 'sent'): Mail => ({
  canRepeat: false,
  close: () => {},
  hand: async (letter) => {
    sent.push({ at: world.clock.now(), letter })
    return says
  },
})
/** A round of the program. */
async function round(now: string, carrier: Mail = mail()): Promise<number> {
  on(now)
  const before = sent.length
  await queueMailings(post())
  await sendLetters(post(), carrier)
  await noteMailings(world)
  return sent.length - before
}
const codes = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => String((error as { faults?: readonly { code: string }[] }).faults?.[0]?.code ?? error),
  )
const countIn = ({ text }: Letter): number => Number(/letter: ([\d,]+) /.exec(text)?.[1]?.replaceAll(',', ''))
const asked = (more: Partial<MailingAsked> = {}): MailingAsked => ({
  ...{ authority: 'prosecutor-general', address: ADDRESS, of: 'signature', number: 100, perHour: 2 },
  ...{ from: '2026-11-24', to: '2026-11-24' },
  ...more,
})
const rows = () => world.house.selectFrom('letters').selectAll().where('mailing', 'is not', null).execute()
const found = async (entry: string) => {
  const one = (await readMailings(as(), ID)).find(({ mailing }) => mailing.entry === entry)
  if (!one) throw new Error('no such mailing')
  return one
}
const say = (body: object, why?: string): Promise<void> =>
  saveCampaign(as(), {
    ...{ record: 'campaign-entry', id: ID, entry: newEntryId() },
    ...(why !== undefined && { why }),
    body: body as never,
  })

beforeAll(async () => {
  world = await emptyWorld()
  on('2026-11-23T09:00:00.000Z')
  await changeAccounts(world, { actor: 'operator', did: 'organisation', to: 'abroad' }, async (trx) => {
    await trx
      .insertInto('organisations')
      .values({ id: 'abroad', name: 'abroad', since: '2026-11-01' })
      .execute()
  })
  await openCampaign({ ...world, actor: { ...as().actor, organisation: 'home' } as never }, ID)
  await openCampaign({ ...world, actor: { ...as().actor, organisation: 'abroad' } as never }, OTHERS)
  const counted = { low: 480, best: 500, high: null, method: 'counted', source: 'partner', on: '2026-11-22' }
  await say({ kind: 'tally', of: 'signature', ...counted, countedBy: MARKER })
  await say({ kind: 'partner', word: 'agrees', on: '2026-11-23', how: `by ${MARKER}` })
  await refresh(world)
})
afterAll(() => world?.store.destroy())

describe('a delivery by paced mail', () => {
  it('is shown before anything leaves, and refused where nobody counted so many, where it is late, or to nobody whom the campaign is addressed to', async () => {
    const { last, mails } = await previewMailing(as(), ID, asked())
    expect(last.text).toContain('Handed over with this letter: 100 signatures')
    expect(mails).toBeGreaterThan(10)
    expect(await rows()).toEqual([])
    for (const [more, code] of [
      [{ number: 501 }, 'input.value'],
      [{ of: 'letter' as const, number: 1 }, 'input.value'],
      [{ from: '2026-11-20' }, 'input.value'],
      [{ address: 'nobody' }, 'input.value'],
      [{ authority: 'ombudsman' }, 'campaign.target'],
    ] as const)
      expect([more, await codes(beginMailing(as(), ID, asked(more)))]).toEqual([more, code])
    expect(await rows()).toEqual([])
  })

  it('leaves bit by bit, and is a delivery of the campaign, with the hash that the authority has, once it is handed over', async () => {
    on('2026-11-23T10:00:00.000Z')
    const entry = await beginMailing(as(), ID, asked())
    expect(await round('2026-11-23T23:59:00.000Z')).toBe(0)
    expect((await publicCampaign(world.house, ID))?.deliveries).toEqual([])
    const start = Date.parse('2026-11-24T00:00:00.000Z')
    for (let minute = 10; minute <= 1470; minute += 20) {
      const n = await round(new Date(start + minute * 60_000).toISOString())
      expect(n).toBeLessThanOrEqual(1)
      const told = sent.length === 0 ? 0 : countIn(sent.at(-1)?.letter as Letter)
      expect(told).toBeLessThanOrEqual(Math.ceil((100 * Math.min(minute, 1440)) / 1440))
    }
    const at = sent.map((one) => Date.parse(one.at))
    expect(at.every((one, index) => index < 2 || one - (at[index - 2] ?? 0) >= 3_600_000)).toBe(true)
    const last = sent.at(-1)?.letter as Letter
    expect([countIn(last), last.to]).toEqual([100, ADDRESS])
    const [shown] = (await publicCampaign(world.house, ID))?.deliveries ?? []
    expect(shown).toMatchObject({ number: 100, way: 'mail', of: 'signature', isProved: true })
    expect(last.text).toContain(shown?.manifest)
    // Whoever keeps the manifest at the desk holds the same text against the same hash.
    const campaign = await readCampaign(as(), ID)
    const own = campaign.entries.find((one) => one.entry === shown?.entry)
    if (own?.body.kind !== 'delivery') throw new Error('no delivery')
    const before = handedBefore(campaign, { body: own.body, first: own.first })
    expect(manifestFor(campaign, own.body, before).sha256).toBe(shown?.manifest)
    expect((await found(entry)).told).toBe(100)
    expect(await round('2026-11-25T09:00:00.000Z')).toBe(0)
  })

  it('tells no authority, hostile or not, anything of a person or a place', async () => {
    const all = sent.map(({ letter }) => JSON.stringify(letter)).join('\n')
    expect(all).not.toMatch(new RegExp(`${MARKER}|group-one|A local group|runs|opener|writer`))
    expect(all).not.toMatch(/unsubscribe|tracking|<img/i)
    expect(new Set(sent.map(({ letter }) => letter.subject)).size).toBe(1)
    expect(sent.at(-1)?.letter.text).toContain('no name, no address and no country of anybody')
  })

  it('that was in hand at a kill is never handed over again, and the next mail tells of all before it', async () => {
    on('2026-11-25T10:00:00.000Z')
    const entry = await beginMailing(as(), ID, asked({ from: '2026-11-26', to: '2026-11-27', number: 400 }))
    const killed: Mail = { ...mail(), canRepeat: true, hand: () => new Promise(() => {}) }
    on('2026-11-26T06:00:00.000Z')
    void sendLetters(post(), killed).catch(() => {})
    await expect.poll(async () => (await rows()).filter((one) => one.state === 'sending').length).toBe(1)
    await settleUnsure(post(), killed)
    expect((await found(entry)).rows.map((one) => one.state)).toEqual(['unsure'])
    sent = []
    expect(await round('2026-11-26T06:10:00.000Z')).toBe(0)
    expect(await round('2026-11-26T12:00:00.000Z')).toBe(1)
    expect(countIn(sent[0]?.letter as Letter)).toBe(100)
    // Two programs, or one that asks twice, make one mail of it.
    await Promise.all([queueMailings(post()), queueMailings(post()), queueMailings(post())])
    expect((await rows()).filter((one) => one.state === 'waiting')).toHaveLength(1)
  })

  it('stands still while a person holds it up, the campaign is paused, its text is another or the house is shut', async () => {
    const [one] = (await readMailings(as(), ID)).filter(({ told, mailing }) => told < mailing.body.number)
    const entry = one?.mailing.entry ?? ''
    await pauseMailing(as(), ID, entry, true)
    expect([(await found(entry)).halt, await round('2026-11-26T13:00:00.000Z')]).toEqual(['paused', 0])
    await pauseMailing(as(), ID, entry, false)
    await world.house.updateTable('house_state').set({ shut: true }).execute()
    expect(await round('2026-11-26T13:10:00.000Z')).toBe(0)
    await world.house.updateTable('house_state').set({ shut: false }).execute()
    await say({ kind: 'move', move: 'pause' }, 'signers were called in')
    expect([(await found(entry)).halt, await round('2026-11-26T13:20:00.000Z')]).toEqual(['state', 0])
    await say({ kind: 'move', move: 'open' })
    expect([(await found(entry)).halt, await round('2026-11-26T14:00:00.000Z')]).toEqual([null, 1])
  })

  it('stops when the address refused it twice for good', async () => {
    const one = (await readMailings(as(), ID)).find(
      ({ halt, told, mailing }) => halt === null && told < mailing.body.number,
    )
    const entry = one?.mailing.entry ?? ''
    await round('2026-11-26T15:00:00.000Z', mail('bounced'))
    expect((await found(entry)).halt).toBeNull()
    await round('2026-11-26T16:00:00.000Z', mail('bounced'))
    expect([(await found(entry)).halt, (await found(entry)).bounces]).toEqual(['bounces', 2])
    expect(await round('2026-11-27T16:00:00.000Z')).toBe(0)
    // What was handed over before is a delivery, by the last mail that was.
    const shown = (await publicCampaign(world.house, ID))?.deliveries.find((each) => each.number !== 100)
    expect(shown?.number).toBe((await found(entry)).told)
  })

  it('does not begin by itself where a backup was restored, and goes on there from what the log says', async () => {
    on('2026-11-28T00:00:00.000Z')
    const entry = await beginMailing(as(), ID, asked({ from: '2026-11-28', to: '2026-11-29', number: 200 }))
    expect(await round('2026-11-28T12:00:00.000Z')).toBe(1)
    await round('2026-11-29T00:00:00.000Z', mail('refused'))
    expect(PART.letters).toContain('mailing is null')
    await world.house.deleteFrom('letters').where('mailing', 'is not', null).execute()
    sent = []
    expect(await round('2026-11-29T06:00:00.000Z')).toBe(0)
    expect((await found(entry)).told).toBe(50)
    await pauseMailing(as(), ID, entry, false)
    expect(await round('2026-11-29T12:00:00.000Z')).toBe(1)
    expect(countIn(sent[0]?.letter as Letter)).toBe(150)
  })

  it('speaks the languages in which the duty was written, and no other', () => {
    const { knowledge } = world
    const authority = knowledge.packs.get('kz')?.authorities.get('prosecutor-general')
    if (!authority) throw new Error('no authority')
    const written = (duty: { en: string | null; ru: string | null; kk: string | null }): string =>
      deliveryLetter(
        {
          campaign: {
            ...{ id: ID, demand: { en: 'Repeal it.', ru: 'Отмените его.', kk: 'Оны жойыңыз.' } },
            targets: [{ authority: authority.id, duty, hostile: true }],
          },
          ...{ authority, of: 'signature', counted: 1200, manifest: 'f'.repeat(64) },
          site: servedAt('https://example.org'),
        },
        { codebook: knowledge.codebook, words: knowledge.words },
      )?.text ?? ''
    const two = written({ en: null, ru: 'Закон о прокуратуре', kk: 'Прокуратура туралы заң' })
    expect(two).toMatch(/Отмените его[\s\S]*Оны жойыңыз/)
    expect(two).not.toContain('Repeal it')
    expect(two).toMatch(/1\s200 подписей/)
    expect(written({ en: null, ru: null, kk: null })).toMatch(/Repeal it[\s\S]*Отмените[\s\S]*Оны жойыңыз/)
  })
})

describe('at the desk', () => {
  it('a delivery is shown, begun with a second press and held up; to another organisation there is none', async () => {
    on('2026-11-30T09:00:00.000Z')
    await say({
      kind: 'risk',
      on: '2026-11-30',
      onlineInCountry: false,
      note: 'fine',
      levels: { person: 0, family: 0, inside: 3, outside: 0 },
    })
    const own = await signedInAs(world, { handle: 'runs-home', role: 'campaigner', organisation: 'home' })
    const other = await signedInAs(world, {
      handle: 'runs-abroad',
      role: 'campaigner',
      organisation: 'abroad',
    })
    await world.house.updateTable('sessions').set({ stepped_up_at: world.clock.now() }).execute()
    const staff = { behind: (wall: Parameters<typeof testStaff>[1]) => testStaff(world.house, wall) }
    const before = (await rows()).length
    for (const web of [deskOf(world, { staff }), deskOf(world)]) {
      const path = `/en/desk/campaigns/${ID}/mailing`
      const typed: [string, string][] = [
        ...([
          ['to', 'prosecutor-general'],
          ['address', ADDRESS],
          ['of', 'signature'],
          ['number', '90'],
        ] as const),
        ...([
          ['first-day', '2026-12-01'],
          ['last-day', '2026-12-03'],
          ['per-hour', '1'],
        ] as const),
      ].map(([name, value]) => [name, value])
      for (const step of ['preview', 'begin']) {
        const answer = await send(web, path, [...typed, ['step', step]], other)
        expect(answer.status).toBe(404)
        expect(await answer.text()).not.toContain('Repeal')
      }
      expect((await rows()).length).toBe(before)
      const preview = await send(web, path, [...typed, ['step', 'preview']], own)
      const page = await preview.text()
      expect([preview.status, page.includes('id="mail-begin"'), (await rows()).length]).toEqual([
        200,
        true,
        before,
      ])
    }
    const web = deskOf(world, { staff })
    const path = `/en/desk/campaigns/${ID}/mailing`
    const form = {
      to: 'prosecutor-general',
      address: ADDRESS,
      of: 'signature',
      number: '90',
      'first-day': '2026-12-01',
      'last-day': '2026-12-03',
      'per-hour': '1',
      step: 'begin',
    }
    expect((await send(web, path, Object.entries(form), own)).status).toBe(303)
    const [made] = (await readMailings(as(), ID)).filter(({ mailing }) => mailing.body.number === 90)
    const one = `${path}/${made?.mailing.entry}`
    expect((await send(web, one, [['do', 'pause']], other)).status).toBe(404)
    expect((await send(web, one, [['do', 'pause']], own)).status).toBe(303)
    for (const [language, says] of [
      ['en', 'Held up'],
      ['ru', 'Придержана'],
      ['kk', 'Кідіртілді'],
    ] as const) {
      const page = await (await ask(web, `/${language}/desk/campaigns/${ID}`, own)).text()
      expect(page).toContain(says)
    }
  })

  it('a campaign that is forgotten takes its mails with it', async () => {
    expect((await rows()).length).toBeGreaterThan(0)
    await record(
      world.house,
      {
        actor: 'operator',
        at: world.clock.now(),
        useCase: 'forget',
        object: ID,
        input: {},
        organisation: 'home',
      },
      async (writer) => {
        await openDoor(writer)
        await eraseCampaigns(writer, new Set([ID]), (value) => value)
      },
    )
    expect(await rows()).toEqual([])
  })
})
