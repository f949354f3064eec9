/** A manuscript and a test of what may be read in; the manuscript without the rest out. */
import type { MayRead } from '../../core/withholding/project-publication.ts'
import {
  type Block,
  type Bond,
  type Figure,
  HELD,
  type Manuscript,
  type Sentence,
  sentencesOf,
} from '../manuscript/manuscript.ts'
import { wordsOf } from './laid.ts'

export type Pruned = {
  readonly manuscript: Manuscript
  /** True: something that stood here does not any more. */
  readonly isLess: boolean
}

/** A sentence, a line, an entry goes; of a table the words of a cell go, so that its columns hold. */
export function pruned(manuscript: Manuscript, mayRead: MayRead): Pruned {
  let isLess = false
  const less = <T>(kept: readonly T[], all: readonly unknown[]): readonly T[] => {
    if (kept.length < all.length) isLess = true
    return kept
  }
  const reads = (one: Sentence): boolean => mayRead(wordsOf(one), one.bonds, one.id)
  const some = (all: readonly Sentence[]): readonly Sentence[] => less(all.filter(reads), all)
  const cell = (one: Sentence): Sentence => {
    if (reads(one)) return one
    isLess = true
    return { ...one, runs: [], bonds: [] }
  }
  const text = (words: string, bonds: readonly Bond[] = []): string => {
    if (words === '' || mayRead(words, bonds)) return words
    isLess = true
    return ''
  }
  const figure = (one: Figure, bonds: readonly Bond[]): Figure | null => {
    const words = [one.alt, one.caption, ...one.signs.map((sign) => sign.words)].join(' ')
    if (mayRead(words, bonds) && mayRead(one.svg.replace(/<[^>]*>/g, ' '), bonds)) return one
    isLess = true
    return null
  }
  const block = (one: Block): readonly Block[] => {
    const own = sentencesOf(one).flatMap((each) => each.bonds)
    switch (one.kind) {
      case 'paragraph': {
        const sentences = some(one.sentences)
        return sentences.length === 0 ? [] : [{ ...one, sentences }]
      }
      case 'points': {
        const points = some(one.points)
        return points.length === 0 ? [] : [{ ...one, points }]
      }
      case 'heading':
        return [{ ...one, title: text(one.title) }].filter((each) => each.title !== '')
      case 'quote': {
        const isRead = reads(one.said) && mayRead(one.speaker, one.said.bonds)
        return less(isRead ? [one] : [], [one])
      }
      case 'timeline': {
        const isRead = (each: (typeof one.entries)[number]): boolean =>
          reads(each.told) && mayRead(each.when, each.told.bonds)
        const entries = less(one.entries.filter(isRead), one.entries)
        return entries.length === 0 ? [] : [{ ...one, entries }]
      }
      case 'table':
        return [
          {
            ...one,
            caption: text(one.caption, own),
            head: one.head.map((each) => text(each, own)),
            rows: one.rows.map((row) => row.map(cell)),
          },
        ]
      case 'fields':
        return [{ ...one, fields: one.fields.map((each) => ({ ...each, told: cell(each.told) })) }]
      case 'figure': {
        const kept = figure(one.figure, one.bonds)
        return kept ? [{ ...one, figure: kept }] : []
      }
      case 'box': {
        const blocks = one.blocks.flatMap(block)
        return blocks.length === 0 ? [] : [{ ...one, title: text(one.title, own) || HELD, blocks }]
      }
    }
  }
  const sections = manuscript.sections.flatMap((section) => {
    const blocks = section.blocks.flatMap(block)
    return blocks.length === 0
      ? []
      : [{ ...section, title: text(section.title) || HELD, aside: isLess ? null : section.aside, blocks }]
  })
  const bonds = manuscript.sections.flatMap((one) =>
    one.blocks.flatMap(sentencesOf).flatMap((each) => each.bonds),
  )
  // What stands over all of it may name whom the records under it still name, and nobody else.
  const open = bonds.filter((one) => mayRead('', [one]))
  const subject = text(manuscript.subject, open) || HELD
  const made: Manuscript = {
    ...manuscript,
    subject,
    title: text(manuscript.title, open) || subject,
    summary: manuscript.summary === null ? null : text(manuscript.summary, open) || null,
    figure: manuscript.figure && figure(manuscript.figure, bonds),
    sections,
  }
  return { manuscript: made, isLess }
}
