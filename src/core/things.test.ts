/** What an incident is about, and that nothing held back is among it. */
import { expect, it } from 'vitest'
import { loadPack } from '../adapters/load-pack.ts'
import type { Pack } from './pack.ts'
import type { IncidentBody } from './public-record.ts'
import { thingsIn } from './things.ts'

const KZ = loadPack('.', 'kz', []) as Pack
const shown = <T>(...values: readonly T[]) => values.map((value) => ({ value, origins: [] }))
const place = (id: string) => ({
  ...{ name: id, canonical: id, place: id, region: null, label: { en: id, ru: null, kk: null } },
})
const law = (provision: string | null, name: string | null = null) => ({
  ...{ code: 'criminal' as const, article: null, part: null, name, provision },
})
const told = (fields: Partial<IncidentBody['fields']>, disputed: readonly string[] = []): readonly string[] =>
  thingsIn(
    {
      disputed,
      fields: {
        ...{ kind: 'event', people: [], places: [], laws: [], organisations: [], actors: [], saidBy: [] },
        ...fields,
      },
    } as unknown as IncidentBody,
    KZ,
  ).map(({ kind, id, part, sure }) => `${kind} ${id} ${part}${sure ? '' : '?'}`)

const name = { en: 'Aigul Serikova', ru: null, kk: null }
it('takes a person in the part they have, and nobody whose name is held back', () => {
  const people = shown(
    { kind: 'named' as const, id: 'aigul', name, role: null, harmed: true as const },
    { kind: 'named' as const, id: 'judge', name, role: null, harmed: 'actor' as const },
    { kind: 'named' as const, id: 'witness', name, role: null, harmed: false as const },
    { kind: 'alias' as const, text: 'A. S.', role: null, harmed: true as const },
    { kind: 'withheld' as const, role: null, harmed: true as const },
  )
  expect(told({ people })).toEqual(['person aigul struck', 'person judge acted', 'person witness told'])
})

it('lies in the town and the region of its place, once in each, and in no country', () => {
  const places = shown(place('kazakhstan'), place('old-square-almaty'), place('almaty'), place('talgar'))
  expect(told({ places })).toEqual([
    'place old-square-almaty there',
    'place almaty there',
    'place talgar there',
    'place almaty-region there',
  ])
})

it('knows a court, a medium and a source by their names in the pack', () => {
  const fields = {
    organisations: shown('Adam Bol', 'a club nobody knows'),
    actors: shown('the Atyrau Regional Court'),
    saidBy: shown('KIBHR'),
  }
  expect(told(fields)).toEqual([
    'body adam-bol struck',
    'body court-atyrau-regional acted',
    'body kibhr told',
  ])
})

it('says where sources disagree', () => {
  expect(told({ laws: shown(law('CC-174'), law(null)) }, ['law'])).toEqual(['law CC-174 under?'])
})

it('takes the words for a law as its bill in a record of policy alone', () => {
  const laws = shown(law(null, 'bill on peaceful assemblies'))
  expect(told({ kind: 'policy', laws })).toEqual(['bill assemblies-2020 under'])
  expect(told({ laws })).toEqual([])
})
