/** The bills of a country in, their list out. */
import { labelIn } from '../../core/language.ts'
import type { Page } from '../links.ts'
import { html } from '../markup.ts'
import { billList } from '../sections/bill-list.ts'
import type { BillsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

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
    body: html`${opening(words.t('bills.title'), name, bills.length === 0 ? words.t('bills.none') : words.t('bills.heading', { n: bills.length }), html`<p class="sub">${words.t('bills.note')}</p>`)}${
      bills.length > 0 &&
      row('b', words.t('bills.title'), '', words.t('bills.list'), billList(bills, pack, view))
    }`,
  })
}

/** The same as data. */
export const billsJson = (view: BillsView): unknown => ({
  country: view.pack.id,
  path: view.pack.billPath,
  bills: view.bills,
})
