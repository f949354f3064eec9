/** A report as a list of its passages: which wait for somebody, what became of the others, and the way to the next that waits. */
import type { LeftOut } from '../../../core/document.ts'
import { surenessAt } from '../../../core/recognition.ts'
import type { Order } from '../../../core/review-rules.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { AgreedFields } from '../../../store/queries/second.ts'
import type { Review, ReviewPassage } from '../../../usecases/review/read-review.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { behindNotice, painOf } from '../painful.ts'
import { agreedLine } from '../second/agreed-line.ts'
import { doubtsIn, inOrder } from '../today/doubts.ts'
import { recognisedNotice } from './recognised-note.ts'

const PASSAGES_A_PAGE = 100
type Turned = 'open' | 'done'
/** Which page of each list is asked for, from 1. */
export const pagesAsked = (query: (name: string) => string | undefined): Readonly<Record<Turned, number>> => {
  const asked = (name: Turned): number => Number(/^\d{1,5}$/.exec(query(name) ?? '')?.[0] ?? 1)
  return { open: asked('open'), done: asked('done') }
}

/** Those of each list that the page shows; which page of it that is, and of how many. */
export function shownOf({ passages, queue }: Review, { order, pages }: Pick<Beside, 'order' | 'pages'>) {
  const waiting = passages.filter((one) => one.state === 'open')
  const byKey = new Map(waiting.map((one) => [one.key, one]))
  const open = order === 'text' ? waiting : queue.flatMap((key) => byKey.get(key) ?? [])
  const done = passages.filter((one) => one.state !== 'open')
  const turned = (name: Turned, all: readonly ReviewPassage[]) => {
    const last = Math.ceil(all.length / PASSAGES_A_PAGE)
    const at = Math.min(Math.max(1, pages[name]), last)
    return { n: all.length, at, last, some: all.slice((at - 1) * PASSAGES_A_PAGE, at * PASSAGES_A_PAGE) }
  }
  return { open: turned('open', open), done: turned('done', done), first: open[0] }
}

/** Enough to know a passage by. */
const BEGINNING = 140

/** What the page says beside the report: what its file holds and the text does not, and whether an earlier version is here. */
export type Beside = {
  readonly leftOut: readonly LeftOut[]
  readonly hasEarlier: boolean
  readonly same: SameReport | null
  readonly order: Order
  readonly pages: Readonly<Record<Turned, number>>
  /** Of the passages that are shown: what rules say was done, by their keys. */
  readonly acts: ReadonlyMap<string, readonly string[]>
  readonly agreement: AgreedFields | null
  /** It holds network measurements. */
  readonly isMeasured: boolean
  /** A language model can be asked. */
  /** Whoever asks may open the file as received. */
  readonly mayFile: boolean
  readonly hasModel: boolean
  /** Its words are cells, or it holds a log, and it can be said what stands in them. */
  readonly list: 'table' | 'log' | null
  /** What was just made of its rows. */
  readonly byList: { readonly proposed: number; readonly here: number; readonly changed: number } | null
  /** What one just read, and what of it was thrown away. */
  readonly byModel: { readonly values: number; readonly dropped: number } | null
}
/** A report that says the same in another file. */
export type SameReport = { readonly id: string; readonly title: string }

