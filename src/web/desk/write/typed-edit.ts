/** The fields of a form on a text in, what the editor does to it out. */
import { refuse } from '../../../core/faults.ts'
import type { Bond } from '../../../core/publication/text.ts'
import { BONDS } from '../../../publish/manuscript/manuscript.ts'
import type { Edit } from '../../../publish/writing/edit.ts'
import { newMark } from '../../../usecases/writing/line.ts'

export const EDIT_FIELDS = [
  ...['seen', 'do', 'id', 'words', 'why', 'by', 'section', 'after', 'bonds', 'title', 'ref'],
] as const
export type EditFields = Readonly<Record<string, string>>

/** `incident:kz-2020-02-17-b`; what is no kind of record is an incident, the one that people write down. */
export const typedBonds = (text: string): readonly Bond[] =>
  text
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => {
      const kind = BONDS.find((each) => one.startsWith(`${each}:`))
      return kind ? { kind, id: one.slice(kind.length + 1) } : { kind: 'incident', id: one }
    })

export function typedEdit(sent: EditFields): Edit {
  const { id = '', words = '', title = '', section = '', ref = '' } = sent
  const by = sent.by === '1' ? 1 : -1
  switch (sent.do) {
    case 'words':
      return { kind: 'words', id, words: oneLine(words) }
    case 'keep':
      return { kind: 'keep', id, why: sent.why?.trim() ? sent.why.trim() : null }
    case 'take':
    case 'out':
    case 'back':
    case 'section-out':
    case 'section-back':
      return { kind: sent.do, id }
    case 'renew':
      return { kind: 'renew' }
    case 'bind':
      return { kind: 'bind', id, bonds: typedBonds(sent.bonds ?? '') }
    case 'add': {
      const after = sent.after ? sent.after : null
      const bonds = typedBonds(sent.bonds ?? '')
      return { kind: 'add', id: newMark('s'), section, after, words: oneLine(words), bonds }
    }
    case 'move':
    case 'section-move':
      return { kind: sent.do, id, by }
    case 'section':
      return { kind: 'section', id, title: named(title) }
    case 'section-add':
      return { kind: 'section-add', id: newMark('s'), title: named(title) }
    case 'block-out':
    case 'block-add':
      return { kind: sent.do, section, ref }
    default:
      throw refuse('input.value', { problem: 'do' }, 'do')
  }
}

/** A sentence has no lines. */
const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()
function named(title: string): string {
  if (oneLine(title) === '') throw refuse('write.words', {}, 'title')
  return oneLine(title)
}

/** Where the page goes on: at the sentence, or at the section. */
export function placeAfter(edit: Edit): string {
  if ('section' in edit && edit.kind !== 'add') return `section:${edit.section}`
  if (edit.kind === 'section-out' || edit.kind === 'section-back' || edit.kind === 'section-move')
    return `section:${edit.id}`
  if (edit.kind === 'section' || edit.kind === 'section-add') return `section:${edit.id}`
  return 'id' in edit ? edit.id : ''
}
