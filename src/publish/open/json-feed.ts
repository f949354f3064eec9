/** A feed in, JSON Feed 1.1 out. */
import type { Language } from '../../core/language.ts'
import type { Feed } from './feed.ts'

export const jsonFeedOf = (feed: Feed, language: Language): unknown => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.page,
  feed_url: feed.self,
  language,
  authors: [{ name: 'Aigaq' }],
  items: feed.entries.map(({ id, url, title, summary, updated }) => ({
    id,
    url,
    title,
    content_text: summary,
    date_modified: updated,
  })),
})
