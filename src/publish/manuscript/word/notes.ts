/** Notes of a manuscript in, footnotes that renumber themselves out, and for a note met again a number that follows the first. */
import {
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
  type XmlComponent,
} from 'docx'
import type { Note } from '../manuscript.ts'
import { inline } from './marked.ts'

const bodyOf = ({ citations, href, bond }: Note): { readonly children: Paragraph[] } => ({
  children: [
    new Paragraph({
      style: 'FootnoteText',
      children: [
        new TextRun(
          ` ${[...citations, ...(href === null ? [bond.id] : [])].join('; ')}${href === null ? '' : '; '}`,
        ),
        ...(href === null
          ? []
          : [
              new ExternalHyperlink({
                link: href,
                children: [new TextRun({ text: href, style: 'Hyperlink' })],
              }),
            ]),
      ],
    }),
  ],
})

export const footnotesOf = (notes: readonly Note[]) =>
  Object.fromEntries(notes.map((note) => [note.number, bodyOf(note)]))

const numberOf = (name: string, note: number): XmlComponent =>
  new BuilderElement<{ instruction: string }>({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: ` NOTEREF ${name} \\f \\h ` } },
    children: [new TextRun({ style: 'FootnoteReference', text: String(note) })],
  })

/** Above the ids of all other marks of a file. */
const FIRST_ID = 1_000_000

/** One of these for one file. A footnote stands once; the second time a field shows the number of the first, wherever that moves. */
export function noting(): (note: number) => readonly ParagraphChild[] {
  const met = new Set<number>()
  return (note) => {
    const name = `aq_note_${note}`
    if (met.has(note)) return inline([numberOf(name, note)])
    met.add(note)
    return inline([
      new BookmarkStart(name, FIRST_ID + note),
      new FootnoteReferenceRun(note),
      new BookmarkEnd(FIRST_ID + note),
    ])
  }
}
