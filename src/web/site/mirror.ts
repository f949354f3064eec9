/** The public site in, every file of a copy of it out: each page in three languages with its data, written by the renderers of the site itself. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { LANGUAGES } from '../../core/language.ts'
import type { MirrorFile } from '../../core/mirror.ts'
import { FONTS } from '../../publish/fonts.ts'
import { type Page, servedAt } from '../../publish/links.ts'
import { copySite, fileOf, type Met } from '../../publish/mirror/copy-site.ts'
import { doorPage } from '../../publish/mirror/door.ts'
import type { AllWords } from '../../publish/mirror/plain-page.ts'
import { verifyPage } from '../../publish/mirror/verify-page.ts'
import type { Store } from '../../store/connect.ts'
import { remembering } from '../../store/remembering.ts'
import { styleSheet } from './assets.ts'
import { render } from './render.ts'
import { type SearchInCopy, searchInCopy } from './search-in-copy.ts'
import { faceOf, type SiteContext } from './views.ts'

export type MirrorOptions = {
  readonly root: string
  /** Of the site, for its feeds; empty: the copy has none. */
  readonly origin: string
  /** Pages written so far, and all that are known of. */
  readonly progress?: (done: number, all: number) => void
}

const WORLD: Page = { kind: 'world' }
const utf8 = new TextEncoder()
const short = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 40)
const island = readFileSync(new URL('../islands/verify.js', import.meta.url), 'utf8')

/** A link to a page that does not exist ends in an error: a copy that nobody can ask again has no dead link. */
export async function* mirrored(given: SiteContext, options: MirrorOptions): AsyncGenerator<MirrorFile> {
  const { origin, progress = () => {} } = options
  // Each page is written in three languages and as data, and lists of one period by the hundred: what they read is read once.
  const context: SiteContext = {
    ...given,
    store: remembering(given.store as Store),
    filesAt: servedAt(origin),
  }
  const known = new Map<string, Met>()
  const meet = (file: string, met: Met): void => {
    if (!known.has(file)) known.set(file, met)
  }
  for (const language of LANGUAGES)
    meet(fileOf(language, WORLD, 'html', short), { language, page: WORLD, form: 'html' })
  let done = 0
  let search: SearchInCopy | null = null
  // A map gives what was added while it was gone through.
  for (const [file, { language, page, form }] of known) {
    // What is read away from the copy leads to the site that it is a copy of.
    const isAway = form === 'atom' || page.kind === 'feed' || page.kind === 'file'
    const paints = context.paint !== undefined
    const site = isAway ? servedAt(origin) : copySite(file, { meet, short, origin, paints })
    const face = faceOf(context, language, site)
    if (page.kind === 'search') {
      search ??= await searchInCopy(context)
      yield { path: file, bytes: utf8.encode(search.page(file, face, form === 'json' ? form : 'html')) }
      continue
    }
    const rendered = await render(context, face, page, form)
    if (!rendered) throw new Error(`a page leads to ${file}, which there is none`)
    yield {
      path: file,
      bytes: typeof rendered.body === 'string' ? utf8.encode(rendered.body) : rendered.body,
    }
    done += 1
    progress(done, known.size)
  }
  if (search) yield* search.parts()
  yield* around(context.knowledge.words, options.root)
}

/** What stands beside the pages: the style, the typefaces, the door, the page that checks the copy. */
export function* around(words: AllWords, root: string): Generator<MirrorFile> {
  yield { path: 'assets/style.css', bytes: utf8.encode(styleSheet.replaceAll('url("/assets/', 'url("')) }
  for (const [name, file] of Object.entries(FONTS))
    yield {
      path: `assets/fonts/${name}`,
      bytes: new Uint8Array(readFileSync(`${root}/node_modules/${file}`)),
    }
  yield { path: 'index.html', bytes: utf8.encode(doorPage(words)) }
  const hash = createHash('sha256').update(island).digest('base64')
  yield { path: 'verify.html', bytes: utf8.encode(verifyPage(words, island, hash)) }
}
