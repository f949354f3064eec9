/** The rows of a mapped list in, a table of what becomes of each out: what it would propose, where it is already, what nobody understands. */
import type { Pack } from '../../../core/pack.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { ListView } from '../../../usecases/lists/read-list.ts'
import type { RowReport } from '../../../usecases/lists/rows-met.ts'
import type { Desktop } from '../desktop.ts'
import { metLines } from '../links/met-lines.ts'
import { valueText } from '../value-text.ts'
import { SHOWN, type Shown } from './typed-map.ts'

export const ROWS_A_PAGE = 100

const isShown = (row: RowReport, only: Shown): boolean =>
  row.status !== 'empty' &&
  (only === 'all' ||
    (only === 'faults'
      ? row.faults.length > 0
      : only === 'matched' || only === 'doubtful'
        ? row.likeness === only
        : row.status === only))

export const countOf = (rows: readonly RowReport[], only: Shown): number =>
  rows.filter((one) => isShown(one, only)).length

export function rowReport(
  desktop: Desktop,
  view: ListView,
  { only, page }: { only: Shown; page: number },
): Markup {
  const { t } = desktop.face.words
  const shown = view.rows.filter((one) => isShown(one, only))
  const pages = Math.max(1, Math.ceil(shown.length / ROWS_A_PAGE))
  const at = Math.min(page, pages)
  const some = shown.slice((at - 1) * ROWS_A_PAGE, at * ROWS_A_PAGE)
  const filter = html`<p class="fields" role="group" aria-label="${t('list.only')}">${SHOWN.map((one) => html`<label><input type="radio" name="only" value="${one}"${one === only && html` checked`}> ${t(`list.only.${one}`)} ${countOf(view.rows, one)}</label>`)} <button type="submit" name="do" value="look" class="quiet">${t('list.look')}</button></p>`
  const turn = (to: number, label: string): Piece =>
    to >= 1 &&
    to <= pages &&
    html`<button type="submit" name="page" value="${to}" class="quiet">${label}</button> `
  const pack = desktop.packs.get(view.document.country) ?? null
  const head = ['row', 'status', 'says', 'not-understood'] as const
  return html`${filter}<div class="scroll" role="region" tabindex="0" aria-label="${t('list.report')}"><table><thead><tr>${head.map((one) => html`<th scope="col">${t(`list.${one}`)}</th>`)}</tr></thead>
<tbody>${some.map((one) => line(desktop, view, one, pack))}</tbody></table></div>
${pages > 1 && html`<p>${turn(at - 1, t('nav.previous'))}${t('list.page', { n: at, all: pages })} ${turn(at + 1, t('nav.next'))}</p>`}`
}

function line(desktop: Desktop, { document }: ListView, one: RowReport, pack: Pack | null): Markup {
  const { told, face } = desktop
  const { t } = face.words
  // That it is an event is said of the whole list above.
  const said = one.proposals
    .filter((each) => each.field !== 'kind')
    .map((each) => valueText(each, told, pack))
  const faults = one.faults.map(
    ({ code, holds, words }) =>
      html`<p>${t(`list.fault.${code}`)} <span class="meta">${t(`list.holds.${holds}`)}</span>${words && html` <q lang="${document.language}">${words}</q>`}</p>`,
  )
  return html`<tr${one.faults.length > 0 && html` class="differs"`}><th scope="row">${one.row.number}${one.id !== null && html`<br><span class="meta">${one.id}</span>`}</th><td>${status(desktop, one)}</td><td lang="${face.words.language}">${said.map((each, index) => html`${index > 0 && ' · '}${each}`)}</td><td>${faults}</td></tr>
`
}

function status(desktop: Desktop, { status: one, earlier, perhaps, met, likeness }: RowReport): Piece {
  const { t, language } = desktop.face.words
  const lines = metLines(desktop, met)
  const like =
    perhaps.length > 0 &&
    html`<br>${t('list.perhaps')}${perhaps.map(({ id, why }) => html` <a href="/${language}/desk/records/${id}">${id}</a> <span class="meta">${why.map((each) => t(`field.${each}`)).join(', ')}</span>`)}`
  if (!earlier)
    return html`${t(`list.status.${one}`)}${likeness !== 'none' && html`, ${t(`list.likeness.${likeness}`)}`}${like}${lines.length > 0 && html`<ul>${lines}</ul>`}`
  const home = `/${language}/desk/documents/${earlier.document}`
  const where = earlier.passage === null ? home : `${home}/${earlier.passage}`
  const differs = earlier.differs.map((kind) => t(`list.holds.${kind.split(' ')[0]}`))
  return html`${t(`list.status.${one}`)}<br><a href="${where}">${t(`list.earlier.${earlier.state}`)}</a>${earlier.records.map((id) => html` <a href="/${language}/desk/records/${id}">${id}</a>`)}${differs.length > 0 && html`<br><span class="meta">${t('list.differs', { kinds: [...new Set(differs)].join(', ') })}</span>`}`
}
