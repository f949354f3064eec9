/** The cases, observations and assistance that somebody may read as a page: a search by kind and words, and where to write down a new one. */
import { CASE_KINDS } from '../../../core/cases/case.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { CaseList } from '../../../usecases/cases/read-cases.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
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
  const body = section(
    t('case.nav'),
    t('case.note'),
    html`<h1>${t('case.heading')}</h1>
${view.about !== '' && html`<p>${t('case.about', { id: view.about })} <a href="/${language}/desk/cases">${t('case.about.all')}</a></p>`}
${face.mayAtAll('open-case') && html`<ul class="waits">${CASE_KINDS.map((kind) => html`<li><a href="/${language}/desk/${ROOMS[kind]}/new">${t(`case.new.${kind}`)}</a></li>`)}</ul>`}
<form method="get" action="/${language}/desk/cases" class="broad" role="search">${view.about !== '' && html`<input type="hidden" name="about" value="${view.about}">`}<p class="fields"><label>${t('case.kind')}<br><select name="kind"><option value="">${t('work.any')}</option>${CASE_KINDS.map((kind) => html`<option value="${kind}"${kind === view.kind && html` selected`}>${t(`case.kind.${kind}`)}</option>`)}</select></label> <label>${t('work.words')}<br><input name="q" value="${view.words}" maxlength="100" autocomplete="off"></label> <button type="submit" class="quiet">${t('work.seek')}</button></p></form>
${view.rows.length === 0 ? html`<p>${t('case.none')}</p>` : html`<ul class="work">${view.rows.map((one) => rowItem(desktop, one, view.today))}</ul>`}${pages(desktop, view)}`,
    true,
  )
  return frame(face, t('case.nav'), 'cases', body)
}

function pages({ face }: Desktop, { page, isFull, kind, words, about }: CaseListView): Markup | false {
  const { t, language } = face.words
  const link = (to: number, text: string): Markup =>
    html`<a href="/${language}/desk/cases?${new URLSearchParams({ kind, q: words, about, page: String(to) }).toString()}">${text}</a> `
  return (
    (page > 1 || isFull) &&
    html`<p class="pages">${page > 1 && link(page - 1, t('nav.previous'))}${isFull && link(page + 1, t('nav.next'))}</p>`
  )
}
