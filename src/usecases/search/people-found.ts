/** Terms in; recorded people one of whose spellings answers all of them, in any script, out. */
import { searchWords, type Term, wordAnswers } from '../../core/search.ts'
import { spellingsOf } from '../../core/sought.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo } from '../permit.ts'
import type { Given, Hit, Why } from './search.ts'

export async function peopleFound(context: Context, given: Given): Promise<readonly Hit[]> {
  if (!mayDo(context, 'people', null)) return []
  const { terms, limit, offset } = given
  const people = await loadPeople(context.store, organisationOf(context))
  const found = [...people.values()].flatMap((person): readonly Hit[] => {
    const spellings = spellingsOf(person)
    const why =
      terms.length === 1 && terms[0]?.folded === person.id
        ? ({ by: 'id', said: person.id } satisfies Why)
        : spellings.map((one) => whyOf(one, terms)).find((one) => one !== null)
    if (!why) return []
    return [
      {
        ...{ kind: 'person', id: person.id, page: `people/${person.id}`, language: null, record: null },
        ...{ words: [{ text: why.by === 'id' ? person.names.en : why.said, isHit: true }], why: [why] },
      },
    ]
  })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(offset, offset + limit)
}

function whyOf(spelling: string, terms: readonly Term[]): Why | null {
  const words = searchWords(spelling)
  const answers = terms.map((term) =>
    words.map((word) => wordAnswers(word, term)).find((one) => one !== null),
  )
  if (answers.some((one) => one === undefined)) return null
  return { by: answers.includes('sound') ? 'sound' : 'name', said: spelling }
}
