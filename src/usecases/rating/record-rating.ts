/** A line about a rating in; rows of it under one entry of the log out. */
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import type { PanelWord, ProposeRating, RatingLine, RecordAssessment } from '../../core/rating/lines.ts'
import { instant, record } from '../../store/append.ts'
import { sha256 } from '../../store/leaf.ts'
import { decidedBand, ratingRow } from '../../store/queries/ratings.ts'
import { type Context, happeningOf } from '../context.ts'
import { refuseUnknownEvidence } from './known-evidence.ts'

export const methodName = (method: { readonly id: string; readonly methodVersion: string }): string =>
  `${method.id}@${method.methodVersion}`

/** What a stranger compares first: rows and method, each in its one written form. */
export const hashOf = (value: unknown): string => sha256(canonical(value))

export async function recordRating(context: Context, decided: RatingLine): Promise<void> {
  const { id, by } = decided
  const at = instant(decided.at)
  const happening = happeningOf(context, decided)
  switch (decided.record) {
    case 'assessment': {
      await refuseUnknownEvidence(context, decided)
      refuseUnaskedQuestions(context, decided)
      const { country, source, asOf: as_of, method, answers } = decided
      return record(context.store, happening, (writer) =>
        writer.append('assessments', [{ id, country, source, as_of, method, answers, by, at }]),
      )
    }
    case 'index': {
      const { index: index_id, licence, from: origin, vintage, values } = decided
      const rows = values.map((one) => ({ ...one, index_id, licence, origin, vintage, by, at }))
      return record(context.store, happening, (writer) => writer.append('index_values', rows))
    }
    case 'rating':
      return record(context.store, happening, (writer) => writer.append('ratings', [ratingOf(decided, at)]))
    case 'panel':
      return record(context.store, happening, async (writer) => {
        // Behind the lock: of two who decide at once the second is held to what the first decided.
        await refuseImpossible({ ...context, store: writer.trx }, decided)
        const { kind, band, words } = decided
        await writer.append('panel_words', [{ rating: id, kind, band: band ?? null, words, by, at }])
      })
    case 'watch': {
      const { country, month, verdict, words, signal } = decided
      return record(context.store, happening, (writer) =>
        writer.append('watch_words', [{ country, month, verdict, words, signal: signal ?? null, by, at }]),
      )
    }
  }
}

const ratingOf = ({ id, country, asOf, bundle, result, by }: ProposeRating, at: string) => ({
  ...{ id, country, as_of: asOf, method: methodName(bundle.method), inputs_hash: hashOf(bundle.rows) },
  ...{ bundle, result, by, at },
})

/** Only of the method in force: an older form keeps the questions of its day. */
function refuseUnaskedQuestions({ knowledge }: Context, { method, answers }: RecordAssessment): void {
  const { method: inForce } = knowledge.codebook.rating
  if (method !== methodName(inForce)) return
  const asked = new Set(
    inForce.dimensions.flatMap((one) => one.questions.map((question) => `${one.id}.${question}`)),
  )
  const faults = answers.flatMap(({ question }): readonly Fault[] =>
    asked.has(question) ? [] : [{ code: 'rating.question', params: { question, method }, where: question }],
  )
  if (faults.length > 0) throw new Refusal(faults)
}

/** The panel may move a rating by so many bands as the method of the proposal allows. */
async function refuseImpossible({ store }: Pick<Context, 'store'>, decided: PanelWord): Promise<void> {
  const rating = await ratingRow(store, decided.id)
  if (!rating) throw refuse('record.unknown', { id: decided.id }, decided.id)
  if (decided.band === undefined) return
  const { bands, decision } = rating.bundle.method
  const place = (band: string): number => bands.findIndex((one) => one.id === band)
  if (place(decided.band) < 0) throw refuse('rating.band', { band: decided.band }, 'band')
  const standing = await decidedBand(store, rating.country, rating.as_of)
  if (standing && Math.abs(place(standing.band) - place(decided.band)) > decision.steps)
    throw refuse('rating.step', { from: standing.band, to: decided.band, n: decision.steps }, 'band')
}
