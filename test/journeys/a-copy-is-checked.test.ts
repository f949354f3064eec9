/** A reader opens a copy of the site from a card, without any network, and asks whether it is what was signed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fingerprintOf, openSigner } from '../../src/adapters/signing.ts'
import { inGroups } from '../../src/core/mirror.ts'
import { writeMirror } from '../../src/usecases/mirror/write-mirror.ts'
import { around } from '../../src/web/site/mirror.ts'
import { knowledge, ROOT } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'

let home: string
let copy: string
let browser: Browser
let page: Page
let key = ''

describe.skipIf(!CHROMIUM)('a copy on a card', () => {
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'aigaq-card-'))
    copy = join(home, 'copy')
    async function* files() {
      yield { path: 'en/index.html', bytes: new TextEncoder().encode('<!doctype html><h1>Here</h1>') }
      yield* around(knowledge.words, { root: ROOT, made: '2026-11-26' })
    }
    const signer = openSigner(home)
    key = signer.key
    await writeMirror({
      files: files(),
      folder: copy,
      made: '2026-11-26',
      number: 2026112601,
      origin: '',
      signer,
    })
    browser = await openBrowser()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(home, { recursive: true, force: true })
  })

  const checked = async (folder: string): Promise<readonly string[]> => {
    await page.goto(String(pathToFileURL(join(copy, 'verify.html'))))
    await page.setInputFiles('#folder', folder)
    const said = (language: string) => page.locator(`section[lang=${language}] .said`)
    await expect.poll(() => said('kk').innerText()).not.toMatch(/^(Тексерілуде…)?$/)
    return Promise.all(['en', 'ru', 'kk'].map((one) => said(one).innerText()))
  }

  it('leads from its door into a language', async () => {
    await page.goto(String(pathToFileURL(join(copy, 'index.html'))))
    expect(await violations(page)).toEqual([])
    expect(await page.locator('section[lang=en]').innerText()).toContain('Made on 26 November 2026.')
    await page.getByText('Read in English').click()
    expect(await page.locator('h1').innerText()).toBe('Here')
  })

  it('is said to be whole in three languages, with the fingerprint to compare', async () => {
    const told = await checked(copy)
    expect(told[0]).toContain('Every file is as it was signed.')
    expect(told[1]).toContain('Все файлы такие, какими их подписали.')
    expect(told[2]).toContain('Барлық файл қол қойылған күйінде.')
    for (const one of told)
      for (const words of [inGroups(fingerprintOf(key)), '2026112601']) expect(one).toContain(words)
    // The clock of this machine says how old it is; on the page each language says so in its own words.
    expect(told[0]).toMatch(/It is of (today, )?26 November 2026/)
    expect(told[1]).toMatch(/Она сделана (сегодня \()?26 ноября 2026/)
    // Chromium knows no Kazakh months: the day then stands as it is written.
    expect(told[2]).toMatch(/26 қараша|2026-11-26/)
    expect(await violations(page)).toEqual([])
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  it('is said to be older than one whose number somebody has seen, once it is typed in the one field', async () => {
    await checked(copy)
    const said = page.locator('section[lang=en] .said')
    await page.getByLabel('Number of the newest copy').fill('2026 1127 01')
    await page.keyboard.press('Enter')
    await expect.poll(() => said.innerText()).toMatch(/^This copy is OLDER/)
    expect(await page.locator('section[lang=ru] .said').innerText()).toContain('СТАРШЕ')
    expect(await page.locator('section[lang=kk] .said').innerText()).toContain('ЕСКІРЕК')
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Number of the newest copy').fill('2026112601')
    await page.keyboard.press('Enter')
    await expect.poll(() => said.innerText()).toContain('not older than')
    expect(await page.locator('input[type=text]').count()).toBe(1)
  })

  it('names a page that was altered and one that was put in', async () => {
    const [path, was] = [join(copy, 'en/index.html'), readFileSync(join(copy, 'en/index.html'))]
    writeFileSync(path, '<!doctype html><h1>Lies</h1>')
    writeFileSync(join(copy, 'forged.html'), 'x')
    const [told = ''] = await checked(copy)
    expect(told).toContain('Altered: en/index.html')
    expect(told).toContain('remove it: forged.html')
    expect(told).not.toContain('Every file')
    writeFileSync(path, was)
    rmSync(join(copy, 'forged.html'))
  })

  it.each([
    [
      'a list that was changed',
      'manifest.json',
      (text: string) => text.replace('2026', '2027'),
      'Do not trust',
    ],
    ['a list that is none', 'manifest.json', () => '{', 'Do not trust'],
  ])('is not believed with %s', async (_what, name, change, words) => {
    const was = readFileSync(join(copy, name), 'utf8')
    writeFileSync(join(copy, name), change(was))
    const [told = ''] = await checked(copy)
    writeFileSync(join(copy, name), was)
    expect(told).toContain(words)
    expect(told).not.toContain('Every file')
  })
})
