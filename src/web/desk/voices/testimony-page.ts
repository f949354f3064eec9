/** One testimony as a page: what was told, each quotation with what its speaker agreed to, and the forms to ask, to record and to take back. */
import { LANGUAGES } from '../../../core/language.ts'
import type { Consent } from '../../../core/testimony/lines.ts'
import type { QuotationStanding, SaidQuotation } from '../../../core/testimony/standing.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { TestimonyOnRecord } from '../../../store/queries/testimonies.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { dateIn } from '../cases/entry-text.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { quotationFields, typedQuotation } from './fields.ts'
import { speakerText } from './list-page.ts'

export type TestimonyView = {
  readonly testimony: TestimonyOnRecord
  /** The day it is. */
  readonly today: string
  /** Of the quotation that was sent and refused; a new one where it has no name on record. */
  readonly sent: { readonly quotation: string; readonly typed: Typed } | null
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

export function testimonyPage(desktop: Desktop, view: TestimonyView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { testimony } = view
  const home = `/${language}/desk/voices`
  const told = testimony.incidents.map((id) => html`<a href="/${language}/desk/records/${id}">${id}</a> `)
  const body = [
    section(
      html`<a href="${home}">${t('voices.nav')}</a>`,
      t(`voices.tier.${testimony.tier}`),
      html`<h1>${speakerText(testimony)}</h1>${wrong([...view.faults.map((one) => one.line), ...view.lines])}
<p class="meta">${testimony.on !== null && html`${dateIn(desktop, testimony.on)} · `}${t('voices.spoken', { language: t(`language.${testimony.language}`) })} · ${t('voices.by', { who: testimony.interviewer })}</p>
${told.length > 0 && html`<p>${t('voices.tells')} ${told}</p>`}${testimony.words !== null && html`<details><summary>${t('voices.whole')}</summary><p lang="${testimony.language}">${testimony.words}</p></details>`}
<p><a href="${home}/${testimony.id}/edit">${t('voices.change')}</a></p>`,
      true,
    ),
    ...[...testimony.quotations].map(([name, one]) => quotationRow(desktop, view, name, one)),
    section(t('voices.quotation.new'), t('voices.quotation.note'), newQuotation(desktop, view)),
    testimony.quotations.size > 1 &&
      section(t('voices.withdraw.all'), t('voices.withdraw.note'), withdrawForm(desktop, view, null)),
  ]
  return frame(face, speakerText(testimony), `voices/${testimony.id}`, body)
}

export const nextQuotation = ({ quotations }: Pick<TestimonyOnRecord, 'quotations'>): string =>
  `q${quotations.size + 1}`

function quotationRow(
  desktop: Desktop,
  view: TestimonyView,
  name: string,
  { newest, agreed, state }: QuotationStanding,
): Markup {
  const { t } = desktop.face.words
  const isWaiting = agreed !== null && newest.event !== agreed.event
  const shown = agreed ?? newest
  return section(
    t(`voices.state.${state}`),
    agreed ? consentText(desktop, agreed.consent) : t('voices.consent.none'),
    html`<h2 class="name">${name}</h2>${wordsOf(desktop, shown)}${isWaiting && html`<p class="meta">${t('voices.waiting')}</p>${wordsOf(desktop, newest)}`}
<details${view.sent?.quotation === name && html` open`}><summary>${t('voices.quotation.anew')}</summary>${form(desktop, view, name, typedQuotation(newest))}</details>
${state !== 'withdrawn' && html`<details><summary>${t('voices.withdraw')}</summary>${withdrawForm(desktop, view, name)}</details>`}`,
  )
}

/** Every language, and of one that nobody approved that it is missing. */
function wordsOf(
  desktop: Desktop,
  { said, wording, shown }: Pick<SaidQuotation, 'said' | 'wording' | 'shown'>,
): Markup {
  const { t } = desktop.face.words
  return html`<p class="meta">${t('voices.f.said')}: ${said}</p><ul class="links">${LANGUAGES.map((one) => {
    const as = shown.kind === 'described' ? shown.as[one] : t(`voices.shown.${shown.level}`)
    return html`<li>${
      wording[one] === null
        ? html`<span class="meta">${t(`language.${one}`)}: ${t('voices.missing')}</span>`
        : html`<blockquote lang="${one}"><p>${wording[one]}</p></blockquote><span class="meta">${as ?? t('voices.missing')}</span>`
    }</li>`
  })}</ul>`
}

function consentText({ face }: Desktop, { use, on, how, until }: Consent): string {
  const { t, language } = face.words
  return [
    t(`voices.use.${use.kind}`),
    use.kind === 'publications' ? use.ids.join(', ') : '',
    t('voices.given', { day: dayIn(on, language), how }),
    until === null ? '' : t('voices.until', { day: dayIn(until, language) }),
  ]
    .filter((one) => one !== '')
    .join(' · ')
}

function newQuotation(desktop: Desktop, view: TestimonyView): Piece {
  return form(desktop, view, nextQuotation(view.testimony), {})
}

function form(desktop: Desktop, view: TestimonyView, name: string, filled: Typed): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const isSent = view.sent?.quotation === name
  const typed = isSent && view.sent ? view.sent.typed : filled
  return html`<form method="post" action="/${language}/desk/voices/${view.testimony.id}/quotations">${tokenField(face)}<input type="hidden" name="quotation" value="${name}">${controls(quotationFields(desktop), typed, isSent ? view.faults : [], face.words)}${button(t('voices.quotation.save'))}</form>`
}

function withdrawForm({ face }: Desktop, { testimony, today }: TestimonyView, name: string | null): Markup {
  const { t, language } = face.words
  return html`<form method="post" action="/${language}/desk/voices/${testimony.id}/withdraw">${tokenField(face)}<input type="hidden" name="quotation" value="${name ?? ''}"><p><label>${t('voices.f.withdrawn-on')}<br><input name="on" value="${today}" required maxlength="10" autocomplete="off"></label></p><p><label>${t('voices.f.why')}<br><input name="why" required maxlength="300" autocomplete="off"></label></p>${button(t('voices.withdraw.do'))}</form>`
}
