/** What a lawyer says of a card, or readers understood of it, in; recorded in the name of who asks when they may, the pages made anew, out. */
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Pack } from '../../core/pack.ts'
import { addDays } from '../../core/partial-date.ts'
import type { LawCard } from '../../core/teach/law-card.ts'
import {
  type CardDecided,
  type CardId,
  cardIdFrom,
  type ReviewCard,
  type TestCard,
} from '../../core/teach/lines.ts'
import { type CardHistory, type CardStanding, standingOf } from '../../core/teach/standing.ts'
import { cardHistories } from '../../store/queries/law-cards.ts'
import { type CardReads, readsOf } from '../../teach/card/reads.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { permitCard } from './record-card.ts'

export type CardAtWork = {
  readonly of: CardId
  readonly pack: Pack
  readonly card: LawCard
  readonly history: CardHistory
  readonly standing: CardStanding
  readonly reads: CardReads
}

const NOTHING: CardHistory = { reviews: [], tests: [] }

function atWork(
  context: Context,
  pack: Pack,
  card: LawCard,
  language: CardId['language'],
  history: CardHistory,
): CardAtWork {
  const { codebook } = context.knowledge
  const given = { days: codebook.cards.days, today: today(context.clock) }
  return {
    of: { country: pack.id, card: card.id, language },
    ...{ pack, card, history },
    standing: standingOf(history, card.prints[language], given),
    reads: readsOf(card, language, codebook),
  }
}

/** Every card of every pack, in one language. */
export async function listCards(
  context: Context,
  language: CardId['language'],
): Promise<readonly CardAtWork[]> {
  permitCard(context, 'test-card')
  const found: CardAtWork[] = []
  for (const pack of context.knowledge.packs.values()) {
    if (pack.cards.size === 0) continue
    const all = await cardHistories(context.house, pack.id)
    for (const card of pack.cards.values())
      found.push(
        atWork(context, pack, card, language, all.get(`${pack.id}/${card.id}/${language}`) ?? NOTHING),
      )
  }
  return found
}

/** `id`: `kz/CC-274/ru`. */
export async function readCard(context: Context, id: string): Promise<CardAtWork> {
  permitCard(context, 'test-card')
  const of = cardIdFrom(id)
  const pack = of && context.knowledge.packs.get(of.country)
  const card = pack?.cards.get(of?.card ?? '')
  if (!of || !pack || !card) throw refuse('record.unknown', { id }, id)
  const all = await cardHistories(context.house, pack.id)
  return atWork(context, pack, card, of.language, all.get(id) ?? NOTHING)
}

type Typed<Line extends CardDecided> = Omit<Line, 'by' | 'at' | 'why'>

/** Refuses with `card.changed` when the words are not those that were on the page, and a review that would outlast its days. */
export async function saveOfCard(
  context: Context,
  input: Typed<ReviewCard> | Typed<TestCard>,
): Promise<void> {
  permitCard(context, input.record === 'card-review' ? 'review-card' : 'test-card')
  const { card, of } = await readCard(context, input.id)
  if (input.print !== card.prints[of.language]) throw refuse('card.changed', { id: input.id }, input.id)
  const { codebook } = context.knowledge
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, codebook, today(context.clock), 'form')
  if (decided.record === 'card-review' && decided.until > addDays(decided.on, codebook.cards.days))
    throw refuse('card.too-long', { days: codebook.cards.days }, input.id)
  await replayDecisions(context, [decided])
}
