/** A copy of the whole public site: everything of the site is in it, nothing withheld is, and whatever is changed in it is found. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/adapters/mirror-folder.ts'
import { openSigner, type Signer } from '../../src/adapters/signing.ts'
import type { Manifest } from '../../src/core/mirror.ts'
import { nextNumber } from '../../src/core/mirror-age.ts'
import { CITE_FORMATS } from '../../src/publish/manuscript/cite-files.ts'
import { packChanges } from '../../src/usecases/mirror/pack-changes.ts'
import { verifyMirror } from '../../src/usecases/mirror/verify-mirror.ts'
import { writeMirror } from '../../src/usecases/mirror/write-mirror.ts'
import { rulesInForce } from '../../src/usecases/rules-in-force.ts'
import { papersHere } from '../../src/usecases/set-manuscript.ts'
import { mirrored } from '../../src/web/site/mirror.ts'
import { type Answer, crawl, wordsIn } from '../crawl.ts'
import { aMove, knowledge, ROOT, recordAll, siteOf } from '../world.ts'
import { ASKED, campaignThatNames } from './campaigns.ts'
import { leaksIn } from './finder.ts'
import { textThatNames } from './publication.ts'
import { type Small, smallWorld } from './small-world.ts'

let small: Small
let home: string
let signer: Signer
let manifest: Manifest
/** So many copies were made until now. */
let given = 0
const folder = (name: string): string => join(home, name)

const site = () => ({ store: small.world.store, knowledge, rules: rulesInForce(knowledge) })
const written = async (name: string): Promise<Manifest> => {
  const { manifest: made } = await writeMirror({
    files: mirrored(site(), { root: ROOT, made: '2026-11-26', origin: '' }),
    folder: folder(name),
    ...{ made: '2026-11-26', number: nextNumber(0, '2026-11-26') + given++, origin: '', signer },
  })
  return made
}

beforeAll(async () => {
  small = await smallWorld()
  await textThatNames(small.world, small.people.slice(0, 3))
  const hidden = small.people.slice(0, 16).filter((one) => one.level !== null)
  await recordAll(
    small.world,
    campaignThatNames('cam-leaks00', { kind: 'law', law: 'AOC-488' }, hidden, null),
  )
  home = mkdtempSync(join(tmpdir(), 'aigaq-mirror-'))
  signer = openSigner(home)
  manifest = await written('copy')
})
afterAll(async () => {
  await small?.world.store.destroy()
  rmSync(home, { recursive: true, force: true })
})

const textOf = (path: string): string => readFileSync(join(folder('copy'), path), 'utf8')
const pages = (): readonly string[] =>
  manifest.files.map((one) => one.path).filter((path) => path.endsWith('.html'))

/** Forms that somebody must answer: the copy has a search of its own. */
const SERVED_ALONE = /\/kz\/search|\/letters|\/embed\//
/** No card of this world has a review, so a copy has none; nor has it the laws that nothing but a card leads to, under which there is no record. */
const isUnusedLaw = (path: string, text: string): boolean =>
  /\/card\//.test(path) || (/\/law\//.test(path) && !/href="[^"]*\/i\//.test(text))

