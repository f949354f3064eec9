/** Records in the form they are read in, the rows of a copy out: texts a spreadsheet can hold, each row marked. */
import { type Export, watermark } from '../../core/export.ts'
import type { IncidentBody, PublicPerson } from '../../core/public-record.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import type { ReadRecord } from '../read-records.ts'

export const COLUMNS = [
  'copy',
  'id',
  'form',
  'from',
  'to',
  'places',
  'people',
  'groups',
  'organisations',
  'acts',
  'laws',
  'penalties',
  'actors',
  'outcome',
  'passage',
  'source',
  'list_numbers',
] as const
export type ExportRowOut = Readonly<Record<(typeof COLUMNS)[number], string | null>>

const joined = (texts: readonly (string | null)[]): string | null =>
  texts.filter((one) => one !== null && one !== '').join('; ') || null

const numbers = (value: object): string =>
  Object.entries(value)
    .filter(([, one]) => one !== null && typeof one !== 'object' && typeof one !== 'boolean')
    .map(([, one]) => String(one))
    .join(' ')

const groupText = (one: {
  readonly min: number | null
  readonly max: number | null
  readonly what: string
}): string => `${one.min ?? '?'}–${one.max ?? '?'} ${one.what}`.trim()

/** `numbers`: those that lists give to the record; they are the lists' own, and go into copies for colleagues alone. */
export function exportRow(record: ReadRecord, copy: Export, numbers: readonly string[] = []): ExportRowOut {
  const mark = { copy: watermark(copy), form: record.kind }
  return record.kind === 'team'
    ? {
        ...mark,
        ...ofTeam(record.row.body as unknown as Incident),
        ...passages(record.row.passages),
        list_numbers: joined(numbers),
      }
    : { ...mark, ...ofBody(record.incident), list_numbers: null }
}

type Content = Omit<ExportRowOut, 'copy' | 'form' | 'list_numbers'>

const passages = (
  rows: readonly { readonly text: string; readonly title: string }[],
): Pick<Content, 'passage' | 'source'> => ({
  passage: joined(rows.map((one) => one.text)),
  source: joined([...new Set(rows.map((one) => one.title))]),
})

function ofTeam(incident: Incident): Omit<Content, 'passage' | 'source'> {
  const date = heldOf(incident, 'date')[0]?.value
  return {
    id: incident.id,
    from: date?.from ?? null,
    to: date?.to ?? null,
    places: joined(heldOf(incident, 'place').map((one) => one.value.canonical)),
    people: joined(heldOf(incident, 'person').map((one) => one.value.name)),
    groups: joined(heldOf(incident, 'group').map((one) => groupText(one.value))),
    organisations: joined(heldOf(incident, 'organisation').map((one) => one.value)),
    acts: joined(heldOf(incident, 'act').map((one) => one.value)),
    laws: joined(heldOf(incident, 'law').map((one) => numbers(one.value))),
    penalties: joined(heldOf(incident, 'penalty').map((one) => numbers(one.value))),
    actors: joined(heldOf(incident, 'actor').map((one) => one.value)),
    outcome: joined(heldOf(incident, 'outcome').map((one) => one.value)),
  }
}

const personText = (one: PublicPerson): string =>
  one.kind === 'named' ? one.name.en : one.kind === 'alias' ? one.text : '(withheld)'

function ofBody({ id, fields, sources }: IncidentBody): Content {
  const date = fields.date[0]?.value
  return {
    id,
    from: date?.from ?? null,
    to: date?.to ?? null,
    places: joined(fields.places.map((one) => one.value.label.en)),
    people: joined(fields.people.map((one) => personText(one.value))),
    groups: joined(fields.groups.map((one) => groupText(one.value))),
    organisations: joined(fields.organisations.map((one) => one.value)),
    acts: joined(fields.acts.map((one) => one.value)),
    laws: joined(fields.laws.map((one) => numbers(one.value))),
    penalties: joined(fields.penalties.map((one) => numbers(one.value))),
    actors: joined(fields.actors.map((one) => one.value)),
    outcome: joined(fields.outcome.map((one) => one.value)),
    passage: joined(
      sources.map((one) =>
        one.passage.map((part) => (part.kind === 'withheld' ? '▒▒▒' : part.text)).join(''),
      ),
    ),
    source: joined(sources.map((one) => one.title)),
  }
}
