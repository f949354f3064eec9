/** Passwords of the database, given or derived, stand in no output: not when all is well, not when anything fails. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { publicAddress } from '../../src/store/public-login.ts'
import { openServer } from '../stores.ts'
import { ROOT } from '../world.ts'

const PASSWORD = 'k3ep-th1s-qu1et'
let data: string
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'aigaq-secret-'))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

type Said = { readonly code: number | null; readonly text: string }

/** `until`: what must have been said before the program is asked to stop. */
const run = (args: readonly string[], env: Record<string, string>, until?: RegExp): Promise<Said> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${ROOT}/src/cli/main.ts`, ...args], {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: data,
        NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/aigaq'),
        AIGAQ_DATA: data,
        AIGAQ_PORT: '0',
        AIGAQ_DESK_PORT: '0',
        ...env,
      },
    })
    let text = ''
    const hear = (part: Buffer): void => {
      text += String(part)
      if (until?.test(text)) child.kill('SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', (code) => resolve({ code, text }))
  })

describe('a database that cannot be reached', () => {
  it.each([
    ['nobody listens', `postgres://aigaq:${PASSWORD}@127.0.0.1:1/aigaq`, [['doctor'], ['serve']]],
    [
      'no such host',
      `postgres://aigaq:${PASSWORD}@nowhere.invalid/aigaq?sslmode=disable`,
      [['doctor', '--json']],
    ],
    ['no address at all', `aigaq:${PASSWORD}@nowhere`, [['serve']]],
    [
      'a sign that is not escaped',
      `postgres://aigaq:${PASSWORD}%zz@127.0.0.1:1/aigaq`,
      [['doctor'], ['serve']],
    ],
    ['a port that is none', `postgres://aigaq:${PASSWORD}@127.0.0.1:port/aigaq`, [['doctor', '--json']]],
    ['a space', `postgres://aigaq:${PASSWORD} @127.0.0.1:1/aigaq`, [['doctor']]],
  ] as const)('%s', async (_what, url, verbs) => {
    const said = await Promise.all(
      verbs.map(async (args) => ({ args, ...(await run(args, { DATABASE_URL: url })) })),
    )
    for (const { args, code, text } of said) {
      expect(code, args.join(' ')).not.toBe(0)
      expect(text.length).toBeGreaterThan(10)
      expect(text, args.join(' ')).not.toContain(PASSWORD)
    }
  })
})

describe('a database that answers', () => {
  it('tells neither its own password nor the one made of it', async () => {
    const { store, url } = await openServer()
    await migrate(store)
    const own = decodeURIComponent(new URL(url).password)
    const derived = decodeURIComponent(
      new URL((await publicAddress(store, url)) ?? 'postgres://a:none@b').password,
    )
    expect(own.length).toBeGreaterThan(8)
    expect(derived.length).toBeGreaterThan(20)
    const env = { DATABASE_URL: url }
    const outputs = await Promise.all([
      run(['doctor'], env),
      run(['doctor', '--json'], env),
      run(['serve'], env, /Aigaq: http/),
      run(['verify', '--json'], env),
      run(['decide', '/nothing/there'], env),
      run(['doctor'], { ...env, DATABASE_PUBLIC_URL: url.replace(own, `${PASSWORD}`) }),
    ])
    expect(outputs[2]?.text).toContain('Aigaq: http')
    for (const { text } of outputs) {
      expect(text).not.toContain(own)
      expect(text).not.toContain(derived)
      expect(text).not.toContain(PASSWORD)
    }
  })
})
