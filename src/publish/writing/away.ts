/** A text in, one file out that any editor of plain text opens without a network: Markdown, each sentence on a line with a mark that finds it again. */
import { type Laid, type LaidSection, SUMMARY, type Text, TITLE } from '../../core/publication/text.ts'

/** A mark is a comment of Markdown: readers of the file do not see it. */
export const mark = (what: string): string => `<!-- ${what} -->`
/** What would end a mark or begin one is no mark in somebody’s words. */
const plain = (words: string): string => words.replace(/\s+/gu, ' ').replaceAll('<!--', '<! --').trim()
/** What looks like the sign before a point or a title, and is somebody’s words. */
const escaped = (words: string): string => words.replace(/^(?=[-*+#\\])/, '\\')

/** `id`, `version`: of the publication, and the entry of the log that this is the text of: what comes back is compared with it. */
export function fileAway(
  text: Text,
  { id, version }: { readonly id: string; readonly version: number },
): string {
  const { outline, sentences } = text
  const line = (sentence: string, before: string): readonly string[] => {
    const one = sentences.get(sentence)
    return one && !one.isOut ? [`${before}${escaped(plain(one.words))} ${mark(sentence)}`] : []
  }
  const inBlock = (laid: Laid): readonly string[] => {
    switch (laid.kind) {
      case 'paragraph':
        return [...laid.sentences.flatMap((one) => line(one, '')), '']
      case 'points':
        return [...laid.sentences.flatMap((one) => line(one, '- ')), '']
      case 'heading':
        return [`### ${plain(laid.title)} ${mark('heading')}`, '']
      case 'drafted':
        return [mark(`drawn ${laid.ref}`), '']
      case 'box':
        return laid.blocks.flatMap(inBlock)
    }
  }
  const inSection = (section: LaidSection): readonly string[] =>
    section.isOut
      ? []
      : [
          `## ${plain(section.title)} ${mark(`section ${section.id}`)}`,
          '',
          ...section.blocks.flatMap(inBlock),
        ]
  return [
    mark(`aigaq ${id} ${String(version)}`),
    '',
    ...line(TITLE, '# '),
    '',
    ...line(SUMMARY, ''),
    '',
    ...outline.flatMap(inSection),
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n')
}
