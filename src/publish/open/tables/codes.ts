/** The codebook and the packs in, every word that stands for a value out, with its label and meaning in three languages. */
import type { Codebook, Vocabulary } from '../../../core/codebook.ts'
import type { Labels } from '../../../core/language.ts'
import { type Column, type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

type Code = {
  readonly list: string
  readonly id: string
  readonly label: Labels
  readonly definition: Labels | null
  readonly not: Labels | null
}

/** Vocabularies whose words stand in the tables. */
export const CODE_LISTS = [
  'kinds',
  'freedoms',
  'qualifiers',
  'law_codes',
  'penalties',
] as const satisfies readonly Vocabulary[]

/** The words that a column may hold. */
export const wordsOf = (codebook: Codebook, list: Vocabulary | 'acts'): readonly string[] =>
  list === 'acts' ? [...codebook.acts.keys()] : [...codebook.vocabularies[list].keys()]

const labelled = (
  name: string,
  of: (code: Code) => Labels | null,
  required = false,
): readonly Column<Code>[] => [
  { name: `${name}_en`, type: 'string', ...(required && { required }), cell: (code) => of(code)?.en ?? null },
  { name: `${name}_ru`, type: 'string', cell: (code) => of(code)?.ru ?? null },
  { name: `${name}_kk`, type: 'string', cell: (code) => of(code)?.kk ?? null },
]

/** Acts and vocabularies of the codebook; provisions and regions of the countries that the records are of. */
export function codeTable(view: OpenView): OpenTable {
  const { codebook } = view.faces.en
  const terms = CODE_LISTS.flatMap((list) =>
    [...codebook.vocabularies[list].values()].map((term) => ({ list, ...term })),
  )
  const acts = [...codebook.acts.values()].map((term) => ({ list: 'acts', ...term }))
  const countries = new Set(view.incidents.map((one) => one.country))
  const local = [...view.packs.values()]
    .filter((pack) => countries.has(pack.id))
    .flatMap((pack): readonly Code[] => [
      ...[...pack.provisions.values()].map(({ id, title }) => ({
        list: `provisions_${pack.id}`,
        id,
        label: title,
        definition: null,
        not: null,
      })),
      ...[...pack.regions.values()].map(({ id, name }) => ({
        list: `regions_${pack.id}`,
        id,
        label: name,
        definition: null,
        not: null,
      })),
    ])
  return table<Code>(
    'codebook',
    ['list', 'id'],
    [
      { name: 'list', type: 'string', required: true, cell: (code) => code.list },
      { name: 'id', type: 'string', required: true, cell: (code) => code.id },
      ...labelled('label', (code) => code.label, true),
      ...labelled('definition', (code) => code.definition),
      ...labelled('not_for', (code) => code.not),
    ],
    [...acts, ...terms, ...local],
  )
}