export function documentPage(desktop: Desktop, review: Review, beside: Beside): string {
  const { document, passages } = review
  const {
    leftOut,
    hasEarlier,
    same,
    order,
    agreement,
    isMeasured,
    mayFile,
    hasModel,
    byModel,
    list: listed,
    byList,
  } = beside
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/documents/${document.id}`
  const shown = shownOf(review, beside)
  const { first } = shown
  // Before anybody said what its columns hold, that comes first: the rules have read its rows as if they were prose.
  const isFirst = listed === 'table' && !document.drafts.some((one) => one.rule.startsWith('list-cell@'))
  const item = (one: ReviewPassage): Markup => {
    const words = document.text.slice(one.span.start, one.span.end).replace(/\s+/g, ' ')
    const pain = painOf(desktop, words, beside.acts.get(one.key) ?? [])
    const link = (text: Piece, speech?: string): Markup =>
      html`<a href="${home}/${one.key}${one.state === 'open' && inOrder(order)}"${speech && html` lang="${speech}"`}>${text}</a>`
    const beginning = html`${words.slice(0, BEGINNING)}${words.length > BEGINNING && '…'}`
    const unsure = surenessAt(document.recognised, one.span)?.doubtful.length ?? 0
    const who = one.said && [one.said.by, one.said.at.slice(0, 10), one.said.why].filter(Boolean).join(' · ')
    return html`<li><div><h2 class="name">${pain.length > 0 ? link(t('review.passage', { key: one.key })) : link(beginning, document.language)}</h2>${pain.length > 0 && behindNotice(desktop, pain, html`<p lang="${document.language}">${beginning}</p>`)}<p class="meta">#${one.key} · ${t(`review.state.${one.state}`)}${one.records.map((id) => html` <a href="/${language}/desk/records/${id}">${id}</a>`)}${who && html` · ${who}`}</p>${one.doubts.length > 0 && html`<p class="meta">${doubtsIn(desktop, one.doubts)}</p>`}${unsure > 0 && html`<p class="meta">${t('recognised.words', { n: unsure })}</p>`}</div></li>
`
  }
  const list = (name: Turned): Piece => {
    const { n, at, last, some } = shown[name]
    const link = (to: number, text: string): Markup =>
      html`<a href="${home}?${new URLSearchParams({ ...(order === 'text' && { order }), [name]: String(to) }).toString()}">${text}</a> `
    const turn = html`<p class="pages">${at > 1 && link(at - 1, t('nav.previous'))}${t('list.page', { n: at, all: last })} ${at < last && link(at + 1, t('nav.next'))}</p>`
    return (
      n > 0 &&
      html`<section class="row"><div class="lab"><b>${t(`review.list.${name}`)}</b>${n}</div><div class="stack"><ol class="work">${some.map(item)}</ol>${last > 1 && turn}</div></section>`
    )
  }
  const body = html`<section class="row first"><div class="lab"><b>${t('desk.report')}</b>${t('desk.private')}</div><div class="stack"><h1 lang="${document.language}">${document.title}</h1>
${document.recognised && recognisedNotice(desktop, document.id)}<p>${t('desk.proposals', { n: passages.length })}</p><p>${t('review.progress', { done: passages.length - shown.open.n, all: passages.length })}</p>${isFirst && html`<p><a class="go" href="${home}/list">${t('list.title')}</a></p>`}${first && html`<p><a class="go" href="${home}/${first.key}${inOrder(order)}">${t('review.begin')}</a></p>`}${shown.open.n > 1 && html`<p><a href="${home}${inOrder(order === 'text' ? 'doubt' : 'text')}">${t(`home.order.${order === 'text' ? 'doubt' : 'text'}`)}</a></p>`}<p><a href="${home}/new">${t('hand.pick')}</a></p>${mayFile && html`<p><a href="${home}/custody">${t('custody.kind')}</a></p>`}${agreement && html`<p>${agreedLine(desktop, agreement)}</p>`}${hasEarlier && html`<p><a href="${home}/changes">${t('desk.changes')}</a></p>`}${same && html`<p class="shown" role="status">${t('inbox.same')} <a href="/${language}/desk/documents/${same.id}">${same.title}</a></p>`}${listed !== null && !isFirst && html`<p><a href="${home}/list">${t('list.title')}</a></p>`}${byList && html`<p class="shown" role="status">${t('list.done', { ...byList, n: byList.proposed })}</p>`}${face.mayAtAll('recommend') && html`<p><a href="${home}/demands">${t('demand.in-report')}</a></p>`}${isMeasured && html`<p><a href="${home}/measurements">${t('ooni.title')}</a></p>`}${hasModel && html`<p><a href="${home}/model">${t('model.title')}</a></p>`}${byModel && html`<p class="shown" role="status">${t('model.done', { n: byModel.values, dropped: byModel.dropped })}</p>`}${leftOut.length > 0 && html`<h2>${t('desk.left-out')}</h2><ul>${leftOut.map(({ kind, n }) => html`<li>${t(`left-out.${kind}`, { n })}</li>`)}</ul>`}</div></section>
${list('open')}${list('done')}`
  return frame(face, document.title, `documents/${document.id}`, body)
}