describe('a copy', () => {
  it('holds every page that the site leads to, in three languages and as data', async () => {
    const answers = await crawl(siteOf(small.world), [], null)
    const kinds = (of: RegExp) =>
      answers.filter(
        (one) =>
          one.status === 200 &&
          of.test(one.url) &&
          !SERVED_ALONE.test(one.url) &&
          !isUnusedLaw(one.url, one.text),
      ).length
    const files = (of: RegExp) =>
      manifest.files.filter((one) => of.test(one.path) && !isUnusedLaw(one.path, textOf(one.path))).length
    for (const language of ['en', 'ru', 'kk'])
      expect(files(new RegExp(`^${language}/.*html$`))).toBe(
        kinds(
          new RegExp(`^/${language}/(?!.*\\.(json|atom|png|svg|pdf|docx|md|txt|csl|bib|ris|ics)(\\?|$))`),
        ),
      )
    for (const path of pages().filter((one) => one.includes('/')))
      expect(textOf(path), path).toMatch(/<link rel="alternate" type="application\/json"/)
  })

  it('holds each published text in every format, and leads there from its page', async () => {
    const there = new Set(manifest.files.map((one) => one.path))
    const texts = await small.world.store
      .selectFrom('public_publications')
      .select(['id', 'language'])
      .execute()
    expect(texts.length).toBeGreaterThan(0)
    for (const { id, language } of texts) {
      const files = (await papersHere()).map((one) => `${id}.${one}`)
      const cites = CITE_FORMATS.map((one) => `${id}/cite.${one}`)
      for (const name of [...files, ...cites]) {
        const file = `${language}/publication/${name}`
        expect(there.has(file), file).toBe(true)
        expect(textOf(`${language}/publication/${id}.html`)).toContain(`href="${name}"`)
      }
      expect(textOf(`${language}/search.html`)).toContain(`publication/${id}.html`)
    }
  })

  it('leads from each page to files that are there, and nowhere else', () => {
    const there = new Set(manifest.files.map((one) => one.path))
    const dead = pages().flatMap((path) =>
      [...textOf(path).matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)].flatMap(([, to = '']) => {
        // Sources stand where they stand, and a draft of a mail goes to whoever it is for.
        if (/^(?:https|mailto):/.test(to)) return []
        const { protocol, pathname } = new URL(to, `file:///${path}`)
        return protocol === 'file:' && there.has(decodeURIComponent(pathname).slice(1))
          ? []
          : [`${path}: ${to}`]
      }),
    )
    expect(dead).toEqual([])
  })

  it('is reached from its front page by page, by links that need no script', () => {
    const all = new Set(pages())
    const [seen, next] = [new Set<string>(), ['index.html']]
    for (let path = next.pop(); path !== undefined; path = next.pop()) {
      if (seen.has(path) || !all.has(path)) continue
      seen.add(path)
      for (const [, to = ''] of textOf(path).matchAll(/<a [^>]*?href="([^"#?]+)/g))
        if (!/^[a-z]+:/.test(to))
          next.push(decodeURIComponent(new URL(to, `file:///${path}`).pathname).slice(1))
    }
    expect([...all].filter((path) => !seen.has(path))).toEqual([])
  })

  it('has typefaces beside its style, no script but that of the page that checks it, and no feed without an origin', () => {
    expect(textOf('assets/style.css')).not.toContain('url("/')
    expect(
      pages()
        .filter((path) => textOf(path).includes('<script'))
        .sort(),
    ).toEqual([...['en', 'kk', 'ru'].map((language) => `${language}/search.html`), 'verify.html'])
    expect(textOf('verify.html')).toContain('data-script=')
    expect(manifest.files.filter((one) => one.path.endsWith('.atom'))).toEqual([])
  })

  it('tells nothing of anybody who is withheld', () => {
    const answers = manifest.files
      .filter((one) => !one.path.endsWith('.woff2'))
      .map(
        ({ path }): Answer => ({
          url: path,
          status: 200,
          headers: new Headers(),
          text: `${path}\n${wordsIn(new Uint8Array(readFileSync(join(folder('copy'), path))))}`,
        }),
      )
    const hidden = small.people.filter((one) => one.level === 'never' || one.level === null)
    expect(leaksIn(answers, hidden).map((one) => `${one.url}: ${one.read}`)).toEqual([])
    expect(textOf('en/campaign/cam-leaks00.html')).toContain(ASKED)
  })

  it('does not hold the key that signed it', () => {
    const [, secret = ''] = readFileSync(join(home, 'mirror-key.pem'), 'utf8').split('\n')
    expect(secret.length).toBeGreaterThan(40)
    expect(filesBelow(folder('copy')).filter((path) => textOf(path).includes(secret))).toEqual([])
  })

  it('is whole, by the key whose fingerprint was given', () => {
    const found = verifyMirror(folder('copy'), null)
    expect(found).toMatchObject({ isSigned: true, isExpectedKey: null, wrong: [] })
    expect(verifyMirror(folder('copy'), found.fingerprint.toUpperCase()).isExpectedKey).toBe(true)
    expect(verifyMirror(folder('copy'), '0'.repeat(64)).isExpectedKey).toBe(false)
  })
})

describe('a copy in other hands', () => {
  /** What checking says after a change, which is then undone. */
  const tampered = (changes: Readonly<Record<string, (bytes: Buffer) => Uint8Array | string | null>>) => {
    const at = (path: string): string => join(folder('copy'), path)
    const before = Object.keys(changes).map(
      (path) => [path, existsSync(at(path)) ? readFileSync(at(path)) : null] as const,
    )
    try {
      for (const [path, bytes] of before) {
        const changed = changes[path]?.(bytes ? Buffer.from(bytes) : Buffer.alloc(0)) ?? null
        if (changed === null) rmSync(at(path))
        else writeFileSync(at(path), changed)
      }
      return verifyMirror(folder('copy'), null)
    } finally {
      for (const [path, bytes] of before)
        if (bytes) writeFileSync(at(path), bytes)
        else rmSync(at(path))
    }
  }

  it('shows each byte that was changed, wherever it stands', () => {
    const paths = manifest.files.filter((_, index) => index % 97 === 0).map((one) => one.path)
    const flip = (bytes: Buffer): Buffer => {
      const where = 7919 % bytes.length
      bytes[where] = (bytes[where] ?? 0) ^ 1
      return bytes
    }
    const found = tampered(Object.fromEntries(paths.map((path) => [path, flip])))
    expect(found.wrong.map((one) => one.kind)).toEqual(paths.map(() => 'altered'))
    expect(found.wrong.map((one) => one.path).sort()).toEqual([...paths].sort())
  })

  it('shows what was taken out and what was put in', () => {
    const found = tampered({ 'en/kz.html': () => null, 'en/i/forged.html': () => 'x' })
    expect(found.wrong).toEqual([
      { kind: 'missing', path: 'en/kz.html' },
      { kind: 'extra', path: 'en/i/forged.html' },
    ])
  })

  it('is not believed when its list was changed, or signed by somebody else', () => {
    expect(tampered({ 'manifest.json': (bytes) => `${bytes} ` }).isSigned).toBe(false)
    mkdirSync(folder('forger'))
    const forged = openSigner(folder('forger')).sign(readFileSync(join(folder('copy'), 'manifest.json')))
    expect(tampered({ 'manifest.sig': () => `${forged}\n` }).isSigned).toBe(false)
  })

  it('names a list that was changed or lost, and nothing else: what it named is not known any more', () => {
    const [path = ''] = filesBelow(folder('copy'))
      .filter((one) => /^lists\/ru.*~\.json$/.test(one))
      .sort((a, b) => b.length - a.length)
    expect(tampered({ [path]: (bytes) => `${bytes} ` }).wrong).toEqual([{ kind: 'altered', path }])
    expect(tampered({ [path]: () => null }).wrong).toEqual([{ kind: 'missing', path }])
  })

  it.each([
    ['is cut short', (text: string) => text.slice(0, 100)],
    ['lacks its key', (text: string) => text.replace('"key"', '"lock"')],
    ['leads out of its folder', (text: string) => text.replace('"path":"', '"path":"../')],
  ])('whose list %s is refused in words', (_what, change) => {
    const changed = (): unknown => tampered({ 'manifest.json': (bytes) => change(String(bytes)) })
    expect(changed).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ code: 'mirror.manifest' })] }),
    )
  })

  it('stands as it was after all this', () => expect(verifyMirror(folder('copy'), null).wrong).toEqual([]))
})

