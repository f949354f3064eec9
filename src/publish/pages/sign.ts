/** A text that an organisation is asked to sign in, the page of its link out: the text as it stands, its version and hash, and a form that works without script. */
import { LANGUAGES, type Language } from '../../core/language.ts'
import type { Offer, Signatory } from '../../core/signing/signing.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { blocksOnPage } from '../manuscript/on-page.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { regionsIn } from '../telling/region.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

export type SignView = Face & {
  readonly token: string
  readonly language: Language
  readonly offer: Offer
  readonly manuscript: Manuscript
  readonly before: Signatory | null
  readonly hasSigned: boolean
  readonly maySign: boolean
  readonly isLess: boolean
  readonly isAnew: boolean
  readonly isPublished: boolean
  readonly expires: string
  readonly lines: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export const signPath = (language: Language, token: string): string => `/${language}/sign/${token}`

/** `/{lang}/sign/{token}` */
export function signPage(view: SignView): string {
  const { words, manuscript, language, offer, lines, token } = view
  const { t } = words
  const others = LANGUAGES.filter((one) => one !== words.language)
  const sub = html`<p class="sub">${t('sign.sub', { version: offer.version, day: dayIn(offer.at.slice(0, 10), words.language) })}</p>${lines.length > 0 && html`<div class="wrong" role="alert">${lines.map((one) => html`<p>${one}</p>`)}</div>`}<p>${t(stateOf(view))}</p><p class="meta">${t('sign.other')} ${others.map((one, at) => html`${at > 0 && ' · '}<a href="${signPath(one, token)}" lang="${one}" hreflang="${one}">${t(`language.${one}`)}</a>`)}</p>`
  const text = html`<div lang="${language}">${manuscript.sections.map((one) => html`<h3>${one.title}</h3>${blocksOnPage(one.blocks, { level: 4 })}`)}</div>`
  return layout({
    face: view,
    page: null,
    title: t('sign.title'),
    pack: null,
    crumbs: [{ text: t('sign.title'), page: null }],
    body: html`${opening(html`<span lang="${language}">${manuscript.kind}</span>`, html`<span lang="${language}">${manuscript.subject}</span>`, html`<span lang="${language}">${manuscript.title}</span>`, sub)}
${row('t', t('sign.text'), '', t('sign.text-heading', { version: offer.version }), html`${manuscript.summary !== null && html`<p lang="${language}">${manuscript.summary}</p>`}${text}<p class="meta">SHA-256 <code class="long">${offer.hash}</code> · <a href="${signPath(words.language, token)}/text" download="letter-v${String(offer.version)}.txt">${t('sign.file')}</a></p>`)}${
  view.maySign &&
  !view.hasSigned &&
  row('s', t('sign.form'), '', t('sign.form-heading'), html`${kept(view)}${form(view)}`)
}${steps(view)}`,
  })
}

function stateOf({ hasSigned, before, maySign, isLess, isAnew }: SignView) {
  if (hasSigned) return before?.standing === 'confirmed' ? 'sign.state.confirmed' : 'sign.state.signed'
  if (isLess) return 'sign.state.less'
  if (before?.standing === 'struck') return 'sign.state.struck'
  if (!maySign) return 'sign.state.over'
  if (isAnew) return 'sign.state.anew'
  if (before?.standing === 'declined') return 'sign.state.declined'
  if (before?.standing === 'withdrawn') return 'sign.state.withdrawn'
  return 'sign.state.asked'
}

/** What is kept, and what readers get, stands before the fields. */
const kept = ({ words, expires }: SignView): Markup =>
  html`<p>${words.t('sign.kept')}</p><p>${words.t('sign.held')}</p><p class="meta">${words.t('sign.until', { day: dayIn(expires, words.language) })}</p>`

function form(view: SignView): Markup {
  const { words, token, offer, typed } = view
  const { t, language } = words
  const field = (name: string, label: string, more: Piece = false): Markup =>
    html`<p><label for="${name}">${label}</label><br><input id="${name}" name="${name}" maxlength="200" value="${typed[name] ?? ''}" autocomplete="off"${more}></p>`
  return html`<form method="post" action="${signPath(language, token)}" class="stack"><input type="hidden" name="do" value="sign"><input type="hidden" name="version" value="${String(offer.version)}">
<fieldset><legend>${t('sign.name')}</legend>${LANGUAGES.map((one) => field(`name-${one}`, t(`language.${one}`), html` lang="${one}"`))}</fieldset>
${field('role', t('sign.role'))}
<p class="meta">${t('sign.role-hint')}</p>
<p><label for="country">${t('sign.country')}</label><br><select id="country" name="country"><option value="">—</option>${regionsIn(language).map(([code, name]) => html`<option value="${code}"${typed.country === code && html` selected`}>${name}</option>`)}</select></p>
${field('place', t('sign.place'))}
<p><label><input type="checkbox" name="hold" value="yes"${typed.hold === 'yes' && html` checked`}> ${t('sign.hold')}</label></p>
<p><button type="submit">${t('sign.do', { version: offer.version })}</button></p></form>`
}

function steps(view: SignView): Piece {
  const { words, token, before, hasSigned, isPublished } = view
  const { t, language } = words
  const step = (what: 'decline' | 'withdraw'): Markup =>
    html`<form method="post" action="${signPath(language, token)}"><input type="hidden" name="do" value="${what}"><p><button type="submit" class="quiet">${t(`sign.${what}`)}</button></p></form>`
  const stood = before?.standing === 'signed' || before?.standing === 'confirmed'
  if (stood)
    return row(
      'w',
      t('sign.withdraw'),
      '',
      t('sign.withdraw-heading'),
      html`<p>${t(isPublished ? 'sign.withdraw-published' : 'sign.withdraw-before')}</p>${step('withdraw')}`,
    )
  if (hasSigned || before?.standing === 'declined' || before?.standing === 'struck') return false
  return row(
    'd',
    t('sign.decline'),
    '',
    t('sign.decline-heading'),
    html`<p>${t('sign.decline-what')}</p>${step('decline')}`,
  )
}

/** The same as data. */
export const signJson = ({
  language,
  offer,
  before,
  hasSigned,
  maySign,
  isLess,
  isAnew,
  manuscript,
  expires,
}: SignView) => ({
  ...{ language, version: offer.version, sha256: offer.hash, offered: offer.at.slice(0, 10), expires },
  ...{ standing: before?.standing ?? 'asked', hasSigned, maySign, isLess, isAskedAnew: isAnew, manuscript },
})
