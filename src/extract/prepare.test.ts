/** The text that is matched keeps every offset of the text as received. */
import { describe, expect, test } from 'vitest'
import { documentOf } from './fixture.ts'
import { prepare } from './prepare.ts'

const units = (text: string): string[] => {
  const prepared = prepare(documentOf(text))
  return prepared.units.map(
    ({ kind, span }) => `${kind}: ${prepared.text.slice(span.start, span.end).replace(/\s+/g, ' ')}`,
  )
}

describe('a document made plain', () => {
  test('page furniture and footnotes are blanked and a cut paragraph is joined over them', () => {
    expect(units('Police held people at\n^ 1 See there.\n_ Page 7\nthe station.')).toEqual([
      'paragraph: Police held people at the station.',
    ])
  })
  test('a paragraph that ends stays apart', () => {
    expect(units('Police held people.\nthe next day')).toHaveLength(2)
  })
  test('numbers of footnotes are taken from words and stops, other numbers stay', () => {
    expect(
      units('Under the Code39 people gathered.41 COVID-19 came to no.2 and 30 people left.\n^ 39 See.'),
    ).toEqual(['paragraph: Under the Code people gathered. COVID-19 came to no.2 and 30 people left.'])
  })
  test('the length never changes', () => {
    const document = documentOf('“Asan’s” post — 😀\n^ note\n• item')
    expect(prepare(document).text).toHaveLength(document.text.length)
  })
})
