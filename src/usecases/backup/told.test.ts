import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld, importText, worldOn } from '../../../test/world.ts'
import { openBackupFolder } from '../../adapters/backup-folder.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { type Identity, newIdentity } from '../../adapters/sealed/age.ts'
import { openSigner } from '../../adapters/signing.ts'
import { toldSize } from '../../core/backup/told-size.ts'
import { unmadeStore } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { checkTold } from '../intake/check-told.ts'
import { sweepIntake } from '../intake/take.ts'
import { triageTold } from '../intake/triage.ts'
import { checkBackup } from './check-backup.ts'
import { opening } from './locks.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const folders: string[] = []
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-told-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

let world: Context
let reader: Identity
let [data, to] = ['', '']
const on = (day: string, at = '12:00:00'): Context => ({ ...world, clock: stoppedClock(`${day}T${at}.000Z`) })
const bundle = (at: Context, folder = to) =>
  writeBackup(at, {
    ...{ folder, data, signer: openSigner(data, 'log'), settings: {} },
    ...{ recipients: [reader.key], open: null },
  })
const box = (n: number): string => String(n).padStart(64, '0')
async function tell(day: string, n: number, bytes: number, way: 'told' | 'answered' = 'told'): Promise<void> {
  const row = { id: randomBytes(16).toString('hex'), mailbox: box(n), way, reply_to: 'age1x', list: 1 }
  const rest = { what: 'text', body: randomBytes(bytes), bytes, day, by: null, read_on: null } as const
  await world.house
    .insertInto('intake_letters')
    .values({ ...row, ...rest })
    .execute()
}
const lettersOf = ({ house }: Context) =>
  house.selectFrom('intake_letters').selectAll().orderBy('id').execute()
const told = (folder = to): readonly string[] =>
  openBackupFolder(folder, false)
    .list()
    .filter((path) => path.startsWith('told/'))
const inBundle = ({ bundle: { parts } }: Awaited<ReturnType<typeof bundle>>) =>
  parts.filter((part) => part.path.startsWith('told/'))
/** As age writes it: a header, and sixteen bytes for each 64 KiB. */
const sealedSize = (bytes: number): number => bytes + 184 + 16 * Math.ceil(bytes / 65_536)

beforeAll(async () => {
  world = await emptyWorld()
  reader = await newIdentity()
  ;[data, to] = [fresh(), fresh()]
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov.')
  const list = { seq: 1, list: '{}', signature: '', since: '2026-11-19' }
  await world.house.insertInto('recipient_lists').values(list).execute()
  // Ninety-five days old, and never swept.
  await tell('2026-08-21', 6, 5_000)
  await tell('2026-11-20', 1, 5_000)
  await tell('2026-11-20', 2, 5_000)
  await tell('2026-11-21', 3, 700_000)
  await tell('2026-11-21', 3, 5_000, 'answered')
  await tell('2026-11-23', 4, 5_000)
})

