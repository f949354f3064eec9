/** Somebody and what they say of a rating in: a form, a proposal, a word of the panel, a word on the watchlist; recorded in their name, or refused. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import type { HouseAction } from '../../core/policy.ts'
import type { AssessedAnswer, PanelKind, RatingLine, WatchWord } from '../../core/rating/lines.ts'
import type { FormSource } from '../../core/rating/method.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { ratingRow } from '../../store/queries/ratings.ts'
import { recordRowsById } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { mayRead, permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { rateCountry } from './rate-country.ts'
import { methodName } from './record-rating.ts'
import { watchCountry } from './watch-country.ts'

/** What a form says: who writes it and when is for the program to say. */
type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never

async function write(context: Context, action: HouseAction, input: Bare<RatingLine>): Promise<void> {
  permit(context, action)
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  // A partner reads no compartment, not even their own; what they fill in or raise is for the house that rates.
  await replayDecisions(action === 'assess' ? { ...context, store: context.house } : context, [decided])
}

export async function assess(
  context: Context,
  given: {
    readonly country: string
    readonly source: FormSource
    readonly asOf: string
    readonly answers: readonly AssessedAnswer[]
  },
): Promise<string> {
  permit(context, 'assess')
  const bare = given.answers.filter((one) => one.value !== null && one.evidence.length === 0)
  const faults: Fault[] = bare.map(({ question, aspect }) => ({
    ...{ code: 'rating.evidence', params: { question, aspect }, where: `${question}.${aspect}` },
  }))
  if (given.answers.length === 0) faults.push({ code: 'rating.empty', params: {}, where: 'answers' })
  faults.push(...(await unreadable(context, given.answers)))
  if (faults.length > 0) throw new Refusal(faults)
  const id = `form-${newTail()}`
  const method = methodName(context.knowledge.codebook.rating.method)
  await write(context, 'assess', { record: 'assessment', id, method, ...given })
  return id
}

/** What somebody may not read is answered like what is not there: else the answer would tell. */
async function unreadable(context: Context, answers: readonly AssessedAnswer[]): Promise<readonly Fault[]> {
  const ids = [...new Set(answers.flatMap((one) => one.evidence))].filter((one) => !/[#:]/.test(one))
  const readable = new Set([
    ...(await recordRowsById(context.store, ids)).flatMap((row) =>
      mayRead(context, 'team', targetOf(row)) ? [row.id] : [],
    ),
    ...(await publicIncidentsById(context.house, ids)).map((one) => one.id),
  ])
  return ids.flatMap((id): readonly Fault[] =>
    readable.has(id) ? [] : [{ code: 'rating.unknown', params: { id }, where: id }],
  )
}

export async function proposeRating(
  context: Context,
  asked: { readonly country: string; readonly asOf: string },
): Promise<string> {
  permit(context, 'rate')
  const { bundle, rating: result } = await rateCountry(context, asked)
  if (result.kind === 'not-rated')
    throw refuse('rating.too-few', { needed: result.needed, there: result.there }, 'asOf')
  const id = `rating-${asked.country}-${asked.asOf}-${newTail()}`
  await write(context, 'rate', { record: 'rating', id, ...asked, bundle, result })
  return id
}

export async function speakInPanel(
  context: Context,
  id: string,
  said: { readonly kind: PanelKind; readonly band: string; readonly words: string },
): Promise<void> {
  const action = said.kind === 'decision' ? 'rule-rating' : 'rate'
  permit(context, action)
  if (!(await ratingRow(context.store, id))) throw refuse('record.unknown', { id }, id)
  if (said.words.trim() === '') throw refuse('rating.words', {}, 'words')
  const band = said.kind === 'decision' ? { band: said.band } : {}
  await write(context, action, { record: 'panel', id, kind: said.kind, words: said.words.trim(), ...band })
}

/** A decision keeps the signal that was before whoever decided; an alert needs none. */
export async function speakOfWatch(
  context: Context,
  said: Pick<WatchWord, 'country' | 'verdict' | 'words'> & { readonly asOf: string },
): Promise<void> {
  const { country, verdict, asOf } = said
  const action = verdict === 'alert' ? 'assess' : 'rule-rating'
  permit(context, action)
  if (said.words.trim() === '') throw refuse('rating.words', {}, 'words')
  const { signal } = await watchCountry(context, { country, asOf })
  const id = `watch-${country}-${newTail()}`
  await write(context, action, {
    ...{ record: 'watch', id, country, month: signal.month, verdict, words: said.words.trim() },
    ...(verdict !== 'alert' && { signal }),
  })
}
