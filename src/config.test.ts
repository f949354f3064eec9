import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from './config.ts'
import { Refusal } from './core/faults.ts'

describe('settings', () => {
  it('listen on this machine alone unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      deskHost: '127.0.0.1',
      port: 8420,
      deskPort: 8421,
    })
  })
  it('opening the site does not open the workspace', () => {
    expect(readConfig({ AIGAQ_HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0', deskHost: '127.0.0.1' })
  })
  it('are refused with all their faults at once', () => {
    let refusal: unknown
    try {
      readConfig({ AIGAQ_PORT: 'eighty', AIGAQ_LANG: 'de', AIGAQ_MAX_BYTES: '-1' })
    } catch (error) {
      refusal = error
    }
    expect(refusal instanceof Refusal && refusal.faults.map((fault) => fault.where)).toEqual([
      'AIGAQ_PORT',
      'AIGAQ_LANG',
      'AIGAQ_MAX_BYTES',
    ])
  })
  it.each([
    ['1', 1],
    ['0.25', 0.25],
    ['0.1', null],
    ['0', null],
  ] as const)('take %s hours between backups for %j: no less than a quarter', (text, hours) => {
    const read = (): number => readConfig({ AIGAQ_BACKUP_HOURS: text }).backup.hours
    if (hours === null) expect(read).toThrow(Refusal)
    else expect(read()).toBe(hours)
  })
  it('count a key of backups once, and know which is told to be abroad', () => {
    const [here, there] = [`age1${'q'.repeat(58)}`, `age1${'p'.repeat(58)}`]
    const given = (text: string) =>
      readConfig({ AIGAQ_BACKUP_TO: '/b', AIGAQ_BACKUP_RECIPIENTS: text }).backup
    expect(given(`${here} abroad:${there}`)).toMatchObject({ recipients: [here, there], abroad: 1 })
    expect(given(`${here} ${here}`)).toMatchObject({ recipients: [here], abroad: 0 })
    expect(() => given(`home:${here}`)).toThrow(Refusal)
  })
  it.each([
    'postgres://aigaq:secret@db.example.org/aigaq',
    'postgres://aigaq:secret@primary:5432,127.0.0.1:5432/aigaq',
    'postgres://db.example.org/aigaq?sslmode=prefer',
    'postgresql://db.example.org/aigaq?sslmode=no-verify',
  ])('never ask a database elsewhere in the clear by a slip: %s', (url) => {
    for (const name of ['DATABASE_URL', 'DATABASE_PUBLIC_URL', 'DATABASE_STAFF_URL']) {
      let refusal: unknown
      try {
        readConfig({ [name]: url })
      } catch (error) {
        refusal = error
      }
      expect(refusal instanceof Refusal && refusal.faults.map((fault) => fault.where)).toEqual([name])
      expect(String(refusal)).not.toContain('secret')
    }
  })
  it.each([
    'postgres://aigaq:p%40ss@db.example.org,second:5433/aigaq?sslmode=verify-full',
    'postgres://aigaq@10.8.0.2/aigaq?sslmode=disable',
    'postgres://aigaq:secret@127.0.0.1:5432/aigaq',
    'postgres://aigaq:secret@[::1]:5432/aigaq',
    'postgres://aigaq@localhost/aigaq',
    'postgres:///aigaq?host=/var/run/postgresql',
    'postgres://aigaq@%2Fvar%2Frun%2Fpostgresql/aigaq',
  ])('take the address of a database here, or one that says how: %s', (url) => {
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })
  it('each say what they are for', () => {
    for (const [name, setting] of Object.entries(SETTINGS)) expect(setting.help, name).toMatch(/^\S.{10,}/)
  })
})
