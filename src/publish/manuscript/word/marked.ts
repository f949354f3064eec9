/** Pieces of text in, the same inside a content control and a bookmark out, so that whoever changes them can be told what they changed. */
import { BookmarkEnd, BookmarkStart, BuilderElement, type ParagraphChild, type XmlComponent } from 'docx'
import { bookmarkOf, tagOf } from '../../../core/mark.ts'

const valued = (name: string, value: string): XmlComponent =>
  new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } })

/** The package's own type of what may stand in a paragraph leaves out marks, which it writes there itself. */
export const inline = (children: readonly XmlComponent[]): readonly ParagraphChild[] =>
  children as readonly ParagraphChild[]

export type Marks = (place: string, children: readonly ParagraphChild[]) => readonly ParagraphChild[]

/**
 * Two marks, since each kind of word processor loses one of them: LibreOffice forgets tags, and a bookmark goes with the
 * letter that it stood before. One of these for one file: what stands twice in it is counted.
 */
export function marking(): Marks {
  const met = new Map<string, number>()
  let made = 0
  return (place, children) => {
    const nth = (met.get(place) ?? 0) + 1
    met.set(place, nth)
    made += 1
    const control = new BuilderElement({
      name: 'w:sdt',
      children: [
        new BuilderElement({
          name: 'w:sdtPr',
          children: [
            valued('w:tag', tagOf(place, nth)),
            valued('w:id', String(made)),
            // No frame around each sentence: whoever writes sees a text.
            new BuilderElement<{ value: string }>({
              name: 'w15:appearance',
              attributes: { value: { key: 'w15:val', value: 'hidden' } },
            }),
          ],
        }),
        new BuilderElement({ name: 'w:sdtContent', children: children as readonly XmlComponent[] }),
      ],
    })
    return inline([new BookmarkStart(bookmarkOf(place, nth), made), control, new BookmarkEnd(made)])
  }
}
