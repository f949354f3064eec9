/** A feed in, Atom out (RFC 4287); the feed of a period among them. */
import { inXml } from '../core/in-xml.ts'
import { type Language, labelIn } from '../core/language.ts'
import { type Feed, type FeedEntry, feedOf } from './open/feed.ts'
import { periodIn } from './telling/when.ts'
import type { FeedView } from './views.ts'

export { updatedOf } from './open/feed.ts'

/** The signs that XML reads as its own are escaped. */
const xml = (text: string): string =>
  inXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const entry = ({ id, title, updated, url, summary }: FeedEntry): string => `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${xml(updated)}</updated>
<link href="${xml(url)}"/>
<summary>${xml(summary)}</summary>
</entry>`

export const atomOf = (feed: Feed, language: Language): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<updated>${xml(feed.updated)}</updated>
<author><name>Aigaq</name></author>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link href="${xml(feed.page)}"/>
${feed.entries.map(entry).join('\n')}
</feed>
`

/** `/{lang}/kz/2020-q1.atom` */
export function atomFeed(view: FeedView): string {
  const { words, pack, period } = view
  const page = { kind: 'period', country: pack.id, period: period.id } as const
  const title = `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`
  const id = `${words.language}/${pack.id}/${period.id}`
  return atomOf(feedOf(view, { id, title, page, about: page, form: 'atom' }, view.incidents), words.language)
}
