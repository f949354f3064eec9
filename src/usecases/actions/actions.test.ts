/** Actions come in any order, twice, and through a program that is killed; they count once each, and nobody finds out whose they were. */
import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { knowledge, recordAll, worldOn } from '../../../test/world.ts'
import { readCampaignKey } from '../../adapters/campaign-key.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { countsOf } from '../../core/act/counts.ts'
import type { ActionDoor } from '../../core/act/door.ts'
import { isNarrowed, standingOn, toldApart } from '../../core/act/rulings.ts'
import { numbers } from '../../core/seeded.ts'
import { countedActions } from '../../store/queries/actions.ts'
import { testStore } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { type Actions, codeFor } from './actions.ts'
import { asking } from './ask.ts'
import { confirming } from './confirm.ts'
import { countActions, recountActions } from './count-actions.ts'
import { countsOfCampaign } from './counts-of-campaign.ts'
import { destroyActionKey, loadActionKey, makeActionKey, openActionKeys } from './keys.ts'
import { writePublicCounts } from './show-counts.ts'
import { sweepActions } from './sweep-actions.ts'
import { taking } from './take.ts'

const DAY = '2026-11-23'
const at = (day: string) => stoppedClock(`${day}T12:00:00.000Z`)
let world: Context
let actions: Actions
let door: ActionDoor
let key: string

beforeAll(async () => {
  world = worldOn(await testStore())
})
afterAll(() => world.store.destroy())
beforeEach(async () => {
  const tables = [
    'action_asks',
    'action_marks',
    'action_windows',
    'action_counts',
    'action_keys',
    'action_recounts',
    'action_patches',
  ] as const
  await sql`alter table actions disable trigger append_only`.execute(world.store)
  await sql`alter table action_rulings disable trigger append_only`.execute(world.store)
  for (const table of [...tables, 'actions', 'action_rulings', 'letters'] as const)
    await world.store.deleteFrom(table).execute()
  await sql`alter table actions enable trigger append_only`.execute(world.store)
  await sql`alter table action_rulings enable trigger append_only`.execute(world.store)
  door = {
    campaign: 'cam',
    country: 'kz',
    kinds: ['signature', 'letter', 'patch'],
    onlineInCountry: false,
    isClosed: false,
  }
  actions = {
    ...{
      store: world.store,
      clock: at(DAY),
      keys: openActionKeys(),
      mails: true,
      names: async () => ({ heldIn: () => [] }),
      mailboxes: knowledge.codebook.mailboxes,
    },
    ...{ door: async (campaign) => (campaign === 'cam' ? door : null), sealNews: null },
    hasEnded: async (campaign) => campaign === 'cam' && door.isClosed,
  }
  key = await makeActionKey(actions, 'cam')
})

const signature = (address: string, more: object = {}) => ({
  ...{ campaign: 'cam', kind: 'signature' as const, address, where: 'outside' as const, country: 'de' },
  ...{ news: false, language: 'en' as const, ...more },
})
/** What stands in the letters that wait. */
async function codes(): Promise<readonly string[]> {
  const own = readCampaignKey(key)
  if (!own) throw new Error('no key')
  const rows = await world.store.selectFrom('action_asks').select('id').execute()
  return rows.map((one) => codeFor(own, one.id))
}
const totals = () => countsOfCampaign(world.store, 'cam')
const signed = async (): Promise<number> => {
  await countActions(actions, { atOnce: true })
  return (await totals()).find((one) => one.kind === 'signature')?.counts ?? 0
}
/** Those that wait because many of one domain came, too. */
const came = async (): Promise<number> => {
  await signed()
  return (await totals()).reduce((sum, one) => sum + one.counts + one.waits, 0)
}
const letters = async (): Promise<number> =>
  (await world.store.selectFrom('letters').select('id').execute()).length

