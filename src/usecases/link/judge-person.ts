/** A name in a record and a recorded person in, whether they are the same written down; only *same* changes the record, and *none* takes it back. */
import type { JudgePerson } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { keyOf, standingPairs } from '../../core/identity/pairs.ts'
import type { Verdict } from '../../core/record.ts'
import { instant, record } from '../../store/append.ts'
import { NAME_KIND, PERSON_KIND, saidOfNames } from '../../store/queries/pairs.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { loadSayings } from '../../store/queries/sayings.ts'
import { type Context, happeningOf, organisationOf } from '../context.ts'
import { refuseUnseen } from '../decide-draft.ts'
import { decideField } from '../record-saying.ts'

/**
 * Refuses with `record.unknown` (no such person here, no such name in the record), `link.other` (it was judged to be somebody
 * else, which must be taken back first), `review.between` (something was decided since it was looked at); a blind judgement with
 * `link.first` (nobody has judged the two, or whoever asks has).
 */
export async function judgePerson(context: Context, judgement: JudgePerson): Promise<void> {
  const { id, claim, person, verdict, score, blind, by, at, why } = judgement
  await record(context.store, happeningOf(context, judgement), async (writer) => {
    await refuseUnseen(writer, id, id, judgement.seen)
    const people = await loadPeople(writer.trx, organisationOf(context))
    if (!people.has(person)) throw refuse('record.unknown', { id: person }, person)
    const now = (await loadSayings(writer.trx, id)).get('person')
    const named = now?.held.find((one) => one.claims.includes(claim))
    if (!now || !named) throw refuse('record.unknown', { id: claim }, id)
    if (blind) {
      const stands = standingPairs(await saidOfNames(writer.trx)).get(keyOf(claim, person))
      if (!stands || stands.first.by === by) throw refuse('link.first', { id: person }, id)
    } else if (verdict === 'same' && named.person !== null && named.person !== person)
      throw refuse('link.other', { id: named.person }, id)
    await writer.append('judgements', [
      {
        ...{ left_kind: NAME_KIND, left_id: claim, right_kind: PERSON_KIND, right_id: person, verdict },
        ...{ score: score ?? null, explanation: why ?? '', blind: blind ? true : null, by, at: instant(at) },
      },
    ])
    // A second opinion stands beside the first: where they differ, somebody who sees both judges again.
    if (blind) return
    const becomes = verdict === 'same' ? person : named.person === person ? null : named.person
    if (becomes === named.person) return
    const held = now.held.map((one) => (one === named ? { ...one, person: becomes } : one))
    await decideField(writer, judgement, 'person', {
      held,
      verdict: now.verdict as Verdict,
      otherwise: now.otherwise,
    })
  })
}
