/** A manuscript in, a file for word processors out: headings to walk by, notes that renumber themselves, and a mark on each sentence by which it is known when it comes back. */
import { Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Manuscript } from '../manuscript.ts'
import { asidePlace, CAPTION, inside, SUMMARY, sectionPlace, TITLE } from '../places.ts'
import { blockInWord, type Desk, other } from './blocks.ts'
import { looks } from './look.ts'
import { marking } from './marked.ts'
import { footnotesOf, noting } from './notes.ts'
import { type Pictures, picturing } from './pictures.ts'
import { still } from './still.ts'

const label = (text: string): Paragraph => new Paragraph({ style: 'Label', children: [new TextRun(text)] })

const labelled = (desk: Desk, place: string, words: string): Paragraph =>
  new Paragraph({ style: 'Label', children: [...other(desk, place, words)] })

/** A4 with margins of 25 mm, in twentieths of a point. */
const LEAF = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1417, bottom: 1417, left: 1417, right: 1417, header: 700, footer: 700 },
}

/** `pictures`: of each figure's drawing, as PNG; a figure without one is told in words. */
export async function wordOf(manuscript: Manuscript, pictures: Pictures = new Map()): Promise<Uint8Array> {
  const { title, kind, subject, summary, figure, sections, notes, colophon, language } = manuscript
  const desk: Desk = { marks: marking(), note: noting(), picture: picturing(pictures) }
  const document = new Document({
    title: `${kind}: ${subject}`,
    subject: title,
    creator: 'Aigaq',
    description: '',
    styles: looks(language),
    footnotes: footnotesOf(notes),
    sections: [
      {
        properties: { page: LEAF, titlePage: true },
        headers: { default: new Header({ children: [label(`${kind} · ${subject}`)] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Label',
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          label(`${kind} · ${subject}`),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [...other(desk, TITLE, title)] }),
          ...(summary === null
            ? []
            : [new Paragraph({ style: 'Summary', children: [...other(desk, SUMMARY, summary)] })]),
          ...(figure === null ? [] : [...desk.picture(figure), labelled(desk, CAPTION, figure.caption)]),
          ...sections.flatMap((one) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              children: [...other(desk, sectionPlace(one), one.title)],
            }),
            ...(one.aside === null ? [] : [labelled(desk, asidePlace(one), one.aside)]),
            ...one.blocks.flatMap((block, n) => blockInWord(desk, block, inside(sectionPlace(one), n))),
          ]),
          ...colophon.map(label),
        ],
      },
    ],
  })
  return still(new Uint8Array(await Packer.toArrayBuffer(document)))
}
