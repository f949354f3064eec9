/** A public incident in, full sentences of running prose in one language out; the register of the site tells the same in one line. */
import type { Codebook } from '../../core/codebook.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { type Deeds, deedsOf, leadOf, nounsIn } from '../telling/deeds.ts'
import { agree, listIn } from '../telling/pattern.ts'
import { type Subject, subjectOf } from '../telling/who.ts'
import { formOf } from './russian-name.ts'
import { said } from './slots.ts'
import { incidentTime } from './time.ts'
import { asWritten } from './tongue.ts'
import { whereIn } from './where.ts'

/** What an empty slot leaves behind. */
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .replace(/,,/g, ',')

/** `{be} detained` of English; `были задержаны` of Russian, where only short participles take the verb; the bare verb of Kazakh. */
function deedIn(
  act: string,
  subject: Subject & { kind: 'people' },
  tell: Tell,
): { verb: string; word: string } {
  const forms = tell.acts[act]?.done ?? { other: act }
  const word = agree(tell, forms, subject.n)
  if (tell.language === 'en') {
    const be = subject.n === 1 ? 'was' : 'were'
    return word.startsWith('{be} ') ? { verb: be, word: word.slice(5) } : { verb: '', word }
  }
  if (tell.language === 'kk') return { verb: '', word }
  const plural = forms.other
  const participle = plural.split(' ').find((one) => /[нт]ы$/u.test(one))
  if (participle === undefined) return { verb: '', word }
  if (subject.n !== 1) return { verb: subject.n % 10 === 1 && subject.n % 100 !== 11 ? 'был' : 'были', word }
  if (!subject.oneName || formOf(subject.text) !== 'feminine') return { verb: 'был', word }
  return { verb: 'была', word: plural.replace(participle, participle.replace(/ы$/u, 'а')) }
}

/** The verb stands once where all share it: «were detained and fined». */
export function doneIn(acts: readonly string[], subject: Subject & { kind: 'people' }, tell: Tell): string {
  let carried = ''
  const words = acts.map((act) => {
    const { verb, word } = deedIn(act, subject, tell)
    const told = verb === '' || verb === carried ? word : `${verb} ${word}`
    carried = verb
    return told
  })
  return listIn(tell, words)
}

/** In Russian a single name is told by a verb only where its form has a gender. */
const needsNouns = (subject: Subject, tell: Tell): boolean =>
  tell.language === 'ru' && subject.kind === 'people' && subject.oneName && formOf(subject.text) === null

/** `On 22 February 2020, two people were detained and fined in Oskemen.` */
export function proseOf(incident: PublicIncident, codebook: Codebook, tell: Tell): string {
  const subject = subjectOf(incident, leadOf(incident, codebook, tell), tell)
  const deeds = deedsOf(incident, codebook, tell)
  const place = { when: incidentTime(incident, tell), where: whereIn(incident, tell) }
  const sentences = [clauseOf(subject, deeds, place, codebook, tell)]
  if (isTold(subject, deeds, tell) && deeds.rest.length > 0)
    sentences.push(said(tell, 'told.also', { nouns: nounsIn(deeds.rest, codebook, tell) }))
  if (incident.disputed.length > 0) sentences.push(said(tell, 'told.disputed'))
  return sentences.map(tidy).join(' ')
}

const isTold = (subject: Subject, { done }: Deeds, tell: Tell): subject is Subject & { kind: 'people' } =>
  subject.kind === 'people' && done.length > 0 && !needsNouns(subject, tell)

function clauseOf(
  subject: Subject,
  deeds: Deeds,
  place: { readonly when: string; readonly where: string },
  codebook: Codebook,
  tell: Tell,
): string {
  const all = [...deeds.done, ...deeds.rest]
  if (all.length === 0) return said(tell, 'told.bare', place)
  if (isTold(subject, deeds, tell))
    return said(tell, 'told.done', { ...place, who: subject.text, done: doneIn(deeds.done, subject, tell) })
  const nouns = nounsIn(all, codebook, tell)
  return subject.kind === 'nobody'
    ? said(tell, 'told.noun', { ...place, nouns })
    : said(tell, 'told.of', {
        ...{ ...place, nouns },
        who: subject.kind === 'organisation' ? asWritten(subject.text, tell) : subject.text,
      })
}
