/** Passages of one reading in, why each open one needs a person out; of passages that nobody cut it is worked out once. */
import type { Codebook } from '../../core/codebook.ts'
import type { FoundDoubt } from '../../core/review-rules.ts'
import { doubtsOf } from '../../review/doubts.ts'
import { keptFor } from '../../review/kept-for.ts'
import { proposalsOf } from '../../store/queries/claims.ts'
import type { DeskText } from '../../store/queries/desk.ts'
import type { Context } from '../context.ts'
import { claimsOf, claimsOfPassages, type StandingPassage } from './read-review.ts'

type OfDrafts = readonly (readonly FoundDoubt[])[]

/**
 * A list of 5,000 rows has 35,000 claims, and each page of one passage asked all of them only to say which passage is next.
 * A reading and the rules of the queue do not change; when something of the text is forgotten its nonce does. No word of
 * the text is kept here: numbers and ids of rules alone.
 */
const keptOf = keptFor((_: Codebook) => new Map<string, OfDrafts>())
/** Readings of which it is kept. */
const MOST_KEPT = 20

export async function doubtsOfPassages(
  context: Context,
  document: DeskText,
  passages: readonly StandingPassage[],
): Promise<ReadonlyMap<string, readonly FoundDoubt[]>> {
  const { codebook, packs, names } = context.knowledge
  const data = { pack: packs.get(document.country) ?? null, names }
  const whole = await ofDrafts(context, document)
  const open = passages.filter((one) => one.state === 'open')
  const cut = open.filter((one) => !isWhole(one))
  const claims = await claimsOfPassages(context, document, cut)
  return new Map(
    open.map((one) => [
      one.key,
      isWhole(one)
        ? (whole[Number(one.key)] ?? [])
        : doubtsOf(claims.get(one.key) ?? [], codebook.review.queue, data),
    ]),
  )
}

/** A draft as the rules made it: neither half of one, nor two, nor words that somebody marked. */
const isWhole = ({ key }: StandingPassage): boolean => /^\d+$/.test(key)

async function ofDrafts(context: Context, document: DeskText): Promise<OfDrafts> {
  const { codebook, packs, names } = context.knowledge
  const kept = keptOf(codebook)
  const name = `${document.reading} ${document.nonce}`
  const known = kept.get(name)
  if (known) return known
  const data = { pack: packs.get(document.country) ?? null, names }
  const proposed = await proposalsOf(context.store, document.id)
  const made = proposed.map(({ claims, span }, index) =>
    doubtsOf(
      claimsOf(() => claims, { drafts: [index], span }),
      codebook.review.queue,
      data,
    ),
  )
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT + 1))) kept.delete(oldest)
  kept.set(name, made)
  return made
}
