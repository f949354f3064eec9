/** The bills of a country in, their list out. */
import { type Bill, standingOfBill } from '../../core/bill.ts'
import { labelIn } from '../../core/language.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { writtenIn } from '../telling/when.ts'
import type { BillsView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

function item(bill: Bill, view: BillsView): Markup {
  const { words, tell, pack, site } = view
  const { last, next } = standingOfBill(bill, pack.billPath)
  const to = href(site, words.language, { kind: 'bill', country: pack.id, id: bill.id })
  return html`<div><dt>${last?.date ? writtenIn(last.date, tell) : words.t('doubt.unknown')}</dt><dd><a href="${to}">${labelled(bill.title, words)}</a><span class="src">${last ? words.t(`bill.stage.${last.stage}`) : words.t('doubt.unknown')}${next !== null && html` · ${words.t('bill.next', { stage: words.t(`bill.stage.${next}`) })}`}</span></dd></div>
`
}

/** `/{lang}/kz/bills` */
export function billsPage(view: BillsView): string {
  const { words, pack, bills } = view
  const name = labelIn(pack.name, words.language).text
  const page: Page = { kind: 'bills', country: pack.id }
  return layout({
    face: view,
    page,
    title: `${words.t('bills.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('bills.title'), page: null },
    ],
    body: html`${opening(words.t('bills.title'), name, words.t('bills.heading', { n: bills.length }), html`<p class="sub">${words.t('bills.note')}</p>`)}${
      bills.length > 0 &&
      row(
        'b',
        words.t('bills.title'),
        '',
        words.t('bills.list'),
        html`<dl class="vals">${bills.map((one) => item(one, view))}</dl>`,
      )
    }`,
  })
}

/** The same as data. */
export const billsJson = (view: BillsView): unknown => ({
  country: view.pack.id,
  path: view.pack.billPath,
  bills: view.bills,
})
