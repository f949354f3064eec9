/** The sources of records in the order in which they are met in, citations out: in full the first time, short after that, with the number of the note where they stand in full. */
import type { PublicSource } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import type { Words } from '../../core/words.ts'
import { writtenIn } from '../telling/when.ts'

/** Whoever saw it stands before whoever printed it. */
const whoOf = (source: PublicSource, words: Words): string =>
  source.collector ?? source.publisher ?? words.t('manuscript.cite.unnamed')

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b

/** `Monitor, “Title”, Publisher, 3 April 2020, https://…`; what is held back or unknown is left out. */
function inFull(source: PublicSource, words: Words, tell: Tell): string {
  const { title, publisher, published, url } = source
  return [
    whoOf(source, words),
    title === null ? null : words.t('manuscript.cite.title', { title }),
    isSame(publisher, source.collector) || source.collector === null ? null : publisher,
    published === null ? null : writtenIn(published, tell),
    url,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

const keyOf = ({ collector, publisher, title, published, url }: PublicSource): string =>
  JSON.stringify([collector, publisher, title, published, url])

/**
 * One of these for one publication: it remembers what was cited. Titles stand in the script of their source. After the
 * manner of the field (OSCOLA, the notes of UN documents): a source is named in full once, and then by its author and note.
 */
export function citing(words: Words, tell: Tell): (note: number, source: PublicSource) => string {
  const first = new Map<string, number>()
  return (note, source) => {
    const key = keyOf(source)
    const met = first.get(key)
    if (met === undefined) first.set(key, note)
    return met === undefined || met === note
      ? inFull(source, words, tell)
      : words.t('manuscript.cite.again', { who: whoOf(source, words), note: met })
  }
}
