/** A public incident in, one full sentence in one language out. */
import type { Codebook } from '../../core/codebook.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { deedsOf, doneIn, leadOf, nounsIn } from './deeds.ts'
import { capital, fill, pattern } from './pattern.ts'
import { whensIn } from './when.ts'
import { placeIn } from './where.ts'
import { byNouns, subjectOf } from './who.ts'

function clauseOf(incident: IncidentBody, codebook: Codebook, tell: Tell): string {
  const subject = subjectOf(incident, leadOf(incident, codebook, tell), tell)
  const { done, rest } = deedsOf(incident, codebook, tell)
  const all = [...done, ...rest]
  if (all.length === 0) return pattern(tell, 'act.none')
  if (subject.kind === 'nobody') return nounsIn(all, codebook, tell)
  if (subject.kind === 'organisation' || done.length === 0 || byNouns(subject, tell))
    return fill(pattern(tell, 'clause.of'), { who: subject.text, nouns: nounsIn(all, codebook, tell) })
  const told = doneIn(done, subject.n, tell, true)
  const clause = fill(pattern(tell, 'clause.done'), { who: subject.text, done: told })
  if (rest.length === 0) return clause
  return fill(pattern(tell, 'clause.also'), { clause, nouns: nounsIn(rest, codebook, tell) })
}

/** `22 February 2020, Oskemen: two people were detained and fined.` An unknown date or place is said, not left out. */
export function sentenceOf(incident: IncidentBody, codebook: Codebook, tell: Tell): string {
  const place = placeIn(incident, tell.language)
  const params = { when: whensIn(incident, tell), clause: clauseOf(incident, codebook, tell) }
  const text =
    place === null
      ? fill(pattern(tell, 'sentence.no_place'), params)
      : fill(pattern(tell, 'sentence'), { ...params, place })
  return capital(text, tell)
}
