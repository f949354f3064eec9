/** What somebody changed in, the same told as plain text out, a change after the other with the words before and after. */
import type { Words } from '../../../core/words.ts'
import type { At, Edit, Edits } from './edits.ts'

const nameOf = ({ place, nth }: At): string => (nth === 1 ? place : `${place} (${nth})`)
const lines = (sign: string, words: string | null): readonly string[] =>
  words === null ? [] : [`  ${sign} ${words}`]

/** Below this share of pieces found again the file is likely another one. */
const FEW = 0.5
export const isOtherText = ({ sent, byMark, byWords }: Edits): boolean => byMark + byWords < sent * FEW

function headOf(edit: Edit, words: Words): string {
  switch (edit.kind) {
    case 'changed':
    case 'deleted':
      return words.t(`edits.${edit.kind}`, { place: nameOf(edit.at) })
    case 'inserted':
      return edit.after === null
        ? words.t('edits.inserted-first')
        : words.t('edits.inserted', { place: nameOf(edit.after) })
    case 'moved':
      return edit.after === null
        ? words.t('edits.moved-first', { place: nameOf(edit.at) })
        : words.t('edits.moved', { place: nameOf(edit.at), after: nameOf(edit.after) })
    case 'footnote':
      return words.t('edits.footnote', { place: nameOf(edit.at) })
    case 'comment':
      return words.t('edits.comment', { place: edit.on.map(nameOf).join(', ') || words.t('edits.nowhere') })
  }
}

function bodyOf(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'changed':
    case 'footnote':
      return [...lines('-', edit.before), ...lines('+', edit.after)]
    case 'deleted':
      return lines('-', edit.before)
    case 'inserted':
      return [...lines('+', edit.words), ...edit.footnotes.flatMap((one) => lines('+ *', one))]
    case 'moved':
      return []
    case 'comment':
      return [...(edit.quoted === '' ? [] : lines('>', edit.quoted)), ...lines(':', edit.words)]
  }
}

const byOf = (edit: Edit): readonly string[] =>
  edit.kind === 'comment'
    ? [edit.author].filter((one) => one !== null)
    : 'authors' in edit
      ? edit.authors
      : []

export function editsTold(all: Edits, words: Words): string {
  const { sent, unchanged, byWords, edits } = all
  return [
    [
      words.t('edits.sent', { sent, unchanged }),
      ...(byWords > 0 ? [words.t('edits.by-words', { n: byWords })] : []),
      ...(isOtherText(all) ? [words.t('edits.other')] : []),
      ...(edits.length === 0 ? [words.t('edits.none')] : []),
    ].join('\n'),
    ...edits.map((one) => {
      const by = byOf(one)
      return [`${headOf(one, words)}${by.length === 0 ? '' : ` (${by.join(', ')})`}`, ...bodyOf(one)].join(
        '\n',
      )
    }),
  ].join('\n\n')
}
