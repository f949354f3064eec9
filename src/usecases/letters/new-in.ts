/** What is followed and a Monday in, the public records that were decided and the texts that came out in the seven days before out, newest first. */
import { addDays } from '../../core/partial-date.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { matching } from '../../publish/filter.ts'
import { newestFirst, updatedOf } from '../../publish/open/feed.ts'
import type { PublicationBody, PublicPublication } from '../../publish/writing/publication-body.ts'
import { dayOf, textsAbout } from '../../publish/writing/texts-on.ts'
import { publicIncidents } from '../../store/queries/public.ts'
import { publicPublications } from '../../store/queries/public-publications.ts'
import type { Post } from './post.ts'

export type NewIn = {
  readonly incidents: readonly PublicIncident[]
  /** In every language that they are in. */
  readonly texts: readonly PublicPublication[]
}
const NOTHING: NewIn = { incidents: [], texts: [] }

/** Read when the letter leaves: what was taken off since then is in no letter. */
export async function newIn(
  post: Pick<Post, 'store' | 'knowledge'>,
  subject: string,
  monday: string,
): Promise<NewIn> {
  const [country = '', , topic] = subject.split('/')
  const pack = post.knowledge.packs.get(country)
  if (!pack) return NOTHING
  const all = matching(
    await publicIncidents(post.store, country),
    topic === undefined ? {} : { freedom: topic },
    pack,
  )
  const from = addDays(monday, -7)
  const isNew = (day: string): boolean => day >= from && day < monday
  const texts = (await publicPublications<PublicationBody>(post.store, country)).filter((one) =>
    isNew(dayOf(one)),
  )
  return {
    incidents: newestFirst(all.filter((one) => isNew(updatedOf(one).slice(0, 10)))),
    texts: topic === undefined ? texts : textsAbout(texts, new Set(all.map((one) => one.id))),
  }
}
