/** A campaign and what somebody wants to do in; the page with its form out: what is kept, what a seizure would tell, and two other ways stand before it. */
import { ONLINE_KINDS, type OnlineKind } from '../../core/act/actions.ts'
import type { Told } from '../../core/act/lines.ts'
import { CLOTHS, PATCH_WORDS_MOST } from '../../core/act/patch.ts'
import { REGIONS } from '../../core/act/regions.ts'
import { MOTIFS } from '../../core/codebook.ts'
import { type Language, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { toldIn, toldPiece } from '../campaign/words.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'
import { workField, workOf, workScript } from './public-form.ts'

export type ActFormView = Face & {
  readonly campaign: { readonly id: string; readonly title: Told; readonly demand: Told }
  readonly pack: Pack
  readonly kind: OnlineKind
  /** False: nothing of this kind is taken now. */
  readonly open: boolean
  readonly onlineInCountry: boolean
  /** Whether somebody can be told what came of it. */
  readonly news: boolean
  readonly asksWork: boolean
  readonly lines: readonly string[]
}

export const isOnlineKind = (text: string): text is OnlineKind => ONLINE_KINDS.some((one) => one === text)

/** Each list once: the page is read far more often than countries are renamed. */
const listed = new Map<string, Markup>()
function countries(language: Language, own: string): Markup {
  const key = `${language} ${own}`
  const made = listed.get(key) ?? countryOptions(language, own)
  listed.set(key, made)
  return made
}

function countryOptions(language: Language, own: string): Markup {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const compare = new Intl.Collator(language).compare
  const named = [...REGIONS]
    .filter((code) => code !== own)
    .map((one) => [one, names.of(one.toUpperCase()) ?? one] as const)
    .sort(([, a], [, b]) => compare(a, b))
  return html`${named.map(([code, name]) => html`<option value="${code}">${name}</option>`)}`
}

function where({ words, pack, onlineInCountry }: ActFormView): Markup {
  const { t, language } = words
  const country = labelIn(pack.name, language).text
  return html`<fieldset><legend>${t('act.form.where')}</legend>
<p class="meta">${t('act.form.no-look')}</p>
<p><label><input type="radio" name="where" value="outside" required> ${t('act.form.outside')}</label><br>
<label><input type="radio" name="where" value="inside" required> ${t('act.form.inside', { country })}</label></p>
${!onlineInCountry && html`<p class="meta">${t('act.form.inside-off', { country })}</p>`}
<p><label>${t('act.form.country')}<br><select name="country"><option value="">${t('act.form.no-country')}</option>${countries(language, pack.id)}</select></label></p></fieldset>`
}

const ADDRESS = html` required maxlength="254" autocomplete="off" autocapitalize="none" spellcheck="false"`

function fields(view: ActFormView): Piece {
  const { t } = view.words
  if (view.kind === 'signature')
    return html`<p><label>${t('act.form.address')}<br><input name="address" type="email"${ADDRESS}></label></p>
${view.news && html`<p><label><input type="checkbox" name="news" value="yes"> ${t('act.form.news')}</label></p>`}`
  if (view.kind !== 'patch') return null
  const any = html`<option value="">${t('act.form.any')}</option>`
  return html`<p><label>${t('act.form.motif')}<br><select name="motif">${any}${MOTIFS.map((one) => html`<option value="${one}">${t(`motif.${one}`)}</option>`)}</select></label></p>
<p><label>${t('act.form.cloth')}<br><select name="cloth">${any}${CLOTHS.map((one) => html`<option value="${one}">${t('act.form.cloth-n', { n: one + 1 })}</option>`)}</select></label></p>
<p><label>${t('act.form.words')}<br><textarea name="words" rows="3" maxlength="${2 * PATCH_WORDS_MOST}" autocomplete="off" spellcheck="false"></textarea></label></p>`
}

const form = (view: ActFormView): Markup => {
  const { t, language } = view.words
  return html`<form method="post" action="/${language}/act/${view.campaign.id}/${view.kind}"${view.asksWork && workOf(view, 'act')} class="stack">${where(view)}${fields(view)}
<p><button type="submit">${t(`act.form.do.${view.kind}`)}</button>${view.asksWork && workField(view)}</p></form>`
}

/** `/{lang}/act/{campaign}/{kind}` */
export function actFormPage(view: ActFormView): string {
  const { words, kind, campaign, open, lines } = view
  const { t } = words
  const kept = kind === 'signature' ? 'act.form.kept.signature' : 'act.form.kept.other'
  return layout({
    face: view,
    page: { kind: 'act', campaign: campaign.id, of: kind },
    title: t(`act.form.${kind}`),
    pack: view.pack,
    crumbs: [
      { text: toldIn(campaign.title, words), page: { kind: 'campaign', id: campaign.id } },
      { text: t('act.form.label'), page: null },
    ],
    body: html`${opening(t('act.form.label'), toldPiece(campaign.title, words), toldPiece(campaign.demand, words), !open && html`<p class="sub">${t('act.form.closed')}</p>`)}
${row(
  'k',
  t('act.form.before'),
  '',
  t('act.form.before-heading'),
  html`<p class="lead">${t(kept)}</p>${kind === 'patch' && html`<p>${t('act.form.kept.patch')}</p>`}${kind === 'signature' && html`<p>${t('act.form.mail')}</p>`}`,
)}${
  open &&
  row(
    'f',
    t('act.form.label'),
    '',
    t(`act.form.${kind}`),
    html`${lines.length > 0 && html`<div class="wrong" role="alert">${lines.map((line) => html`<p>${line}</p>`)}</div>`}${form(view)}`,
  )
}`,
    script: open && view.asksWork ? workScript : undefined,
  })
}

/** The same as data. */
export const actFormJson = ({ campaign, kind, open, onlineInCountry, news }: ActFormView): unknown => ({
  ...{
    campaign: campaign.id,
    kind,
    open,
    onlineInCountry,
    news,
    title: campaign.title,
    demand: campaign.demand,
  },
})

/** One step, with no word of what it is about: others read screens and mailboxes too. */
export function actStepPage(face: Face, heading: string, body: Piece): string {
  return layout({
    face,
    page: null,
    title: face.words.t('act.confirm.title'),
    pack: null,
    crumbs: [],
    body: opening(face.words.t('act.confirm.title'), '', heading, body),
  })
}
