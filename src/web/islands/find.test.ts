/** The script of the search of a copy, run as a browser runs it, over parts as a copy has them. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { incident, NAMES, named, source } from '../../publish/fixture.ts'
import { offlineParts, offlineWhere } from '../../publish/search/offline.ts'
import { foldingForBrowsers } from './bundled.ts'

const saying = (text: string) => [
  source('Observers', { passage: [{ kind: 'words', text }, { kind: 'withheld' }] }),
]
const RECORDS = [
  incident({
    ...{ id: 'kz-2020-02-17-a', date: '2020-02-17', place: 'almaty', people: [named(0)] },
    sources: saying('A picket near the fountain.'),
  }),
  incident({
    id: 'kz-2020-05-01-a',
    date: '2020-05-01',
    people: [named(1)],
    sources: saying('Мать у фонтана.'),
  }),
  incident({ id: 'kz-2021-12-16-a', date: '2021-12-16', sources: saying('Nothing else.') }),
]
const parts = offlineParts(RECORDS, knowledge)
const script = `${foldingForBrowsers()}\nconst INFLECTION = { depth: 0, endings: new Map() }\n${readFileSync(new URL('./find.js', import.meta.url), 'utf8')}`

/** What of a page the script touches. */
type Node = { children: (Node | string)[]; textContent: string; [more: string]: unknown }
const node = (more: object = {}): Node => {
  const children: (Node | string)[] = []
  return { children, textContent: '', append: (...some: Node[]) => children.push(...some), ...more }
}
const textOf = (one: Node | string): string =>
  typeof one === 'string' ? one : `${one.textContent}${one.children.map(textOf).join('')}`

async function asked(words: string, language = 'en') {
  const [list, said, input] = [node(), node(), node()]
  const read: string[] = []
  const files = new Map<string, string>([
    ['../search/where.js', `aigaqWhere(${JSON.stringify(offlineWhere(parts))})`],
    ...[...parts].map(
      ([name, part]) => [`../search/${name}.js`, `aigaqPart(${JSON.stringify(part)})`] as const,
    ),
  ])
  const room = {
    dataset: { where: '../search/where.js' },
    querySelector: (what: string) =>
      ({ ol: list, '.said': said, input })[what] ??
      node({ textContent: `${/says="(.*)"/.exec(what)?.[1]} {n}` }),
  }
  const context = createContext({
    URLSearchParams,
    Intl,
    location: { search: `?q=${encodeURIComponent(words)}` },
    document: {
      querySelector: () => room,
      documentElement: { lang: language },
      createElement: () => node(),
      createTextNode: () => node(),
      head: {
        append: ({ src, onload }: { src: string; onload: () => void }) => {
          read.push(src.slice('../search/'.length, -'.js'.length))
          runInContext(files.get(src) ?? '', context)
          onload()
        },
      },
    },
  })
  runInContext(`(() => {\n${script}\n})()`, context)
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  return { said: said.textContent, shown: list.children.map(textOf), read: read.slice(1).sort() }
}

it.each([
  ['a name in another script', 'Усенов', ['2020-02-17'], ['kz-2020-q1']],
  ['a name as it sounds', 'Ussenov', ['2020-02-17'], ['kz-2020-q1']],
  ['a word of a passage', 'fountain', ['2020-02-17'], ['kz-2020-q1']],
  ['how a word of a passage begins', 'фонт', ['2020-05-01'], ['kz-2020-q2']],
  [
    'a place under another name',
    'Усть-Каменогорск',
    ['2020-05-01', '2021-12-16'],
    ['kz-2020-q2', 'kz-2021-q4'],
  ],
  ['a value and a word of a passage', 'Serikova фонтана', ['2020-05-01'], ['kz-2020-q2']],
  ['an id', 'kz-2021-12-16-a', ['2021-12-16'], ['kz-2020-q1', 'kz-2020-q2', 'kz-2021-q4']],
  ['what is nowhere', 'xylophone', [], []],
])('finds %s, and reads no part but those that may answer', async (_what, words, days, read) => {
  const found = await asked(words)
  expect(found.read).toEqual(read)
  expect(found.shown).toHaveLength(days.length)
  expect(found.said).toBe(days.length === 0 ? 'none 0' : `found ${days.length}`)
})

it('puts what a record says itself first, and says what only a passage says', async () => {
  const { shown } = await asked(NAMES[0]?.en ?? '')
  expect(shown[0]).not.toContain('in-passage')
  expect((await asked('fountain')).shown[0]).toContain('in-passage')
})
