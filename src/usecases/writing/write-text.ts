/** What an editor does to a text in; the sentences and the order that changed recorded as a new version out. */
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import { type Bond, sentencesOfSection, type Text } from '../../core/publication/text.ts'
import { type Edit, edited } from '../../publish/writing/edit.ts'
import { isBlocking } from '../../publish/writing/flags.ts'
import type { Context } from '../context.ts'
import { writeLine } from './line.ts'
import { seenToday } from './prints.ts'
import { type PublicationRead, readPublication } from './read-publication.ts'

/** `seen`: the newest entry of the log on the text that whoever writes had read. Returns how many sentences are new or changed. */
export async function writeText(
  context: Context,
  id: string,
  { seen, edits }: { readonly seen: number; readonly edits: readonly Edit[] },
): Promise<number> {
  const read = await readPublication(context, id)
  refuseHidden(read, edits)
  const bonds = edits.flatMap((one): readonly Bond[] => ('bonds' in one ? one.bonds : []))
  const more = await seenToday(context, context.house, bonds, read.quoted)
  const unseen = bonds.filter((bond) => more.prints[`${bond.kind}:${bond.id}`] === undefined)
  if (unseen.length > 0)
    throw new Refusal(
      unseen.map((bond): Fault => ({ code: 'record.unknown', params: { id: bond.id }, where: 'bonds' })),
    )
  const prints = { ...read.records.prints, ...more.prints }
  const next = edited(read.text, edits, { laying: read.laying, prints })
  return recordChanges(context, read, next, seen)
}

/** What is other than it was becomes one line; nothing, where nothing is. */
export async function recordChanges(
  context: Context,
  read: PublicationRead,
  next: Text,
  seen: number,
  why?: string,
): Promise<number> {
  const changed = [...next.sentences.values()].filter((one) => {
    const was = read.text.sentences.get(one.id)
    return was === undefined || canonical(was) !== canonical(one)
  })
  const isMoved = canonical(next.outline) !== canonical(read.text.outline)
  if (changed.length === 0 && !isMoved) return 0
  await writeLine(context, 'write', {
    ...{ record: 'text', id: read.row.id, seen, sentences: changed },
    ...(isMoved && { outline: next.outline }),
    ...(why !== undefined && { why }),
  })
  return changed.length
}

/** A sentence that somebody may not read is answered like one that is not there. */
function refuseHidden({ text, hidden, flags }: PublicationRead, edits: readonly Edit[]): void {
  const sections = new Set(text.outline.map((one) => one.id))
  const ids = new Set([...text.sentences.keys()].filter((one) => !hidden.has(one)))
  const ofSentence = new Set(['words', 'take', 'keep', 'out', 'back', 'bind', 'move'])
  for (const edit of edits) {
    if ('id' in edit && ofSentence.has(edit.kind) && !ids.has(edit.id))
      throw refuse('record.unknown', { id: edit.id }, edit.id)
    const section = 'section' in edit ? edit.section : null
    if (section !== null && !sections.has(section)) throw refuse('record.unknown', { id: section }, section)
    if (edit.kind === 'add' && edit.after !== null) {
      const own = text.outline.find((one) => one.id === edit.section)
      if (!own || !sentencesOfSection(own).includes(edit.after))
        throw refuse('record.unknown', { id: edit.after }, edit.after)
    }
    // Nobody stands by words about what readers may not see.
    if (edit.kind === 'keep' && (flags.get(edit.id) ?? []).some(isBlocking))
      throw refuse('write.blocked', { n: 1 }, edit.id)
    if ((edit.kind === 'words' || edit.kind === 'add') && edit.words.trim() === '')
      throw refuse('write.words', {}, edit.id)
  }
}