describe('a signature', () => {
  it('counts when its letter was answered, and once', async () => {
    await asking(actions)(signature('reader@example.org'))
    expect(await signed()).toBe(0)
    const [code = ''] = await codes()
    for (let times = 0; times < 3; times += 1) await confirming(actions)(code)
    expect(await signed()).toBe(1)
  })

  it('of one mailbox counts once, however it is spelt', async () => {
    const spelt = ['a.reader@gmail.com', 'AReader@googlemail.com', 'areader+x@gmail.com', 'areader@gmail.com']
    for (const one of spelt) {
      await asking(actions)(signature(one))
      for (const code of await codes()) await confirming(actions)(code)
    }
    expect(await signed()).toBe(1)
    // A mailbox that confirmed gets no further letter: letters that were answered went with what they asked.
    expect(await letters()).toBe(0)
  })

  it('brings a mailbox three letters at most, whoever asks', async () => {
    const ask = asking(actions)
    for (let times = 0; times < 9; times += 1) await ask(signature('reader@example.org'))
    expect(await letters()).toBe(3)
  })

  it.each([
    [
      'from inside the country while the review of risks does not allow it',
      { where: 'inside' },
      'action.inside',
    ],
    ['of somebody who does not say where they are', { where: null }, 'action.where'],
    ['from a country that there is not', { country: 'xx' }, 'action.country'],
    ['with two addresses', { address: 'a@example.org,b@example.org' }, 'letters.address'],
    ['for a campaign that nobody knows', { campaign: 'other' }, 'page.not-found'],
  ])('%s is not taken, and nothing is kept of it', async (_what, more, code) => {
    await expect(asking(actions)(signature('reader@example.org', more))).rejects.toMatchObject({
      faults: [{ code }],
    })
    expect(await world.store.selectFrom('action_marks').selectAll().execute()).toEqual([])
  })

  it('is not taken while nobody has loaded the key, nor after the campaign let go of it', async () => {
    actions.keys.forget('cam')
    await expect(asking(actions)(signature('r@example.org'))).rejects.toMatchObject({
      faults: [{ code: 'action.shut' }],
    })
    await loadActionKey(actions, key)
    await asking(actions)(signature('r@example.org'))
    const [code = ''] = await codes()
    await destroyActionKey(actions, 'cam')
    await expect(confirming(actions)(code)).rejects.toMatchObject({ faults: [{ code: 'action.code' }] })
    await expect(loadActionKey(actions, key)).rejects.toMatchObject({ faults: [{ code: 'action.key' }] })
    await expect(makeActionKey(actions, 'cam')).rejects.toMatchObject({
      faults: [{ code: 'action.key-there' }],
    })
    expect(await world.store.selectFrom('action_marks').selectAll().execute()).toEqual([])
  })

  it('asked for and not confirmed is worth nothing after two days', async () => {
    await asking(actions)(signature('reader@example.org'))
    const [code = ''] = await codes()
    await confirming({ ...actions, clock: at('2026-11-26') })(code)
    expect(await signed()).toBe(0)
  })
})

describe('what comes in any order', () => {
  it('gives the same totals, with repetitions and a program that is killed', async () => {
    const people = Array.from(
      { length: 45 },
      (_, n) => `reader${n}@${['example.org', 'gmail.com', 'mail.ru'][n % 3]}`,
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        await world.store.deleteFrom('action_marks').execute()
        const random = numbers(seed)
        const before = await came()
        let dies = 0
        /** Every fourth transaction is cut off at its end, as by kill -9: nothing of it was acknowledged. */
        const dying = new Proxy(world.store, {
          get: (store, name) =>
            name === 'transaction'
              ? () => ({
                  execute: (work: (trx: unknown) => Promise<unknown>) =>
                    store.transaction().execute(async (trx) => {
                      const done = await work(trx)
                      dies += 1
                      if (dies % 4 === 0) throw new Error('killed')
                      return done
                    }),
                })
              : bound(store, name),
        })
        const mortal = { ...actions, store: dying }
        const [ask, confirm] = [asking(mortal), confirming(mortal)]
        const until = async (work: () => Promise<unknown>): Promise<void> => {
          for (let tries = 0; tries < 50; tries += 1)
            try {
              await work()
              return
            } catch (error) {
              if (!(error instanceof Error) || error.message !== 'killed') throw error
            }
        }
        const shuffled = [...people, ...people.slice(0, 14)]
          .map((one) => ({ one, by: random() }))
          .sort((a, b) => a.by - b.by)
        await Promise.all(shuffled.map(({ one }) => until(() => ask(signature(one)))))
        const all = (await codes()).flatMap((one) => (random() < 0.3 ? [one, one] : [one]))
        for (let from = 0; from < all.length; from += 7) {
          await Promise.all(all.slice(from, from + 7).map((one) => until(() => confirm(one))))
          await until(() => countActions(mortal, { atOnce: random() < 0.5 }))
        }
        expect((await came()) - before).toBe(people.length)
        const [night] = await recountActions(actions)
        expect(night?.counted).toBe(night?.stood)
      }),
      { numRuns: 2, seed: 7 },
    )
  })

  it('is put right at night where the totals say something else, and the drift is kept', async () => {
    for (let n = 0; n < 30; n += 1) await taking(actions)({ ...signature(''), kind: 'letter' })
    await countActions(actions)
    await world.store.updateTable('action_counts').set({ n: 31 }).execute()
    expect(await recountActions(actions)).toEqual([{ campaign: 'cam', stood: 31, counted: 30 }])
    expect((await totals()).map((one) => one.counts)).toEqual([30])
  })

  it('waits in a window until it holds twenty, or its day is over', async () => {
    for (let n = 0; n < 19; n += 1) await taking(actions)({ ...signature(''), kind: 'letter' })
    expect(await countActions(actions)).toBe(0)
    expect(await countActions({ ...actions, clock: at('2026-11-24') })).toBe(1)
  })
})

