/** What was judged of records in; what waits for a colleague, where judges differ or contradict each other, and how far they agree, out. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Pairs } from '../../../usecases/link/read-pairs.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'

type Two = { readonly left: string; readonly right: string }

export function asideSections(desktop: Desktop, pairs: Pairs, blind: boolean): readonly Piece[] {
  const { t, language } = desktop.face.words
  // Whoever judges blind is not led to what others said.
  if (blind) return []
  const { uncleared, unsettled, contradictions, agreement, second } = pairs
  const link = ({ left, right }: Two): Markup =>
    html`<a href="/${language}/desk/twice?left=${left}&amp;right=${right}">${left} · ${right}</a>`
  const list = (all: readonly Two[]): Markup =>
    html`<ul class="work">${all.map((one) => html`<li><div>${link(one)}</div></li>`)}</ul>`
  const torn = html`<ol class="work">${contradictions.map(
    ({ different, path }) =>
      html`<li><div><p>${t('pair.torn', { left: different.left, right: different.right, by: different.said.first.by })}</p><ul>${[different, ...path].map((one) => html`<li>${link(one)} <span class="meta">${t(`pair.said.${one.said.verdict}`)} · ${one.said.first.by}</span></li>`)}</ul></div></li>`,
  )}</ol>`
  const percent = Math.round((100 * agreement.agreed) / Math.max(1, agreement.n))
  const told = html`${agreement.n > 0 && html`<p>${t('pair.agreement', { ...agreement, percent, alpha: agreement.alpha?.toFixed(2) ?? t('pair.agreement.no-alpha') })}</p>`}${second > 0 ? html`<p><a href="/${language}/desk/twice?blind=1">${t('pair.second', { n: second })}</a></p>` : html`<p>${t('pair.none.second')}</p>`}`
  return [
    contradictions.length > 0 && section(t('pair.contradictions'), t('pair.contradictions.note'), torn),
    unsettled.length > 0 && section(t('pair.unsettled'), t('pair.unsettled.note'), list(unsettled)),
    uncleared.length > 0 && section(t('pair.uncleared'), t('pair.uncleared.note'), list(uncleared)),
    section(t('pair.judges'), t('pair.judges.note'), told),
  ]
}
