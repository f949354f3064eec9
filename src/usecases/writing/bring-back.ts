/** A file that a colleague edited elsewhere in; merged sentence by sentence with the text as it stands by now, with every conflict, out. */
import { refuse } from '../../core/faults.ts'
import type { Text } from '../../core/publication/text.ts'
import { fileAway } from '../../publish/writing/away.ts'
import { headOf, textBack } from '../../publish/writing/back.ts'
import { type Conflict, merged } from '../../publish/writing/merge.ts'
import { textAt } from '../../store/queries/written-texts.ts'
import type { Context } from '../context.ts'
import { newMark } from './line.ts'
import { type PublicationRead, readPublication } from './read-publication.ts'
import { recordChanges } from './write-text.ts'

export type BroughtBack = {
  readonly changed: number
  readonly conflicts: readonly Conflict[]
  readonly isOrderKept: boolean
}

/** As whoever asks may read it; without a version the newest. */
export async function takeAway(
  context: Context,
  id: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const read = await readPublication(context, id)
  return { name: `${id}-${read.row.language}.md`, text: fileAway(read.text, { id, version: read.seen }) }
}

export async function bringBack(context: Context, id: string, file: string): Promise<BroughtBack> {
  const head = headOf(file)
  if (!head || head.id !== id) throw refuse('write.file', { problem: head?.id ?? '?' }, 'file')
  const read = await readPublication(context, id)
  if (!read.versions.some((one) => one.event === head.version))
    throw refuse('write.file', { problem: String(head.version) }, 'file')
  const base = seenOf(read, textAt(read.rows, head.version))
  const theirs = textBack(file, base, () => newMark('s'))
  const { text, conflicts, isOrderKept } = merged(base, theirs, read.text)
  const changed = await recordChanges(context, read, text, read.seen, 'brought back')
  return { changed, conflicts, isOrderKept }
}

/** Sentences that whoever brings it back may not read were not in their file, and are not taken for left out. */
export const seenOf = ({ hidden }: PublicationRead, { outline, sentences }: Text): Text => ({
  outline,
  sentences: new Map([...sentences].filter(([id]) => !hidden.has(id))),
})