describe('a campaign that has ended', () => {
  const marks = () => world.store.selectFrom('action_marks').select('mark').execute()
  const destroyed = async () =>
    (await world.store.selectFrom('action_keys').select('destroyed').executeTakeFirst())?.destroyed

  it('has let go of its key once every mark is gone, and not before: killed between, it is done again', async () => {
    await asking(actions)(signature('reader@example.org'))
    door = { ...door, isClosed: true }
    const killed = new Proxy(world.store, {
      get: (store, name) =>
        name === 'deleteFrom'
          ? (table: 'action_marks') => {
              if (table === 'action_marks') throw new Error('killed')
              return store.deleteFrom(table)
            }
          : bound(store, name),
    })
    await expect(sweepActions({ ...actions, store: killed })).rejects.toThrow('killed')
    expect([(await marks()).length, await destroyed()]).toEqual([1, null])
    await sweepActions(actions)
    expect([await marks(), await destroyed()]).toEqual([[], DAY])
  })

  it('keeps nothing that another program wrote a last time, or a backup brought back', async () => {
    await destroyActionKey(actions, 'cam')
    await world.store
      .insertInto('action_marks')
      .values({ campaign: 'cam', mark: 'late', mails: 1, done: true })
      .execute()
    await sweepActions(actions)
    expect(await marks()).toEqual([])
  })

  it('has its windows counted, and leaves those of others open', async () => {
    const other = { ...door, campaign: 'other' }
    const both = { ...actions, door: async (id: string) => (id === 'cam' ? door : other) }
    for (const campaign of ['cam', 'other'])
      await taking(both)({ ...signature('', { campaign }), kind: 'letter' })
    door = { ...door, isClosed: true }
    await sweepActions(both)
    const windows = await world.store
      .selectFrom('action_windows')
      .select(['campaign', 'closed'])
      .orderBy('campaign')
      .execute()
    expect(windows).toEqual([
      { campaign: 'cam', closed: true },
      { campaign: 'other', closed: false },
    ])
  })
})

describe('a house that was shut', () => {
  it('takes no key back into memory before it is opened, nor makes one, and what was under way has none', async () => {
    const held = actions.keys.of('cam')
    actions.keys.forget()
    const shut = { code: 'house.shut' }
    expect(() => held?.mark('mailbox reader@example.org')).toThrow(expect.objectContaining(shut))
    expect(() => held?.seal('words', 'row')).toThrow(expect.objectContaining(shut))
    await expect(loadActionKey(actions, key)).rejects.toMatchObject(shut)
    await expect(makeActionKey(actions, 'other')).rejects.toMatchObject(shut)
    // Nothing says that it has one: whoever asks again is given it.
    const known = await world.store.selectFrom('action_keys').select('campaign').execute()
    expect([known, actions.keys.all()]).toEqual([[{ campaign: 'cam' }], []])
    actions.keys.wake()
    await loadActionKey(actions, key)
    expect(actions.keys.all().length).toBe(1)
  })
})

