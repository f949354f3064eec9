/** A report as a list of its passages: which wait for somebody, what became of the others, and the way to the next that waits. */
import type { LeftOut } from '../../../core/document.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Review, ReviewPassage } from '../../../usecases/review/read-review.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

/** Enough to know a passage by. */
const BEGINNING = 140

/** What the page says beside the report: what its file holds and the text does not, and whether an earlier version is here. */
export type Beside = {
  readonly leftOut: readonly LeftOut[]
  readonly hasEarlier: boolean
  /** It holds network measurements. */
  readonly isMeasured: boolean
  /** A language model can be asked. */
  readonly hasModel: boolean
  /** What one just read, and what of it was thrown away. */
  readonly byModel: { readonly values: number; readonly dropped: number } | null
}

export function documentPage(
  { face }: Desktop,
  { document, passages }: Review,
  { leftOut, hasEarlier, isMeasured, hasModel, byModel }: Beside,
): string {
  const { t, language } = face.words
  const home = `/${language}/desk/documents/${document.id}`
  const open = passages.filter((one) => one.state === 'open')
  const item = (one: ReviewPassage): Markup => {
    const words = document.text.slice(one.span.start, one.span.end).replace(/\s+/g, ' ')
    const who = one.said && [one.said.by, one.said.at.slice(0, 10), one.said.why].filter(Boolean).join(' · ')
    return html`<li><div><h2 class="name"><a href="${home}/${one.key}" lang="${document.language}">${words.slice(0, BEGINNING)}${words.length > BEGINNING && '…'}</a></h2><p class="meta">#${one.key} · ${t(`review.state.${one.state}`)}${one.records.map((id) => html` <a href="/${language}/desk/records/${id}">${id}</a>`)}${who && html` · ${who}`}</p></div></li>
`
  }
  const list = (name: 'open' | 'done', some: readonly ReviewPassage[]): Piece =>
    some.length > 0 &&
    html`<section class="row"><div class="lab"><b>${t(`review.list.${name}`)}</b>${some.length}</div><div class="stack"><ol class="work">${some.map(item)}</ol></div></section>`
  const body = html`<section class="row first"><div class="lab"><b>${t('desk.report')}</b>${t('desk.private')}</div><div class="stack"><h1 lang="${document.language}">${document.title}</h1>
<p>${t('desk.proposals', { n: passages.length })}</p><p>${t('review.progress', { done: passages.length - open.length, all: passages.length })}</p>${open[0] && html`<p><a class="go" href="${home}/${open[0].key}">${t('review.begin')}</a></p>`}${hasEarlier && html`<p><a href="${home}/changes">${t('desk.changes')}</a></p>`}${isMeasured && html`<p><a href="${home}/measurements">${t('ooni.title')}</a></p>`}${hasModel && html`<p><a href="${home}/model">${t('model.title')}</a></p>`}${byModel && html`<p class="shown" role="status">${t('model.done', { n: byModel.values, dropped: byModel.dropped })}</p>`}${leftOut.length > 0 && html`<h2>${t('desk.left-out')}</h2><ul>${leftOut.map(({ kind, n }) => html`<li>${t(`left-out.${kind}`, { n })}</li>`)}</ul>`}</div></section>
${list('open', open)}${list(
  'done',
  passages.filter((one) => one.state !== 'open'),
)}`
  return frame(face, document.title, `documents/${document.id}`, body)
}
