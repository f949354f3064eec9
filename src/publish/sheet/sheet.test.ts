/** The quilt on a sheet: every patch stands in the list behind, every sign with its number, in three looks. */
import { describe, expect, it, test } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { canTypeset, typeset } from '../../adapters/typeset/typesetter.ts'
import { LANGUAGES } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { readDocument } from '../../document/read.ts'
import { incident, quarter, source } from '../fixture.ts'
import { servedAt } from '../links.ts'
import { greyOf, inLook, LIGHT } from '../quilt/palettes.ts'
import { sewn } from '../quilt/patch.ts'
import { sheetSvg } from './draw.ts'
import { lookOf, SHEETS, sheetOf } from './sheet.ts'

const [pack, period] = [knowledge.packs.get('kz'), periodOf('2020-q1')]
if (!pack || !period) throw new Error('the pack of Kazakhstan is missing')
const incidents = quarter(40)
const sheet = (language: (typeof LANGUAGES)[number], look: 'light' | 'dark' | 'grey', told = incidents) =>
  sheetOf(
    {
      ...{
        site: servedAt('https://aigaq.example'),
        codebook: knowledge.codebook,
        pack,
        period,
        incidents: told,
      },
      ...{ words: knowledge.words[language], tell: knowledge.tells[language] },
    },
    look,
  )

describe.each(LANGUAGES)('the sheet of a quarter in %s', (language) => {
  const made = sheet(language, 'light')
  it('lists each patch, in the order in which it is sewn', () => {
    expect(made.list.map((one) => one.number)).toEqual(sewn(incidents).map((_, at) => at + 1))
  })
  it('is drawn with the words and number of every sign, uncut', () => {
    const svg = sheetSvg(made, 'light')
    for (const { words } of made.signs) expect(svg).toContain(`>${words}</text>`)
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((one) => one[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('is typeset on two leaves or more, with the list as text', async () => {
    if (!(await canTypeset())) return
    const pdf = (await typeset(made, 'sheet')) ?? new Uint8Array()
    const { text, blocks } = await readDocument(pdf, { name: 'a.pdf', language, sha256: '0'.repeat(64) })
    expect(Math.max(...blocks.map((one) => one.page ?? 0))).toBeGreaterThanOrEqual(2)
    for (const { told } of made.list.slice(0, 5)) expect(text.replace(/\s+/g, ' ')).toContain(told)
  })
})

test.each(SHEETS)('%s has the colours of its look alone', (file) => {
  const look = lookOf(file)
  const made = sheet('en', look)
  const drawn = `${made.svg}${made.signs.map((one) => one.svg).join('')}${sheetSvg(made, look)}`
  const own = new Set(inLook(`${LIGHT}#fbf7ee`, look).match(/#[0-9a-f]{6}/g))
  const used = drawn.match(/#[0-9a-f]{6}/g) ?? []
  expect(used.filter((one) => !own.has(one))).toEqual([])
  if (look === 'grey') expect(used.every((one) => one.slice(1, 3) === one.slice(3, 5))).toBe(true)
})

test.each([
  ['#ffffff', '#ffffff'],
  ['#000000', '#000000'],
  // Y of pure red in sRGB is .2126, whose grey is 127.
  ['#ff0000', '#7f7f7f'],
])('%s is as light as %s', (colour, grey) => {
  expect(greyOf(colour)).toBe(grey)
})

it('words that look like marks stay words', () => {
  const sly = incident({ id: 'kz-2020-02-28-a', date: '2020-02-28', sources: [source('<b>A</b>', {})] })
  const svg = sheetSvg(
    { ...sheet('en', 'light', [sly]), title: '<script>alert(1)</script>', kind: '"><b>' },
    'light',
  )
  expect(svg).not.toMatch(/<script|<b>/)
})
