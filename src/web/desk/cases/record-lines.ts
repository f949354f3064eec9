/** What an observation or an assistance is about, and who keeps and reads it, as lines of its page. */
import type { About } from '../../../core/cases/case.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import type { Desktop } from '../desktop.ts'
import { homeOf, nameOf } from './rooms.ts'

/** Links to what may be opened; the case was asked for before its id was let in here. */
export function aboutLines(
  desktop: Desktop,
  row: CaseRecordRow,
  about: About,
  open: ReadonlySet<string>,
): Piece {
  const { t, language } = desktop.face.words
  const isOpen = (id: string | undefined): id is string => id !== undefined && open.has(id)
  return html`${row.people.map((one) => html`<p>${nameOf(desktop, row, one)}</p>`)}${
    isOpen(about.case) &&
    html`<p>${t('case.kind.proceeding')}: <a href="${homeOf(desktop, 'proceeding', about.case)}">${about.case}</a>${about.hearing && html` · ${t('case.hearing')}: <a href="${homeOf(desktop, 'proceeding', about.case)}/entries/${about.hearing}">${about.hearing}</a>`}</p>`
  }${isOpen(about.incident) && html`<p>${t('case.f.incident')}: <a href="/${language}/desk/records/${about.incident}">${about.incident}</a></p>`}`
}

export function standsLines({ face }: Desktop, row: CaseRecordRow, home: string | false): Markup {
  const { t } = face.words
  const lines: readonly Piece[] = [
    t('work.read-by', { tier: t(`tier.${row.tier}`), organisation: row.organisation }),
    t('work.coded-by', { who: row.coders.join(', ') }),
    home && html`<a href="${home}/edit">${t('case.edit')}</a>`,
  ]
  return html`<ul class="stands">${lines.filter(Boolean).map((one) => html`<li>${one}</li>`)}</ul>`
}
