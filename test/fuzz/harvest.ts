/** Pages in, what a browser would send from them out: each link, and each form with what stands in it. */
import type { Field } from '../desk.ts'
import type { Chance } from './chance.ts'
import { nameOf, type Route, routeAt } from './routes.ts'

/** A request that a person could make. */
export type Good<Who extends string> = {
  readonly who: Who
  readonly method: string
  /** With its query. */
  readonly path: string
  /** As they stand in the page. */
  readonly fields: readonly Field[]
  /** Names of fields in which nothing stands, and those of them that want a value of one kind, with one. */
  readonly empty: Readonly<Record<string, string | null>>
}

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const attribute = (text: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)
  return found ? plain(found[1] ?? '') : null
}

const CONTROL =
  /<input\b([^>]*)>|<button\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>|<textarea\b([^>]*)>([^<]*)/g

/** What a field of this kind wants; null: any words. */
const WANTED: Readonly<Record<string, string>> = {
  ...{ date: '2026-11-02', number: '1', month: '2026-11', email: 'reader@example.org' },
}

type Control = {
  readonly name: string
  readonly value: string
  readonly isSent: boolean
  readonly wanted: string | null
}

/** Every control with a name; of a list the chosen or the last value. Ticks that are not set are not sent. */
function controlsIn(form: string): readonly Control[] {
  return [...form.matchAll(CONTROL)].flatMap(
    ([, input, button, select, options = '', area, words = '']): readonly Control[] => {
      const tag = input ?? button ?? select ?? area ?? ''
      const name = attribute(tag, 'name')
      if (name === null) return []
      const own = { name, isSent: true, wanted: WANTED[attribute(tag, 'type') ?? ''] ?? null }
      if (area !== undefined) return [{ ...own, value: plain(words) }]
      if (select === undefined) {
        const isTick = input !== undefined && /type="(?:checkbox|radio)"/.test(tag)
        return [{ ...own, value: attribute(tag, 'value') ?? '', isSent: !isTick || /\schecked/.test(tag) }]
      }
      const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => one)
      const chosen = values.find((one) => /\sselected/.test(one)) ?? values.at(-1) ?? ''
      return [{ ...own, value: attribute(chosen, 'value') ?? '' }]
    },
  )
}

export function formsIn(markup: string, page: string): readonly Omit<Good<string>, 'who'>[] {
  return [...markup.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => {
    const controls = controlsIn(inside)
    const empty = controls.filter((one) => one.value === '' && one.isSent)
    return {
      method: (attribute(tag, 'method') ?? 'get').toUpperCase(),
      path: attribute(tag, 'action') ?? page,
      fields: controls.flatMap(({ name, value, isSent }): readonly Field[] =>
        isSent ? [[name, value]] : [],
      ),
      empty: Object.fromEntries(empty.map(({ name, wanted }) => [name, wanted])),
    }
  })
}

const page = (path: string) => ({ method: 'GET', path, fields: [], empty: {} })
/** What people write into a field that says what it wants in words alone. */
const LIKELY = [
  ...['Asan Usenov', 'They were held for a night.', 'marat', 'abroad', 'kz', 'ru', 'x', '1', '2026-11-02'],
  ...[
    '2024-q2',
    'eight quiet otters sleep',
    '123456',
    'kz-2024-05-09-a',
    'usenov',
    'https://example.org/',
    'yes',
  ],
]

/** The form with something written in each field. */
export const filledIn = (
  { fields, empty }: Pick<Good<string>, 'fields' | 'empty'>,
  chance: Chance,
): readonly Field[] =>
  fields.map(([name, value]) => [
    name,
    value === '' && name in empty ? (empty[name] ?? chance.of(LIKELY)) : value,
  ])

const LINK = /(?:href|src)="(\/[^"#]*)/g

/** From some pages on, at most so many addresses and so many forms of each route. */
export async function harvest<Who extends string>(
  ask: (path: string) => Promise<{ readonly type: string; readonly text: string }>,
  {
    who,
    from,
    routes,
    most,
  }: {
    readonly who: Who
    readonly from: readonly string[]
    readonly routes: readonly Route[]
    readonly most: number
  },
): Promise<readonly Good<Who>[]> {
  const found: Good<Who>[] = []
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  const queue: string[] = []
  const take = (one: Omit<Good<string>, 'who'>): void => {
    const [pathname = ''] = one.path.split('?')
    const route = routeAt(routes, one.method, pathname)
    const key = `${one.method} ${one.path} ${one.fields.map(([name]) => name)}`
    if (!route || seen.has(key)) return
    // Two forms of one route that ask for different things are both needed; a hundred rows of one list are not.
    const kind = `${nameOf(route)} ${one.fields.map(([name]) => name.replace(/\d+/g, '0'))}`
    if ((counts.get(kind) ?? 0) >= most) return
    seen.add(key)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    found.push({ ...one, who })
    if (one.method === 'GET') queue.push(one.path)
  }
  for (const path of from) take(page(path))
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const { type, text } = await ask(path)
    if (!type.startsWith('text/html')) continue
    for (const [, link = ''] of text.matchAll(LINK)) take(page(plain(link)))
    for (const form of formsIn(text, path)) take(form)
  }
  return found
}
