/** Which body of the pack a name in a record means. */
import { expect, it } from 'vitest'
import { bodyNamed } from './bodies.ts'
import { NO_PACK, type Organisation, type Pack, type Place } from './pack.ts'

const body = (id: string, en: string, aliases: readonly string[] = []): Organisation => ({
  ...{ id, kind: 'court', name: { en, ru: null, kk: null }, aliases, certainty: null },
})
const town = (id: string, en: string, variants: readonly string[]): Place => ({
  ...{ id, kind: 'town', name: { en, ru: null, kk: null }, inside: null, region: null, variants },
  ...{ lat: null, lon: null, note: null, certainty: null },
})
const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]))
const PACK: Pack = {
  ...NO_PACK,
  besideBodies: { articles: ['the', 'an'], beforePlace: ['in', 'of', 'в'] },
  places: byId([town('oral', 'Oral', ['Uralsk']), town('almaty', 'Almaty', [])]),
  organisations: byId([
    body('smas', 'Specialised administrative court', ['Administrative Court']),
    body('regional', 'Atyrau Regional Court'),
    body('kyzylzhar', 'Kyzylzhar District Court, North'),
    body('north', 'Northern Star', ['The Star']),
    body('south', 'Southern Star', ['The Star']),
    body('police', 'Police', ['МВД']),
  ]),
}

it.each([
  ['Atyrau Regional Court', 'regional'],
  ['the Atyrau regional court', 'regional'],
  ['the administrative court in Almaty', 'smas'],
  ['an administrative court of Uralsk', 'smas'],
  ['Administrative Court в Oral', 'smas'],
  ['Kyzylzhar District Court', 'kyzylzhar'],
  ['МВД', 'police'],
  ['a court in Almaty', null],
  ['the administrative court in Paris', null],
  ['police officers', null],
  ['The Star', null],
  ['', null],
])('%s is %s', (name, id) => {
  expect(bodyNamed(PACK, name)).toBe(id)
})
