/** What is to be drafted in, its draft as a file out, for whoever asks from elsewhere than the site; null when there is nothing to draft it from. */
import type { Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import type { Asked } from '../../publish/manuscript/kinds.ts'
import type { Paper } from '../../publish/manuscript/manuscript.ts'
import { draft } from '../../usecases/drafting/draft.ts'
import { setManuscript } from '../../usecases/set-manuscript.ts'
import { faceOf, type SiteContext } from './views.ts'

/** `origin`: where the records stand; empty: notes name them by their ids. */
export async function draftFile(
  context: SiteContext,
  asked: Asked,
  {
    language,
    paper,
    origin,
  }: { readonly language: Language; readonly paper: Paper; readonly origin: string },
): Promise<Uint8Array | null> {
  const site = servedAt(origin)
  const face = faceOf(context, language, site)
  const made = await draft(context, face, asked, (page) => site.whole(language, page, 'html'))
  return made && (await setManuscript(made, paper, { words: face.words, paint: context.paint })).bytes
}
