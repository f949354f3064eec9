/** Sources in the order in which they are met in, citations out: in full the first time, short after that, with the number of the note where they stand in full. */
import type { PublicSource } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import type { Words } from '../../core/words.ts'
import { writtenIn } from '../telling/when.ts'

/** What of a source is cited; a source as shown to readers is one. Null or left out: not known, or held back. */
export type Cited = Pick<
  PublicSource,
  'title' | 'titleIn' | 'publisher' | 'collector' | 'url' | 'published'
> & {
  /** The day on which it was read. */
  readonly accessed?: string | null
  /** The copy that was kept: the hash of its bytes, and an address where there is one. */
  readonly archived?: { readonly sha256: string; readonly url: string | null } | null
}

/** Whoever saw it stands before whoever printed it. */
const whoOf = (source: Cited, words: Words): string =>
  source.collector ?? source.publisher ?? words.t('manuscript.cite.unnamed')

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b

/** The title keeps its script; beside it what it says in the language of the reader, where somebody wrote that. */
function titleOf({ title, titleIn }: Cited, words: Words): string | null {
  if (title === null) return null
  const translation = titleIn?.[words.language]
  return translation === undefined || translation === title
    ? words.t('manuscript.cite.title', { title })
    : words.t('manuscript.cite.translated', { title, translation })
}

/** `Monitor, “Заголовок” [Heading], Publisher, 3 April 2020, https://… (read on 5 April 2020), copy kept: SHA-256 …`; what is held back or unknown is left out. */
function inFull(source: Cited, words: Words, tell: Tell): string {
  const { publisher, published, url, accessed = null, archived = null } = source
  const read = accessed === null ? null : words.t('manuscript.cite.read', { day: writtenIn(accessed, tell) })
  return [
    whoOf(source, words),
    titleOf(source, words),
    isSame(publisher, source.collector) || source.collector === null ? null : publisher,
    published === null ? null : writtenIn(published, tell),
    [url, read].filter((part) => part !== null).join(' ') || null,
    archived === null
      ? null
      : words.t('manuscript.cite.copy', {
          copy: [archived.url, `SHA-256 ${archived.sha256}`].filter((part) => part !== null).join(', '),
        }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

const keyOf = ({ collector, publisher, title, published, url }: Cited): string =>
  JSON.stringify([collector, publisher, title, published, url])

/** More words than these are cut from a title that is cited again. */
const SHORT = 6
/** A title up to where its second part begins. */
export function shortTitle(title: string): string {
  const [first = title] = title.split(/\s*(?:[:.;?!(]\s|\s[–—-]\s)/u)
  const words = first.trim().split(/\s+/)
  return words.length <= SHORT ? first.trim() : `${words.slice(0, SHORT).join(' ')}…`
}

function again(source: Cited, note: number, words: Words): string {
  const who = whoOf(source, words)
  if (source.title === null) return words.t('manuscript.cite.again', { who, note })
  const title = words.t('manuscript.cite.title', { title: shortTitle(source.title) })
  return words.t('manuscript.cite.again-titled', { who, title, note })
}

/**
 * One of these for one publication: it remembers what was cited. Titles stand in the script of their source. After the
 * manner of the field (OSCOLA, the notes of UN documents): a source is named in full once, and then by its author, a short
 * title and its note.
 */
export function citing(words: Words, tell: Tell): (note: number, source: Cited) => string {
  const first = new Map<string, number>()
  return (note, source) => {
    const key = keyOf(source)
    const met = first.get(key)
    if (met === undefined) first.set(key, note)
    return met === undefined || met === note ? inFull(source, words, tell) : again(source, met, words)
  }
}
