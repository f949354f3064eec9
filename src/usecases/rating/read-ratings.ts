/** Somebody and a country, or a rating, in; what they may read of it out: forms, indices, ratings as decided, one rating computed again. */
import { refuse } from '../../core/faults.ts'
import type { Rating } from '../../core/rating/result.ts'
import type { RatingBundle } from '../../core/rating/rows.ts'
import { type FormsAgreement, formsAgreement } from '../../measure/rate/agreement.ts'
import {
  assessmentsOf,
  indexValuesOf,
  panelWordsOf,
  ratingRow,
  ratingsOf,
} from '../../store/queries/ratings.ts'
import type { AssessmentRow, IndexValueRow, PanelWordRow, RatingRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayDo, permit } from '../permit.ts'
import { computed, isReproduced } from './rate-country.ts'

/** A rating with what the panel said of it; `decided`: the last band it was given. */
export type RatingSeen = {
  readonly rating: RatingRow
  readonly words: readonly PanelWordRow[]
  readonly decided: PanelWordRow | null
}
export type RatingRoom = {
  /** Newest first; null for who only fills in forms. */
  readonly ratings: readonly RatingSeen[] | null
  /** One's own, newest last. */
  readonly own: readonly AssessmentRow[]
  /** Of all that may be read: how many from whom. Answers of others stay unread until they are part of a rating. */
  readonly forms: readonly Pick<AssessmentRow, 'source' | 'as_of' | 'by'>[]
  readonly indices: readonly IndexValueRow[]
}

export async function readRatingRoom(context: Context, country: string): Promise<RatingRoom> {
  permit(context, 'assess')
  const handle = context.actor?.handle ?? 'operator'
  const all = await assessmentsOf(context.store, { country })
  const own = all.filter((one) => one.by === handle)
  if (!mayDo(context, 'rate', null)) return { ratings: null, own, forms: [], indices: [] }
  const indices = await indexValuesOf(context.store, country)
  return { ratings: await seenRatings(context, country), own, forms: all, indices }
}

async function seenRatings(context: Context, country: string): Promise<readonly RatingSeen[]> {
  const ratings = await ratingsOf(context.store, country)
  const words = await panelWordsOf(
    context.store,
    ratings.map((one) => one.id),
  )
  return ratings.map((rating) =>
    seen(
      rating,
      words.filter((one) => one.rating === rating.id),
    ),
  )
}

const seen = (rating: RatingRow, words: readonly PanelWordRow[]): RatingSeen => ({
  rating,
  words,
  decided: words.findLast((one) => one.kind === 'decision') ?? null,
})

export type RatingRead = RatingSeen & {
  readonly isReproduced: boolean
  /** Of those who filled in its forms; null: there was one form or none. */
  readonly agreement: FormsAgreement | null
}

export async function readRating(context: Context, id: string): Promise<RatingRead> {
  permit(context, 'rate')
  const rating = await ratingRow(context.store, id)
  if (!rating) throw refuse('record.unknown', { id }, id)
  const words = await panelWordsOf(context.store, [id])
  const { bundle, result } = rating
  return {
    ...seen(rating, words),
    isReproduced: isReproduced(bundle, result),
    agreement: formsAgreement(bundle.rows, bundle.method),
  }
}

/** One answer of a rating put in another's place; nothing is stored. Null where the rating has no such answer. */
export function whatIf(
  { method, rows, format }: RatingBundle,
  asked: { readonly answer: string; readonly to: number },
): Rating | null {
  const [source, coder, question, aspect] = asked.answer.split(' ')
  let isFound = false
  const forms = rows.forms.map((form) => ({
    ...form,
    answers: form.answers.map((one) => {
      const isIt =
        form.source === source &&
        String(form.coder) === coder &&
        one.question === question &&
        one.aspect === aspect
      isFound ||= isIt
      return isIt ? { ...one, value: asked.to } : one
    }),
  }))
  return isFound ? computed({ format, method, rows: { ...rows, forms } }).rating : null
}
