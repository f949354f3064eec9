/** A period's incidents in, an Atom feed of the newest decided out. */
import { labelIn } from '../core/language.ts'
import type { IncidentBody, PublicIncident } from '../core/public-record.ts'
import { feedHref, href } from './links.ts'
import { sentenceOf } from './telling/sentence.ts'
import { titleOf } from './telling/title.ts'
import { periodIn } from './telling/when.ts'
import type { FeedView } from './views.ts'

const ENTRIES = 50
/** RFC 4151: a date on which the name was ours, so that an id never changes with the address of a mirror. */
const TAG = 'tag:aigaq.org,2026'

/** Characters that XML forbids are dropped, the five that it reads are escaped. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The newest decision; the epoch where none is recorded, so that the feed needs no clock. */
export const updatedOf = (incident: IncidentBody): string =>
  incident.decided
    .map((one) => one.at)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00Z'

function entry(incident: PublicIncident, view: FeedView): string {
  const { site, words, codebook, tell } = view
  return `<entry>
<id>${TAG}:i/${xml(incident.id)}</id>
<title>${xml(titleOf(incident, codebook, tell))}</title>
<updated>${xml(updatedOf(incident))}</updated>
<link href="${xml(href(site, words.language, { kind: 'incident', id: incident.id }))}"/>
<summary>${xml(sentenceOf(incident, codebook, tell))}</summary>
</entry>`
}

/** `/{lang}/kz/2020-q1.atom` */
export function atomFeed(view: FeedView): string {
  const { site, words, pack, period } = view
  const newest = [...view.incidents]
    .sort((a, b) => updatedOf(b).localeCompare(updatedOf(a)) || a.id.localeCompare(b.id))
    .slice(0, ENTRIES)
  const title = `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">
<id>${TAG}:${words.language}/${xml(pack.id)}/${period.id}</id>
<title>${xml(title)} · Aigaq</title>
<updated>${newest[0] ? xml(updatedOf(newest[0])) : '1970-01-01T00:00:00Z'}</updated>
<author><name>Aigaq</name></author>
<link rel="self" type="application/atom+xml" href="${xml(feedHref(site, words.language, pack.id, period.id))}"/>
<link href="${xml(href(site, words.language, { kind: 'period', country: pack.id, period: period.id }))}"/>
${newest.map((one) => entry(one, view)).join('\n')}
</feed>
`
}
