/** A page in, the file of a copy that holds it out, and how files of a copy lead to each other: by relative addresses, so that it opens from a memory card. */
import type { Language } from '../../core/language.ts'
import { type Form, type Page, pathAndQuery, type Site } from '../links.ts'

/** No file system in use refuses a name of this length. */
const LONGEST_NAME = 120

/**
 * `/ru/kz/2020-q1/incidents?act=fine&page=2` → `ru/kz/2020-q1/incidents~act=fine~page=2.html`. Whatever a card formatted for
 * a camera refuses in a name stands in none: ids are plain, and a query is written with `~`. `short` shortens a long name
 * to one that differs whenever the long one does.
 */
export function fileOf(language: Language, page: Page, form: Form, short: (text: string) => string): string {
  const [path = '', query = ''] = pathAndQuery(language, page, form === 'atom' ? 'atom' : 'html').split('?')
  // A file has its own ending.
  const ending = HAVE_ENDINGS.has(page.kind) ? '' : `.${form}`
  const bare = page.kind === 'world' ? `${path}index` : path.replace(/\.atom$/, '')
  const parts = bare.slice(1).split('/')
  const name = `${parts.pop()}${query === '' ? '' : `~${decodeURIComponent(query).replaceAll('&', '~')}`}`
  return [...parts, `${name.length > LONGEST_NAME ? short(name) : name}${ending}`].join('/')
}

const HAVE_ENDINGS: ReadonlySet<Page['kind']> = new Set([
  ...([
    'file',
    'law-card-file',
    'kit-paper',
    'publication-paper',
    'publication-cite',
    'calendar-file',
  ] as const),
])

/** From one file to another: `ru/kz/2020-q1.html` → `ru/i/x.html` is `../i/x.html`. */
export function relativeTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1
  const steps = [...here.slice(same).map(() => '..'), ...there.slice(same)]
  return steps.map((step) => (step === '..' ? step : encodeURIComponent(step))).join('/')
}

/** What a page of the copy leads to. */
export type Met = { readonly language: Language; readonly page: Page; readonly form: Form }

/** The site as the page in the file `here` sees it; `meet` is told of every page that it leads to. */
export const copySite = (here: string, { meet, short, origin, paints = false }: Copying): Site => ({
  address: (asked, of, form) => {
    const { language, page } = form === 'json' ? dataOf(asked, of) : { language: asked, page: of }
    const file = fileOf(language, page, form, short)
    meet(file, { language, page, form })
    return relativeTo(here, file)
  },
  asset: (name) => relativeTo(here, `assets/${name}`),
  hasFeeds: origin !== '',
  isServed: false,
  whole: (language, page, form) => (origin === '' ? null : `${origin}${pathAndQuery(language, page, form)}`),
  hasCard: (page) => paints && COPIED_CARDS.has(page.kind),
})
/**
 * Data say the same in every language, and the rows of a period hold those of each filter: in a copy they are there once, or they
 * would be nine tenths of it.
 */
function dataOf(language: Language, page: Page): { readonly language: Language; readonly page: Page } {
  if (page.kind === 'incidents') return { language: 'en', page: { ...page, filter: {}, page: 1 } }
  if (page.kind === 'recommendations') return { language: 'en', page: { ...page, asked: {}, page: 1 } }
  return { language: SAME_IN_EVERY.has(page.kind) ? 'en' : language, page }
}

/** Kinds of pages whose data hold no sentence in the language of the page. */
const SAME_IN_EVERY: ReadonlySet<Page['kind']> = new Set([
  ...(['world', 'country', 'period', 'incident', 'law', 'place', 'body', 'bill', 'bills', 'person'] as const),
  ...([
    'method',
    'rules',
    'rule',
    'data',
    'new',
    'corrections',
    'rating',
    'recommendation',
    'tactics',
    'tactic',
    'profiles',
    'calendar',
  ] as const),
])

/** A picture of every incident would be most of the copy; those of countries and periods are what people send on. */
const COPIED_CARDS: ReadonlySet<Page['kind']> = new Set(['world', 'country', 'period', 'rating'])

export type Copying = {
  readonly meet: (file: string, met: Met) => void
  readonly short: (name: string) => string
  /** Of the site that was copied; empty: nobody knows, and the copy has no feeds. */
  readonly origin: string
  readonly paints?: boolean
}
