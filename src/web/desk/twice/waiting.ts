/** What was judged of two records, or of two people, in; what waits for a colleague, where judges differ or contradict each other, and how far they agree, out. */
import type { Agreement } from '../../../core/identity/agreement.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Pairs } from '../../../usecases/link/read-pairs.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'

type Two = { readonly left: string; readonly right: string }
/** `pair`: of records, `twin`: of people. `nameOf`: what a side of a contradiction is called, where it is neither. */
export type Kind = {
  readonly words: 'pair' | 'twin'
  readonly page: 'twice' | 'twice/people'
  readonly recordOf?: ReadonlyMap<string, string>
}
type Said = Pick<Pairs, 'uncleared' | 'unsettled' | 'contradictions' | 'agreement' | 'second'>

export function asideSections(desktop: Desktop, pairs: Said, blind: boolean, kind: Kind): readonly Piece[] {
  const { t, language } = desktop.face.words
  const { words, page, recordOf } = kind
  // Whoever judges blind is not led to what others said.
  if (blind) return []
  const { uncleared, unsettled, contradictions, agreement, second } = pairs
  const link = ({ left, right }: Two): Markup => {
    // A name in a record that was judged to be somebody, or not to be them.
    if (!left.startsWith('c-') || !recordOf)
      return html`<a href="/${language}/desk/${page}?left=${left}&amp;right=${right}">${left} · ${right}</a>`
    const record = recordOf.get(left)
    return html`${record ? html`<a href="/${language}/desk/records/${record}">${record}</a>` : t('twin.a-record')} · ${right}`
  }
  const list = (all: readonly Two[]): Markup =>
    html`<ul class="work">${all.map((one) => html`<li><div>${link(one)}</div></li>`)}</ul>`
  const torn = html`<ol class="work">${contradictions.map(
    ({ different, path }) =>
      html`<li><div><p>${t(`${words}.torn`, { left: different.left, right: different.right, by: different.said.first.by })}</p><ul>${[different, ...path].map((one) => html`<li>${link(one)} <span class="meta">${t(`${words}.said.${one.said.verdict}`)} · ${one.said.first.by}</span></li>`)}</ul></div></li>`,
  )}</ol>`
  const told = html`${agreementText(desktop.face, agreement)}${second > 0 ? html`<p><a href="/${language}/desk/${page}?blind=1">${t('pair.second', { n: second })}</a></p>` : html`<p>${t('pair.none.second')}</p>`}`
  return [
    contradictions.length > 0 && section(t('pair.contradictions'), t('pair.contradictions.note'), torn),
    unsettled.length > 0 && section(t('pair.unsettled'), t('pair.unsettled.note'), list(unsettled)),
    uncleared.length > 0 && section(t('pair.uncleared'), t('pair.uncleared.note'), list(uncleared)),
    section(t('pair.judges'), t('pair.judges.note'), told),
  ]
}

/** How many were judged twice, how many alike, and Krippendorff's alpha. */
export function agreementText({ words }: Desktop['face'], agreement: Agreement): Piece {
  const { t } = words
  if (agreement.n === 0) return false
  const percent = Math.round((100 * agreement.agreed) / agreement.n)
  const alpha = agreement.alpha?.toFixed(2) ?? t('pair.agreement.no-alpha')
  return html`<p>${t('pair.agreement', { ...agreement, percent, alpha })}</p>`
}
