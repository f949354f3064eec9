/** A country's law cards and what was decided of them in, how each stands today out, as readers may know it: by role, never by person. */

import { LANGUAGES } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { type CardStanding, standingOf } from '../../core/teach/standing.ts'
import type { Store } from '../../store/connect.ts'
import { cardHistories } from '../../store/queries/law-cards.ts'

/** By `CC-274/ru`. */
export async function cardStandings(
  store: Pick<Store, 'selectFrom'>,
  pack: Pack,
  given: { readonly days: number; readonly today: string },
): Promise<Readonly<Record<string, CardStanding>>> {
  const histories = await cardHistories(store, pack.id)
  return Object.fromEntries(
    [...pack.cards.values()].flatMap((card) =>
      LANGUAGES.flatMap((language) => {
        const history = histories.get(`${pack.id}/${card.id}/${language}`)
        return history
          ? [[`${card.id}/${language}`, standingOf(history, card.prints[language], given)] as const]
          : []
      }),
    ),
  )
}
