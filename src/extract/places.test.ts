/** Where it happened: towns, regions, sites and seats of courts, and not homes, topics or plans. */
import { describe, expect, test } from 'vitest'
import { extract } from './extract.ts'
import { codebook, documentOf, pack, reading, recordsOf } from './fixture.ts'
import { valuesOf } from './retold.ts'

const scenes = (text: string): string[] =>
  recordsOf(text).flatMap((one) => one.places.map((place) => place.canonical))

describe('a scene', () => {
  test.each([
    ['On 3 May 2031 Asan Usenov was detained in Uralsk.', ['Oral']],
    ['On 3 May 2031 Asan Usenov was detained in Nur-Sultan.', ['Astana']],
    ['On 3 May 2031 the Almaty Administrative Court fined Asan Usenov.', ['Almaty']],
    ['On 3 May 2031 Asan Usenov was detained near Old Square in Almaty.', ['Old Square, Almaty', 'Almaty']],
    [
      'On 3 May 2031 Asan Usenov was detained in Minsk on Freedom Square.',
      ['Minsk', 'Freedom Square, Minsk'],
    ],
    ['On 3 May 2031 Asan Usenov from Lenger was fined.', ['Lenger']],
    ['On 3 May 2031 Asan Usenov from Lenger was fined in Shymkent.', ['Shymkent']],
    ['• 3 May 2031, Lipova. Police detained Asan Usenov.', ['Lipova']],
    ['• Lipova, 3 May 2031: Asan Usenov was detained.', ['Lipova']],
    ['On 3 May 2031 the Lipova Serious Crimes Court fined Asan Usenov.', ['Lipova']],
    ['On 3 May 2031 a Lipova judge fined Asan Usenov.', ['Lipova']],
    ['On 3 May 2031 Asan Usenov was shot dead in nearby Karun.', ['Karun']],
    ['On 3 May 2031 Asan Usenov was detained in Guatemala City.', ['Guatemala City']],
    ['On 3 May 2031 Asan Usenov was shot dead near the village of Santa Rosa.', ['Santa Rosa']],
  ])('%s', (text, places) => expect(scenes(text)).toEqual(places))
})

test.each([
  'On 3 May 2031 Asan Usenov was detained 200 km from Shu.',
  'On 3 May 2031 Asan Usenov was detained for a post on Kazakhstan.',
  'On 3 May 2031 Asan Usenov was detained at a rally on Almaty Avenue.',
  'On 3 May 2031 Asan Usenov was fined for a film about the Shu events.',
])('%s tells no scene by name', (text) =>
  expect(scenes(text).filter((one) => /Shu$|Kazakhstan|^Almaty$/.test(one))).toEqual([]),
)

test('the town of a site is the town, and not the site under its name', () => {
  const text = 'On 3 May 2031 Asan Usenov was detained near Asan Square.'
  const { drafts } = extract(documentOf(text), { pack, codebook, reading, asOf: null })
  expect(drafts.flatMap((one) => valuesOf(one, 'place')).map(({ name, place }) => [name, place])).toEqual([
    ['Asan Square', 'asan-square-almaty'],
    ['Almaty', 'almaty'],
  ])
})

test('a sentence that names several towns does not say in which of them the next one happened', () => {
  const text =
    'On 3 May 2031 ten people were detained in 16 towns (two in Semey and one in Shu). Between 4 and 6 May 2031, police had also detained 73 people.'
  expect(recordsOf(text).at(-1)?.places).toEqual([])
})
