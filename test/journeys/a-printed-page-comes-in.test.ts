/** A page that a browser printed as PDF comes in again: the words that stood on it, in three languages, without what printing added. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/language.ts'
import { readDocument } from '../../src/document/read.ts'
import { CHROMIUM, openBrowser } from './browser.ts'

const WORDS = {
  en: 'Police in Almaty detained Asan Usenov near the Old Square, held him for three hours and offered no official reason for it.',
  ru: 'Полиция Алматы задержала Асана Усенова у старой площади, продержала его три часа и не назвала никакой причины. Об этом рассказали её родные, которые ждали у входа.',
  kk: 'Алматы полициясы Асан Үсеновты ескі алаңның жанында ұстап, үш сағат бойы қамап отырды да, ешқандай себебін айтпады.',
} as const

/** No two paragraphs begin alike, so that their lines break at other places. */
const paragraphOf = (words: string, at: number): string => {
  const all = words.split(' ')
  return [...all.slice(at % all.length), ...all.slice(0, at % all.length), `№ ${at + 1}01.`].join(' ')
}

describe.skipIf(!CHROMIUM)('a printed page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it.each(LANGUAGES)('in %s is read leaf by leaf', async (language) => {
    const words = WORDS[language]
    const page = await browser.newPage()
    const paragraphs = Array.from({ length: 40 }, (_, at) => `<p>${paragraphOf(words, at)}</p>`).join('')
    await page.setContent(
      `<html lang="${language}"><style>p{text-align:justify;hyphens:auto;width:9cm}</style><h1>${words.split(' ').slice(0, 3).join(' ')}</h1>${paragraphs}</html>`,
    )
    const bytes = new Uint8Array(
      await page.pdf({
        displayHeaderFooter: true,
        headerTemplate: '<span style="font-size:9px">A running head</span>',
        footerTemplate: '<span style="font-size:9px" class="pageNumber"></span>',
        margin: { top: '2cm', bottom: '2cm' },
      }),
    )
    await page.close()
    const document = await readDocument(bytes, { sha256: '', name: 'printed.pdf', language })
    expect(document.blocks.at(-1)?.page).toBeGreaterThan(1)
    const kept = document.blocks.filter((one) => one.kind !== 'furniture')
    const text = kept
      .map(({ span }) => document.text.slice(span.start, span.end))
      .join(' ')
      .replace(/\s+/g, ' ')
    const found = Array.from({ length: 40 }, (_, at) => text.includes(paragraphOf(words, at)))
    expect(found.filter(Boolean).length).toBe(40)
    expect(text).not.toContain('running head')
    expect(document.text).toContain('A running head')
  })
})
