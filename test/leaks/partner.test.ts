/** What is made for partners names who agreed to that, and reaches nobody else: no child of another basis, no field kept to the team. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartnerIncident } from '../../src/core/public-record.ts'
import { project } from '../../src/core/withholding/project.ts'
import { loadIncidents } from '../../src/store/queries/incidents.ts'
import { withholdingFor } from '../../src/usecases/withholding-for.ts'
import { leaksIn } from './finder.ts'
import { fullName, type Invented } from './people.ts'
import { type Small, smallWorld } from './small-world.ts'

let small: Small
let shown: readonly PartnerIncident[]
beforeAll(async () => {
  small = await smallWorld()
  const { world } = small
  const incidents = await loadIncidents(world.store)
  const given = await withholdingFor(world, world.store, incidents, new Map(), 'partner')
  const pack = world.knowledge.packs.get('kz')
  if (!pack) throw new Error('no pack')
  shown = incidents.flatMap((one) => project(one, given(pack), 'partner') ?? [])
})
afterAll(() => small?.world.store.destroy())

describe('what partners may read', () => {
  const read = (people: readonly Invented[]) =>
    leaksIn(
      shown.map((one) => ({ url: one.id, status: 200, headers: new Headers(), text: JSON.stringify(one) })),
      people,
    )

  it('is every record whose time has not ended', () =>
    expect(shown.map((one) => one.id).sort()).toEqual([...small.ids].sort()))

  it('names the person who agreed to be named to partners', () => {
    const partner = small.people[16]
    expect(partner && JSON.stringify(shown)).toContain(partner && fullName(partner, 'en'))
  })

  it('reaches nobody else, and says no town and no month that is kept to the team', () =>
    expect(read(small.people.filter((_, index) => index !== 16))).toEqual([]))
})
