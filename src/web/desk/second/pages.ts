/** Second readings as pages: records that wait for one, a passage to be coded blind, and both codings side by side. */
import { labelIn } from '../../../core/language.ts'
import type { SecondRule } from '../../../core/review-rules.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { AgreedFields } from '../../../store/queries/second.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { SecondStanding } from '../../../usecases/second/standing-of-second.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { passageText, type ReviewPage, valuesForm } from '../documents/review-page.ts'
import { problems } from '../documents/review-rows.ts'
import { frame, tokenField } from '../frame.ts'
import { valueText } from '../value-text.ts'
import { agreedLine, percent } from './agreed-line.ts'

export type SecondList = {
  readonly waiting: readonly IncidentRow[]
  readonly differing: readonly IncidentRow[]
  readonly agreement: AgreedFields | null
}

export function secondListPage(desktop: Desktop, { waiting, differing, agreement }: SecondList): string {
  const { face } = desktop
  const { t, language } = face.words
  // Whoever is to read it blind is told where it is told, and nothing that the first reader decided.
  const list = (rows: readonly IncidentRow[]): Piece =>
    html`<ul class="work">${rows.map((one) => html`<li><div><h2 class="name"><a href="/${language}/desk/second/${one.id}">${one.id}</a></h2><p class="meta">${[...new Set(one.passages.map((each) => each.title))].join(' · ')}</p></div></li>`)}</ul>`
  const body = [
    section(
      t('second.title'),
      t('second.note'),
      html`<h1>${t('second.heading', { n: waiting.length })}</h1>${waiting.length > 0 && list(waiting)}${agreement && html`<p>${agreedLine(desktop, agreement)}</p>`}`,
      true,
    ),
    differing.length > 0 && section(t('second.differs'), t('second.differs-note'), list(differing)),
    section(
      t('second.rules'),
      t('second.rules-note', { day: desktop.codebook.review.secondSince }),
      rulesList(desktop, desktop.codebook.review.second),
    ),
  ]
  return frame(face, t('second.title'), 'second', body)
}

const rulesList = ({ face }: Desktop, rules: readonly SecondRule[]): Markup =>
  html`<ul class="said">${rules.map((one) => html`<li>${labelIn(one.reason, face.words.language).text} <span class="meta">${one.id}, ${face.words.t(one.before ? 'second.before' : 'second.sample')}</span></li>`)}</ul>`

/** `record`: all that the page says of what was decided is that it was. */
export function blindPage(desktop: Desktop, record: string, page: ReviewPage): string {
  const { face } = desktop
  const { t, language } = face.words
  const sent = { action: `/${language}/desk/second/${record}`, label: t('second.save'), isBlind: true }
  const body = html`<section class="row first"><div class="lab"><b>${t('second.one')}</b>${t('second.blind')}</div><div class="stack"><h1>${t('second.blind-heading', { id: record })}</h1>${problems(desktop, page)}</div></section>
<div class="review"><div class="told"><h2>${t('review.text')}</h2>${passageText(desktop, page)}<div class="pick-words" role="group" aria-label="${t('review.select')}" hidden></div></div>
<div class="values"><h2>${t('review.values')}</h2>${valuesForm(desktop, page, sent)}</div></div>`
  return frame(face, `${t('second.one')}: ${record}`, `second/${record}`, body, 'review')
}

/** In how many fields the second reader agreed with the first, where there was anything to compare. */
const ofRecord = ({ words }: Desktop['face'], { reading }: SecondStanding): Piece =>
  reading !== null &&
  reading.compared > 0 &&
  words.t('second.of-record', {
    agreed: reading.agreed,
    n: reading.compared,
    percent: percent(reading),
    who: reading.by,
  })

/** What the record page says of its second reading. */
export function secondLine({ face }: Desktop, id: string, one: SecondStanding, mayRead: boolean): Piece {
  const { t, language } = face.words
  if (one.state === 'none') return false
  const link = (text: string): Markup => html` <a href="/${language}/desk/second/${id}">${text}</a>`
  if (one.state === 'awaited' || one.state === 'drawn')
    return html`<p class="shown">${t(one.state === 'awaited' ? 'second.awaited' : 'second.awaited-sample')}${mayRead && link(t('second.go'))}</p>`
  return html`<p class="shown">${t(`second.state.${one.state}`)} ${ofRecord(face, one)}${link(t('second.look'))}</p>`
}

export function comparePage(
  desktop: Desktop,
  record: IncidentRow,
  one: SecondStanding,
  maySettle: boolean,
): string {
  const { face, told, packs } = desktop
  const { t, language } = face.words
  const { reading, compared, state } = one
  const pack = packs.get(record.country) ?? null
  const cell = (values: (typeof compared)[number]['first']): Piece =>
    values.map((value) => html`<div>${valueText(value, told, pack)}</div>`)
  const agreed = ofRecord(face, one)
  const differing = compared.filter((each) => !each.isSame)
  const rows = compared.map(
    (each) =>
      html`<tr${!each.isSame && html` class="differs"`}><th scope="row">${t(`field.${each.field}`)}</th><td>${cell(each.first)}</td><td>${cell(each.second)}</td><td>${t(each.isSame ? 'second.same' : 'second.not-same')}</td></tr>`,
  )
  const body = [
    section(
      record.id,
      html`<a href="/${language}/desk/records/${record.id}">${t('work.back-to', { id: record.id })}</a>`,
      html`<h1>${t(`second.state.${state}`)}</h1>${agreed && html`<p>${agreed}</p>`}${one.asked.length > 0 && rulesList(desktop, one.asked)}
<div class="scroll" role="region" tabindex="0" aria-label="${t('second.both')}"><table><thead><tr><th scope="col">${t('review.between.field')}</th><th scope="col">${t('second.stands')}</th><th scope="col">${t('second.by', { who: reading?.by ?? '' })}</th><th scope="col">${t('second.agreement')}</th></tr></thead><tbody>${rows}</tbody></table></div>`,
      true,
    ),
    maySettle &&
      differing.length > 0 &&
      section(
        t('second.settle'),
        t('second.settle-note'),
        html`<form method="post" action="/${language}/desk/second/${record.id}/settle">${tokenField(face)}<fieldset><legend>${t('second.choose')}</legend>${differing.map((each) => html`<p><label><input type="checkbox" name="second" value="${each.field}"> ${t('second.take', { field: t(`field.${each.field}`) })}</label></p>`)}</fieldset>
<p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('second.settle-do')}</button></p></form>`,
      ),
  ]
  return frame(face, `${t('second.one')}: ${record.id}`, `second/${record.id}`, body)
}
