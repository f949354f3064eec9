/** A record that waits for a second reader in; its passage with what rules proposed out, and nothing of what the first reader decided. */
import { refuse } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import type { Incident } from '../../core/record.ts'
import { sentencesIn, withSentences } from '../../core/sentences.ts'
import { overlap } from '../../core/span.ts'
import { personsKnown } from '../../store/queries/persons.ts'
import { recordRow } from '../../store/queries/records.ts'
import { type Context, organisationOf, packOf } from '../context.ts'
import { mayDo, permit, targetOf } from '../permit.ts'
import { AROUND, inOrder, type PassageView, proposedAs } from '../review/read-passage.ts'
import { claimsOfPassages, readBare } from '../review/read-review.ts'

/** A passage like any other that is open: the page that reviews one draws it, and is told nothing it must not show. */
export async function readBlind(context: Context, id: string, language: Language): Promise<PassageView> {
  const row = await recordRow(context.store, id)
  permit(context, 'verify', { id, target: row && targetOf(row) })
  const telling = row && (row.body as unknown as Incident).tellings[0]
  if (!row || !telling) throw refuse('record.unknown', { id }, id)
  if (row.coders.includes(context.actor?.handle ?? '')) throw refuse('second.own', { id }, id)
  return blindPassage(context, telling, language)
}

/** The words of a telling and what rules proposed of them: nothing of what anybody decided. */
export async function blindPassage(
  context: Context,
  telling: Incident['tellings'][number],
  language: Language,
): Promise<PassageView> {
  const document = await readBare(context, telling.document)
  const { span } = telling
  const drafts = document.drafts.flatMap((one, index) => (overlap(one.span, span) > 0 ? [index] : []))
  const { codebook } = context.knowledge
  const claims = await claimsOfPassages(context, document, [{ key: '', drafts, span }])
  const proposed = (claims.get('') ?? []).map((claim) => proposedAs(claim, document.text, codebook, language))
  const passage = { key: '', span, drafts, said: null, isReopened: false, cut: null }
  return {
    document,
    ...{
      reading: '',
      draft: '',
      passages: [],
      queue: [],
      disputed: [],
      questions: [],
      record: null,
      seen: 0,
    },
    ...{ previous: null, next: null, nextOpen: null, order: 'doubt', mayDecide: true, mayAsk: false },
    passage: { ...passage, state: 'open', records: [], doubts: [] },
    pack: packOf(context.knowledge, document.country),
    shown: withSentences(document.text, span, AROUND),
    proposed: new Map(proposed.map((each) => [each.claim.id, each])),
    rows: inOrder(proposed.map((each) => each.row)),
    people: mayDo(context, 'people', null) ? await personsKnown(context.store, organisationOf(context)) : [],
    begins: sentencesIn(document.text, span).slice(1),
    perhaps: [],
    met: [],
  }
}
