/** Whoever asks in; roots of surnames that may be one, from what was judged, and those that were accepted, out. */
import { sameWords } from '../../core/names/fold.ts'
import { spellingsOf } from '../../core/sought.ts'
import { type ProposedEquivalent, proposedEquivalents } from '../../link/proposed-equivalents.ts'
import { type AcceptedEquivalent, acceptedEquivalents, judgedSame } from '../../store/queries/equivalents.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { type Context, organisationOf } from '../context.ts'
import { nameRulesOf } from './names-rules.ts'

export type Equivalents = {
  readonly proposed: readonly ProposedEquivalent[]
  readonly accepted: readonly AcceptedEquivalent[]
}

/** Judged are: a name in a record that is somebody, and two spellings that are recorded of one person. */
export async function readEquivalents(context: Context): Promise<Equivalents> {
  const rules = await nameRulesOf(context)
  const known = await personsKnown(context.store, organisationOf(context))
  const spellings = new Map(known.map(({ person }) => [person.id, spellingsOf(person)]))
  const recorded = [...spellings.values()].flatMap((all) =>
    all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const)),
  )
  const judged = (await judgedSame(context.store)).flatMap(({ name, person }) =>
    (spellings.get(person) ?? []).flatMap((one) => (sameWords(name, one) ? [] : [[name, one] as const])),
  )
  return {
    proposed: proposedEquivalents([...judged, ...recorded], rules),
    accepted: await acceptedEquivalents(context.store),
  }
}
