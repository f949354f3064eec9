/** Terms in; questions between colleagues that say them, of those that whoever asks may know of, out. */
import { answersAll, excerpt } from '../../core/search.ts'
import { questionsSeen } from '../colleagues/matters.ts'
import type { Context } from '../context.ts'
import type { Given, Hit } from './search.ts'

/** The newest so many are looked through. */
const MOST = 500

export async function questionsFound(
  context: Context,
  { terms, limit, offset }: Given,
): Promise<readonly Hit[]> {
  const questions = await questionsSeen(context, { limit: MOST })
  const said = questions.flatMap((one): readonly Hit[] => {
    const text = [one.words, ...one.said.map((each) => each.words ?? '')].join(' — ')
    if (!answersAll(text, terms)) return []
    return [
      {
        ...{
          kind: 'question',
          id: one.id,
          page: `questions/${one.id}`,
          language: null,
          why: [],
          record: null,
        },
        words: excerpt(text, terms),
      },
    ]
  })
  return said.slice(offset, offset + limit)
}
