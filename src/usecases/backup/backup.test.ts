import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, recordAll, worldOn } from '../../../test/world.ts'
import { type BackupFolder, openBackupFolder } from '../../adapters/backup-folder.ts'
import { type Identity, newIdentity } from '../../adapters/sealed/age.ts'
import { openSigner } from '../../adapters/signing.ts'
import { Refusal } from '../../core/faults.ts'
import { BODIES, FACTS, headOf, LEFT_OUT, OPERATIONAL, PART, TOLD, TYPES } from '../../store/carried.ts'
import { DERIVED } from '../../store/kinds-of-tables.ts'
import { unmadeStore } from '../../store/test-stores.ts'
import type { ToldHead, ToldState } from '../../store/told.ts'
import { digest } from '../../store/verify.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { refresh } from '../refresh.ts'
import { contentOf } from '../replay.ts'
import { verify } from '../verify.ts'
import { checkBackup } from './check-backup.ts'
import { opening } from './locks.ts'
import { restoreBackup } from './restore-backup.ts'
import { type BackupAsked, writeBackup } from './write-backup.ts'

const folders: string[] = []
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-backup-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const code = (error: unknown): string =>
  error instanceof Refusal ? (error.faults[0]?.code ?? '') : String(error)
const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', code)

let world: Context
let reader: Identity
let abroad: Identity
let [data, to] = ['', '']
let folder: BackupFolder
const asked = (more: Partial<BackupAsked> = {}): BackupAsked => ({
  ...{ folder: to, data, signer: openSigner(data, 'log'), settings: { AIGAQ_SITE: 'https://example.org' } },
  ...{ recipients: [reader.key, abroad.key], open: null },
  ...more,
})
const open = (): ReturnType<typeof opening> => opening(true, [abroad.secret])
const check = () => checkBackup(folder, { key: null, open: open() })

beforeAll(async () => {
  world = await emptyWorld()
  ;[reader, abroad] = [await newIdentity(), await newIdentity()]
  ;[data, to] = [fresh(), fresh()]
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov and a bystander.')
  await recordAll(world, [
    {
      ...{ record: 'person', id: 'asan-usenov', names: { en: 'Asan Usenov', ru: null, kk: null } },
      ...{ by: 'aigerim', at: '2026-11-01T08:00:00Z' },
    },
  ])
  await decideAll(world, [aDecision({ from: 'On 7 May', to: 'Asan Usenov' })])
})

