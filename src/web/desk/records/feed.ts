/** The records somebody may read as an Atom feed (RFC 4287), for a reader that keeps them in view. */
import { nameUuid } from '../../../core/name-uuid.ts'
import type { Incident } from '../../../core/record.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { idOf, type ReadRecord } from '../../../usecases/read-records.ts'
import type { Desktop } from '../desktop.ts'
import { titleOf } from './title.ts'

export function recordsFeed(desktop: Desktop, records: readonly ReadRecord[]): string {
  const { t, language } = desktop.face.words
  const at = (one: ReadRecord): string => {
    const rulings = one.kind === 'team' ? (one.row.body as unknown as Incident).rulings : one.incident.decided
    return (
      rulings
        .map((ruling) => ruling.at)
        .sort()
        .at(-1) ?? '1970-01-01T00:00:00.000Z'
    )
  }
  const entry = (one: ReadRecord): Markup =>
    html`<entry><id>${nameUuid(`desk/${idOf(one)}`)}</id><title>${titleOf(desktop, one)}</title><updated>${at(one)}</updated><link href="/${language}/desk/records/${idOf(one)}"/></entry>
`
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${nameUuid('desk/records')}</id><title>${t('work.records')}</title><updated>${records.map(at).sort().at(-1) ?? '1970-01-01T00:00:00.000Z'}</updated>
${records.map(entry)}</feed>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}`
}
