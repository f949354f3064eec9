/** What about a passage needs a person in, the words for it out; and the part of an address that keeps an order. */
import type { FoundDoubt, Order } from '../../../core/review-rules.ts'
import type { Desktop } from '../desktop.ts'

export const doubtsIn = ({ face }: Desktop, doubts: readonly FoundDoubt[]): string => {
  const { t } = face.words
  return doubts
    .map(({ doubt, n, field }) =>
      t(`home.doubt.${doubt}`, { n, field: field === null ? '' : t(`field.${field}`) }),
    )
    .join(' · ')
}

/** The gravest doubt first is how passages wait when nobody says otherwise. */
export const inOrder = (order: Order, sign: '?' | '&' = '?'): string =>
  order === 'text' ? `${sign}order=text` : ''
