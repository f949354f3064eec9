/** Citations in, BibTeX out. */
import { type CslItem, noteOf } from './csl.ts'

/** What BibTeX and TeX read as orders; braces are dropped, since one without its other half breaks the file. */
const ORDERS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '',
  '}': '',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string): string =>
  text
    .replaceAll(/[\\{}%&#$_~^]/g, (sign) => ORDERS[sign] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()

export function bibtexOf(item: CslItem): string {
  const [year, month] = item.issued?.['date-parts'][0] ?? []
  const fields: readonly (readonly [string, string | null])[] = [
    // Twice braced: the name of a body has no first and last part.
    ['author', item.author.map(({ literal }) => `{${tex(literal)}}`).join(' and ')],
    ['title', `{${tex(item.title)}}`],
    ['howpublished', tex(item['container-title']) || null],
    ['year', year === undefined ? null : String(year)],
    ['month', month === undefined ? null : String(month)],
    ['url', item.URL ?? null],
    [
      'urldate',
      item.accessed?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-') ?? null,
    ],
    ['note', tex(noteOf(item)) || null],
    ['language', item.language],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
  return `@misc{${item.id},\n${lines.join(',\n')}\n}\n`
}

export const bibtex = (items: readonly CslItem[]): string => items.map(bibtexOf).join('\n')
