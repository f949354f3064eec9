/** Names in; whom on record and which records each may be, the most alike first, as far as whoever asks may read them, out. */
import { type NameScore, SAME } from '../../core/names/score.ts'
import { spellingsOf } from '../../core/sought.ts'
import { nameIndex } from '../../link/name-index.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo } from '../permit.ts'
import { type NameMet, namesOnRecord } from './names-on-record.ts'
import { nameRulesOf } from './names-rules.ts'

export type PersonMet = { readonly person: string; readonly spelling: string; readonly found: NameScore }
export type Met = {
  readonly name: string
  /** Empty for whoever may not read the people on record. */
  readonly people: readonly PersonMet[]
  readonly records: readonly NameMet[]
}

const MOST_PEOPLE = 5

/** One answer for each name, in their order. Nothing is judged: two people bear one name. */
export async function namesMet(context: Context, names: readonly string[]): Promise<readonly Met[]> {
  if (names.length === 0) return []
  const records = await namesOnRecord(context, names, SAME)
  const index = nameIndex<string>(await nameRulesOf(context))
  const known = mayDo(context, 'people', null)
    ? await personsKnown(context.store, organisationOf(context))
    : []
  for (const { person } of known) for (const one of spellingsOf(person)) index.add(one, person.id)
  return names.map((name, at) => {
    const best = new Map<string, PersonMet>()
    for (const { name: spelling, held, found } of index.near(name, SAME))
      for (const person of held) if (!best.has(person)) best.set(person, { person, spelling, found })
    return { name, people: [...best.values()].slice(0, MOST_PEOPLE), records: records[at] ?? [] }
  })
}
