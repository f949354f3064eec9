/** The public register of recommendations in, one row for each out; the three grades stand in columns of their own. */
import {
  GRADERS,
  type Grader,
  newestGrade,
  type PublicRecommendation,
} from '../../core/recommendation/recommendation.ts'
import { csv } from '../csv.ts'
import { type Column, joined, table } from './table.ts'
import type { OpenView } from './view.ts'

type Row = PublicRecommendation
const text = (name: string, cell: (row: Row) => string | null): Column<Row> => ({
  ...{ name, type: 'string', cell },
})
const graded = (grader: Grader): readonly Column<Row>[] => [
  text(`grade_${grader}`, (row) => newestGrade(row.grades, grader)?.grade ?? null),
  text(`grade_${grader}_on`, (row) => newestGrade(row.grades, grader)?.on ?? null),
]
const COLUMNS: readonly Column<Row>[] = [
  text('id', (row) => row.id),
  text('country', (row) => row.country),
  ...(['en', 'ru', 'kk'] as const).map((one) => text(`ask_${one}`, (row) => row.ask[one])),
  text('words', (row) => row.words ?? '[withheld]'),
  text('language', (row) => row.language),
  text('said_in', (row) => joined([row.source.title, row.source.place])),
  text('url', (row) => row.source.url),
  text('asked_by', (row) => row.body),
  text('asked_on', (row) => row.on),
  text('asked_of', (row) => joined(row.addressees)),
  text('laws', (row) => joined(row.laws)),
  text('freedoms', (row) => joined(row.freedoms)),
  { name: 'specificity', type: 'integer', cell: (row) => row.specificity },
  text('response', (row) => row.response),
  text('due', (row) => row.due),
  ...GRADERS.flatMap(graded),
  text('same_demand_as', (row) => joined(row.same)),
]

export function recommendationsCsv({ recommendations }: OpenView): string {
  const { columns, rows } = table<Row>('recommendations', ['id'], COLUMNS, recommendations)
  return csv(
    columns.map((one) => one.name),
    rows,
  )
}
