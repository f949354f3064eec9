/** What a page says of itself elsewhere: only what it shows, in a picture that holds its words. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../adapters/load-knowledge.ts'
import { LANGUAGES } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { incident, named, quarter, withheld } from '../fixture.ts'
import { servedAt } from '../links.ts'
import { billPage } from '../pages/bill.ts'
import { bodyPage } from '../pages/body.ts'
import { incidentPage } from '../pages/incident.ts'
import { placePage } from '../pages/place.ts'
import { updatePage } from '../pages/update.ts'
import { incidentCard, periodCard } from './cards.ts'
import { CARD, cardSvg } from './draw.ts'
import { linesOf, widthOfText } from './lines.ts'
import { billCard, bodyCard, placeCard } from './thing-cards.ts'

const known = loadKnowledge(fileURLToPath(new URL('../../..', import.meta.url)))
const pack = known.packs.get('kz')
const period = periodOf('2020-q1')
if (!pack || !period) throw new Error('the pack of Kazakhstan is missing')
const faceIn = (language: (typeof LANGUAGES)[number]) => ({
  site: servedAt('', 'https://example.org', true),
  words: known.words[language],
  tell: known.tells[language],
  codebook: known.codebook,
})
function first<T>(of: ReadonlyMap<string, T>): T {
  const [one] = of.values()
  if (one === undefined) throw new Error('the pack has none')
  return one
}
const told = incident({ acts: ['detention', 'fine'], people: [named(0), withheld], place: 'oskemen' })
const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text ?? '')
const wordsOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe.each(LANGUAGES)('in %s', (language) => {
  const face = faceIn(language)
  const ofIncident = { ...face, pack, incident: told, linked: [], linkedFrom: [], proceedings: [] }
  const ofPeriod = { ...face, pack, period, incidents: quarter(124), typesets: false }
  const members = [{ incident: told, sure: true, parts: ['acted' as const] }]
  const counts = {
    ...{ all: { certain: 1, claimed: 1 }, dated: [], measures: [], laws: [], uses: [] },
    ...{ parts: new Map(), roles: new Map(), regions: new Map() },
  }
  const ofThing = { ...face, pack, members, counts, page: 1, pages: 1, total: 1 }
  const ofPlace = { ...ofThing, place: first(pack.places), parent: null, children: [] }
  const ofBody = { ...ofThing, body: first(pack.organisations), before: [], after: [] }
  const ofBill = { ...ofThing, bill: first(pack.bills) }
  const pictures = [
    ['an incident', cardSvg(incidentCard(ofIncident), face, ''), incidentPage(ofIncident)],
    ['a place', cardSvg(placeCard(ofPlace), face, ''), placePage(ofPlace)],
    ['a court', cardSvg(bodyCard(ofBody), face, ''), bodyPage(ofBody)],
    ['a bill', cardSvg(billCard(ofBill), face, ''), billPage(ofBill)],
    ['a period', cardSvg(periodCard(ofPeriod), face, ''), updatePage({ ...ofPeriod, typesets: true })],
  ] as const

  test.each(pictures)('the picture of %s holds no word that its page does not', (_, svg, page) => {
    const shown = `${wordsOf(page)} Aigaq Айғақ ${face.words.t('card.foot')}`
    // Numbers of people stand on the patches; a line that is cut ends in an ellipsis.
    const words = textsIn(svg)
      .flatMap((line) => line.replace(/[…,]/g, '').split(' '))
      .filter((word) => !/^×\d+$/.test(word))
    expect(words.length).toBeGreaterThan(8)
    expect(words.filter((word) => !shown.includes(word))).toEqual([])
  })
  test.each(pictures)('the picture of %s is the same to the byte, without script or address', (_, svg) => {
    expect(svg).toMatch(
      new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}"`),
    )
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /<script|https?:|href="[^#]|undefined|\[object/,
    )
  })
  test('a page tells its picture by a whole address, and in words', () => {
    const page = incidentPage(ofIncident)
    expect(page).toContain(
      `<meta property="og:image" content="https://example.org/${language}/i/${told.id}.png">`,
    )
    expect(page).toMatch(/<meta property="og:image:alt" content="[^"]{10,}">/)
    expect(page).toContain(`<meta property="og:url" content="https://example.org/${language}/i/${told.id}">`)
  })
})

test('a page of a site whose origin nobody knows tells no address', () => {
  const face = { ...faceIn('en'), site: servedAt('') }
  const page = incidentPage({ ...face, pack, incident: told, linked: [], linkedFrom: [], proceedings: [] })
  expect(page).toContain('og:title')
  expect(page).not.toMatch(/og:image|og:url/)
})

test('lines hold the text in order, and none is wider than it may be', () => {
  const words = fc.array(
    fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcжқңәWі…—1') }),
    {
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 60 }), (given, size) => {
      const lines = linesOf(given.join(' '), size, 600, 4)
      expect(lines.length).toBeLessThanOrEqual(4)
      for (const line of lines) expect(widthOfText(line, size)).toBeLessThanOrEqual(600)
      const isWhole = lines.join(' ') === given.join(' ')
      expect(isWhole || lines.some((line) => line.endsWith('…'))).toBe(true)
    }),
  )
})
