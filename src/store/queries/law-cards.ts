/** A country in, what was decided of its law cards out: reviews and tests by card and language, each in the order of the log. */
import { cardIdOf } from '../../core/teach/lines.ts'
import type { CardHistory } from '../../core/teach/standing.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function cardHistories(
  store: Reader,
  country: string,
): Promise<ReadonlyMap<string, CardHistory>> {
  const [reviews, tests] = await Promise.all([
    store.selectFrom('card_reviews').selectAll().where('country', '=', country).orderBy('event').execute(),
    store.selectFrom('reader_tests').selectAll().where('country', '=', country).orderBy('event').execute(),
  ])
  const histories = new Map<string, CardHistory>()
  const of = (id: string): CardHistory => histories.get(id) ?? { reviews: [], tests: [] }
  for (const one of reviews) {
    const { print, verdict, role, reviewed_on: on, until, by } = one
    const own = of(cardIdOf(one))
    histories.set(cardIdOf(one), {
      ...own,
      reviews: [...own.reviews, { print, verdict, role, on, until, by }],
    })
  }
  for (const one of tests) {
    const { print, tested_on: on, readers, answered: right, by } = one
    const own = of(cardIdOf(one))
    histories.set(cardIdOf(one), { ...own, tests: [...own.tests, { print, on, readers, right, by }] })
  }
  return histories
}
