/** The public records in, the search of a copy out: a page in each language, and the parts that it looks through. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { MirrorFile } from '../../core/mirror.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { relativeTo } from '../../publish/mirror/copy-site.ts'
import { offlineSearchJson, offlineSearchPage } from '../../publish/pages/offline-search.ts'
import { offlineParts, offlineWhere, partOf } from '../../publish/search/offline.ts'
import { registerOf } from '../../publish/search/register.ts'
import type { Face } from '../../publish/views.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { onePerText } from '../../publish/writing/texts-on.ts'
import { publicCountries, publicIncidents } from '../../store/queries/public.ts'
import { publicPublications } from '../../store/queries/public-publications.ts'
import { foldingForBrowsers } from '../islands/bundled.ts'
import type { SiteContext } from './views.ts'

export type SearchInCopy = {
  readonly page: (file: string, face: Face, form: 'html' | 'json') => string
  readonly parts: () => Generator<MirrorFile>
}

const island = readFileSync(new URL('../islands/find.js', import.meta.url), 'utf8')
const fileOfPart = (part: string): string => `search/${part}.js`
/** Which parts hold words that begin so; no period has this name. */
const WHERE = fileOfPart('where')
const called = (name: string, value: unknown): Uint8Array =>
  new TextEncoder().encode(`${name}(${JSON.stringify(value)})\n`)

export async function searchInCopy({ store, knowledge }: SiteContext): Promise<SearchInCopy> {
  const incidents: PublicIncident[] = []
  for (const country of await publicCountries(store))
    incidents.push(...(await publicIncidents(store, country)))
  const texts = await publicPublications<PublicationBody>(store)
  const { codebook, words, tells, packs, readings } = knowledge
  const inflection = readings.get('kk')?.inflection ?? { depth: 0, endings: new Map() }
  const endings = JSON.stringify([...inflection.endings]).replaceAll('<', '\\u003c')
  const script = `(() => {\n${foldingForBrowsers()}\nconst INFLECTION = { depth: ${inflection.depth}, endings: new Map(${endings}) }\n${island}})()\n`
  const hash = createHash('sha256').update(script).digest('base64')
  const names = [...new Set(incidents.map(partOf))].sort()
  return {
    page: (file, face, form) => {
      const parts = names.map((one) => relativeTo(file, fileOfPart(one)))
      const where = relativeTo(file, WHERE)
      const view = {
        ...{ ...face, parts, where, script, hash },
        register: registerOf(incidents, packs, face),
        texts: onePerText(texts, face.words.language),
      }
      return form === 'json' ? JSON.stringify(offlineSearchJson(view)) : offlineSearchPage(view)
    },
    *parts() {
      const parts = offlineParts(incidents, { codebook, words, tells, packs })
      for (const [name, part] of parts) yield { path: fileOfPart(name), bytes: called('aigaqPart', part) }
      yield { path: WHERE, bytes: called('aigaqWhere', offlineWhere(parts)) }
    },
  }
}
