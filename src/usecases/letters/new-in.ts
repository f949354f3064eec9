/** What is followed and a Monday in, the public records that were decided in the seven days before out, newest first. */
import { addDays } from '../../core/partial-date.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { matching } from '../../publish/filter.ts'
import { newestFirst, updatedOf } from '../../publish/open/feed.ts'
import { publicIncidents } from '../../store/queries/public.ts'
import type { Post } from './post.ts'

/** Read when the letter leaves: what was taken off since then is in no letter. */
export async function newIn(
  post: Pick<Post, 'store' | 'knowledge'>,
  subject: string,
  monday: string,
): Promise<readonly PublicIncident[]> {
  const [country = '', , topic] = subject.split('/')
  const pack = post.knowledge.packs.get(country)
  if (!pack) return []
  const all = matching(
    await publicIncidents(post.store, country),
    topic === undefined ? {} : { freedom: topic },
    pack,
  )
  const from = addDays(monday, -7)
  return newestFirst(
    all.filter((one) => updatedOf(one).slice(0, 10) >= from && updatedOf(one).slice(0, 10) < monday),
  )
}
