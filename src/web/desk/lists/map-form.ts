/** A list with what its columns seem to hold in, the form that says so out: each column with some of its cells beside it. */
import { labelIn } from '../../../core/language.ts'
import { DATE_ORDERS, HELD, type MappedColumn } from '../../../core/list.ts'
import { FREEDOMS, INCIDENT_KINDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { AskedWords, ListView } from '../../../usecases/lists/read-list.ts'
import type { Desktop } from '../desktop.ts'
import { LIST_OF } from '../documents/pickers.ts'

/** Letters of a cell that is shown: enough to know a column by. */
const LETTERS = 40
/** Words nobody understands that are asked about at once. */
const ASKED = 30

type Choice = readonly (readonly [id: string, label: string])[]
const select = (name: string, options: Choice, chosen: string, label: Piece): Markup =>
  html`<label>${label}<br><select name="${name}">${options.map(([id, text]) => html`<option value="${id}"${id === chosen && html` selected`}>${text}</option>`)}</select></label>`

export function columnFields(desktop: Desktop, { document, map, samples }: ListView): Markup {
  const { t } = desktop.face.words
  const holds: Choice = HELD.map((one) => [one, t(`list.holds.${one}`)])
  const line = ({ column, name, holds: chosen }: MappedColumn, index: number): Markup => {
    const cells = samples.get(column) ?? []
    const label = html`<b lang="${document.language}">${name || t('list.column', { n: index + 1 })}</b>`
    return html`<li><div><input type="hidden" name="column" value="${column}">${select('holds', holds, chosen, label)}<p class="meta" lang="${document.language}">${cells.map((one) => (one.length > LETTERS ? `${one.slice(0, LETTERS)}…` : one)).join(' · ')}</p></div></li>
`
  }
  return html`<ol class="work columns">${map.columns.map(line)}</ol>`
}

export function wholeFields(desktop: Desktop, { map }: ListView, act: string): Markup {
  const { codebook, face } = desktop
  const { t, language } = face.words
  const term = (vocabulary: 'freedoms' | 'kinds', id: string): string => {
    const label = codebook.vocabularies[vocabulary].get(id)?.label
    return label ? labelIn(label, language).text : id
  }
  const orders: Choice = [
    ['', t('list.order.none')],
    ...DATE_ORDERS.map((one) => [one, t(`list.order.${one}`)] as const),
  ]
  const freedoms: Choice = [
    ['', t('list.none-of')],
    ...FREEDOMS.map((one) => [one, term('freedoms', one)] as const),
  ]
  const kinds: Choice = INCIDENT_KINDS.map((one) => [one, term('kinds', one)])
  return html`<p class="fields">${select('order', orders, map.order ?? '', t('list.order'))}
<label>${t('list.head')}<br><input name="head" value="${map.headRows}" inputmode="numeric" maxlength="3" size="4" autocomplete="off"></label></p>
<p class="fields"><label>${t('list.act')}<br><input name="act" value="${act}" list="pick-act" maxlength="200" autocomplete="off"></label>
${select('freedom', freedoms, map.freedom ?? '', t('list.freedom'))} ${select('kind', kinds, map.kind, t('list.kind'))}</p>
<p><label><input type="checkbox" name="keep-places" value="yes"${map.keepPlaces && html` checked`}> ${t('list.keep-places')}</label></p>`
}

/** What was said of words before stays; the most frequent that nobody understands are asked about. */
export function meaningFields(desktop: Desktop, { document, asked }: ListView): Piece {
  const { t } = desktop.face.words
  const said = asked.filter((one) => one.means !== '')
  const open = asked.filter((one) => one.means === '').slice(0, ASKED)
  const line = ({ holds, words, means, n }: AskedWords): Markup => {
    const list = LIST_OF[holds as keyof typeof LIST_OF]
    const note = [t(`list.holds.${holds}`), n > 0 && t('list.rows', { n })].filter(Boolean).join(' · ')
    return html`<li><div><input type="hidden" name="held" value="${holds}"><input type="hidden" name="word" value="${words}"><label><span lang="${document.language}">${words}</span> <span class="meta">${note}</span><br><input name="means" value="${means}"${list && html` list="${list}"`} maxlength="300" autocomplete="off"></label>${means !== '' && n > 0 && html`<p class="wrong">${t('list.fault.unknown')}</p>`}</div></li>
`
  }
  return (
    asked.length > 0 &&
    html`<fieldset><legend>${t('list.meanings')}</legend><p class="meta">${t('list.meanings.note')}</p><ol class="work">${[...said, ...open].map(line)}</ol></fieldset>`
  )
}
