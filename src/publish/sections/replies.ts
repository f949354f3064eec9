/** The replies asked for a record in, sentences out: when, whom by role, how, and the answer or that none is recorded. */
import type { PublicReply } from '../../core/public-record.ts'
import { html, type Markup } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

/** Said without today’s date, so that a copy of the page stays true. */
export const replies = (all: readonly PublicReply[], face: Face): readonly Markup[] =>
  all.map((one) => replyIn(one, face))

function replyIn(reply: PublicReply, { words }: Face): Markup {
  if (reply.kind === 'not-asked') return html`<p>${words.t('reply.not-asked')}</p>`
  const day = (iso: string): string => dayIn(iso, words.language)
  const { of, how, answer } = reply
  const asked = words.t('reply.asked', { on: day(reply.on), until: day(reply.until) })
  const more = [of !== null && words.t('reply.of', { of }), how !== null && words.t('reply.how', { how })]
  return html`<p>${[asked, ...more].filter((one) => one !== false).join(' ')}</p>${answerIn(answer, day, words)}`
}

function answerIn(
  answer: Extract<PublicReply, { kind: 'asked' }>['answer'],
  day: (iso: string) => string,
  words: Face['words'],
): Markup {
  if (answer === null) return html`<p>${words.t('reply.none')}</p>`
  const on = day(answer.on)
  return answer.text === null
    ? html`<p>${words.t('reply.answer-held', { on })}</p>`
    : html`<p>${words.t('reply.answered', { on })}</p><blockquote><p>${answer.text}</p></blockquote>`
}
