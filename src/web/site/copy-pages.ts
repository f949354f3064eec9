/** Pages that a copy needs in, their files out: each page with its other languages and its data, and then what all of them lead to. */
import { createHash } from 'node:crypto'
import type { MirrorFile } from '../../core/mirror.ts'
import { type Page, servedAt } from '../../publish/links.ts'
import { copySite, fileOf, type Met } from '../../publish/mirror/copy-site.ts'
import type { Store } from '../../store/connect.ts'
import { remembering } from '../../store/remembering.ts'
import { render } from './render.ts'
import { type SearchInCopy, searchInCopy } from './search-in-copy.ts'
import { faceOf, type SiteContext } from './views.ts'

/** A page of the copy by the file that it is in. */
export type Asked = Met & { readonly file: string }
export type Written = { readonly bytes: MirrorFile } | { readonly leadsTo: Asked }
/** Pages of one group in: what is read for one of them is read for all. */
export type CopyPages = (asked: readonly Asked[]) => AsyncGenerator<Written>

const utf8 = new TextEncoder()
const short = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 40)

/** Pages that are made of the same records: written one after another by the same thread. */
export function groupOf(page: Page): string {
  if ('period' in page) return `${page.country}/${page.period}`
  if (page.kind === 'file')
    return page.of.kind === 'period' ? `${page.of.country}/${page.of.period}` : 'files'
  if (page.kind === 'law') return `law ${page.country} ${page.provision}`
  return 'id' in page ? `${page.kind} ${page.id}` : page.kind
}

export const askedFor = ({ language, page, form }: Met): Asked => ({
  ...{ language, page, form },
  file: fileOf(language, page, form, short),
})

/** A link to a page that does not exist ends in an error: a copy that nobody can ask again has no dead link. */
export function copyPages(given: SiteContext, origin: string): CopyPages {
  const context: SiteContext = {
    ...given,
    store: remembering(given.store as Store),
    filesAt: servedAt(origin),
  }
  const paints = context.paint !== undefined
  const [written, told] = [new Set<string>(), new Set<string>()]
  let search: SearchInCopy | null = null
  return async function* (asked) {
    const group = asked[0] ? groupOf(asked[0].page) : ''
    const waiting = asked.filter((one) => !written.has(one.file))
    for (const one of waiting) written.add(one.file)
    const others: Asked[] = []
    const meet = (file: string, met: Met): void => {
      if (written.has(file) || told.has(file)) return
      const isOurs = groupOf(met.page) === group
      ;(isOurs ? written : told).add(file)
      ;(isOurs ? waiting : others).push({ ...met, file })
    }
    // A list gives what was added while it was gone through.
    for (const { file, language, page, form } of waiting) {
      // What is read away from the copy leads to the site that it is a copy of.
      const isAway =
        form === 'atom' || page.kind === 'feed' || page.kind === 'file' || page.kind === 'calendar-file'
      const site = isAway ? servedAt(origin) : copySite(file, { meet, short, origin, paints })
      const face = faceOf(context, language, site)
      if (page.kind === 'search') {
        search ??= await searchInCopy(context)
        yield {
          bytes: { path: file, bytes: utf8.encode(search.page(file, face, form === 'json' ? form : 'html')) },
        }
        continue
      }
      const rendered = await render(context, face, page, form)
      if (!rendered) throw new Error(`a page leads to ${file}, which there is none`)
      const { body } = rendered
      yield { bytes: { path: file, bytes: typeof body === 'string' ? utf8.encode(body) : body } }
    }
    if (group === 'search' && search) for (const part of search.parts()) yield { bytes: part }
    for (const one of others) yield { leadsTo: one }
  }
}
