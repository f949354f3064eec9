/** Where something happened: what lies within another place is told as one place, what does not as two. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES } from '../../core/language.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import { incident } from '../fixture.ts'
import { whereIn } from './where.ts'

const TOWN = { label: { en: 'Lenger', ru: 'Ленгер', kk: 'Леңгір' }, region: 'KZ-61' }
const REGION = {
  label: { en: 'Turkistan Region', ru: 'Туркестанская область', kk: 'Түркістан облысы' },
  region: 'KZ-61',
}
const CITY = { label: { en: 'Almaty', ru: 'Алматы', kk: 'Алматы' }, region: 'KZ-75' }
const SITE = { label: { en: 'Old Square', ru: 'Старая площадь', kk: null }, region: 'KZ-75' }
const VILLAGES = ['Masanchi', 'Sortobe'].map((en) => ({
  label: { en, ru: en === 'Masanchi' ? 'Масанчи' : 'Сортобе', kk: null },
  region: 'KZ-31',
}))
type Told = { readonly label: { en: string; ru: string | null; kk: string | null }; readonly region: string }
const at = (...places: readonly Told[]): IncidentBody => {
  const made = incident({})
  const values = places.map((one) => ({ ...one, name: one.label.en, canonical: one.label.en, place: null }))
  return {
    ...made,
    fields: { ...made.fields, places: values.map((value) => ({ value, origins: [] })) as never },
  }
}

describe('where something happened', () => {
  it.each([
    ['a site in its town', [CITY, SITE], ['at Old Square in Almaty', 'в Алматы, на Старой площади', null]],
    [
      'a town in its region',
      [TOWN, REGION],
      ['in Lenger, Turkistan Region', 'в Туркестанской области, в Ленгере', 'Түркістан облысында, Леңгірде'],
    ],
    ['two villages', VILLAGES, ['in Masanchi and in Sortobe', 'в Масанчи и в Сортобе', null]],
    [
      'two cities',
      [CITY, TOWN],
      ['in Almaty and in Lenger', 'в Алматы и в Ленгере', 'Алматыда және Леңгірде'],
    ],
    ['a region alone', [REGION], ['in Turkistan Region', 'в Туркестанской области', 'Түркістан облысында']],
    ['nobody says', [], ['', '', '']],
  ] as const)('%s', (_what, places, told) => {
    const got = LANGUAGES.map((language, n) =>
      told[n] === null ? null : whereIn(at(...places), knowledge.tells[language]).replaceAll('\u00a0', ' '),
    )
    expect(got).toEqual(told)
  })
})
