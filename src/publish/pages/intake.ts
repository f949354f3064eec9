/** Whether somebody may tell something here, and how, in; the page with the sealed form out, and what is said afterwards. */
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'
import { formScript } from './public-form.ts'

export type IntakeView = Face & {
  /** False: there is nobody to seal to today. */
  readonly open: boolean
  /** True over the onion service: who has no script has the server seal it there. */
  readonly plain: boolean
  /** The signed list and the key that signed it, for the script; and that key in eight words. */
  readonly signed: string
  readonly root: string
  readonly words8: string
  /** Address of this page as an onion service; empty: there is none. */
  readonly onion: string
  readonly lines: readonly string[]
  /** The script does work for the form as well. */
  readonly asksWork: boolean
}

const fields = ({
  words,
}: Face): Markup => html`<p><label>${words.t('tell.words')}<br><textarea name="words" rows="10" maxlength="50000" autocomplete="off" spellcheck="false"></textarea></label></p>
<p><label>${words.t('tell.files')}<br><input type="file" name="file" multiple></label></p>
<p class="meta">${words.t('tell.files.note')}</p>
<p><label>${words.t('tell.again')}<br><input name="receipt" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100"></label></p>`

function form(view: IntakeView): Markup {
  const { t, language } = view.words
  return html`<form id="tell" method="post" action="/${language}/tell" data-signed="${view.signed}" data-root="${view.root}" data-empty="${t('fault.intake.empty')}" data-unbelieved="${t('tell.unbelieved')}" data-failed="${t('tell.failed')}" data-receipt="${t('fault.intake.receipt')}" data-working="${t('tell.working')}"${view.asksWork && html` data-work="tell"`} class="stack" hidden>${fields(view)}<p><button type="submit">${t('tell.send')}</button> <span role="status"></span></p></form>
<div id="told" hidden>${receipt(view, '')}</div>
<noscript>${view.plain ? plainForm(view) : elsewhere(view)}</noscript>`
}

const plainForm = (view: IntakeView): Markup =>
  html`<form method="post" enctype="multipart/form-data" action="/${view.words.language}/tell/plain" class="stack">${fields(view)}<p>${view.words.t('tell.plain')} ${view.words.t('work.waits')}</p><p><button type="submit">${view.words.t('tell.send')}</button></p></form>`

const elsewhere = ({ words, onion }: IntakeView): Markup =>
  html`<p>${words.t('tell.script')}</p>${onion !== '' && html`<p><code>${onion}/${words.language}/tell</code></p>`}`

/** The words of the receipt are put in by whoever made them: the page's script, or the server of the onion service. */
const receipt = ({ words }: Face, said: string): Markup =>
  html`<h3>${words.t('tell.sent')}</h3><p>${words.t('tell.receipt')}</p><p><code class="secret">${said}</code></p><p>${words.t('tell.receipt.keep')}</p>`

function answers(view: IntakeView): Markup {
  const { t, language } = view.words
  const field = html`<p><label>${t('tell.receipt.typed')}<br><input name="receipt" required autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100"></label></p><p><button type="submit">${t('tell.answers.look')}</button> <span role="status"></span></p>`
  return html`<form id="answers" method="post" action="/${language}/tell/answers" data-receipt="${t('fault.intake.receipt')}" data-none="${t('tell.answers.none')}" data-failed="${t('tell.failed')}" hidden>${field}<div class="answers"></div></form>${view.plain && html`<noscript><form method="post" action="/${language}/tell/answers/plain">${field}</form></noscript>`}`
}

/** `/{lang}/tell` */
export function intakePage(view: IntakeView): string {
  const { words, open, lines } = view
  const { t } = words
  return layout({
    face: view,
    page: { kind: 'tell' },
    title: t('tell.title'),
    pack: null,
    crumbs: [{ text: t('tell.title'), page: null }],
    body: html`${opening(t('tell.label'), '', t('tell.headline'), html`<p class="sub">${t(open ? 'tell.sub' : 'tell.closed')}</p>`)}
${row('b', t('tell.before'), '', t('tell.before-heading'), html`${[1, 2, 3, 4].map((one) => html`<p>${t(`tell.before.${one}`)}</p>`)}${view.words8 !== '' && html`<p>${t('tell.compare')} <code>${view.words8}</code></p>`}`)}${
  open &&
  html`${row('f', t('tell.form'), '', t('tell.form-heading'), html`${lines.length > 0 && html`<div class="wrong" role="alert">${lines.map((line) => html`<p>${line}</p>`)}</div>`}${form(view)}`)}
${row('a', t('tell.answers'), '', t('tell.answers-heading'), answers(view))}`
}`,
    script: open ? formScript('tell', 'seals what somebody tells before it leaves this device') : undefined,
  })
}

/** One step without script: the receipt, shown this once, or the answers that it opens. */
export function toldPage(
  face: Face,
  said: { readonly receipt: string } | { readonly answers: readonly string[] },
): string {
  const { t } = face.words
  const body: Piece =
    'receipt' in said
      ? receipt(face, said.receipt)
      : said.answers.length === 0
        ? html`<p>${t('tell.answers.none')}</p>`
        : said.answers.map((one) => html`<blockquote class="told"><p>${one}</p></blockquote>`)
  return layout({
    face,
    page: null,
    title: t('tell.title'),
    pack: null,
    crumbs: [{ text: t('tell.title'), page: null }],
    body: opening(t('tell.label'), '', t('receipt' in said ? 'tell.title' : 'tell.answers'), body),
  })
}
