/** The replies asked for a record, the rule on who must be asked and a day in; how far the right of reply was kept out. */

import { heldOf, type Incident } from './record.ts'
import type { ReplyRule } from './standing.ts'

/** One asking, or the reason why nobody was asked, in the order they were recorded. */
export type Reply =
  | {
      readonly kind: 'asked'
      readonly on: string
      /** The role that was asked, never a name. */
      readonly of: string
      readonly how: string
      readonly until: string
      readonly answer: { readonly on: string; readonly words: string } | null
    }
  | { readonly kind: 'not-asked'; readonly why: string }

/** Of each addressee the newest; a reason for asking nobody counts only until somebody is asked. */
export function repliesStanding(replies: readonly Reply[]): readonly Reply[] {
  const asked = new Map(replies.flatMap((one) => (one.kind === 'asked' ? [[one.of, one] as const] : [])))
  const reason = replies.filter((one) => one.kind === 'not-asked').at(-1)
  return asked.size > 0 ? [...asked.values()] : reason ? [reason] : []
}

export const REPLY_STATES = [
  'asked',
  'answered',
  'silent',
  'not-asked-with-reason',
  'missing',
  'not-needed',
] as const
export type ReplyState = (typeof REPLY_STATES)[number]

/** The first rule that asks for a reply to this record; undefined: nobody is said to have done wrong. */
export const replyRule = (incident: Incident, rules: readonly ReplyRule[]): ReplyRule | undefined =>
  rules.find(
    ({ needed }) =>
      needed.fields.some((field) => heldOf(incident, field).length > 0) ||
      heldOf(incident, 'person').some((held) => needed.harmed.includes(held.value.harmed)),
  )

/**
 * asked: somebody still has time · silent: the time of somebody has passed without an answer · answered: everybody asked
 * has answered. The day named in `until` still belongs to whoever was asked.
 */
export function replyDue(
  incident: Incident,
  replies: readonly Reply[],
  today: string,
  rules: readonly ReplyRule[],
): ReplyState {
  const standing = repliesStanding(replies)
  const open = standing.filter((one) => one.kind === 'asked').filter((one) => one.answer === null)
  if (open.some((one) => one.until >= today)) return 'asked'
  if (open.length > 0) return 'silent'
  if (standing.some((one) => one.kind === 'asked')) return 'answered'
  if (replyRule(incident, rules) === undefined) return 'not-needed'
  return standing.length > 0 ? 'not-asked-with-reason' : 'missing'
}
