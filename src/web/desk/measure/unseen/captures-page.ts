/** A question and what the records answer in, the page before an estimate out: who was seen by how many, the table to take away, the button. */
import { historyText, seenIn } from '../../../../core/estimate/capture.ts'
import { labelIn } from '../../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import {
  type AskedCaptures,
  CAPTURE_UNITS,
  type ReadCaptures,
} from '../../../../usecases/measure/read-captures.ts'
import { row as section, wrong } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame, tokenField } from '../../frame.ts'
import { measureNav } from '../rooms.ts'
import { addressOf, type Typed } from './asked.ts'

export type CapturesView = {
  readonly typed: Typed
  /** Null: the question cannot be asked so; `lines` say why. */
  readonly asked: AskedCaptures | null
  readonly read: ReadCaptures | null
  readonly lines: readonly string[]
}

export function capturesPage(desktop: Desktop, view: CapturesView): string {
  const { t } = desktop.face.words
  const body = [
    section(
      t('unseen.title'),
      t('unseen.note'),
      html`<h1>${headline(desktop, view)}</h1>${measureNav(desktop, 'unseen')}${wrong(view.lines)}${form(desktop, view.typed)}`,
      true,
    ),
    view.asked && view.read?.captures && tableSection(desktop, view.asked, view.read),
    view.read && section(t('unseen.left-out'), t('unseen.left-out.note'), leftOut(desktop, view.read)),
  ]
  return frame(desktop.face, t('unseen.title'), 'measure/unseen', body)
}

function headline({ face }: Desktop, { asked, read }: CapturesView): string {
  const { t } = face.words
  if (asked === null || read === null) return t('unseen.title')
  if (read.captures === null) return t('unseen.nothing')
  const { lists, tables } = read.captures
  return t(`unseen.seen.${asked.unit}`, { n: seenIn(tables[0]), lists: lists.length })
}

function form({ face, packs }: Desktop, typed: Typed): Markup {
  const { t, language } = face.words
  const option = (value: string, label: string, chosen: string): Markup =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  const day = (name: 'from' | 'to'): Markup =>
    html`<label>${t(`unseen.${name}`)}<br><input name="${name}" value="${typed[name]}" maxlength="10" autocomplete="off" required></label> `
  return html`<form method="get" action="/${language}/desk/measure/unseen" class="broad"><p class="fields"><label>${t('unseen.unit')}<br><select name="unit">${CAPTURE_UNITS.map((unit) => option(unit, t(`unseen.unit.${unit}`), typed.unit))}</select></label> <label>${t('unseen.country')}<br><select name="country">${[...packs.values()].map((pack) => option(pack.id, labelIn(pack.name, language).text, typed.country))}</select></label> ${day('from')}${day('to')}</p><p><label><input type="checkbox" name="unverified" value="yes"${typed.unverified !== '' && html` checked`}> ${t('unseen.unverified')}</label></p><p><button type="submit" class="quiet">${t('unseen.look')}</button></p></form>`
}

function tableSection(desktop: Desktop, asked: AskedCaptures, { captures }: ReadCaptures): Piece {
  const { t, language } = desktop.face.words
  if (captures === null) return false
  const [table] = captures.tables
  const home = `/${language}/desk/measure/unseen`
  const rows = table.counts.flatMap((n, history) =>
    n === 0 || history === 0
      ? []
      : [
          html`<tr>${[...historyText(history, table.lists.length)].map((one) => html`<td>${one === '1' ? t('unseen.on') : '·'}</td>`)}<td class="n">${n}</td></tr>`,
        ],
  )
  const hidden = Object.entries({ ...asked, unverified: asked.unverified ? 'yes' : '' }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const body = html`<ul class="work">${captures.lists.map(
    ({ n, collectors }, at) =>
      html`<li><div><b>${table.lists[at] ?? ''}</b>${collectors.length > 1 && html` <span class="meta">${collectors.join(', ')}</span>`}</div><span>${n}</span></li>`,
  )}</ul>
<details><summary>${t('unseen.histories')}</summary><div class="scroll" role="region" tabindex="0" aria-label="${t('unseen.histories')}"><table><thead><tr>${table.lists.map((one) => html`<th scope="col">${one}</th>`)}<th scope="col" class="n">${t('unseen.how-many')}</th></tr></thead><tbody>${rows}</tbody></table></div></details>
<p><a href="${home}.csv?${addressOf(asked)}">${t('unseen.csv')}</a>${captures.tables.length > 1 && html` <span class="meta">${t('unseen.draws', { n: captures.tables.length })}</span>`}</p>
${
  captures.lists.length < 2
    ? html`<p role="status">${t('unseen.one-list')}</p>`
    : html`<form method="post" action="${home}">${tokenField(desktop.face)}${hidden}<p><button type="submit">${t('unseen.estimate')}</button></p></form>`
}`
  return section(t('unseen.lists'), t('unseen.lists.note'), body)
}

function leftOut(
  { face }: Desktop,
  { captures, records, nobodyBehind, unverified, doubts }: ReadCaptures,
): Markup {
  const { t } = face.words
  const lines = [
    t('unseen.records', { n: records }),
    ...(unverified > 0 ? [t('unseen.unverified.n', { n: unverified })] : []),
    ...(nobodyBehind > 0 ? [t('unseen.nobody-behind', { n: nobodyBehind })] : []),
    ...(captures && captures.small.length > 0
      ? [t('unseen.small', { names: captures.small.join(', ') })]
      : []),
    t(doubts > 0 ? 'unseen.doubts' : 'unseen.no-doubts', { n: doubts }),
  ]
  return html`<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>`
}