describe('what came in by the sealed form', () => {
  it('goes into a backup when its day is over, a part for each day of one of few sizes, also where nothing came', async () => {
    const first = inBundle(await bundle(on('2026-11-23')))
    // What is known of all, the old one, and the days 19, 20, 21, 22.
    const sizes = first.map((part) => part.bytes).sort((a, b) => a - b)
    expect(sizes).toEqual([...Array(5).fill(sealedSize(toldSize(1))), sealedSize(toldSize(700_000))])
    expect(toldSize(1)).toBe(toldSize(200_000))
  })
  it('is in no bundle on the day it came, whatever the hour', async () => {
    await tell('2026-11-23', 5, 5_000)
    expect(inBundle(await bundle(on('2026-11-23', '18:00:00')))).toEqual([])
    expect(inBundle(await bundle(on('2026-11-24', '00:00:30')))).toEqual([])
    // The day, and what is known of all.
    expect(inBundle(await bundle(on('2026-11-24', '00:01:00'))).length).toBe(2)
  })
  it('stands in no other part: neither a mailbox nor how many came', async () => {
    const plain = fresh()
    const order = { folder: plain, data, signer: openSigner(data, 'log'), settings: {} }
    await writeBackup(on('2026-11-24'), { ...order, recipients: [], open: 'to look into it' })
    const folder = openBackupFolder(plain, false)
    for (const path of folder.list().filter((one) => /^bundles\/\d+\/(beside|long)/.test(one))) {
      const text = gunzipSync(folder.read(path) ?? new Uint8Array()).toString()
      for (const word of ['intake_', box(1)]) expect(text).not.toContain(word)
    }
  })
  it('comes back byte for byte with the root that was signed, and beside what the log has of each day', async () => {
    const house = worldOn(await unmadeStore())
    const folder = openBackupFolder(to, false)
    const asked = { folder, open: opening(true, [reader.secret]), data: fresh(), key: null }
    expect((await checkBackup(folder, { key: null, open: asked.open })).wrong).toEqual([])
    const restored = await restoreBackup({ ...house, clock: on('2026-11-24').clock }, asked)
    expect(restored.told).toEqual({ days: 5, wrong: [] })
    const here = await lettersOf(world)
    // What its days of keeping had run out for does not come back.
    expect(await lettersOf(house)).toEqual(here.filter((one) => one.day > '2026-11-01'))
    expect(here.length).toBe(7)
    expect(await house.house.selectFrom('intake_days').selectAll().orderBy('day').execute()).toEqual(
      await world.house.selectFrom('intake_days').selectAll().orderBy('day').execute(),
    )
  })
  it('and was declined leaves the folder with the next bundle; the log knows that it was no theft', async () => {
    const before = told()
    const answer = { consent: 'not-asked', why: 'insults', record: '' }
    await triageTold(on('2026-11-24'), box(1), { verdict: 'declined', ...answer })
    const { bundle: next } = await bundle(on('2026-11-24', '13:00:00'))
    expect(next.gone.filter((path) => path.startsWith('told/')).length).toBe(2)
    expect(before.filter((path) => !told().includes(path)).length).toBe(2)
    expect(await checkTold(on('2026-11-24'))).toEqual({ days: 5, wrong: [] })
  })
  it('leaves the folder after ninety days', async () => {
    const before = told()
    await sweepIntake(on('2026-11-24'))
    const { bundle: next } = await bundle(on('2026-11-24', '14:00:00'))
    expect(next.gone.filter((path) => path.startsWith('told/')).length).toBe(2)
    expect(told().length).toBe(before.length - 1)
  })
})

describe('whoever has the database and alters what came in', () => {
  const found = () => checkTold(on('2026-11-24')).then((one) => one.wrong)
  const letter = async () => (await lettersOf(world)).find((one) => one.mailbox === box(4))
  it('is found out when they take something away', async () => {
    const row = await letter()
    await world.house
      .deleteFrom('intake_letters')
      .where('id', '=', row?.id ?? '')
      .execute()
    expect(await found()).toEqual([{ day: '2026-11-23', kind: 'missing' }])
    if (row) await world.house.insertInto('intake_letters').values(row).execute()
    expect(await found()).toEqual([])
  })
  it.each([
    ['alter it', { body: Buffer.from('other') }],
    ['take its salt away', { salt: null }],
  ])('is found out when they %s', async (_what, change) => {
    const row = await letter()
    const own = world.house.updateTable('intake_letters').where('id', '=', row?.id ?? '')
    await own.set(change).execute()
    expect((await found()).map((one) => one.kind)).toEqual(['missing', 'added'])
    if (row) await own.set({ body: row.body, salt: row.salt }).execute()
  })
  it('is found out when they put something in on a day that is over', async () => {
    await tell('2026-11-23', 9, 100)
    expect(await found()).toEqual([{ day: '2026-11-23', kind: 'added' }])
    await world.house.deleteFrom('intake_letters').where('mailbox', '=', box(9)).execute()
  })
  it('is found out when they take away what the day holds, or write a day of their own', async () => {
    const days = await world.house
      .selectFrom('intake_days')
      .selectAll()
      .where('day', '=', '2026-11-23')
      .execute()
    await world.house.updateTable('intake_days').set({ leaves: [] }).where('day', '=', '2026-11-23').execute()
    expect(await found()).toEqual([{ day: '2026-11-23', kind: 'unnoted' }])
    await world.house.deleteFrom('intake_days').where('day', '=', '2026-11-23').execute()
    expect(await found()).toEqual([{ day: '2026-11-23', kind: 'unnoted' }])
    await world.house.insertInto('intake_days').values(days).execute()
    expect(await found()).toEqual([])
  })
})

it('a day in the log tells neither whether anything came nor what', async () => {
  const entries = await world.house
    .selectFrom('events')
    .select('input')
    .where('use_case', '=', 'sealed-intake-day')
    .execute()
  const inputs = entries.map((one) => one.input as { day: string; root: string })
  expect(new Set(inputs.map((one) => one.root)).size).toBe(inputs.length)
  for (const input of inputs) expect(Object.keys(input).sort()).toEqual(['day', 'root'])
})
