/** The public site in, every file of a copy of it out: each page in three languages with its data, written by the renderers of the site itself. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { LANGUAGES } from '../../core/language.ts'
import type { MirrorFile } from '../../core/mirror.ts'
import { FONTS } from '../../publish/fonts.ts'
import type { Page } from '../../publish/links.ts'
import { doorPage } from '../../publish/mirror/door.ts'
import type { AllWords } from '../../publish/mirror/plain-page.ts'
import { verifyPage } from '../../publish/mirror/verify-page.ts'
import { styleSheet } from './assets.ts'
import { type Asked, askedFor, copyPages, groupOf, type Written } from './copy-pages.ts'
import { type Threads, threadWriter, type Writer } from './mirror-threads.ts'
import type { SiteContext } from './views.ts'

export type MirrorOptions = {
  readonly root: string
  /** The day it is made on. */
  readonly made: string
  /** Of the site, for its feeds; empty: the copy has none. */
  readonly origin: string
  /** Left out: this thread writes every page. */
  readonly threads?: Threads | null
  /** Pages written so far, and all that are known of. */
  readonly progress?: (done: number, all: number) => void
}

const WORLD: Page = { kind: 'world' }
const utf8 = new TextEncoder()
const island = readFileSync(new URL('../islands/verify.js', import.meta.url), 'utf8')
/** So many groups are handed to a thread at a time: enough that it need not wait, and few enough to lie in memory. */
const AT_ONCE = 8

/** Each page is written once; where there are threads, each writes its own share of them. */
export async function* mirrored(given: SiteContext, options: MirrorOptions): AsyncGenerator<MirrorFile> {
  const writers = writersFor(given, options)
  const shares = writers.map((writer) => ({ writer, waiting: new Map<string, Asked[]>() }))
  const known = new Set<string>()
  const meet = (asked: Asked): void => {
    if (known.has(asked.file)) return
    known.add(asked.file)
    const group = groupOf(asked.page)
    const share = shares[shareOf(group, shares.length)]
    share?.waiting.set(group, [...(share.waiting.get(group) ?? []), asked])
  }
  for (const language of LANGUAGES) meet(askedFor({ language, page: WORLD, form: 'html' }))
  let done = 0
  try {
    for await (const one of inTurn(shares)) {
      if ('leadsTo' in one) meet(one.leadsTo)
      else {
        known.add(one.bytes.path)
        yield one.bytes
        done += 1
        options.progress?.(done, known.size)
      }
    }
  } finally {
    await Promise.all(writers.map((one) => one.close()))
  }
  yield* around(given.knowledge.words, options)
}

function writersFor(given: SiteContext, { origin, threads }: MirrorOptions): readonly Writer[] {
  if (!threads) {
    const pages = copyPages(given, origin)
    const write: Writer['write'] = async function* (groups) {
      for (const group of groups) yield* pages(group)
    }
    return [{ write, close: async () => {} }]
  }
  const { n, ...where } = threads
  const { isExample = false, contact = '', paint } = given
  return Array.from({ length: n }, () =>
    threadWriter({ ...where, origin, isExample, contact, paints: paint !== undefined }),
  )
}

type Share = { readonly writer: Writer; readonly waiting: Map<string, Asked[]> }

/** What all of them write, as it is written, until nothing is waiting for any. */
async function* inTurn(shares: readonly Share[]): AsyncGenerator<Written> {
  type Next = {
    readonly share: Share
    readonly from: AsyncGenerator<Written>
    readonly next: IteratorResult<Written>
  }
  const going = new Map<Share, Promise<Next>>()
  const go = (share: Share, from: AsyncGenerator<Written>): void => {
    going.set(
      share,
      from.next().then((next) => ({ share, from, next })),
    )
  }
  for (;;) {
    for (const share of shares) {
      if (going.has(share) || share.waiting.size === 0) continue
      const some = [...share.waiting].slice(0, AT_ONCE)
      for (const [group] of some) share.waiting.delete(group)
      go(share, share.writer.write(some.map(([, asked]) => asked)))
    }
    if (going.size === 0) return
    const { share, from, next } = await Promise.race(going.values())
    if (next.done) going.delete(share)
    else {
      go(share, from)
      yield next.value
    }
  }
}

/** The same group is always the same thread's: it knows which of its pages are written. */
function shareOf(group: string, n: number): number {
  let sum = 0
  for (const letter of group) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return sum % n
}

/** What stands beside the pages: the style, the typefaces, the door, the page that checks the copy. */
export function* around(
  words: AllWords,
  { root, made }: Pick<MirrorOptions, 'root' | 'made'>,
): Generator<MirrorFile> {
  yield { path: 'assets/style.css', bytes: utf8.encode(styleSheet.replaceAll('url("/assets/', 'url("')) }
  for (const [name, file] of Object.entries(FONTS))
    yield {
      path: `assets/fonts/${name}`,
      bytes: new Uint8Array(readFileSync(`${root}/node_modules/${file}`)),
    }
  yield { path: 'index.html', bytes: utf8.encode(doorPage(words, made)) }
  const hash = createHash('sha256').update(island).digest('base64')
  yield { path: 'verify.html', bytes: utf8.encode(verifyPage(words, island, hash)) }
}
