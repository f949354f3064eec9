/** Terms and filters in; records that answer, each with the words that do and why, out. */
import { heldOf, type Incident } from '../../core/record.ts'
import { answersAll, excerpt, searchWords, type Term, wordAnswers } from '../../core/search.ts'
import { recordsSought } from '../../store/queries/search.ts'
import type { IncidentRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import type { Given, Hit, Why } from './search.ts'

export async function recordsFound(context: Context, given: Given): Promise<readonly Hit[]> {
  const { terms, state, tier, from, to, placeId: place, limit, offset } = given
  const rows = await recordsSought(context.store, { terms, state, tier, from, to, place, limit, offset })
  return rows
    .filter((row) => mayRead(context, 'team', targetOf(row)))
    .map((row): Hit => {
      const passage = row.passages.find((one) => answersAll(one.text, terms)) ?? row.passages[0]
      return {
        ...{ kind: 'record', id: row.id, page: `records/${row.id}` },
        language: passage?.language ?? null,
        words: passage ? excerpt(passage.text, terms) : [],
        why:
          row.id.startsWith(given.words.trim().toLowerCase()) && terms.length > 0
            ? [{ by: 'id', said: row.id }]
            : terms.flatMap((term) => whyOf(context, row, term)),
        record: { kind: 'team', row },
      }
    })
}

/** The most telling thing of the record that answers the term. */
function whyOf(context: Context, row: IncidentRow, term: Term): readonly Why[] {
  const incident = row.body as unknown as Incident
  const handle = row.coders.find((one) => one === term.folded)
  if (handle !== undefined) return [{ by: 'handle', said: handle }]
  const answer = (text: string): 'letters' | 'sound' | null =>
    searchWords(text)
      .map((word) => wordAnswers(word, term))
      .find((one) => one !== null) ?? null
  for (const { value } of heldOf(incident, 'person')) {
    const how = answer(value.name)
    if (how !== null) return [{ by: how === 'sound' ? 'sound' : 'name', said: value.name }]
  }
  const pack = context.knowledge.packs.get(row.country)
  for (const { value } of heldOf(incident, 'place')) {
    const known = pack?.places.get(value.place ?? '')
    const names = [
      value.canonical,
      value.name,
      ...(known ? [known.name.ru ?? '', known.name.kk ?? '', ...known.variants] : []),
    ]
    if (names.some((name) => answer(name) === 'letters')) return [{ by: 'place', said: value.canonical }]
  }
  return row.passages.some((one) => answer(one.text) !== null)
    ? [{ by: 'text', said: '' }]
    : [{ by: 'form', said: '' }]
}
