/** Public incidents in, one row for each out: what it is, when, where, what was done, how it is told. */
import { independentIn } from '../../../core/collectors.ts'
import { LANGUAGES, type Language } from '../../../core/language.ts'
import type { PublicIncident } from '../../../core/public-record.ts'
import { titleOf } from '../../telling/title.ts'
import { dateOf } from '../../telling/when.ts'
import { updatedOf } from '../feed.ts'
import { type Column, joined, type OpenTable, table } from '../table.ts'
import { type OpenView, pageOf } from '../view.ts'

const HXL_TITLE: Readonly<Record<Language, string>> = {
  en: '#event+title+i_en',
  ru: '#event+title+i_ru',
  kk: '#event+title+i_kk',
}

/** Several values in one cell are joined by semicolons; each stands in a table of its own too. */
const columns = (view: OpenView): readonly Column<PublicIncident>[] => [
  { name: 'id', type: 'string', required: true, hxl: '#event+id', cell: (one) => one.id },
  { name: 'country', type: 'string', required: true, hxl: '#country+code', cell: (one) => one.country },
  {
    name: 'kind',
    type: 'string',
    required: true,
    of: 'kinds',
    hxl: '#event+kind',
    cell: (one) => one.fields.kind,
  },
  { name: 'date_from', type: 'date', hxl: '#date+start', cell: (one) => dateOf(one).from },
  { name: 'date_to', type: 'date', hxl: '#date+end', cell: (one) => dateOf(one).to },
  { name: 'date_precision', type: 'string', hxl: '#date+precision', cell: (one) => dateOf(one).precision },
  {
    name: 'freedoms',
    type: 'string',
    hxl: '#subsector+list',
    cell: ({ fields }) => joined(fields.freedoms.map((one) => one.value)),
  },
  {
    name: 'acts',
    type: 'string',
    hxl: '#event+type+list',
    cell: ({ fields }) => joined(fields.acts.map((one) => one.value)),
  },
  {
    name: 'regions',
    type: 'string',
    hxl: '#adm1+code+list',
    cell: ({ fields }) => joined(fields.places.map((one) => one.value.region)),
  },
  {
    name: 'places',
    type: 'string',
    hxl: '#loc+name+list',
    cell: ({ fields }) => joined(fields.places.map((one) => one.value.canonical)),
  },
  {
    name: 'provisions',
    type: 'string',
    hxl: '#meta+law+list',
    cell: ({ fields }) => joined(fields.laws.map((one) => one.value.provision)),
  },
  {
    name: 'penalty_types',
    type: 'string',
    hxl: '#impact+penalty+list',
    cell: ({ fields }) => joined(fields.penalties.map((one) => one.value.type)),
  },
  {
    name: 'outcome',
    type: 'string',
    hxl: '#status',
    cell: ({ fields }) => joined(fields.outcome.map((one) => one.value)),
  },
  { name: 'disputed', type: 'string', hxl: '#meta+disputed+list', cell: (one) => joined(one.disputed) },
  { name: 'withheld', type: 'string', hxl: '#meta+withheld+list', cell: (one) => joined(one.withheld) },
  {
    name: 'sources',
    type: 'integer',
    required: true,
    hxl: '#meta+source+num',
    cell: (one) => one.sources.length,
  },
  {
    name: 'independent_sources',
    type: 'integer',
    required: true,
    hxl: '#meta+source+independent+num',
    cell: (one) => independentIn(one.sources),
  },
  { name: 'version', type: 'integer', required: true, hxl: '#meta+version', cell: (one) => one.version },
  {
    name: 'updated',
    type: 'date',
    hxl: '#date+updated',
    cell: (one) => (one.decided.length === 0 ? null : updatedOf(one).slice(0, 10)),
  },
  { name: 'merged', type: 'string', hxl: '#meta+merged+list', cell: (one) => joined(one.merged ?? []) },
  ...LANGUAGES.map((language): Column<PublicIncident> => {
    const { codebook, tell } = view.faces[language]
    return {
      name: `title_${language}`,
      type: 'string',
      required: true,
      hxl: HXL_TITLE[language],
      cell: (one) => titleOf(one, codebook, tell),
    }
  }),
  { name: 'page', type: 'string', required: true, hxl: '#meta+url', cell: (one) => pageOf(view, one.id) },
]

export const incidentTable = (view: OpenView): OpenTable =>
  table('incidents', ['id'], columns(view), view.incidents)
