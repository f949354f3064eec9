/** A file of a campaign asked for in, the same as a PDF out, kept for as long as no public record changes; null when there is nothing to print. */
import { kitOf } from '../../publish/campaign/kit.ts'
import { printedLetter } from '../../publish/campaign/printed-letter.ts'
import { quiltSheetOf } from '../../publish/campaign/quilt-sheet.ts'
import type { Page } from '../../publish/links.ts'
import type { Face } from '../../publish/views.ts'
import { lettersOf } from '../../usecases/act/letters-of.ts'
import { setLeaves } from '../../usecases/set-leaves.ts'
import { setSheet } from '../../usecases/set-sheet.ts'
import { campaignLetterView, campaignView } from './campaign-views.ts'
import { keptFile } from './made-files.ts'
import type { Made } from './open-file.ts'
import type { SiteContext } from './views.ts'

export function campaignFile(
  context: SiteContext,
  face: Face,
  { id, file }: Page & { readonly kind: 'campaign-file' },
): Promise<Made | null> {
  const { words, site } = face
  const at = site.whole(words.language, { kind: 'world' }, 'html')
  return keptFile(context, ['campaign', words.language, id, file, at].join(' '), async () => {
    const view = await campaignView(context, face, { id })
    if (!view) return null
    switch (file) {
      case 'kit.pdf':
        return setLeaves(kitOf(view, lettersOf(view), []))
      case 'quilt.pdf': {
        const sheet = quiltSheetOf(view)
        return sheet && setSheet(sheet, 'quilt.pdf')
      }
    }
  })
}

export function campaignLetterFile(
  context: SiteContext,
  face: Face,
  page: Page & { readonly kind: 'campaign-letter' },
): Promise<Made | null> {
  const key = ['campaign-letter', face.words.language, page.id, page.to].join(' ')
  return keptFile(context, key, async () => {
    const view = await campaignLetterView(context, face, page)
    return view?.letter ? setLeaves(printedLetter(view.letter)) : null
  })
}
