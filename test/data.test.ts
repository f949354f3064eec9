/** The real codebook and packs load without a fault, and hold what they must and nothing they must not. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCodebook } from '../src/adapters/load-codebook.ts'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { loadPack } from '../src/adapters/load-pack.ts'
import { loadTell } from '../src/adapters/load-tell.ts'
import { loadTransliteration } from '../src/adapters/load-transliteration.ts'
import type { Fault } from '../src/core/faults.ts'
import { LANGUAGES } from '../src/core/language.ts'
import { canonicalName, indexOn } from '../src/core/pack.ts'

const root = new URL('..', import.meta.url).pathname

/** The value, or a failure that prints every fault. */
function sound<T>(load: (faults: Fault[]) => T | null): T {
  const faults: Fault[] = []
  const value = load(faults)
  if (value === null || faults.length > 0) throw new Error(`not sound: ${JSON.stringify(faults, null, 1)}`)
  return value
}

const codebook = sound((faults) => loadCodebook(root, faults))
const pack = sound((faults) => loadPack(root, 'kz', faults))

describe('the codebook', () => {
  test('tells the acts of the annotation guide', () => {
    expect(codebook.acts.size).toBe(69)
  })

  test.each([
    ['killing', 'integrity', 4],
    ['imprisonment', 'liberty', 4],
    ['criminal_case_opened', 'trial', 3],
    ['detention', 'liberty', 2],
    ['excessive_force', 'integrity', 2],
    ['fine', 'trial', 1],
    ['website_blocking', 'digital', 0],
    ['threat', null, 0],
    ['release', 'good', 'star'],
    ['protest_held', 'assembly', null],
  ])('%s is sewn as %s of gravity %s', (id, motif, gravity) => {
    expect(codebook.acts.get(id)).toMatchObject({ motif, gravity })
  })

  test.each([
    ['death_in_custody', 'detention'],
    ['imprisonment', 'fine'],
    ['fine', 'summons'],
    ['detention', 'release'],
    ['pardon', 'imprisonment'],
  ])('%s leads a title before %s', (leads, follows) => {
    expect(codebook.acts.get(leads)?.rank).toBeGreaterThan(
      codebook.acts.get(follows)?.rank ?? Number.POSITIVE_INFINITY,
    )
  })

  test('has no HURIDOCS code that nobody looked up, and no tag of the Monitor that is not among the tags', () => {
    const terms = [
      ...codebook.acts.values(),
      ...Object.values(codebook.vocabularies).flatMap((one) => [...one.values()]),
    ]
    const tags = new Set<string | null>(
      [...codebook.vocabularies.tags.values()].map((one) => one.codes.civicus),
    )
    expect(terms.filter((one) => one.codes.huridocs !== null && one.codes.huridocs.code !== null)).toEqual([])
    expect(
      terms.filter((one) => one.codes.civicus !== null && !tags.has(one.codes.civicus)).map((one) => one.id),
    ).toEqual([])
  })

  test('says of Russian and Kazakh that nobody has reviewed them', () => {
    expect(
      Object.values(codebook.reviewedBy).every(
        (one) => one.en !== null && one.ru === null && one.kk === null,
      ),
    ).toBe(true)
  })

  test.each(LANGUAGES)('is told whole in %s', (language) => {
    expect(sound((faults) => loadTell(root, language, codebook, faults)).language).toBe(language)
  })
})

describe('the pack of Kazakhstan', () => {
  test.each([
    ['astana-square-almaty', 'Astana Square, Almaty'],
    ['isatai-makhambet-square', 'Isatai-Makhambet Square, Atyrau'],
    ['oral', 'Oral'],
    ['kazakhstan', 'Kazakhstan'],
    ['turkistan-region', 'Turkistan Region'],
    ['bostandyk', 'Bostandyk district'],
  ])('%s is called %s', (id, name) => {
    const place = pack.places.get(id)
    expect(place && canonicalName(pack, place)).toBe(name)
  })

  test('has twenty regions on twenty tiles', () => {
    expect(new Set([...pack.regions.values()].map((one) => `${one.tile.row}/${one.tile.col}`)).size).toBe(20)
  })

  test.each([
    ['2020-03-31', 2651],
    ['2020-04-01', 2778],
    ['2021-06-01', 2917],
    ['2008-12-31', null],
    ['2027-01-01', null],
  ])('the index on %s is %s', (day, amount) => {
    expect(indexOn(pack, day)?.amount ?? null).toBe(amount)
  })

  test('no written name means two places', () => {
    const owners = new Map<string, Set<string>>()
    for (const place of pack.places.values())
      for (const name of new Set([place.name.en, place.name.ru, place.name.kk, ...place.variants]))
        if (name !== null)
          owners.set(name.toLowerCase(), (owners.get(name.toLowerCase()) ?? new Set()).add(place.id))
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => [name, ...ids])).toEqual([])
  })

  test.each(['Nursultan', 'Zhambyl', 'Shevchenko', 'Abay', 'Abai'])(
    '%s alone, a name people bear, is no place',
    (name) => {
      expect(
        [...pack.places.values()].filter((one) => one.name.en === name || one.variants.includes(name)),
      ).toEqual([])
    },
  )

  test('no variant carries a remark in brackets', () => {
    const names = [
      ...[...pack.places.values()].flatMap((one) => [one.name.en, ...one.variants]),
      ...[...pack.acts.values()].flatMap((one) => one.aliases),
      ...[...pack.organisations.values()].flatMap((one) => one.aliases),
    ]
    expect(names.filter((one) => /[()]/.test(one))).toEqual([])
  })

  test.each([
    ['CC', 'criminal'],
    ['AOC', 'administrative'],
    ['ASSEMBLY1995', 'assembly_law'],
    ['CONST', 'constitution'],
    ['ICCPR', 'iccpr'],
    ['LAND', 'other'],
  ])('%s is a law of the kind %s', (id, code) => {
    expect(pack.acts.get(id)?.code).toBe(code)
  })

  test('letters of both alphabets have spellings', () => {
    const table = sound((faults) => loadTransliteration(root, 'kz', faults))
    expect([table.kazakh.size, table.russian.size]).toEqual([42, 33])
    expect(table.kazakh.get('ғ')?.all).toContain('g')
  })

  test('keeps nothing of the cases in which a law was used, for those name people', () => {
    const folder = join(root, 'packs', 'kz')
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.yaml') &&
        // A lesson is about somebody of public standing, by id alone: the next test.
        !name.startsWith('kits') &&
        /use_in_|seed|singles|^ *(who|people|victims?|persons?):/m.test(
          readFileSync(join(folder, name), 'utf8'),
        ),
    )
    expect(kept).toEqual([])
    expect(readdirSync(folder).filter((name) => name.includes('people'))).toEqual([])
  })

  test('has in its lessons nobody but people of public standing whom the example corpus may name', () => {
    const named = new Set(
      readFileSync(join(root, 'examples', 'people.jsonl'), 'utf8')
        .split('\n')
        .flatMap((line) => /"id": ?"([^"]+)"/.exec(line)?.[1] ?? []),
    )
    const kits = [...(loadKnowledge(root).packs.get('kz')?.kits.values() ?? [])]
    expect(kits.flatMap((one) => one.persons).filter((id) => !named.has(id))).toEqual([])
    expect(kits.flatMap((one) => one.persons).length).toBeGreaterThan(0)
  })
})
