/** The script of verify.html, run as a browser runs it: a folder and what is typed in, what the page says in one language out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { filesBelow } from '../../src/adapters/mirror-folder.ts'
import type { Language } from '../../src/core/language.ts'
import { verifyPage } from '../../src/publish/mirror/verify-page.ts'
import { knowledge } from '../world.ts'

const script = readFileSync(new URL('../../src/web/islands/verify.js', import.meta.url), 'utf8')
const page = verifyPage(knowledge.words, '', '')
const dataset = Object.fromEntries(
  [...(/<input type="file"[^>]*>/.exec(page)?.[0] ?? '').matchAll(/data-(\w+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)
const sayingsIn = (language: Language): ReadonlyMap<string, string> => {
  const section =
    page.split(`<section class="row first" lang="${language}">`)[1]?.split('</section>')[0] ?? ''
  return new Map(
    [...section.matchAll(/<li data-says="([^"]+)">([^<]*)<\/li>/g)].map(([, key = '', words = '']) => [
      key,
      words,
    ]),
  )
}

export type PageVerifier = (folder: string, typed?: string) => Promise<string>

/** `today`: what the clock of the machine says. */
export function pageVerifier(today: string, language: Language = 'en'): PageVerifier {
  const sayings = sayingsIn(language)
  let told = ''
  const chosen = { dataset, files: [] as object[], addEventListener: () => {} }
  const number = { value: '', addEventListener: () => {} }
  const section = {
    lang: language,
    querySelector: (what: string) => {
      if (what === '.said')
        return {
          replaceChildren: (...lines: { textContent: string }[]) => {
            told = lines.map((one) => one.textContent).join('\n')
          },
        }
      const words = sayings.get(/says="(.*)"/.exec(what)?.[1] ?? '')
      return words === undefined ? null : { textContent: words }
    },
  }
  class Today extends Date {
    constructor(...given: [] | [string]) {
      super(given[0] ?? `${today}T12:00:00Z`)
    }
  }
  const context = createContext({
    ...{ crypto, TextDecoder, Uint8Array, Intl, atob, Date: Today },
    document: {
      querySelector: (what: string) => (what === '#folder' ? chosen : number),
      querySelectorAll: () => [section],
      createElement: () => ({ textContent: '' }),
    },
  })
  runInContext(script, context)
  return async (folder, typed = '') => {
    chosen.files = filesBelow(folder).map((path) => fileOf(folder, path))
    number.value = typed
    await runInContext('tell()', context)
    return told
  }
}

/** What a browser gives of a file in a chosen folder. */
function fileOf(folder: string, path: string): object {
  const bytes = (): Uint8Array => new Uint8Array(readFileSync(join(folder, path)))
  return {
    webkitRelativePath: `copy/${path}`,
    arrayBuffer: async () => bytes().buffer,
    text: async () => new TextDecoder().decode(bytes()),
  }
}