describe('what a backup holds', () => {
  it('is every table but those that can be made again and who is signed in', async () => {
    const there = (await world.house.introspection.getTables()).map((one) => one.name)
    const told = [...FACTS, ...OPERATIONAL, ...TOLD, ...LEFT_OUT, ...DERIVED]
    expect(there.filter((one) => !one.startsWith('kysely_')).sort()).toEqual([...told].sort())
  })
  /** In the order in which a restore writes them. */
  const restored: readonly string[] = [...FACTS, ...OPERATIONAL, ...TOLD]
  it('is of no type that a restore could not write, nothing that the database makes itself, and no body but those kept one by one', async () => {
    const heads = await Promise.all(restored.map((table) => headOf(world.house, table)))
    const columns = heads.flatMap(({ table, columns }) =>
      columns.map(([name, type]) => ({ table, name, type })),
    )
    expect(columns.length).toBeGreaterThan(300)
    expect(columns.filter(({ type }) => !TYPES.includes(type))).toEqual([])
    const bodies = columns.filter(({ name, type }) => name === 'body' && type === 'bytea')
    expect(bodies.map(({ table }) => table).sort()).toEqual([...Object.keys(BODIES), 'intake_letters'].sort())
    const { rows } = await sql<{ at: string }>`
      select attrelid::regclass || '.' || attname as at from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attnum > 0 and attrelid::regclass::text in (${sql.join([...restored])})
        and (attidentity <> '' or attgenerated <> '' or pg_get_expr(adbin, adrelid) like '%nextval%')`.execute(
      world.house,
    )
    expect(rows).toEqual([])
  })
  it('is written back in an order in which nothing points to what is not there yet', async () => {
    const { rows } = await sql<{ from: string; to: string }>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and not condeferred`.execute(world.house)
    expect(rows.length).toBeGreaterThan(10)
    // Rows of it that point there are left out with what they point to.
    const isLeftOut = (one: { from: string; to: string }) =>
      one.from in PART && LEFT_OUT.some((out) => out === one.to)
    const late = rows.filter(
      ({ from, to }) =>
        !isLeftOut({ from, to }) &&
        restored.includes(from) &&
        (!restored.includes(to) || restored.indexOf(to) > restored.indexOf(from)),
    )
    expect(late).toEqual([])
  })
  it('has every column of what came by the sealed form', async () => {
    const head: Record<keyof ToldHead, true> = {
      ...{
        id: true,
        mailbox: true,
        way: true,
        reply_to: true,
        list: true,
        what: true,
        bytes: true,
        day: true,
        by: true,
      },
    }
    const mark: Record<keyof ToldState['marks'][number], true> = { id: true, read_on: true, salt: true }
    const { columns } = await headOf(world.house, 'intake_letters')
    const kept = new Set([...Object.keys(head), ...Object.keys(mark), 'body'])
    expect(columns.map(([name]) => name).sort()).toEqual([...kept].sort())
  })
  it.each([
    ['no recipient and no reason', { recipients: [], open: null }, 'backup.open'],
    ['a key that is none', { recipients: ['age1short'], open: null }, 'backup.recipient'],
    ['recipients and a reason to do without', { open: 'a test' }, 'backup.both'],
  ] as const)('is not written with %s', async (_what, more, expected) => {
    expect(await refusal(writeBackup(world, asked(more)))).toBe(expected)
  })
  it('is sealed whole, so that no name, word or hash of a file can be read in it', async () => {
    const { bundle } = await writeBackup(world, asked())
    expect(bundle).toMatchObject({ number: 1, base: 1, after: 0, recipients: 2 })
    folder = openBackupFolder(to, false)
    const [file] = await world.house.selectFrom('files').selectAll().execute()
    const all = folder
      .list()
      .map((path) => `${path} ${Buffer.from(folder.read(path) ?? []).toString('latin1')}`)
    for (const secret of ['Usenov', 'Almaty', 'aigerim', file?.sha256 ?? '', reader.key])
      expect(all.filter((one) => one.includes(secret))).toEqual([])
  })
  it('is whole to whoever holds one of the keys, and to whoever holds none', async () => {
    const found = await check()
    expect(found).toMatchObject({ wrong: [], missing: [], log: { breaks: [] } })
    expect(found.root).toBe((await verify({ store: world.house })).root)
    expect(await checkBackup(folder, { key: null, open: null })).toMatchObject({ wrong: [], log: null })
    const stranger = opening(true, [(await newIdentity()).secret])
    expect(await refusal(checkBackup(folder, { key: null, open: stranger }))).toBe('backup.identity')
  })
})

describe('a second bundle', () => {
  it('holds what people sealed once, though it is there in every bundle after', async () => {
    const about = {
      organisation: 'home',
      about_kind: 'incident',
      about_id: 'kz-2024-05-07-a',
      field: 'what',
    } as const
    const row = {
      ...about,
      id: 'a'.repeat(32),
      version: 1,
      what: 'text',
      list: 1,
      sha256: 'b'.repeat(64),
    } as const
    const sealed = {
      ...row,
      body: Buffer.from('sealed by somebody'),
      bytes: 18,
      by: 'aigerim',
      since: '2026-11-20',
    }
    const put = () => world.house.insertInto('sealed_items').values(sealed).execute()
    await put()
    const other = fresh()
    const bodies = async () => {
      const { bundle } = await writeBackup(world, asked({ folder: other }))
      return bundle.parts.filter((one) => one.path.startsWith('bodies/')).length
    }
    expect([await bodies(), await bodies()]).toEqual([1, 0])
    await world.house.deleteFrom('sealed_items').execute()
    expect(await bodies()).toBe(0)
    const left = openBackupFolder(other, false).list()
    expect(left.filter((path) => path.startsWith('bodies/'))).toEqual([])
    await put()
  })
  it('adds what is new and nothing else', async () => {
    await importText(world, 'On 8 May 2024 the court in Almaty fined Aigul Serikova.', 'second.txt')
    const { bundle } = await writeBackup(world, asked())
    expect(bundle).toMatchObject({ number: 2, base: 1 })
    // What stood beside the log then stands in the new one, as it is now.
    expect(bundle.gone.map((path) => path.replace(/\.age$/, '')).sort()).toEqual([
      'bundles/000001/beside',
      'bundles/000001/keys',
    ])
    expect(bundle.entries - bundle.after).toBe(1)
    expect(bundle.parts.filter((one) => one.path.startsWith('evidence/')).length).toBe(1)
    expect(await check()).toMatchObject({ bundles: 2, wrong: [], missing: [], log: { breaks: [] } })
  })
  it('is not written into the backup of another house', async () => {
    const other = fresh()
    const theirs = asked({ data: other, signer: openSigner(other, 'log') })
    expect(await refusal(writeBackup(world, theirs))).toBe('backup.other')
  })
})

describe('a file that is lost in the house', () => {
  it('stays in the backup, and is told, even when the backup is sealed to other keys', async () => {
    const other = fresh()
    await writeBackup(world, asked({ folder: other }))
    const [lost] = await world.house.selectFrom('files').select('sha256').execute()
    const bytes = world.files.get(lost?.sha256 ?? '')
    world.files.destroy(lost?.sha256 ?? '')
    const parts = () =>
      openBackupFolder(other, false)
        .list()
        .filter((path) => path.startsWith('evidence/'))
    const before = parts()
    expect((await writeBackup(world, asked({ folder: other }))).missing).toEqual([])
    expect((await writeBackup(world, asked({ folder: other, recipients: [abroad.key] }))).missing).toEqual([
      lost?.sha256,
    ])
    expect(before.every((path) => parts().includes(path))).toBe(true)
    world.files.put(bytes ?? new Uint8Array())
  })
})

describe('every byte of it that is changed', () => {
  it('is found, with the file and the bytes it is in', async () => {
    const paths = folder.list()
    for (let round = 0; round < 40; round += 1) {
      const path = join(to, paths[(round * 7) % paths.length] ?? '')
      const whole = readFileSync(path)
      const at = (round * 7919) % whole.length
      const altered = Buffer.from(whole)
      altered[at] = (altered[at] ?? 0) ^ (1 << (round % 8))
      writeFileSync(path, altered)
      const { wrong } = await checkBackup(folder, { key: null, open: null })
      expect(wrong.length, `${path} at ${at}`).toBeGreaterThan(0)
      for (const one of wrong) expect(one.from ?? 0, path).toBeLessThanOrEqual(at)
      writeFileSync(path, whole)
    }
  })
  it('is found when a file is gone, cut off, or one is added', async () => {
    const [path = ''] = folder.list().filter((one) => one.startsWith('evidence/'))
    const whole = readFileSync(join(to, path))
    rmSync(join(to, path))
    expect((await check()).wrong).toEqual([{ kind: 'missing', path }])
    writeFileSync(join(to, path), whole.subarray(0, 10))
    expect((await check()).wrong[0]).toMatchObject({ kind: 'altered', path })
    writeFileSync(join(to, path), whole)
    writeFileSync(join(to, 'evidence/more'), 'x')
    expect((await check()).wrong).toEqual([{ kind: 'extra', path: 'evidence/more' }])
    rmSync(join(to, 'evidence/more'))
  })
})

/** Sealed on a phone, with nobody who decided on it yet. */
async function fromAPhone(): Promise<void> {
  const pass = { key: 'k', name: 'sparrow', receipts: 'c'.repeat(64), by: 'aigerim', since: '2026-11-20' }
  await world.house
    .insertInto('field_passes')
    .values({ ...pass, ended: null })
    .execute()
  const item = {
    id: 'd'.repeat(64),
    list: 1,
    bytes: 6,
    body: Buffer.from('sealed'),
    pass: 'k',
    brought: null,
  }
  const open = { verdict: null, record: null, why: null, by: null, decided: null }
  await world.house
    .insertInto('field_items')
    .values({ ...item, ...open, day: '2026-11-21' })
    .execute()
}

describe('a restore', () => {
  const target = async (): Promise<Context> => worldOn(await unmadeStore())
  const hashesOf = (context: Context, table: string): Promise<readonly object[]> =>
    context.house
      .selectFrom(table as 'events')
      .selectAll()
      .execute()

  it('makes the same house, table by table, and only in an empty place', async () => {
    await fromAPhone()
    await writeBackup(world, asked())
    await refresh(world)
    const [house, into] = [await target(), fresh()]
    const restored = await restoreBackup(house, { folder, open: open(), data: into, key: null })
    expect(restored).toMatchObject({
      resumed: false,
      files: 2,
      settings: { AIGAQ_SITE: 'https://example.org' },
    })
    expect(restored.root).toBe((await verify({ store: world.house })).root)
    // Nonces and hashes too: it is the same log.
    for (const table of [...FACTS, ...OPERATIONAL])
      expect(digest(await hashesOf(house, table)), table).toBe(digest(await hashesOf(world, table)))
    for (const table of DERIVED)
      expect(digest(await contentOf(house.house, table)), table).toBe(
        digest(await contentOf(world.house, table)),
      )
    for (const { sha256 } of await house.house.selectFrom('files').selectAll().execute())
      expect(house.files.get(sha256)).toEqual(world.files.get(sha256))
    expect(readFileSync(join(into, 'log-key.pem'))).toEqual(readFileSync(join(data, 'log-key.pem')))
    const again = { folder, open: open(), data: into, key: null }
    expect(await refusal(restoreBackup(house, again))).toBe('restore.not-empty')
  })
  it('that was interrupted says so until it is tried again with the same backup', async () => {
    const [house, into] = [await target(), fresh()]
    const broken = { ...house.files, put: () => expect.unreachable('the power fails') }
    const again = { folder, open: open(), data: into, key: null }
    await expect(restoreBackup({ ...house, files: broken as never }, again)).rejects.toThrow(
      'the power fails',
    )
    expect(readFileSync(join(into, 'restore-unfinished'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
    const other = fresh()
    await writeBackup(world, asked({ folder: other }))
    const wrong = { ...again, folder: openBackupFolder(other, false) }
    expect(await refusal(restoreBackup(house, wrong))).toBe('restore.other')
    expect(await restoreBackup(house, again)).toMatchObject({ resumed: true, files: 2 })
    expect(() => readFileSync(join(into, 'restore-unfinished'))).toThrow()
  })
  it('is refused before anything is written when a part was altered or the key is another', async () => {
    const house = worldOn(world.house)
    const into = fresh()
    const [path = ''] = folder.list().filter((one) => one.includes('/log-'))
    const whole = readFileSync(join(to, path))
    writeFileSync(join(to, path), Buffer.concat([whole.subarray(0, -1), Buffer.from([0])]))
    const asking = { folder, open: open(), data: into, key: null }
    expect(await refusal(restoreBackup(house, asking))).toBe('backup.broken')
    writeFileSync(join(to, path), whole)
    expect(await refusal(restoreBackup(house, { ...asking, key: 'aigaq-other+00000000+AA==' }))).toBe(
      'backup.key',
    )
    const stranger = opening(true, [(await newIdentity()).secret])
    expect(await refusal(restoreBackup(house, { ...asking, open: stranger }))).toBe('backup.identity')
    expect(() => readFileSync(join(into, 'restore-unfinished'))).toThrow()
  })
})

describe('after somebody was forgotten', () => {
  it('the next bundle stands alone, and nothing of them is in the folder any more', async () => {
    await forgetPerson(world, { person: 'asan-usenov', by: 'aigerim', why: 'asked to be' })
    const { bundle } = await writeBackup(world, asked())
    expect(bundle).toMatchObject({ number: 4, base: 4, before: null })
    expect(folder.list().filter((path) => /^bundles\/00000[123]/.test(path))).toEqual([])
    expect(folder.list().filter((path) => path.startsWith('evidence/')).length).toBe(1)
    expect(await check()).toMatchObject({
      bundles: 1,
      wrong: [],
      missing: [],
      log: { breaks: [], erased: expect.any(Number) },
    })
    const plain = fresh()
    await writeBackup(world, asked({ folder: plain, recipients: [], open: 'to look into it' }))
    const found = await checkBackup(openBackupFolder(plain, false), { key: null, open: opening(false, []) })
    expect(found.log).toMatchObject({ breaks: [] })
  })
})
