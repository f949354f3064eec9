/** A manuscript and what it rests on in, how to cite it out: whoever saw and counted first, then this publication. */
import type { Words } from '../../core/words.ts'
import type { CslItem } from '../open/cite/csl.ts'
import { dayIn } from '../telling/when.ts'
import type { Cited } from './cite.ts'
import type { Manuscript } from './manuscript.ts'

const SITE = 'Aigaq'
/** More than these are told by the first of them. */
const NAMED = 3

/** Monitors by how many of the sources are theirs, those met first before others of as many; a source without one counts for its publisher. */
export function monitorsOf(sources: readonly Cited[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { collector, publisher } of sources) {
    const who = collector ?? publisher
    if (who !== null) counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([who]) => who)
}

/** `version`: null before the first; `day`: ISO, of the version that is cited. */
export type Edition = {
  readonly version: number | null
  readonly day: string | null
  readonly url: string | null
}

export function citeThis(
  { kind, subject, title }: Pick<Manuscript, 'kind' | 'subject' | 'title'>,
  sources: readonly Cited[],
  { version, day, url }: Edition,
  words: Words,
): string {
  const monitors = monitorsOf(sources)
  const shown = monitors.slice(0, NAMED).join(', ')
  return [
    monitors.length > NAMED ? words.t('manuscript.cite.and-others', { who: shown }) : shown || SITE,
    words.t('manuscript.cite.title', { title }),
    `${kind}: ${subject}`,
    shown === '' ? null : SITE,
    version === null ? null : words.t('manuscript.cite.edition', { version }),
    day === null ? null : dayIn(day, words.language),
    url,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

const partsOf = (day: string): readonly number[] => day.split('-').map(Number)
const dated = (day: string | null | undefined) =>
  day !== null && day !== undefined && /^\d{4}(-\d\d){0,2}$/.test(day)
    ? { 'date-parts': [partsOf(day)] }
    : null

/** The publication itself, for reference managers: its monitors are its authors, those met most first; this site is where it stands. */
export function cslOfPublication(
  id: string,
  { kind, subject, title }: Pick<Manuscript, 'kind' | 'subject' | 'title'>,
  sources: readonly Cited[],
  { version, day, url }: Edition,
  language: string,
): CslItem {
  const monitors = monitorsOf(sources)
  const issued = dated(day)
  return {
    id,
    type: 'webpage',
    title,
    author: (monitors.length === 0 ? [SITE] : monitors).map((literal) => ({ literal })),
    ...{ 'container-title': SITE, publisher: SITE },
    ...(issued && { issued }),
    ...(url !== null && { URL: url }),
    ...(version !== null && { version: String(version) }),
    ...{ language, note: `${kind}: ${subject}` },
  }
}

/** Every source once, for reference managers (CSL-JSON; see open/cite for BibTeX and RIS). `language`: of the publication. */
export function cslOfSources(sources: readonly Cited[], language: string): readonly CslItem[] {
  const met = new Map<string, CslItem>()
  for (const source of sources) {
    const { collector, publisher, title, published, url, accessed, archived } = source
    const key = JSON.stringify([collector, publisher, title, published, url])
    if (met.has(key)) continue
    const [issued, read] = [dated(published), dated(accessed)]
    met.set(key, {
      id: `source-${met.size + 1}`,
      type: 'webpage',
      title: title ?? '',
      author: [collector ?? publisher].flatMap((literal) => (literal === null ? [] : [{ literal }])),
      'container-title': publisher ?? '',
      publisher: publisher ?? '',
      ...(issued && { issued }),
      ...(read && { accessed: read }),
      ...(url !== null && { URL: url }),
      language,
      note: archived ? `SHA-256 ${archived.sha256}` : '',
    })
  }
  return [...met.values()]
}
