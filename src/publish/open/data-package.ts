/** Tables of open data in, a Frictionless data package out: a zip of CSV files with the descriptor that says what each column holds. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Codebook } from '../../core/codebook.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { csv } from '../csv.ts'
import { extentName } from './extent.ts'
import { updatedOf } from './feed.ts'
import { LICENCE } from './licence.ts'
import type { ColumnHead, OpenTable } from './table.ts'
import { wordsOf } from './tables/codes.ts'
import { openTables } from './tables.ts'
import type { OpenView } from './view.ts'

/** Zip keeps a time for each file; one that never changes makes the same bytes of the same records. DOS time begins here. */
const STILL = new Date('1980-01-01T00:00:00')

export const csvOf = (one: OpenTable): string =>
  csv(
    one.columns.map((column) => column.name),
    one.rows,
  )

/** The newest decision; null where none is told. */
export const newestOf = ({ incidents }: Pick<OpenView, 'incidents'>): string | null =>
  incidents
    .filter((one) => one.decided.length > 0)
    .map((one) => updatedOf(one).slice(0, 10))
    .sort()
    .at(-1) ?? null

const titles = (key: string, { faces }: OpenView): Readonly<Record<Language, string>> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, faces[language].words.t(key)])) as Record<
    Language,
    string
  >

/** `title_ru` is the title, in Russian: the part that says the language has no words of its own. */
function columnTitles(name: string, view: OpenView): Readonly<Record<Language, string>> {
  const [, base = name, language] = /^(.+)_(en|ru|kk)$/.exec(name) ?? []
  const of = titles(`open.column.${base}`, view)
  if (language === undefined) return of
  const named = titles(`language.${language}`, view)
  return { en: `${of.en}, ${named.en}`, ru: `${of.ru}, ${named.ru}`, kk: `${of.kk}, ${named.kk}` }
}

function fieldOf(column: ColumnHead, codebook: Codebook, view: OpenView, isKey: boolean): object {
  const constraints = {
    ...((column.required || isKey) && { required: true }),
    ...(column.of && { enum: wordsOf(codebook, column.of) }),
  }
  return {
    name: column.name,
    type: column.type,
    title: columnTitles(column.name, view).en,
    titles: columnTitles(column.name, view),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}

const resourceOf = (one: OpenTable, view: OpenView): object => ({
  name: one.name.replaceAll('_', '-'),
  path: `data/${one.name}.csv`,
  profile: 'tabular-data-resource',
  title: view.faces.en.words.t(`open.table.${one.name}`),
  titles: titles(`open.table.${one.name}`, view),
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: one.columns.map((column) =>
      fieldOf(column, view.faces.en.codebook, view, one.key.includes(column.name)),
    ),
    ...(one.key.length > 0 && { primaryKey: one.key }),
    ...(one.columns.some((column) => column.to) && {
      foreignKeys: one.columns.flatMap(({ name, to }) =>
        to ? [{ fields: name, reference: { resource: to, fields: 'id' } }] : [],
      ),
    }),
    missingValues: [''],
  },
})

/** `datapackage.json`, after the Data Package and Table Schema specifications, version 1. */
export function descriptorOf(view: OpenView, tables: readonly OpenTable[]): object {
  const { codebook } = view.faces.en
  const countries = new Set(view.incidents.map((one) => one.country))
  return {
    profile: 'tabular-data-package',
    name: `aigaq-${extentName(view.extent)}`,
    title: view.faces.en.words.t('open.title', { what: extentName(view.extent) }),
    titles: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        view.faces[language].words.t('open.title', { what: extentName(view.extent) }),
      ]),
    ),
    description: view.faces.en.words.t('open.about'),
    descriptions: titles('open.about', view),
    version: newestOf(view) ?? 'empty',
    codebook: codebook.version,
    licenses: [LICENCE],
    sources: [...view.packs.values()]
      .filter((pack) => countries.has(pack.id))
      .flatMap((pack) => pack.attribution.map((title) => ({ title }))),
    resources: tables.map((one) => resourceOf(one, view)),
  }
}

/** The same records make the same bytes, whenever it is asked for. */
export function dataPackage(view: OpenView): Uint8Array {
  const tables = openTables(view)
  const files: Zippable = {
    'datapackage.json': strToU8(`${JSON.stringify(descriptorOf(view, tables), null, 1)}\n`),
    'README.txt': strToU8(
      LANGUAGES.map((language) => `${view.faces[language].words.t('open.about')}\n`).join('\n'),
    ),
    ...Object.fromEntries(tables.map((one) => [`data/${one.name}.csv`, strToU8(csvOf(one))])),
  }
  return zipSync(files, { mtime: STILL })
}
