/** Bills in, a list of them with the last that is known of each and what would come next out. */
import { type Bill, standingOfBill } from '../../core/bill.ts'
import type { Pack } from '../../core/pack.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { labelled } from '../pages/parts.ts'
import { writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export const billList = (bills: readonly Bill[], pack: Pack, face: Face): Markup =>
  html`<dl class="vals">${bills.map((one) => item(one, pack, face))}</dl>`

function item(bill: Bill, pack: Pack, { words, tell, site }: Face): Markup {
  const { last, next } = standingOfBill(bill, pack.billPath)
  const to = href(site, words.language, { kind: 'bill', country: pack.id, id: bill.id })
  return html`<div><dt>${last?.date ? writtenIn(last.date, tell) : words.t('doubt.unknown')}</dt><dd><a href="${to}">${labelled(bill.title, words)}</a><span class="src">${last ? words.t(`bill.stage.${last.stage}`) : words.t('doubt.unknown')}${next !== null && html` · ${words.t('bill.next', { stage: words.t(`bill.stage.${next}`) })}`}</span></dd></div>
`
}
