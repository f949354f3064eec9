/** Names of states and moves as the table of access gives them, in the reader's language. */
import { labelIn } from '../../../core/language.ts'
import type { MoveName } from '../../../core/state.ts'
import type { Desktop } from '../desktop.ts'

export const moveLabel = ({ policy, face }: Desktop, name: MoveName): string => {
  const rule = policy.moves.get(name)
  return rule ? labelIn(rule.label, face.words.language).text : name
}

export const stateLabel = ({ policy, face }: Desktop, id: string): string => {
  const known = policy.states.get(id as never)
  return known ? labelIn(known.label, face.words.language).text : id
}
