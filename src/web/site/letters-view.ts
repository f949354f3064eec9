/** Nothing asked in, the view of the page about letters out: whether they are sent, and what they can be about. */
import { subjectPath } from '../../publish/open/subject.ts'
import type { Face, LettersView } from '../../publish/views.ts'
import { feedsView } from './feed-views.ts'
import type { SiteContext } from './views.ts'

export async function lettersView(context: SiteContext, face: Face): Promise<LettersView> {
  const { countries } = await feedsView(context, face)
  const subjects = countries.flatMap(({ pack, topics }) => [
    { path: subjectPath({ kind: 'country', country: pack.id }), pack },
    ...topics.map((topic) => ({ path: subjectPath({ kind: 'topic', country: pack.id, topic }), pack })),
  ])
  return {
    ...face,
    open: context.sendsLetters === true && subjects.length > 0,
    asksWork: context.asksWork === true,
    subjects,
    chosen: null,
    lines: [],
  }
}
