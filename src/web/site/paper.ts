/** A quarter asked for in, its country update as a file out, kept for as long as no public record changes; null when there is no such page. */
import type { Page } from '../../publish/links.ts'
import type { AddressOf } from '../../publish/manuscript/kinds.ts'
import { updateManuscript } from '../../publish/manuscript/update.ts'
import type { Face } from '../../publish/views.ts'
import { setManuscript } from '../../usecases/set-manuscript.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import { type SiteContext, updateView } from './views.ts'

type PaperPage = Page & { readonly kind: 'paper' }
export function updatePaper(context: SiteContext, face: Face, page: PaperPage): Promise<Made | null> {
  const { words, site } = face
  const addressOf: AddressOf = (one) => site.whole(words.language, one, 'html')
  const key = [words.language, page.country, page.period, page.paper, addressOf({ kind: 'world' })].join(' ')
  return keptFile(context, key, async () => {
    const view = await updateView(context, face, page)
    if (!view) return null
    const { type, bytes } = await setManuscript(updateManuscript(view, addressOf), page.paper, {
      ...{ words, paint: context.paint },
    })
    return { type, body: bytes }
  })
}
