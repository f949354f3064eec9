/** A law in the making in, where it stands and what would come next out, in words. */
import { type Bill, type BillStep, standingOfBill } from '../../core/bill.ts'
import type { Pack } from '../../core/pack.ts'
import { writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export const whenOf = ({ date }: Pick<BillStep, 'date'>, { words, tell }: Face): string =>
  date === null ? words.t('doubt.unknown') : writtenIn(date, tell)

export function billStanding(
  bill: Bill,
  pack: Pack,
  face: Face,
): { readonly now: string; readonly ahead: string } {
  const { words } = face
  const { last, next } = standingOfBill(bill, pack.billPath)
  return {
    now:
      last === null
        ? words.t('doubt.unknown')
        : `${words.t(`bill.stage.${last.stage}`)}, ${whenOf(last, face)}`,
    ahead:
      next === null
        ? words.t('bill.next.none')
        : words.t('bill.next', { stage: words.t(`bill.stage.${next}`) }),
  }
}
