/** A house in, every word of a name that a text about its laws and records might give away out. */
import type { Pack } from '../../core/pack.ts'
import { isOfPack } from '../../core/withholding/known-words.ts'
import type { Store } from '../../store/connect.ts'
import { namesClaimed } from '../../store/queries/analyses.ts'
import { loadPeople } from '../../store/queries/people.ts'

/** Of everybody on record, and of whom any record or that one speaks; a town is not held back because somebody bears its name. */
export async function namesAtStake(
  store: Pick<Store, 'selectFrom'>,
  pack: Pack,
  incident?: string,
): Promise<readonly string[]> {
  const people = [...(await loadPeople(store)).values()].flatMap(({ names, variants }) =>
    [names.en, names.ru, names.kk, ...variants].filter((one) => one !== null),
  )
  const isKnown = isOfPack(pack)
  return [...people, ...(await namesClaimed(store, incident))]
    .flatMap((name) => name.split(/\s+/))
    .filter((word) => word !== '' && !isKnown(word))
}
