/** Records as readers see them in; all that they say, in words of one language, out: what a sentence about them may state. */
import { type Language, labelIn } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { servedAt } from '../../publish/links.ts'
import { detailOf } from '../../publish/telling/detail.ts'
import { sentenceOf } from '../../publish/telling/sentence.ts'
import { dayIn, periodIn } from '../../publish/telling/when.ts'
import { type Context, packOf } from '../context.ts'

export function saidBy(
  { knowledge }: Pick<Context, 'knowledge'>,
  incident: PublicIncident,
  language: Language,
): readonly string[] {
  const { codebook, words, tells } = knowledge
  const [tell, pack] = [tells[language], packOf(knowledge, incident.country)]
  const face = { site: servedAt(''), words: words[language], tell, codebook }
  const { fields, sources } = incident
  const days = fields.date.flatMap(({ value }) => [value.from, value.to]).filter((one) => one !== null)
  return [
    sentenceOf(incident, codebook, tell),
    detailOf(incident, pack, face) ?? '',
    ...days.flatMap((day) => [day, dayIn(day, language)]),
    ...fields.places.flatMap(({ value }) => Object.values(value.label)).filter((one) => one !== null),
    ...fields.people
      .flatMap(({ value }) =>
        value.kind === 'named' ? Object.values(value.name) : value.kind === 'alias' ? [value.text] : [],
      )
      .filter((one) => one !== null),
    ...sources.flatMap((one) => [one.title, one.publisher, one.collector]).filter((one) => one !== null),
    // Numbers and names in the fields, however they are written there.
    stringsIn(fields).join(' '),
  ].filter((one) => one !== '')
}

/** What needs no record: the country and its bodies, places and laws are known; the months of the period too. */
export function saidOfRequest(
  { knowledge }: Pick<Context, 'knowledge'>,
  request: Readonly<Record<string, string>>,
  language: Language,
): readonly string[] {
  const pack = knowledge.packs.get(request.country ?? '')
  const period = periodOf(request.period ?? '')
  return [
    ...(pack ? [labelIn(pack.name, language).text] : []),
    ...(period ? [periodIn(period.from, period.to, language), period.from, period.to] : []),
  ]
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
