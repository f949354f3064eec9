/** A text as the page on which it is written: outline left, the text, and beside the chosen sentence its records, its doubts and what was said of it. */
import { LANGUAGES } from '../../../core/language.ts'
import {
  type Laid,
  type LaidSection,
  SUMMARY,
  sentencesOfSection,
  TITLE,
} from '../../../core/publication/text.ts'
import { blockOnPage } from '../../../publish/manuscript/on-page.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { PublicationRead } from '../../../usecases/writing/read-publication.ts'
import type { Remark } from '../../../usecases/writing/say-of-text.ts'
import { wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { act, panel } from './panel.ts'
import { standing, stepsOf } from './steps.ts'
import { flagText } from './texts.ts'

export type TextView = {
  readonly read: PublicationRead
  readonly remarks: readonly Remark[]
  /** Id of the chosen sentence, or `section:` and the id of a section; empty: none. */
  readonly at: string
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function textPage(desktop: Desktop, view: TextView): string {
  const { face } = desktop
  const { t } = face.words
  const { read, faults } = view
  const { row, text, flags } = read
  const title = text.sentences.get(TITLE)?.words ?? ''
  const body = html`<section class="row full first written-head"><p class="meta">${standing(desktop, read)}</p>${stepsOf(desktop, read, '')}${otherLanguages(desktop, read)}${wrong(faults)}${!read.today && html`<p class="wrong">${t('write.no-draft')}</p>`}</section>
<div class="written"><nav class="outline" aria-label="${t('write.outline')}"><p class="meta">${flags.size === 0 ? t('write.flags.none') : t('write.flags', { n: flags.size })}</p>${isOlder(read) && act(desktop, read, { do: 'renew' }, t('write.renew'))}<ol>${text.outline.map((one) => inOutline(view, one))}</ol><p><a href="?at=section:">${t('write.section.add')}</a></p></nav>
<aside class="beside" id="at" aria-label="${t('write.beside')}">${panel(desktop, view)}</aside>
<article lang="${row.language}">${oneOf(desktop, view, TITLE, 'h1')}${oneOf(desktop, view, SUMMARY, 'sub')}${text.outline.map((one) => sectionOf(desktop, view, one))}</article></div>`
  return frame(face, title, `write/${row.id}`, body)
}

/** Ways to the same text in another language, and a button for each in which nobody has begun it. */
function otherLanguages({ face }: Desktop, { row, beside }: PublicationRead): Markup {
  const { t, language } = face.words
  const left = LANGUAGES.filter(
    (one) => one !== row.language && !beside.some((each) => each.language === one),
  )
  return html`<div class="acts-line">${beside.map((one) => html`<a href="/${language}/desk/write/${one.id}" hreflang="${one.language}" lang="${one.language}">${t(`language.${one.language}`)}</a>`)}${left.map((one) => html`<form method="post" action="/${language}/desk/write/${row.id}/language">${tokenField(face)}<input type="hidden" name="language" value="${one}"><button type="submit" class="quiet">${t('write.beside.begin', { language: t(`language.${one}`) })}</button></form>`)}</div>`
}

/** Whether the records tell anything otherwise, or anew. */
const isOlder = ({ text, laying, flags }: PublicationRead): boolean =>
  [...laying.sentences.keys()].some((id) => !text.sentences.has(id)) ||
  [...flags.values()].some((own) => own.some((flag) => flag.kind === 'changed' || flag.kind === 'gone'))

const flaggedIn = ({ read }: TextView, section: LaidSection): number =>
  section.isOut ? 0 : sentencesOfSection(section).filter((id) => read.flags.has(id)).length

function inOutline(view: TextView, section: LaidSection): Markup {
  const n = flaggedIn(view, section)
  const title = section.isOut ? html`<del>${section.title}</del>` : section.title
  return html`<li><a href="#sec-${section.id}">${title}</a>${n > 0 && html` <span class="meta">(${String(n)})</span>`}</li>
`
}

function sectionOf(desktop: Desktop, view: TextView, section: LaidSection): Markup {
  const { t } = desktop.face.words
  const isAt = view.at === `section:${section.id}`
  const named = view.read.namedHeadings.get(section.id)
  const head = html`<h2 id="sec-${section.id}"${isAt && html` class="on"`}><a class="quiet-link" href="?at=section:${encodeURIComponent(section.id)}#at">${section.isOut ? html`<del>${section.title}</del>` : section.title}</a></h2>${named && html`<p class="doubt" lang="${desktop.face.words.language}">${t('write.flag.named', { words: named.join(', ') })}</p>`}`
  if (section.isOut) return html`<section>${head}</section>`
  return html`<section>${head}${section.blocks.map((one) => blockOf(desktop, view, one))}</section>
`
}

function blockOf(desktop: Desktop, view: TextView, laid: Laid): Piece {
  switch (laid.kind) {
    case 'heading':
      return html`<h3>${laid.title}</h3>`
    case 'paragraph':
      return html`<div class="para">${laid.sentences.map((id) => oneOf(desktop, view, id, 'p'))}</div>`
    case 'points':
      return html`<ul class="told">${laid.sentences.map((id) => oneOf(desktop, view, id, 'li'))}</ul>`
    case 'box':
      return html`<aside class="apart">${laid.blocks.map((one) => blockOf(desktop, view, one))}</aside>`
    case 'drafted': {
      const block = view.read.laying.blocks.get(laid.ref)
      const { t, language } = desktop.face.words
      return html`<div class="drawn">${block ? blockOnPage(block) : html`<p class="unknown" lang="${language}">${t('write.drawn.gone')}</p>`}<p class="meta" lang="${language}">${t('write.drawn')}</p></div>`
    }
  }
}

/** A sentence is its own link: the whole of it is chosen with one key or one finger. */
function oneOf(
  desktop: Desktop,
  { read, at, remarks }: TextView,
  id: string,
  as: 'h1' | 'sub' | 'p' | 'li',
): Piece {
  const { t, language } = desktop.face.words
  const one = read.text.sentences.get(id)
  if (!one && read.hidden.has(id))
    return html`<p class="slip-line" lang="${language}">${t('write.hidden')}</p>`
  if (!one) return false
  const flags = read.flags.get(id) ?? []
  const said = remarks.filter((each) => each.sentence === id && !each.isOver).length
  const words = one.isOut ? html`<del>${one.words}</del>` : one.words
  const link = html`<a class="quiet-link${flags.length > 0 && ' doubtful'}${at === id && ' on'}" href="?at=${encodeURIComponent(id)}#at"${at === id && html` aria-current="true"`}>${words}</a>`
  const notes = html`${flags.length > 0 && html`<span class="doubt" lang="${language}">${flags.map((flag) => flagText(desktop, flag)).join(' · ')}</span>`}${said > 0 && html`<span class="doubt" lang="${language}">${t('write.remarks', { n: said })}</span>`}`
  if (as === 'h1') return html`<h1>${link}</h1>${notes}`
  if (as === 'sub') return html`<p class="sub">${link}</p>${notes}`
  return as === 'li' ? html`<li>${link}${notes}</li>` : html`<p>${link}${notes}</p>`
}
