/** The replies asked for a record in, what a reader may see of them out: when, how and whom by role, and the answer where it names nobody. */
import type { PublicReply } from '../public-record.ts'
import { type Reply, repliesStanding } from '../reply.ts'
import type { MayRead } from './public-values.ts'

/** Why nobody was asked stays inside, as every reason does. */
export const publicReplies = (replies: readonly Reply[], mayRead: MayRead): readonly PublicReply[] =>
  repliesStanding(replies).map((one): PublicReply => {
    if (one.kind === 'not-asked') return { kind: 'not-asked' }
    const readable = (text: string): string | null => (mayRead(text) ? text : null)
    const { on, until, answer } = one
    const shown = answer && { on: answer.on, text: readable(answer.words) }
    return { kind: 'asked', on, of: readable(one.of), how: readable(one.how), until, answer: shown }
  })
