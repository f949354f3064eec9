/** A country's years in, the changes of its laws beside them out: drawn under the incidents, listed with what says so. */

import type { Certainty } from '../../core/pack.ts'
import { type PartialDate, parsePartialDate } from '../../core/partial-date.ts'
import { overTimeFigure } from '../figures/over-time.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Column } from '../over-time.ts'
import { foreign, labelled, row } from '../pages/parts.ts'
import { whenIn } from '../telling/when.ts'
import type { CountryView } from '../views.ts'
import { certainty } from './certainty.ts'

type Change = { readonly date: PartialDate; readonly what: Piece; readonly certainty: Certainty }

/** Acts that came into force, changes of provisions that are used in records, and bills on their way. */
function changesOf(view: CountryView): readonly Change[] {
  const { pack, words, site } = view
  const to = (page: Parameters<typeof href>[2], text: Piece): Markup =>
    html`<a href="${href(site, words.language, page)}">${text}</a>`
  const at = (date: string | null, what: Piece, level: Certainty): readonly Change[] => {
    const known = date === null ? null : parsePartialDate(date)
    return known ? [{ date: known, what, certainty: level }] : []
  }
  const acts = [...pack.acts.values()].flatMap((one) =>
    at(
      one.inForce.from,
      html`${labelled(one.title, words)}: ${words.t('bill.stage.in_force')}`,
      one.certainty,
    ),
  )
  const provisions = view.laws.flatMap((use) => {
    const one = pack.provisions.get(use.provision)
    return (one?.changes ?? []).flatMap((change) =>
      one
        ? at(
            change.date,
            html`${to({ kind: 'law', country: pack.id, provision: one.id }, provisionIn(one, pack, view))}: ${foreign(change.event, 'en', words)}`,
            change.certainty,
          )
        : [],
    )
  })
  const bills = [...pack.bills.values()].flatMap((bill) =>
    bill.steps
      // What is in force stands among the acts.
      .filter((one) => one.stage !== 'in_force')
      .flatMap((one) =>
        at(
          one.date,
          html`${to({ kind: 'bill', country: pack.id, id: bill.id }, labelled(bill.title, words))}: ${words.t(`bill.stage.${one.stage}`)}`,
          one.certainty,
        ),
      ),
  )
  return [...acts, ...provisions, ...bills].sort((a, b) =>
    (a.date.from ?? '').localeCompare(b.date.from ?? ''),
  )
}

/** One column a year: certain is what every date puts wholly in it, claimed what begins in it. */
function columnsOf({ periods, totals = [] }: CountryView): readonly Column[] {
  const counts = new Map<string, number>()
  for (const { period, incidents } of periods) {
    const year = period.slice(0, 4)
    counts.set(year, (counts.get(year) ?? 0) + incidents)
  }
  const years = [...counts.keys()].map(Number)
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const id = `${first + index}`
    const claimed = counts.get(id) ?? 0
    const certain = totals.find((one) => one.period === id)?.certain ?? 0
    return { id, from: `${id}-01-01`, to: `${id}-12-31`, certain: Math.min(certain, claimed), claimed }
  })
}

export function lawYears(view: CountryView): Markup | false {
  const { words, tell } = view
  const columns = columnsOf(view)
  const [first, last] = [columns[0]?.from ?? '', columns.at(-1)?.to ?? '']
  const inside = changesOf(view).filter(
    ({ date }) => date.from !== null && date.to !== null && date.from >= first && date.to <= last,
  )
  if (columns.length === 0 || inside.length === 0) return false
  const marks = inside.map(({ date }, index) => ({
    n: index + 1,
    from: date.from ?? first,
    to: date.to ?? last,
  }))
  const told = columns.filter((one) => one.claimed > 0).map((one) => `${one.id}: ${one.claimed}`)
  const title = `${words.t('thing.time.desc', { what: told.join('; ') })} ${words.t('law.changes')}: ${inside.length}.`
  return row(
    'z',
    words.t('thing.law-years'),
    html`${words.t('thing.time.note')}<br>${words.t('thing.time.marks', { what: words.t('law.changes') })}`,
    words.t('thing.law-years.heading', { n: inside.length }),
    html`${overTimeFigure(columns, marks, 'ly', title)}<details><summary>${words.t('law.changes')}</summary><dl class="vals">${inside.map(
      ({ date, what, certainty: level }, index) =>
        html`<div><dt>${index + 1}. ${whenIn(date, tell)}</dt><dd>${what}${certainty(level, words)}</dd></div>
`,
    )}</dl></details>`,
  )
}
