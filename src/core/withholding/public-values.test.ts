/** Values of a record in, what readers see of them out. */
import { expect, it } from 'vitest'
import { loadPack } from '../../adapters/load-pack.ts'
import type { Pack } from '../pack.ts'
import { publicPlace } from './public-values.ts'

const KZ = loadPack('.', 'kz', []) as Pack

it.each([
  ['turkistan-region', 'KZ-61'],
  ['lenger', 'KZ-61'],
  ['almaty', 'KZ-75'],
  ['kazakhstan', null],
  ['no-such-place', null],
  [null, null],
])('the place %s lies in the region %s of the map', (place, region) => {
  expect(publicPlace({ name: 'x', canonical: 'x', place }, KZ).region).toBe(region)
  if (region !== null) expect(KZ.regions.has(region)).toBe(true)
})
