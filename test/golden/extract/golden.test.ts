/** Whole texts of our own, as a monitor would write them, and the records that a careful reader takes from them. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../../../src/document/read.ts'
import { kazakh, russian } from '../../../src/extract/cyrillic/fixture.ts'
import { extract } from '../../../src/extract/extract.ts'
import { codebook, reading as english, pack } from '../../../src/extract/fixture.ts'
import { toRecord } from '../../../src/extract/to-record.ts'

/** What a golden record states; the rest of a record is tested beside the code. */
async function goldenOf(name: string, asOf: string | null) {
  const bytes = readFileSync(new URL(`./${name}.txt`, import.meta.url))
  const document = await readDocument(bytes, { sha256: 'ab'.repeat(32), name: `${name}.txt` })
  const reading = { en: english, ru: russian, kk: kazakh }[document.language]
  return extract(document, { pack, codebook, reading, asOf }).drafts.map((draft, index) => {
    const one = toRecord(name, document, draft, index)
    return {
      starts: document.text.slice(draft.span.start, draft.span.start + 40).replaceAll(/\s+/g, ' '),
      kind: one.kind,
      date: [one.date.from, one.date.to, one.date.precision],
      places: one.places.map((place) => place.canonical),
      people: one.people.map((person) => `${person.name}: ${person.harmed}`),
      groups: one.groups.map((group) => `${group.min}..${group.max} ${group.what}`),
      acts: one.acts,
      laws: one.laws.map((law) => `${law.code} ${law.article ?? law.name}`),
      penalties: one.penalties.map((penalty) =>
        Object.fromEntries(Object.entries(penalty).filter(([, value]) => value !== null)),
      ),
    }
  })
}

test.each([
  ['update', '2031-05-25'],
  ['chronicle', null],
  ['alert', '2031-05-09'],
  ['khronika', null],
  ['shezhire', null],
] as const)('%s is read as a careful reader would', async (name, asOf) => {
  const expected: unknown = JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))
  expect(await goldenOf(name, asOf)).toEqual(expected)
})