describe('trolls', () => {
  it('with a domain of their own are counted twenty-five times a day, and nobody true is lost', async () => {
    const [ask, confirm] = [asking(actions), confirming(actions)]
    const trolls = Array.from({ length: 90 }, (_, n) => `t${n}@trolls.example`)
    const boxes = Array.from({ length: 90 }, (_, n) => `box${n % 5}+${n}@gmail.com`)
    const people = Array.from(
      { length: 90 },
      (_, n) => `p${n}@${n < 60 ? 'gmail.com' : `town${n % 9}.example`}`,
    )
    await Promise.all([...trolls, ...boxes, ...people].map((one) => ask(signature(one))))
    await Promise.all((await codes()).map(confirm))
    expect(await signed()).toBe(25 + 5 + 90)
    const [trend] = await world.store
      .selectFrom('action_counts')
      .select(['cohort', 'n'])
      .where('held', '=', true)
      .execute()
    expect(trend?.n).toBe(65)
    const line = (n: number, body: object) => ({
      ...{
        record: 'action-ruling',
        id: `rul-00000000000${n}`,
        body,
        by: 'lena',
        at: `2026-11-23T10:00:0${n}Z`,
      },
      why: 'one domain, all of one night',
    })
    await recordAll(world, [line(1, { kind: 'invalid', campaign: 'cam', of: { cohorts: [trend?.cohort] } })])
    expect((await totals())[0]).toMatchObject({ counts: 95, waits: 0, invalid: 90 })
    await recordAll(world, [line(2, { kind: 'lift', ruling: 'rul-000000000001' })])
    expect((await totals())[0]).toMatchObject({ counts: 120, waits: 65, invalid: 0 })
    await recordAll(world, [line(3, { kind: 'release', campaign: 'cam', of: { cohorts: [trend?.cohort] } })])
    expect((await totals())[0]).toMatchObject({ counts: 185, waits: 0 })
  })
})

describe('a domain with names below it', () => {
  it.each([
    ['one name for each signature', 90, (n: number) => `t@a${n}.trolls.example`, 25],
    ['and two', 60, (n: number) => `t${n}@x${n}.y${n % 7}.trolls.kz`, 25],
    ['houses under a second name of a country', 60, (n: number) => `p@school${n}.edu.kz`, 60],
    ['departments of one of them', 60, (n: number) => `p@dept${n}.uni.edu.kz`, 25],
  ])('is one: %s', async (_what, of, address, counted) => {
    const [ask, confirm] = [asking(actions), confirming(actions)]
    await Promise.all(Array.from({ length: of }, (_, n) => ask(signature(address(n)))))
    await Promise.all((await codes()).map(confirm))
    expect(await signed()).toBe(counted)
    expect(await came()).toBe(of)
  })
})

describe('rows that are summed before they are read', () => {
  it('count as they would one by one, whatever was ruled', async () => {
    const [kinds, countries] = [['signature', 'patch'] as const, ['de', 'fr', null]]
    const [days, cohorts] = [
      ['2026-11-23', '2026-11-24', '2026-11-25'],
      ['aaaaaaaaaa', 'bbbbbbbbbb', ''],
    ]
    const rows = kinds.flatMap((kind) =>
      countries.flatMap((country) =>
        days.flatMap((day) =>
          cohorts.flatMap((cohort) =>
            [true, false].map((held) => ({ campaign: 'cam', kind, country, day, cohort, held })),
          ),
        ),
      ),
    )
    await world.store
      .insertInto('action_counts')
      .values(rows.map((row, at) => ({ ...row, n: 1 + ((at * 7) % 29) })))
      .execute()
    const all = await world.store.selectFrom('action_counts').selectAll().execute()
    const some = <T>(of: readonly T[]) =>
      fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined })
    const day = fc.option(fc.constantFrom(...days), { nil: undefined })
    const of = fc
      .record({ kinds: some(kinds), countries: some(countries), from: day, to: day, cohorts: some(cohorts) })
      .filter(isNarrowed)
    const said = { by: 'lena', at: '2026-11-25T10:00:00Z', why: 'a flood' }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('invalid' as const, 'release' as const), of), { maxLength: 4 }),
        async (conditions) => {
          const rulings = conditions.map(([kind, matching], at) => ({
            ...{ id: `r${at}`, body: { kind, campaign: 'cam', of: matching }, ...said, event: at },
          }))
          const summed = await countedActions(world.store, 'cam', toldApart(standingOn(rulings, 'cam')))
          expect(countsOf('cam', summed, rulings)).toEqual(countsOf('cam', all, rulings))
        },
      ),
      { numRuns: 40 },
    )
    expect((await countedActions(world.store, 'cam', toldApart([]))).length).toBe(12)
  })
})

