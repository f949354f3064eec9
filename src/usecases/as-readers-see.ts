/** The cleared versions of records in, the records that readers see out: those that tell one event as one, links led to where it is shown. */
import { asOne, isAlike } from '../core/identity/as-one.ts'
import { judgedOne } from '../core/identity/judged-one.ts'
import { withOnePerson } from '../core/identity/one-person.ts'
import type { Incident } from '../core/record.ts'
import type { Store } from '../store/connect.ts'
import { inOrderMade, saidOfPairs } from '../store/queries/pairs.ts'
import { mergedInto } from '../store/queries/public.ts'
import { peopleAsOne, shownAs } from './link/people-as-one.ts'

export type AsSeen = {
  readonly open: readonly Incident[]
  /** Id of a record that is shown within another → the id it is shown under. */
  readonly into: ReadonlyMap<string, string>
  /** Id of a person who is shown as another → that one. */
  readonly people: ReadonlyMap<string, string>
}

/** `round`: every record that is made anew; of all others the public tables say what they are shown within. */
export async function asReadersSee(
  store: Pick<Store, 'selectFrom'>,
  cleared: readonly Incident[],
  round: readonly string[],
): Promise<AsSeen> {
  const people = (await shownAs(store, (await peopleAsOne(store)).merged)).into
  const shown = people.size === 0 ? cleared : cleared.map((one) => withOnePerson(one, people))
  const said = await saidOfPairs(store)
  if (said.length === 0) return { open: shown, into: new Map(), people }
  const known = new Map(shown.map((one) => [one.id, one]))
  const into = new Map([...(await mergedInto(store))].filter(([id]) => !round.includes(id)))
  const merged = new Map<string, Incident>()
  for (const group of judgedOne(said).merged) {
    const order = await inOrderMade(store, group)
    const [first, ...rest] = order.flatMap((id) => known.get(id) ?? [])
    const others = first ? rest.filter((one) => isAlike(first, one)) : []
    if (!first || others.length === 0) continue
    merged.set(first.id, asOne([first, ...others]))
    for (const one of others) into.set(one.id, first.id)
  }
  const open = shown.filter((one) => !into.has(one.id)).map((one) => merged.get(one.id) ?? one)
  return { open: open.map((one) => withLinksTo(one, into)), into, people }
}

function withLinksTo(incident: Incident, into: ReadonlyMap<string, string>): Incident {
  const links = incident.links.map((one) => ({ ...one, incident: into.get(one.incident) ?? one.incident }))
  const once = new Map(links.map((one) => [`${one.kind} ${one.incident}`, one]))
  return { ...incident, links: [...once.values()].filter((one) => one.incident !== incident.id) }
}
