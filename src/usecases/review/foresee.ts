/** The rows of a form in, what saving them would do out: the tier the subjects ask for, and who would be shown to whom. */
import { today } from '../../adapters/clock.ts'
import type { SensitiveSubject } from '../../core/naming.ts'
import { type Basis, basesThatBind, type ShowLevel, strictestOf } from '../../core/person.ts'
import type { Held, Incident } from '../../core/record.ts'
import type { ReviewRow } from '../../core/review-row.ts'
import type { Span } from '../../core/span.ts'
import { narrower, type Tier } from '../../core/tier.ts'
import { FIELDS } from '../../core/values.ts'
import { levelsIn } from '../../core/withholding/levels.ts'
import { subjectsOf } from '../../core/withholding/tier.ts'
import { type LineOfRows, lineOfRows } from '../../review/line-of-rows.ts'
import { namesakes } from '../../review/resolve.ts'
import type { Context } from '../context.ts'
import type { PassageView } from './read-passage.ts'

/** Somebody in a row of the form. */
export type Foreseen = {
  /** Id of the recorded person the reviewer says it is. */
  readonly person: string | null
  readonly basis: Basis | null
  /** How the world would see them in this record today. */
  readonly level: ShowLevel
  /** Recorded people of this spelling: whether it is one of them is for the reviewer to say. */
  readonly namesakes: readonly string[]
}
export type Foresight = {
  readonly subjects: readonly SensitiveSubject[]
  readonly tier: Tier
  /** By number of the row. */
  readonly people: ReadonlyMap<number, Foreseen>
}

/** What must be known of a passage to understand the rows beside it. */
export type Foreseeable = Pick<PassageView, 'pack' | 'proposed' | 'people' | 'shown' | 'record'> & {
  readonly document: Pick<PassageView['document'], 'id' | 'country' | 'text'>
  readonly passage: { readonly span: Span }
}

export const understood = (
  context: Context,
  view: Foreseeable,
  rows: readonly ReviewRow[],
  disputed: readonly string[] = [],
): LineOfRows =>
  lineOfRows(rows, {
    codebook: context.knowledge.codebook,
    pack: view.pack,
    proposed: view.proposed,
    people: new Map(view.people.map(({ person }) => [person.id, person])),
    disputed,
    shown: view.document.text.slice(view.shown.start, view.shown.end),
  })

export function foresee(context: Context, view: Foreseeable, rows: readonly ReviewRow[]): Foresight {
  const { kept } = understood(context, view, rows)
  const { naming } = context.knowledge.codebook
  const now = today(context.clock)
  const incident: Incident = {
    id: view.record ?? '',
    country: view.document.country,
    version: 0,
    tellings: [{ document: view.document.id, span: view.passage.span }],
    links: [],
    rulings: FIELDS.map((field) => ({
      field,
      verdict: 'stands',
      values: kept
        .filter((one) => one.field === field)
        .map((one) => {
          const claim = view.proposed.get(rows[one.row]?.origin ?? '')?.claim
          return {
            field,
            value: one.value,
            claims: claim ? [claim] : [],
            person: one.person,
          } as unknown as Held
        }),
      by: '',
      at: '',
      why: null,
    })),
  }
  const documents = new Map([[view.document.id, view.document]])
  const subjects = subjectsOf(incident, { naming, documents })
  const bases = basesThatBind(
    new Map(view.people.map((one) => [one.person.id, one.bases])),
    view.people.map((one) => [one.person.id, ...one.others]),
    now,
  )
  const levels = levelsIn(incident, { naming, bases })
  const known = new Map(view.people.map(({ person }) => [person.id, person]))
  const people = kept.flatMap(({ field, row, person }) =>
    field !== 'person'
      ? []
      : [
          [
            row,
            {
              person,
              basis: strictestOf(bases.get(person ?? '') ?? []),
              level: levels.get(person ?? '') ?? 'never',
              namesakes: namesakes(rows[row]?.value ?? '', known).map((one) => one.id),
            },
          ] as const,
        ],
  )
  return {
    subjects,
    tier: subjects.map((one) => one.tier).reduce(narrower, 'public'),
    people: new Map(people),
  }
}
