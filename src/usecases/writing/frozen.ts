/** A text as it stands in, what is kept of it when it leaves out: frozen, with what its records said on that day. */
import { refuse } from '../../core/faults.ts'
import { bondKey, standingIn } from '../../core/publication/text.ts'
import { type Manuscript, sentencesIn } from '../../publish/manuscript/manuscript.ts'
import { wordsOf } from '../../publish/writing/laid.ts'
import { setText } from '../../publish/writing/set-text.ts'
import type { Context } from '../context.ts'
import { seenToday } from './prints.ts'
import type { PublicationRead } from './read-publication.ts'

/** What a publication is when it leaves: without notes, which are made of its records whenever it is read. */
export type Frozen = {
  readonly manuscript: Manuscript
  /** Of every record that it rests on, on the day it left. */
  readonly prints: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Sentences in the words that records gave. */
  readonly drafted: readonly string[]
  readonly request: Readonly<Record<string, string>>
}

/** As it leaves: to readers, or to whoever is asked to sign it. */
export async function frozenOf({ house, knowledge }: Context, read: PublicationRead): Promise<Frozen> {
  if (!read.today) throw refuse('write.nothing', {}, read.row.id)
  const manuscript = setText(read.text, read.today)
  const bonds = [...sentencesIn(manuscript.sections), ...standingIn(read.text)].flatMap((one) => one.bonds)
  const { prints } = await seenToday({ knowledge }, house, bonds, read.quoted)
  const drafted = sentencesIn(manuscript.sections).flatMap((one) => {
    const { laying, text } = read
    // What is drawn from records whole was written by nobody.
    const isOwn = text.sentences.has(one.id) && laying.sentences.get(one.id)?.words !== wordsOf(one)
    return isOwn ? [] : [one.id]
  })
  const used = new Set(bonds.map(bondKey))
  return {
    ...{ manuscript, drafted, request: read.row.request },
    prints: Object.fromEntries(Object.entries(prints).filter(([key]) => used.has(key))),
  }
}
