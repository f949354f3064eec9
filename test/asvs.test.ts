/** The checklist of OWASP ASVS 5.0: every requirement of levels 1 and 2 is answered once, every proof is there, and its page counts right; with the checks of the source that no running page can show. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ROOT } from './world.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.ts$|fixture/.test(name))
    .map((name) => `${folder}/${name}`)

const proof = z.union([
  z.strictObject({ test: z.string(), name: z.string() }),
  z.strictObject({ page: z.string(), words: z.string() }),
])
const of = { level: z.union([z.literal(1), z.literal(2), z.literal(3)]), asks: z.string().min(3) }
const requirement = z.union([
  z.strictObject({ id: z.string(), ...of, state: z.literal('met'), by: z.array(z.string()).min(1) }),
  z.strictObject({ id: z.string(), ...of, state: z.enum(['open', 'outside']), why: z.string().min(10) }),
  z.strictObject({ ids: z.array(z.string()), ...of, state: z.literal('outside'), why: z.string().min(10) }),
])
const list = z
  .strictObject({ proofs: z.record(z.string(), proof), requirements: z.array(requirement) })
  .parse(parse(read('docs/host/asvs.yaml')))
const all = list.requirements.flatMap((one) => ('ids' in one ? one.ids.map((id) => ({ ...one, id })) : [one]))
const count = (level: number, state?: string): number =>
  all.filter((one) => one.level === level && (state === undefined || one.state === state)).length

describe('the checklist', () => {
  it('answers each requirement of levels 1 and 2 once, as many as the standard has', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
    expect(all.filter((one) => !/^V\d{1,2}\.\d\.\d{1,2}$/.test(one.id))).toEqual([])
    expect([count(1), count(2), count(3)]).toEqual([70, 183, 5])
  })

  it('holds level 1, and nine in ten of what level 2 asks of a house like this', () => {
    expect(count(1, 'open')).toBe(0)
    expect(count(2, 'met') / (count(2) - count(2, 'outside'))).toBeGreaterThanOrEqual(0.9)
  })

  it('uses each of its proofs, and no other', () => {
    const used = new Set(list.requirements.flatMap((one) => ('by' in one ? one.by : [])))
    expect([...used].sort()).toEqual(Object.keys(list.proofs).sort())
  })

  it.each(Object.entries(list.proofs))('proves by %s what is there', (_name, one) => {
    if ('page' in one) expect(read(one.page)).toContain(one.words)
    // A title may be written with either quote, and escaped.
    else expect(read(one.test).replaceAll("\\'", "'")).toContain(one.name)
  })

  it('is counted on its page as it is', () => {
    const page = read('docs/host/95-asvs.md')
    for (const level of [1, 2] as const) {
      const inScope = count(level) - count(level, 'outside')
      const row = [
        level,
        count(level),
        count(level, 'outside'),
        inScope,
        count(level, 'met'),
        count(level, 'open'),
      ]
      expect(page).toContain(`| ${row.join(' | ')} |`)
    }
    for (const { id } of all.filter((one) => one.state === 'open')) expect(page).toContain(id)
  })
})

/** Where SHA-1 is named, since others use it. */
const OLD_HASH = ['src/adapters/one-time-codes.ts', 'src/adapters/time-stamp/check.ts']

describe('the source', () => {
  const source = filesIn('src', /\.(?:ts|js)$/).map((path) => ({ path, text: read(path) }))
  const holding = (words: RegExp, of = source): readonly string[] =>
    of.flatMap(({ path, text }) => (words.test(text) ? [path] : []))
  const islands = source.filter(({ path }) => path.startsWith('src/web/islands/'))

  it('starts no shell, and runs no text as code', () => {
    expect(
      holding(
        /\beval\(|new Function\(|node:vm|\bshell: |\b(?:exec|execSync)\b[^'"]*from 'node:child_process'/,
      ),
    ).toEqual([])
  })

  it('takes chance from the system alone', () => {
    expect(holding(/Math\.random/)).toEqual([])
  })

  it('names no cipher and no hash but the few that are held to be good', () => {
    const named = source.flatMap(({ text }) =>
      [
        ...text.matchAll(/\bcreate(?:Hash|Hmac|Cipheriv|Decipheriv)\(\s*'([^']+)'|\bhkdfSync\(\s*'([^']+)'/g),
      ].map(([, one, other]) => one ?? other),
    )
    expect([...new Set(named)].sort()).toEqual(['aes-256-gcm', 'sha256'])
    // Apps for one-time codes know no other, and a code lives for a minute; an old way to name a certificate in a time stamp is read, too.
    expect(holding(/'(?:md5|sha-?1'|rc4|aes-\d+-(?:ecb|cbc))/i)).toEqual(OLD_HASH)
  })

  it('gives the browser words, and never markup, to put into a page', () => {
    expect(islands.length).toBeGreaterThan(8)
    expect(
      holding(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|'message'|'paste'/, islands),
    ).toEqual([])
  })

  it('says on its page what a browser keeps', () => {
    const page = read('docs/host/95-asvs.md')
    const keeping = holding(/localStorage|sessionStorage|indexedDB|deviceStore\(/, islands)
    expect(keeping.length).toBeGreaterThan(0)
    expect(keeping.filter((path) => !page.includes(path.replace('src/web/islands/', '')))).toEqual([])
  })

  it('has every package fixed, with its hash, from the one registry', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { version: string; resolved?: string; integrity?: string }>>
    }
    const own = Object.entries(packages).filter(([path]) => path !== '')
    expect(own.length).toBeGreaterThan(50)
    expect(
      own.filter(
        ([, one]) =>
          !one.integrity?.startsWith('sha512-') ||
          // Left out: from wherever the registry is set to; the hash says what it must be.
          !(one.resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
      ),
    ).toEqual([])
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Readonly<Record<string, string>>
    }
    expect(Object.values(dependencies).filter((one) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(one))).toEqual([])
  })
})
