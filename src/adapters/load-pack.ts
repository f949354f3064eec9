/** The files of packs/<country>/ → the Pack, or every fault found in any of them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { NO_DEADLINES } from '../core/deadlines/deadline.ts'
import type { Fault } from '../core/faults.ts'
import type { Pack } from '../core/pack.ts'
import { loadBesideBodies } from './load-beside-bodies.ts'
import { authoritiesFile, facilitiesFile } from './load-pack-addressees.ts'
import { billFaults, billsFile } from './load-pack-bills.ts'
import { loadCards } from './load-pack-cards.ts'
import { deadlinesFile, deadlinesFrom } from './load-pack-deadlines.ts'
import { indexFile } from './load-pack-index.ts'
import { loadKits } from './load-pack-kits.ts'
import { lawsFile } from './load-pack-laws.ts'
import { placesFile } from './load-pack-places.ts'
import { interceptionFile, organisationsFile, packFile } from './load-pack-schemas.ts'
import { readYaml } from './yaml-file.ts'

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]))

/** Reads the pack of one country (`kz`) under `root`. Null when it is unknown or unusable; `faults` says all that is wrong. */
export function loadPack(root: string, id: string, faults: Fault[]): Pack | null {
  // The id may come from a command line or an address: nothing but two letters ever reaches a path.
  if (!/^[a-z]{2}$/.test(id) || !existsSync(join(root, 'packs', id, 'pack.yaml'))) {
    faults.push({ code: 'pack.unknown', params: { id } })
    return null
  }
  const before = faults.length
  const read = <T>(name: string, schema: z.ZodType<T>): T | null =>
    readYaml(join(root, 'packs', id, `${name}.yaml`), `packs/${id}/${name}.yaml`, schema, faults)

  const pack = read('pack', packFile)
  const laws = read('laws', lawsFile)
  const index = read('mci', indexFile)
  const places = read('places', placesFile)
  const organisations = read('organisations', organisationsFile)
  // A country where nobody is known to intercept has no such file.
  const interception = existsSync(join(root, 'packs', id, 'interception.yaml'))
    ? read('interception', interceptionFile)
    : null
  // Nor has one whose bills nobody follows.
  const deadlines = existsSync(join(root, 'packs', id, 'deadlines.yaml'))
    ? read('deadlines', deadlinesFile)
    : null
  const bills = existsSync(join(root, 'packs', id, 'bills.yaml')) ? read('bills', billsFile) : null
  // Nor has one that nobody writes letters to.
  const perhaps = <T>(name: string, schema: z.ZodType<T>): T | null =>
    existsSync(join(root, 'packs', id, `${name}.yaml`)) ? read(name, schema) : null
  const authorities = perhaps('authorities', authoritiesFile)
  const facilities = perhaps('facilities', facilitiesFile)
  if (pack !== null && pack.id !== id)
    faults.push({
      code: 'data.invalid',
      where: `packs/${id}/pack.yaml`,
      params: { problem: `id "${pack.id}" in the folder "${id}"` },
    })
  for (const { id: own, follows } of organisations?.organisations ?? [])
    if (follows !== undefined && !organisations?.organisations.some((one) => one.id === follows))
      faults.push({
        code: 'data.invalid',
        where: `packs/${id}/organisations.yaml`,
        params: { problem: `${own} follows ${follows}, which is not there` },
      })
  if (bills && laws && organisations)
    faults.push(
      ...billFaults(`packs/${id}/bills.yaml`, bills.bills, {
        acts: new Set(laws.acts.map((one) => one.id)),
        provisions: new Set(laws.provisions.map((one) => one.id)),
        bodies: new Set(organisations.organisations.map((one) => one.id)),
      }),
    )
  const provisions = laws && new Set(laws.provisions.map((one) => one.id))
  const cards = loadCards(root, id, { provisions }, faults)
  const kits = loadKits(root, id, { provisions }, faults)
  const besideBodies = loadBesideBodies(root, faults)
  if (faults.length > before || !pack || !laws || !index || !places || !organisations) return null

  return {
    besideBodies,
    id: pack.id,
    version: pack.version,
    country: pack.country,
    name: pack.name,
    nameIn: pack.nameIn,
    currency: pack.currency,
    currencyNames: pack.currencyNames,
    index: { name: pack.indexName, values: index.values },
    acts: byId(laws.acts),
    provisions: byId(laws.provisions),
    regions: byId(places.regions),
    places: byId(places.places),
    organisations: byId(organisations.organisations),
    interception: interception?.roots ?? [],
    bills: byId(bills?.bills ?? []),
    deadlines: deadlines ? deadlinesFrom(deadlines) : NO_DEADLINES,
    billPath: bills?.path ?? [],
    authorities: byId(authorities?.authorities ?? []),
    facilities: byId(facilities?.facilities ?? []),
    cards: byId(cards),
    kits: byId(kits),
    reviewedBy: {
      pack: pack.reviewedBy,
      laws: laws.reviewedBy,
      mci: index.reviewedBy,
      places: places.reviewedBy,
      organisations: organisations.reviewedBy,
      ...(interception && { interception: interception.reviewedBy }),
      ...(bills && { bills: bills.reviewedBy }),
      ...(deadlines && { deadlines: deadlines.reviewedBy }),
      ...(authorities && { authorities: authorities.reviewedBy }),
      ...(facilities && { facilities: facilities.reviewedBy }),
    },
    attribution: pack.attribution,
  }
}