describe('what readers are told', () => {
  it('is rounded down while the campaign is open, tells no country of few, and stops when somebody switches it off', async () => {
    for (let n = 0; n < 37; n += 1)
      await taking(actions)({ ...signature('', { country: n < 4 ? 'is' : 'de' }), kind: 'letter' })
    await countActions(actions)
    const shown = () =>
      world.store.transaction().execute(async (trx) => {
        await writePublicCounts(trx, actions)
        return (await trx.selectFrom('public_action_counts').select('body').execute()).map((one) => one.body)
      })
    const countries = [
      { country: 'de', shown: 30 },
      { country: null, shown: null },
    ]
    expect(await shown()).toEqual([
      {
        counts: [{ kind: 'letter', shown: 30, exact: false, waits: null, invalid: null, countries }],
        patches: [],
      },
    ])
    door = { ...door, kinds: [], isClosed: true }
    expect(await shown()).toMatchObject([{ counts: [{ shown: 37, exact: true, countries }] }])
    const body = { kind: 'switch', switch: 'counts', on: false }
    await recordAll(world, [
      {
        record: 'action-ruling',
        id: 'rul-00000000000a',
        body,
        by: 'lena',
        at: '2026-11-23T10:00:00Z',
        why: 'attack',
      },
    ])
    expect(await shown()).toEqual([])
  })
})

describe('with everything that lies on the disk', () => {
  it('nobody can tell whether an address signed', async () => {
    const [ask, confirm] = [asking(actions), confirming(actions)]
    const [signer, other] = ['aigul.reader@example.org', 'asan.reader@example.org']
    for (const one of [signer, 'b@example.org', 'c@gmail.com', 'd@mail.ru']) await ask(signature(one))
    const waiting = JSON.stringify(await dump())
    for (const code of await codes()) await confirm(code)
    await countActions(actions, { atOnce: true })
    const all = JSON.stringify(await dump())
    // Whatever stands there that has the length of a key is tried as one.
    const pool = new Set([...`${waiting}${all}`.matchAll(/[\w+/=-]{10,}/g)].map(([one]) => one))
    const found = (address: string): readonly string[] =>
      [address, address.replaceAll('.', ''), `mailbox ${address}`]
        .flatMap((text) => guesses(text, pool))
        .filter((one) => [...pool].some((stored) => stored.includes(one)))
    expect([found(signer), found(other)]).toEqual([[], []])
    expect(`${waiting}${all}`).not.toMatch(/aigul|example\.org|gmail/)
    // What is known of one row is known of each that signed that day: no two columns together make anybody single.
    const rows = await world.store.selectFrom('actions').selectAll().execute()
    expect(new Set(rows.map(({ cohort: _, ...one }) => JSON.stringify(one))).size).toBe(1)
    // Sealed texts have one length, marks too, whatever the address.
    const lengths = new Set(
      [...waiting.matchAll(/"(?:sealed|mark)":"([^"]+)"/g)].map(([, one = '']) => one.length),
    )
    expect(lengths.size).toBe(2)
  })
})

const bound = (store: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(store, name)
  return typeof value === 'function' ? value.bind(store) : value
}
/** Every table of the house, as a thief reads it. */
async function dump(): Promise<unknown> {
  const tables = await world.store.introspection.getTables()
  return Promise.all(
    tables.map((one) =>
      world.store
        .selectFrom(one.name as 'letters')
        .selectAll()
        .execute(),
    ),
  )
}
/** What a text becomes under every usual hash, with nothing, with the campaign and with everything on the disk as a key. */
function guesses(text: string, pool: ReadonlySet<string>): readonly string[] {
  const forms = (bytes: Buffer): readonly string[] =>
    ['hex', 'base64', 'base64url'].map((form) => bytes.toString(form as 'hex').slice(0, 10))
  const plain = ['sha1', 'sha256', 'sha512', 'md5'].flatMap((hash) =>
    [text, `cam ${text}`, `cam${text}`].flatMap((one) => forms(createHash(hash).update(one).digest())),
  )
  const keyed = [...pool, 'cam', 'aigaq'].flatMap((one) =>
    [one, Buffer.from(one, 'base64')].flatMap((given) =>
      forms(createHmac('sha256', given).update(text).digest()),
    ),
  )
  return [...plain, ...keyed]
}
