/** Names that were judged in; where two judges differ, how far they agree, and the way to those that wait for a second one, out. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { NamesJudged } from '../../../usecases/link/read-names-judged.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { agreementText } from '../twice/waiting.ts'

export function judgesSections({ face }: Desktop, judged: NamesJudged): readonly Piece[] {
  const { t, language } = face.words
  const { unsettled, second, agreement } = judged
  const lines = unsettled.map(
    ({ open, person }) =>
      html`<li><div><a href="/${language}/desk/links?claim=${open.claim}&amp;person=${person}">${open.name} · ${person}</a></div></li>`,
  )
  const told = html`${agreementText(face, agreement)}${second.length > 0 ? html`<p><a href="/${language}/desk/links?blind=1">${t('link.second', { n: second.length })}</a></p>` : html`<p>${t('pair.none.second')}</p>`}`
  return [
    unsettled.length > 0 &&
      section(t('pair.unsettled'), t('link.unsettled.note'), html`<ul class="work">${lines}</ul>`),
    section(t('pair.judges'), t('pair.judges.note'), told),
  ]
}
