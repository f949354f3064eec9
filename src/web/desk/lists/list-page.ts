/** A list under mapping in, its page out: the columns, what holds for all rows, words to explain, and what becomes of each row. */
import { labelIn } from '../../../core/language.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { ListView } from '../../../usecases/lists/read-list.ts'
import { isProposed, isUnlike } from '../../../usecases/lists/rows-met.ts'
import { row, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { pickers } from '../documents/pickers.ts'
import { frame, tokenField } from '../frame.ts'
import { columnFields, meaningFields, wholeFields } from './map-form.ts'
import { countOf, rowReport } from './row-report.ts'
import type { Shown } from './typed-map.ts'

export type ListPage = {
  readonly act: string | null
  readonly only: Shown
  readonly page: number
  readonly lines: readonly string[]
}

export function listPage(desktop: Desktop, view: ListView, { act, only, page, lines }: ListPage): string {
  const { face, packs, codebook } = desktop
  const { t, language } = face.words
  const { document, tables, table, map, isRemembered, rows } = view
  const home = `/${language}/desk/documents/${document.id}`
  const pack = packs.get(document.country)
  const lists = pack ? pickers(desktop, { pack, people: [] }) : []
  const ofAct = map.act === null ? undefined : codebook.acts.get(map.act)?.label
  const toPropose = rows.filter(isProposed)
  const unlike = rows.filter(isUnlike).length
  const sheets: Piece =
    tables.length > 1 &&
    html`<nav aria-label="${t('list.sheets')}"><ul class="links">${tables.map((one, index) => html`<li><a href="${home}/list?sheet=${index}"${index === map.sheet && html` aria-current="page"`}>${one.sheet ?? t('list.sheet', { n: index + 1 })}</a></li>`)}</ul></nav>`
  const counts = (['new', 'matched', 'doubtful', 'same', 'changed', 'faults'] as const).map(
    (one) => html`<li>${t(`list.count.${one}`, { n: countOf(rows, one) })}</li>`,
  )
  const first = html`<h1><a href="${home}" lang="${document.language}">${document.title}</a></h1>${sheets}
${table.kind === 'log' && html`<p>${t('list.log')}</p>`}${isRemembered && html`<p class="shown" role="status">${t('list.remembered')}</p>`}${wrong(lines)}`
  const body = html`<form id="list" class="list" method="post" action="${home}/list">${tokenField(face)}<input type="hidden" name="sheet" value="${map.sheet}">
${row(t('list.title'), t('list.title.note'), html`${first}${columnFields(desktop, view)}`, true)}
${row(t('list.whole'), t('list.whole.note'), html`${wholeFields(desktop, view, act ?? (ofAct ? labelIn(ofAct, language).text : ''))}${meaningFields(desktop, view)}<p><button type="submit" name="do" value="look">${t('list.look')}</button></p>`)}
${row(t('list.report'), t('list.report.note'), html`<ul>${counts}</ul>${toPropose.length > 0 && html`<p><button type="submit" name="do" value="propose">${t('list.propose', { n: toPropose.length })}</button>${unlike > 0 && unlike < toPropose.length && html` <button type="submit" name="do" value="propose-unlike">${t('list.propose-unlike', { n: unlike })}</button>`}</p>`}${rowReport(desktop, view, { only, page })}`)}</form>${lists}`
  return frame(face, t('list.title'), `documents/${document.id}/list`, body)
}
