/** The cases, observations and assistance that somebody may read as a page: a search by kind and words, and where to write down a new one. */
import { CASE_KINDS } from '../../../core/cases/case.ts'
import { html } from '../../../publish/markup.ts'
import type { CaseList } from '../../../usecases/cases/read-cases.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { turnPages } from '../turn-pages.ts'
import { ROOMS, rowItem } from './rooms.ts'

export type CaseListView = CaseList & {
  readonly kind: string
  readonly words: string
  /** A person, a case or an incident that all of them are about; empty: whatever it is. */
  readonly about: string
  readonly page: number
  readonly today: string
}

export function caseListPage(desktop: Desktop, view: CaseListView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { kind, about, words, page, isFull } = view
  const body = section(
    t('case.nav'),
    t('case.note'),
    html`<h1>${t('case.heading')}</h1>
${view.about !== '' && html`<p>${t('case.about', { id: view.about })} <a href="/${language}/desk/cases">${t('case.about.all')}</a></p>`}
${face.mayAtAll('open-case') && html`<ul class="waits">${CASE_KINDS.map((one) => html`<li><a href="/${language}/desk/${ROOMS[one]}/new">${t(`case.new.${one}`)}</a></li>`)}</ul>`}
<form method="post" action="/${language}/desk/seek/cases" class="broad" role="search">${tokenField(face)}${view.about !== '' && html`<input type="hidden" name="about" value="${view.about}">`}<p class="fields"><label>${t('case.kind')}<br><select name="kind"><option value="">${t('work.any')}</option>${CASE_KINDS.map((one) => html`<option value="${one}"${one === kind && html` selected`}>${t(`case.kind.${one}`)}</option>`)}</select></label> <label>${t('work.words')}<br><input name="q" value="${view.words}" maxlength="100" autocomplete="off"></label> <button type="submit" class="quiet">${t('work.seek')}</button></p></form>
${view.rows.length === 0 ? html`<p>${t('case.none')}</p>` : html`<ul class="work">${view.rows.map((one) => rowItem(desktop, one, view.today))}</ul>`}${turnPages(face, { list: 'cases', asked: { kind, about }, words, page, isFull })}`,
    true,
  )
  return frame(face, t('case.nav'), 'cases', body)
}
