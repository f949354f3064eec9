/** Public proceedings in, one row for each, for each charge, and for each dated stage with its penalty, out. */
import type { PublicProceeding } from '../../../core/public-record.ts'
import { type Column, type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

type Charge = { readonly of: string; readonly charge: PublicProceeding['charges'][number] }
type Stage = { readonly of: string; readonly n: number; readonly stage: PublicProceeding['stages'][number] }
const of = <T extends { readonly of: string }>(): Column<T> => ({
  name: 'proceeding',
  type: 'string',
  required: true,
  to: 'proceedings',
  cell: (row) => row.of,
})

export const proceedingTables = ({ proceedings }: OpenView): readonly OpenTable[] => [
  table<PublicProceeding>(
    'proceedings',
    ['id'],
    [
      { name: 'id', type: 'string', required: true, cell: (one) => one.id },
      { name: 'person', type: 'string', cell: ({ person }) => (person.kind === 'named' ? person.id : null) },
      {
        name: 'name_en',
        type: 'string',
        cell: ({ person }) => (person.kind === 'named' ? person.name.en : null),
      },
      {
        name: 'name_ru',
        type: 'string',
        cell: ({ person }) => (person.kind === 'named' ? person.name.ru : null),
      },
      {
        name: 'name_kk',
        type: 'string',
        cell: ({ person }) => (person.kind === 'named' ? person.name.kk : null),
      },
      { name: 'alias', type: 'string', cell: ({ person }) => (person.kind === 'alias' ? person.text : null) },
      { name: 'role', type: 'string', cell: ({ person }) => person.role },
    ],
    proceedings,
  ),
  table<Charge>(
    'charges',
    [],
    [
      of<Charge>(),
      { name: 'code', type: 'string', required: true, of: 'law_codes', cell: ({ charge }) => charge.code },
      { name: 'article', type: 'string', cell: ({ charge }) => charge.article },
      { name: 'part', type: 'string', cell: ({ charge }) => charge.part },
      { name: 'law', type: 'string', cell: ({ charge }) => charge.name },
      { name: 'provision', type: 'string', cell: ({ charge }) => charge.provision },
      { name: 'basis', type: 'string', required: true, cell: ({ charge }) => charge.status },
    ],
    proceedings.flatMap((one) => one.charges.map((charge) => ({ of: one.id, charge }))),
  ),
  table<Stage>(
    'stages',
    ['proceeding', 'stage_number'],
    [
      of<Stage>(),
      { name: 'stage_number', type: 'integer', required: true, cell: ({ n }) => n },
      { name: 'stage', type: 'string', required: true, cell: ({ stage }) => stage.stage },
      { name: 'date_from', type: 'date', cell: ({ stage }) => stage.date?.from ?? null },
      { name: 'date_to', type: 'date', cell: ({ stage }) => stage.date?.to ?? null },
      { name: 'date_precision', type: 'string', cell: ({ stage }) => stage.date?.precision ?? null },
      { name: 'other_incident', type: 'string', cell: ({ stage }) => stage.incident },
      { name: 'penalty', type: 'string', of: 'penalties', cell: ({ stage }) => stage.penalty?.type ?? null },
      { name: 'days', type: 'number', cell: ({ stage }) => stage.penalty?.days ?? null },
      { name: 'months', type: 'number', cell: ({ stage }) => stage.penalty?.months ?? null },
      { name: 'years', type: 'number', cell: ({ stage }) => stage.penalty?.years ?? null },
      { name: 'amount', type: 'number', cell: ({ stage }) => stage.penalty?.amount ?? null },
      { name: 'currency', type: 'string', cell: ({ stage }) => stage.penalty?.currency ?? null },
      { name: 'index_multiple', type: 'number', cell: ({ stage }) => stage.penalty?.indexMultiple ?? null },
    ],
    proceedings.flatMap((one) => one.stages.map((stage, index) => ({ of: one.id, n: index + 1, stage }))),
  ),
]
