/** Libraries of production: each was asked about, none is past the time in which it had to be taken up or mended, and how that is told. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { type Asked, type Line, packagesOf, pastTheirTime, standing } from '../scripts/libraries.ts'
import { ROOT } from './world.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const record = JSON.parse(read('docs/host/libraries.json')) as Asked

describe('what the registry said last', () => {
  it('is about every package that the program is made of, in the version that is here', () => {
    const here = packagesOf(JSON.parse(read('package-lock.json')).packages)
    const named = (one: { readonly name: string; readonly version: string }) => `${one.name}@${one.version}`
    expect(here.length).toBeGreaterThan(90)
    expect(record.packages.map(named).sort()).toEqual(here.map(named).sort())
  })

  it('holds none that is past its time', () => {
    expect(pastTheirTime(record)).toEqual([])
  })

  it('is told with its day, and says whether faults were told, too', () => {
    const page = read('docs/host/95-asvs.md')
    expect(page).toContain(`asked on ${record.asked}`)
    expect(page.includes('did not say which faults are known')).toBe(record.faults === null)
  })
})

const told = {
  'dist-tags': { latest: '3.0.0' },
  time: {
    ...{ '1.0.0': '2026-01-05T10:00:00Z', '1.1.0': '2026-03-01T10:00:00Z', '2.0.0': '2026-02-01T10:00:00Z' },
    ...{
      '2.1.0-rc.1': '2026-02-02T10:00:00Z',
      '2.0.1': '2026-02-03T10:00:00Z',
      '3.0.0': '2026-06-01T10:00:00Z',
    },
  },
  versions: {
    '1.0.0': {},
    '1.1.0': {},
    '2.0.0': {},
    '2.1.0-rc.1': {},
    '2.0.1': { deprecated: 'broken' },
    '3.0.0': {},
  },
}

test.each<[string, string, Line, object]>([
  ['the newest has nothing before it', '3.0.0', 'any', { published: '2026-06-01' }],
  [
    'of any line the first that came counts',
    '1.0.0',
    'any',
    { published: '2026-01-05', newer: '2.0.0', since: '2026-02-01', due: '2026-05-18' },
  ],
  [
    'of the same line alone',
    '1.0.0',
    'same major',
    { published: '2026-01-05', newer: '1.1.0', since: '2026-03-01', due: '2026-06-15' },
  ],
  ['of none, where nobody who asks for it allows one', '1.0.0', 'none', { published: '2026-01-05' }],
  [
    'neither what came before its time nor what was given up is newer',
    '2.0.0',
    'any',
    { published: '2026-02-01', newer: '3.0.0', since: '2026-06-01', due: '2026-09-15' },
  ],
  ['what came later for an older line is not newer', '2.0.0', 'same major', { published: '2026-02-01' }],
  [
    'what its makers gave up is told',
    '2.0.1',
    'same major',
    { published: '2026-02-03', deprecated: 'broken' },
  ],
])('%s', (_what, version, line, expected) => {
  expect(standing(told, version, line)).toEqual(expected)
})

test('where no version is ever called finished, the one that is offered first counts', () => {
  const unfinished = {
    'dist-tags': { latest: '18.4.0-beta.2' },
    time: { '18.4.0-beta.1': '2026-07-01T00:00:00Z', '18.4.0-beta.2': '2026-07-23T00:00:00Z' },
    versions: { '18.4.0-beta.1': {}, '18.4.0-beta.2': {} },
  }
  expect(standing(unfinished, '18.4.0-beta.1', 'any')).toMatchObject({ newer: '18.4.0-beta.2' })
  expect(standing(unfinished, '18.4.0-beta.2', 'any')).toEqual({ published: '2026-07-23' })
})

test('on the day that something is due it is not past its time; a day later it is, and faults are always', () => {
  const one = {
    name: 'a',
    version: '1.0.0',
    published: '2026-01-05',
    newer: '1.1.0',
    since: 'x',
    due: '2026-06-15',
  }
  const faults = [{ name: 'b', severity: 'high', range: '<2' }]
  expect(pastTheirTime({ asked: '2026-06-15', faults: null, packages: [one] })).toEqual([])
  expect(pastTheirTime({ asked: '2026-06-16', faults, packages: [one] })).toEqual([
    'a 1.0.0: 1.1.0 was due on 2026-06-15',
    'b <2: a known fault, high',
  ])
})
