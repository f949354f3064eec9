/** Citations in, RIS out, which reference managers take in. */
import { type CslItem, noteOf } from './csl.ts'

/** One line for each tag: a line break in a value would begin a tag of its own. */
const line = (tag: string, value: string): string => `${tag}  - ${value.replaceAll(/\s+/g, ' ').trim()}`

export function risOf(item: CslItem): string {
  const [day, read] = [item.issued, item.accessed].map((date) =>
    date?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')),
  )
  return `${[
    line('TY', 'ELEC'),
    ...item.author.map(({ literal }) => line('AU', literal)),
    line('TI', item.title),
    ...(item['container-title'] === '' ? [] : [line('T2', item['container-title'])]),
    ...(item.publisher === '' ? [] : [line('PB', item.publisher)]),
    ...(day ? [line('PY', day[0] ?? ''), line('DA', day.join('/'))] : []),
    ...(item.URL ? [line('UR', item.URL)] : []),
    line('ID', item.id),
    line('LA', item.language),
    ...(read ? [line('Y2', read.join('/'))] : []),
    ...(noteOf(item) === '' ? [] : [line('N1', noteOf(item))]),
    line('ER', ''),
  ].join('\r\n')}\r\n`
}

export const ris = (items: readonly CslItem[]): string => items.map(risOf).join('\r\n')