describe('the next copy', () => {
  it('takes a withdrawn record off every card that is brought up to date by a parcel of what changed', async () => {
    const [gone = ''] = small.ids.filter((id) => manifest.files.some((one) => one.path === `en/i/${id}.html`))
    await recordAll(small.world, [aMove('withdraw', [gone], { why: 'she asked' })].flat())
    const now = await written('next')
    const parcel = packChanges(manifest, now, folder('next'))
    expect(parcel.removed).toBeGreaterThanOrEqual(6)
    // What the lists take of it is small beside the pages themselves.
    const listed = Object.entries(unzipSync(parcel.bytes)).filter(([path]) => /^lists\/|^manifest/.test(path))
    expect(listed.length).toBeLessThan(
      filesBelow(folder('next')).filter((path) => path.startsWith('lists/')).length / 2,
    )
    // Whatever does not tell of it is the same, byte for byte, and is not sent.
    expect(parcel.written).toBeLessThan(manifest.files.length / 20)
    cpSync(folder('copy'), folder('card'), { recursive: true })
    const parts = Object.entries(unzipSync(parcel.bytes))
    // Whoever has the parcel and no earlier copy learns nothing of the record, not even its address.
    for (const [path, bytes] of parts)
      expect(`${path} ${new TextDecoder().decode(bytes)}`).not.toContain(gone)
    for (const [path, bytes] of parts) {
      mkdirSync(dirname(join(folder('card'), path)), { recursive: true })
      writeFileSync(join(folder('card'), path), bytes)
    }
    // Checking the card names what must go.
    const { wrong } = verifyMirror(folder('card'), null)
    expect(new Set(wrong.map((one) => one.kind))).toEqual(new Set(['extra']))
    const removed = wrong.map((one) => one.path)
    expect(removed).toContain(`kk/i/${gone}.html`)
    // Lists of files that none are left of must go too.
    expect(removed.filter((path) => !path.startsWith('lists/')).length).toBe(parcel.removed)
    for (const path of removed) rmSync(join(folder('card'), path))
    expect(verifyMirror(folder('card'), null).wrong).toEqual([])
    expect(
      filesBelow(folder('card')).filter((path) =>
        readFileSync(join(folder('card'), path), 'utf8').includes(gone),
      ),
    ).toEqual([])
  })

  it('with an origin has its feeds, which lead there', async () => {
    const origin = 'https://example.org'
    for await (const { path, bytes } of mirrored(site(), { root: ROOT, made: '2026-11-26', origin })) {
      if (!path.endsWith('.atom')) continue
      expect(new TextDecoder().decode(bytes)).toContain(`href="${origin}/`)
      return
    }
    throw new Error('there is no feed')
  })

  it('leaves a folder alone that holds something else, and the copy before when it cannot be finished', async () => {
    mkdirSync(folder('letters'))
    writeFileSync(join(folder('letters'), 'letter.txt'), 'x')
    await expect(written('letters')).rejects.toMatchObject({ faults: [{ code: 'mirror.folder' }] })
    expect(filesBelow(folder('letters'))).toEqual(['letter.txt'])
    async function* broken() {
      yield { path: 'index.html', bytes: new Uint8Array(1) }
      throw new Error('the disk is full')
    }
    const before = filesBelow(home).length
    const asked = { folder: folder('copy'), made: '2026-11-27', number: 2026112701, origin: '', signer }
    await expect(writeMirror({ ...asked, files: broken() })).rejects.toThrow('the disk is full')
    expect(verifyMirror(folder('copy'), null)).toMatchObject({ made: '2026-11-26', wrong: [] })
    expect(filesBelow(home).length).toBe(before)
  })
})
