/** A record in the form somebody may read it in; acts, place and day, what a colleague looks for in a list, out. */
import { labelIn } from '../../../core/language.ts'
import { heldOf, type Incident } from '../../../core/record.ts'
import { whenIn } from '../../../publish/telling/when.ts'
import { idOf, type ReadRecord } from '../../../usecases/read-records.ts'
import type { Desktop } from '../desktop.ts'
import { placeText, valueText } from '../value-text.ts'

export function titleOf(desktop: Desktop, one: ReadRecord): string {
  const { language } = desktop.face.words
  const [acts, places, days] = one.kind === 'team' ? ofTeam(desktop, one.row) : ofShown(desktop, one.incident)
  const title = [acts, places, days]
    .map((texts) => [...new Set(texts)].join(', '))
    .filter((text) => text !== '')
    .join(' — ')
  return title === '' ? idOf(one) : title.charAt(0).toLocaleUpperCase(language) + title.slice(1)
}

type Parts = readonly [readonly string[], readonly string[], readonly string[]]

function ofTeam({ told, packs }: Desktop, row: Extract<ReadRecord, { kind: 'team' }>['row']): Parts {
  const incident = row.body as unknown as Incident
  const pack = packs.get(row.country) ?? null
  return [
    heldOf(incident, 'act').map(({ value }) => valueText({ field: 'act', value }, told, pack)),
    heldOf(incident, 'place').map(({ value }) => placeText(value, told, pack)),
    heldOf(incident, 'date').map(({ value }) => whenIn(value, told.tell)),
  ]
}

const ofShown = ({ told }: Desktop, { fields }: Exclude<ReadRecord, { kind: 'team' }>['incident']): Parts => [
  fields.acts.map(({ value }) => valueText({ field: 'act', value }, told, null)),
  fields.places.map(({ value }) => labelIn(value.label, told.words.language).text),
  fields.date.map(({ value }) => whenIn(value, told.tell)),
]
