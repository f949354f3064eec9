/** The incidents of a time in, where and in which month they were, as tables by gravest known outcome out. */
import { labelIn } from '../../core/language.ts'
import { matching, regionsOf } from '../filter.ts'
import { said } from '../grammar/slots.ts'
import type { Block } from '../manuscript/manuscript.ts'
import { dateOf, periodIn } from '../telling/when.ts'
import type { Counting } from './counting.ts'
import { singles } from './lead.ts'
import { rows, sentence } from './sentences.ts'
import { byOutcome } from './tables.ts'

/** An incident in two regions stands under both; one of which nobody says where stands under «not known». */
export function regionsTable(view: Counting): readonly Block[] {
  const { pack, period, words, tell } = view
  const own = singles(view.incidents)
  const met = [...new Set(own.flatMap((one) => regionsOf(one, pack)))]
  const lines = met.map((region) => {
    const found = pack.regions.get(region)
    const country = region === 'country' ? labelIn(pack.name, words.language).text : null
    const name = found ? labelIn(found.name, words.language).text : (country ?? said(tell, 'cell.unknown'))
    const filter = { region }
    return {
      label: sentence(`region:${region}`, name, [rows({ country: pack.id, period: period.id }, filter)]),
      ...{ filter, own: matching(own, filter, pack) },
    }
  })
  const byNumber = lines.toSorted(
    (a, b) => b.own.length - a.own.length || a.label.id.localeCompare(b.label.id),
  )
  return byOutcome('regions', 'table.regions', 'col.place', byNumber, view)
}

/** Under the month in which each may have begun; what has no month is in no line. */
export function monthsTable(view: Counting): readonly Block[] {
  const { pack, period, words } = view
  const own = singles(view.incidents)
  const months = [...new Set(own.flatMap((one) => (dateOf(one).from ?? '').slice(0, 7) || []))].sort()
  const lines = months.map((month) => {
    const filter = { month }
    return {
      label: sentence(`month:${month}`, periodIn(`${month}-01`, `${month}-28`, words.language), [
        rows({ country: pack.id, period: period.id }, filter),
      ]),
      ...{ filter, own: matching(own, filter, pack) },
    }
  })
  return byOutcome(
    'months',
    'table.months',
    'col.date',
    lines.filter((one) => one.own.length > 0),
    view,
  )
}
