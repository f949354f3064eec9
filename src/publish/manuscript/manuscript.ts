/** A publication as it was written, apart from how it is set: the same for a page, a typeset file, a word processor and plain text. */
import type { Language } from '../../core/language.ts'

/** The files that a manuscript is set as. */
export const PAPERS = ['pdf', 'docx', 'md', 'txt'] as const
export type Paper = (typeof PAPERS)[number]

/** Words, or the place of a note, counted from 1 in the order in which a reader meets them. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly note: number }

export type Item = {
  readonly runs: readonly Run[]
  /** The record that the words are bound to. */
  readonly incident: string
}

export type Section = {
  readonly id: string
  readonly title: string
  /** What stands beside the title: how many. */
  readonly aside: string
  readonly items: readonly Item[]
}

export type Note = {
  readonly number: number
  /** A citation each: who says so. */
  readonly citations: readonly string[]
  /** Where the record and the words of its sources stand; null where the text leaves without an address of its own. */
  readonly href: string | null
  readonly incident: string
}

export type Figure = {
  /** A picture that needs nothing around it. */
  readonly svg: string
  /** What its signs say, each with its number. */
  readonly signs: readonly { readonly svg: string; readonly words: string }[]
  /** All that it shows, in words. */
  readonly alt: string
  readonly caption: string
}

export type Manuscript = {
  readonly language: Language
  /** What it is: a country update. */
  readonly kind: string
  /** Of what, and of when. */
  readonly subject: string
  readonly title: string
  readonly summary: string | null
  readonly figure: Figure | null
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
  /** What the reader must know of it: what is withheld, in which language nobody has read it, under which licence it stands. */
  readonly colophon: readonly string[]
}

export const words = (text: string): Run => ({ kind: 'text', text })

/** Notes are numbered as they are met, however the text was moved about; one record has one note. */
export function numbered(
  sections: readonly Omit<Section, 'items'>[],
  itemsOf: (section: string) => readonly { readonly incident: string; readonly text: string }[],
): { readonly sections: readonly Section[]; readonly order: readonly string[] } {
  const numbers = new Map<string, number>()
  const noteOf = (incident: string): number => {
    const number = numbers.get(incident) ?? numbers.size + 1
    numbers.set(incident, number)
    return number
  }
  const made = sections.map((section) => ({
    ...section,
    items: itemsOf(section.id).map(({ incident, text }) => ({
      incident,
      runs: [words(text), { kind: 'note' as const, note: noteOf(incident) }],
    })),
  }))
  return { sections: made, order: [...numbers.keys()] }
}
