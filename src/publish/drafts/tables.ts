/** The incidents of a time in, tables of counts out: by freedom, by provision and by act, each with its gravest known outcome or its people. */
import type { Gravity } from '../../core/codebook.ts'
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { matching } from '../filter.ts'
import { said } from '../grammar/slots.ts'
import { provisionIn, usesOf } from '../laws.ts'
import type { Block, Sentence } from '../manuscript/manuscript.ts'
import { patchOf } from '../quilt/patch.ts'
import { capital, numberIn } from '../telling/pattern.ts'
import { titleOf } from '../telling/title.ts'
import { whensIn } from '../telling/when.ts'
import { placeIn } from '../telling/where.ts'
import type { Filter } from '../views.ts'
import type { Counting } from './counting.ts'
import { singles } from './lead.ts'
import { rangeIn } from './range.ts'
import { bondTo, rows, sentence } from './sentences.ts'

const OUTCOMES: readonly (Gravity | null)[] = [4, 3, 2, 1, 0, 'star', null]

/** `gravity.4`, `gravity.star`, `gravity.unknown` of the locales. */
export const outcomeIn = (gravity: Gravity | null, { words }: Counting): string =>
  words.t(`gravity.${gravity ?? 'unknown'}`)

/** Only outcomes that some incident of the table has are columns. */
export function byOutcome(
  id: string,
  caption: string,
  first: string,
  of: readonly {
    readonly label: Sentence
    readonly filter: Filter
    readonly own: readonly PublicIncident[]
  }[],
  view: Counting,
): readonly Block[] {
  const gravityOf = (one: PublicIncident) => patchOf(one, view.codebook).gravity
  const met = OUTCOMES.filter((gravity) =>
    of.some(({ own }) => own.some((one) => gravityOf(one) === gravity)),
  )
  if (of.length === 0) return []
  const cell = (key: string, n: number, filter: Filter): Sentence =>
    sentence(key, n === 0 ? '–' : numberIn(view.tell, n), [
      rows({ country: view.pack.id, period: view.period.id }, filter),
    ])
  return [
    {
      kind: 'table',
      caption: said(view.tell, caption),
      head: [
        said(view.tell, first),
        said(view.tell, 'col.incidents'),
        ...met.map((one) => capital(outcomeIn(one, view), view.tell)),
      ],
      rows: of.map(({ label, filter, own }) => [
        label,
        cell(`${id}:${label.id}:all`, own.length, filter),
        ...met.map((gravity) =>
          cell(
            `${id}:${label.id}:${gravity ?? 'unknown'}`,
            own.filter((one) => gravityOf(one) === gravity).length,
            filter,
          ),
        ),
      ]),
    },
  ]
}

export function freedomsTable(view: Counting): readonly Block[] {
  const own = singles(view.incidents)
  const of = { country: view.pack.id, period: view.period.id }
  const lines = FREEDOMS.map((freedom) => ({
    label: sentence(`freedom:${freedom}`, view.words.t(`face.section.${freedom}`), [rows(of, { freedom })]),
    ...{ filter: { freedom }, own: matching(own, { freedom }, view.pack) },
  }))
  return byOutcome(
    'freedoms',
    'table.outcomes',
    'col.freedom',
    lines.filter((one) => one.own.length > 0),
    view,
  )
}

export function lawsTable(view: Counting): readonly Block[] {
  const own = singles(view.incidents)
  const lines = usesOf(own).flatMap(({ provision }) => {
    const found = view.pack.provisions.get(provision)
    const label = found && provisionIn(found, view.pack, view)
    const filter = { law: provision }
    return label === undefined
      ? []
      : [
          {
            label: sentence(`law:${provision}`, label, bondTo('law', provision)),
            ...{ filter, own: matching(own, filter, view.pack) },
          },
        ]
  })
  return byOutcome('laws', 'table.laws', 'col.provision', lines, view)
}

const MOST_ACTS = 14

/** Incidents and people stand side by side and are never added: one incident may strike hundreds, and one person may be struck twice. */
export function actsTable(view: Counting): readonly Block[] {
  const { codebook, measures, tell, words, pack, period } = view
  const of = { country: pack.id, period: period.id }
  const counted = measures
    .filter((one) => one.unit === 'incidents' && one.slice?.facet === 'act')
    .sort((a, b) => b.certain - a.certain || (a.slice?.value ?? '').localeCompare(b.slice?.value ?? ''))
    .slice(0, MOST_ACTS)
  if (counted.length === 0) return []
  return [
    {
      kind: 'table',
      caption: said(tell, 'table.acts'),
      head: ['col.act', 'col.incidents', 'col.people'].map((one) => said(tell, one)),
      rows: counted.map((one) => {
        const act = one.slice?.value ?? ''
        const term = codebook.acts.get(act)
        const people = measures.find(
          (other) => other.unit === 'persons' && other.slice?.facet === 'act' && other.slice.value === act,
        )
        const bonds = [rows(of, { act })]
        return [
          sentence(`act:${act}`, capital(term ? labelIn(term.label, words.language).text : act, tell), bonds),
          sentence(`act:${act}:incidents`, rangeIn(one, tell), bonds),
          sentence(`act:${act}:people`, people ? rangeIn(people, tell) : said(tell, 'cell.unknown'), bonds),
        ]
      }),
    },
  ]
}

/** Every incident in a line: for whoever looks one up. */
export function register(view: Counting): readonly Block[] {
  const { tell, words, codebook } = view
  const cols = ['col.date', 'col.place', 'col.what', 'col.outcome']
  const lines = singles(view.incidents).map((one) => {
    const bonds = bondTo('incident', one.id)
    const cell = (key: string, text: string): Sentence => sentence(`register:${one.id}:${key}`, text, bonds)
    return [
      cell('date', whensIn(one, tell)),
      cell('place', placeIn(one, words.language) ?? said(tell, 'cell.unknown')),
      cell('what', titleOf(one, codebook, tell)),
      cell('outcome', outcomeIn(patchOf(one, codebook).gravity, view)),
    ]
  })
  return lines.length === 0
    ? []
    : [
        {
          ...{ kind: 'table', caption: said(tell, 'table.register') },
          head: cols.map((one) => said(tell, one)),
          rows: lines,
        },
      ]
}
