/** The incidents of a time in, the sentences that say what they say together out: each number bound to the rows that it was counted from. */
import { independentIn } from '../../core/collectors.ts'
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { matching } from '../filter.ts'
import { CUSTODY } from '../findings.ts'
import { said } from '../grammar/slots.ts'
import { inTime, uncapital } from '../grammar/time.ts'
import { provisionIn, usesOf } from '../laws.ts'
import type { Sentence } from '../manuscript/manuscript.ts'
import { patchOf } from '../quilt/patch.ts'
import { witnessesOf } from '../sections/collectors.ts'
import { listIn } from '../telling/pattern.ts'
import type { Filter } from '../views.ts'
import type { Counting } from './counting.ts'
import { personsSentence } from './people.ts'
import { bondTo, rows, sentence } from './sentences.ts'
import { sumsSentences } from './sums.ts'

/** Aggregates repeat single incidents, and are never counted with them. */
export const singles = (incidents: readonly PublicIncident[]): readonly PublicIncident[] =>
  incidents.filter((one) => one.fields.kind !== 'aggregate')

const MOST_NAMED = 4

/** What stands first in every publication of a time. */
export function leadOf(view: Counting): readonly Sentence[] {
  const { tell, pack, period, words } = view
  const own = singles(view.incidents)
  const of = { country: pack.id, period: period.id }
  if (own.length === 0) return []
  const share = (key: string, n: number, filter: Filter): readonly Sentence[] =>
    n === 0
      ? []
      : [sentence(`lead:${key}`, said(tell, `lead.${key}`, { n, of: own.length }), [rows(of, filter)])]
  const touch = (freedom: string): number => matching(own, { freedom }, pack).length
  return [
    sentence(
      'lead:recorded',
      said(tell, 'lead.recorded', {
        ...{ n: own.length, country: labelIn(pack.nameIn, words.language).text },
        when: inTime({ from: period.from, to: period.to, precision: 'month' }, tell),
      }),
      [rows(of)],
    ),
    ...datedSentence(view, own),
    sentence('lead:only', said(tell, 'lead.only')),
    sentence(
      'lead:freedoms',
      said(tell, 'lead.freedoms', Object.fromEntries(FREEDOMS.map((one) => [one, touch(one)]))),
      [rows(of)],
    ),
    ...share('custody', matching(own, { act: CUSTODY }, pack).length, { act: CUSTODY }),
    ...personsSentence(view),
    ...sumsSentences(view),
    ...lawSentence(view, own),
    ...goodNews(view, own),
  ]
}

/** An incident of which only a bound is known may lie outside the time. */
function datedSentence(view: Counting, own: readonly PublicIncident[]): readonly Sentence[] {
  const { from, to, id } = view.period
  const sure = own.filter((one) =>
    one.fields.date.every(({ value }) => (value.from ?? '') >= from && (value.to ?? '9') <= to),
  ).length
  if (sure === own.length) return []
  const bonds = [rows({ country: view.pack.id, period: id })]
  return [sentence('lead:dated', said(view.tell, 'lead.dated', { n: sure }), bonds)]
}

function lawSentence(view: Counting, own: readonly PublicIncident[]): readonly Sentence[] {
  const [first, second] = usesOf(own)
  const provision = first && view.pack.provisions.get(first.provision)
  const n = first ? first.stated + first.inferred : 0
  if (!first || !provision || n < 2 || n === (second ? second.stated + second.inferred : 0)) return []
  const law = provisionIn(provision, view.pack, view)
  return [
    sentence('lead:law', said(view.tell, 'lead.law', { law, n }), [
      ...bondTo('law', provision.id),
      rows({ country: view.pack.id, period: view.period.id }, { law: provision.id }),
    ]),
  ]
}

/** Good news opens no one filter: it is told of the incidents themselves. */
function goodNews({ codebook, tell }: Counting, own: readonly PublicIncident[]): readonly Sentence[] {
  const good = own.filter((one) => patchOf(one, codebook).gravity === 'star')
  if (good.length === 0) return []
  return [
    sentence('lead:positive', said(tell, 'lead.positive', { n: good.length }), [
      ...bondTo('incident', ...good.map((one) => one.id)),
    ]),
  ]
}

/** What nobody knows, said as plainly as what is known. */
export function doubtOf(view: Counting): readonly Sentence[] {
  const { tell, codebook, pack, period } = view
  const own = singles(view.incidents)
  const all = rows({ country: pack.id, period: period.id })
  const told = (key: string, n: number): readonly Sentence[] =>
    n === 0 ? [] : [sentence(`doubt:${key}`, said(tell, `lead.${key}`, { n, of: own.length }), [all])]
  const who = witnessesOf(own).map((one) => one.name)
  return [
    ...told('single', own.filter((one) => independentIn(one.sources) < 2).length),
    ...told('disputed', own.filter((one) => one.disputed.length > 0).length),
    ...told('lawless', own.filter((one) => one.fields.laws.length === 0).length),
    ...told('open', own.filter((one) => patchOf(one, codebook).gravity === null).length),
    ...(who.length === 0
      ? []
      : [
          sentence('doubt:collectors', said(tell, 'lead.collectors', { who: collectorsIn(who, view) }), [
            all,
          ]),
        ]),
  ]
}

function collectorsIn(names: readonly (string | null)[], { tell }: Counting): string {
  const known = names.filter((one) => one !== null)
  const left = names.length - Math.min(known.length, MOST_NAMED)
  const told = known.slice(0, MOST_NAMED)
  return listIn(tell, left > 0 ? [...told, uncapital(said(tell, 'lead.others', { n: left }))] : told)
}
