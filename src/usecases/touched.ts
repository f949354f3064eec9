/** Incidents and persons that a decision named in; every incident whose public form it may change out. */
import { groupsOf } from '../core/identity/groups.ts'
import type { SaidOfPair } from '../core/identity/pairs.ts'
import { foldName } from '../core/names/fold.ts'
import { holdsForbidden } from '../core/withholding/allowed.ts'
import { publicAddress } from '../core/withholding/public-address.ts'
import type { Store } from '../store/connect.ts'
import { totalsOver } from '../store/queries/covers.ts'
import { saidOfPairs, saidOfPersons } from '../store/queries/pairs.ts'
import {
  incidentsWithPersons,
  judgedInIncidents,
  spellingsOf,
  textsBesidePassages,
} from '../store/queries/touched.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function touchedIncidents(
  store: Reader,
  touched: readonly string[],
): Promise<readonly string[]> {
  const told = withThoseJudged(await saidOfPairs(store))
  const ofPeople = await saidOfPersons(store)
  // A name that is one of two people, and was judged not to be the other, keeps the two apart wherever they are named.
  const named = await judgedInIncidents(store, touched, [
    ...new Set(ofPeople.flatMap((one) => [one.left, one.right])),
  ])
  // No list is no condition to the database: an id that nothing has keeps it one.
  const asked = told(withThoseJudged(ofPeople)([...touched, ...named, '']))
  const ofPersons = told(await touchedByPersons(store, asked))
  // An incident shows its links to incidents that are open: when one opens or closes, those that point to it change.
  const pointing = await store
    .selectFrom('links')
    .select('record')
    .distinct()
    .where('target', 'in', asked)
    .execute()
  const ids = [
    ...asked,
    ...told([...pointing.map((one) => one.record), ...(await totalsOver(store, asked))]),
    ...ofPersons,
  ]
  const known = await store
    .selectFrom('tellings')
    .select('record')
    .distinct()
    .where('record', 'in', ids)
    .execute()
  return known.map((one) => one.record).sort()
}

/** With every record, or person, that was ever judged to be the same as one of these, at any remove: what was one may part again. */
function withThoseJudged(said: readonly SaidOfPair[]): (ids: readonly string[]) => readonly string[] {
  const groups = groupsOf(said.map(({ left, right }) => ({ left, right, said: null })))
  const of = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  return (ids) => [...new Set(ids.flatMap((id) => of.get(id) ?? [id]))]
}

/**
 * A person on record changes the incidents they are judged to be in, and those whose free texts, titles or addresses say
 * a word of their name: it is held back there from now on, or no longer. Passages are covered by what their own document
 * mentions, so another's name on record changes nothing in them. Asked with the very tests that withholding uses.
 */
async function touchedByPersons(store: Reader, asked: readonly string[]): Promise<readonly string[]> {
  const spellings = await spellingsOf(store, asked)
  if (spellings.length === 0) return []
  const tokens = new Set(spellings.flatMap(foldName).filter((token) => token.length >= 3))
  const answers = new Map<string, boolean>()
  const isHit = (text: string): boolean => {
    const known = answers.get(text) ?? (holdsForbidden(text, tokens) || isSpelledIn(text, tokens))
    answers.set(text, known)
    return known
  }
  const texts = await textsBesidePassages(store)
  const said = texts.flatMap(({ record, text }) => (isHit(text) ? [record] : []))
  return [...new Set([...(await incidentsWithPersons(store, asked)), ...said])]
}

const isSpelledIn = (text: string, tokens: ReadonlySet<string>): boolean =>
  publicAddress(text, new Set()) !== null && publicAddress(text, tokens) === null
