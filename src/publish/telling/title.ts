/** A public incident in, its headline in one language out. */
import type { Codebook } from '../../core/codebook.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { deedsOf, doneIn, leadOf, nounsIn } from './deeds.ts'
import { capital, fill, pattern } from './pattern.ts'
import { placeIn } from './where.ts'
import { byNouns, subjectOf } from './who.ts'

/** `Two people detained and fined in Oskemen`. Says less rather than more than the record. */
export function titleOf(incident: IncidentBody, codebook: Codebook, tell: Tell): string {
  const deeds = deedsOf(incident, codebook, tell)
  const subject = subjectOf(incident, leadOf(incident, codebook, tell), tell)
  const place = placeIn(incident, tell.language)
  const all = [...deeds.done, ...deeds.rest]
  const write = (key: string, params: Readonly<Record<string, string>>): string =>
    capital(
      place === null
        ? fill(pattern(tell, `${key}_no_place`), params)
        : fill(pattern(tell, key), { ...params, place }),
      tell,
    )
  if (all.length === 0) return write('title.noun', { nouns: pattern(tell, 'act.none') })
  const nouns = nounsIn(all, codebook, tell)
  if (subject.kind === 'nobody') return write('title.noun', { nouns })
  if (subject.kind === 'organisation' || deeds.done.length === 0 || byNouns(subject, tell))
    return write('title.of', { who: subject.text, nouns })
  return write('title.done', { who: subject.text, done: doneIn(deeds.done, subject.n, tell, false) })
}

/** `Detention, Oskemen`: the leading act and the place, for long lists. */
export function shortTitleOf(incident: IncidentBody, codebook: Codebook, tell: Tell): string {
  const lead = leadOf(incident, codebook, tell)
  const noun = lead === null ? pattern(tell, 'act.none') : nounsIn([lead], codebook, tell)
  const place = placeIn(incident, tell.language)
  const nouns = { nouns: noun }
  const text =
    place === null
      ? fill(pattern(tell, 'title.noun_no_place'), nouns)
      : fill(pattern(tell, 'title.noun'), { ...nouns, place })
  return capital(text, tell)
}
