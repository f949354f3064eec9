/** Two people on record in, whether they are one person written down as one row; no record is decided anew by it. */
import type { JudgePeople } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { keyOf, ordered } from '../../core/identity/pairs.ts'
import { instant, record } from '../../store/append.ts'
import { PERSON_KIND } from '../../store/queries/pairs.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { type Context, happeningOf, organisationOf } from '../context.ts'
import { peopleAsOne } from './people-as-one.ts'

/**
 * Refuses with `record.unknown` (no such person here), and of a clearance with `people.not-same`, `people.contradiction`,
 * `people.own` (whoever judged them cannot let readers see it); of a blind judgement with `people.first` (nobody has judged them,
 * or whoever asks has).
 */
export async function judgePeople(context: Context, judgement: JudgePeople): Promise<void> {
  const { verdict, blind, by, at, why } = judgement
  const [left, right] = ordered(judgement.id, judgement.with)
  await record(context.store, happeningOf(context, judgement), async (writer) => {
    const people = await loadPeople(writer.trx, organisationOf(context))
    for (const id of [left, right]) if (!people.has(id)) throw refuse('record.unknown', { id }, id)
    const one = await peopleAsOne(writer.trx)
    const now = one.pairs.get(keyOf(left, right))
    if (blind && (!now || now.first.by === by)) throw refuse('people.first', { left, right }, left)
    if (verdict === 'cleared') {
      if (now?.verdict !== 'same') throw refuse('people.not-same', { left, right }, left)
      if (!one.sound.some((group) => group.includes(left)))
        throw refuse('people.contradiction', { left, right }, left)
      if (now.first.by === by) throw refuse('people.own', { left, right }, left)
    }
    await writer.append('judgements', [
      {
        ...{ left_kind: PERSON_KIND, left_id: left, right_kind: PERSON_KIND, right_id: right, verdict },
        ...{ score: null, explanation: why ?? '', blind: blind ? true : null, by, at: instant(at) },
      },
    ])
  })
}
