/** A quarter asked for in, the sheet of its quilt as a file out, kept for as long as no public record changes; null when there is no such page. */
import type { Page } from '../../publish/links.ts'
import { lookOf, sheetOf } from '../../publish/sheet/sheet.ts'
import type { Face } from '../../publish/views.ts'
import { setSheet } from '../../usecases/set-sheet.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import { type SiteContext, updateView } from './views.ts'

type SheetPage = Page & { readonly kind: 'sheet' }
export function quiltSheet(context: SiteContext, face: Face, page: SheetPage): Promise<Made | null> {
  const { words, site } = face
  const at = site.whole(words.language, { kind: 'world' }, 'html')
  const key = [words.language, page.country, page.period, page.file, at].join(' ')
  return keptFile(context, key, async () => {
    const view = await updateView(context, face, page)
    return view && setSheet(sheetOf(view, lookOf(page.file)), page.file)
  })
}
