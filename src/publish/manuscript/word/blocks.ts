/** A block of a manuscript in, paragraphs and tables of a word processor out, each piece of text under its mark. */
import {
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type Figure, type Sentence, spaced } from '../manuscript.ts'
import { inside, part } from '../places.ts'
import { hairline, INK, LINEN, label, NO_LINE } from './look.ts'
import type { Marks } from './marked.ts'

/** What one file remembers while it is written. */
export type Desk = {
  readonly marks: Marks
  readonly note: (number: number) => readonly ParagraphChild[]
  readonly picture: (figure: Figure) => readonly Paragraph[]
}
type Piece = Paragraph | Table

export const said = (
  { marks, note }: Desk,
  { id, runs }: Sentence,
  look: object = {},
): readonly ParagraphChild[] =>
  marks(
    id,
    spaced(runs).flatMap((run) =>
      run.kind === 'note' ? note(run.note) : [new TextRun({ ...look, text: run.text })],
    ),
  )
export const other = (
  { marks }: Desk,
  place: string,
  words: string,
  look: object = {},
): readonly ParagraphChild[] => (words === '' ? [] : marks(place, [new TextRun({ ...look, text: words })]))

const styled = (style: string, children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ style, children: [...children] })
const spread = (pieces: readonly (readonly ParagraphChild[])[]): readonly ParagraphChild[] =>
  pieces.flatMap((one, at) => (at === 0 ? one : [new TextRun(' '), ...one]))

const UNDER = { top: NO_LINE, left: NO_LINE, right: NO_LINE, bottom: hairline() }
const WHOLE = { size: 100, type: WidthType.PERCENTAGE } as const
const cell = (children: readonly Piece[], more: object = {}): TableCell =>
  new TableCell({
    ...{ borders: UNDER, margins: { right: 140, left: 0 }, children: [...children] },
    ...more,
  })

function tableOf(desk: Desk, block: Extract<Block, { kind: 'table' }>, at: string): readonly Piece[] {
  const caption = other(desk, part(at, 'caption'), block.caption)
  return [
    ...(caption.length === 0 ? [] : [styled('Caption', caption)]),
    new Table({
      width: WHOLE,
      rows: [
        new TableRow({
          // Stands again at the head of each page.
          tableHeader: true,
          cantSplit: true,
          children: block.head.map((one, n) =>
            cell([styled('CellHead', other(desk, part(at, `head-${n}`), one))], {
              borders: { ...UNDER, bottom: hairline(INK) },
            }),
          ),
        }),
        ...block.rows.map(
          (row) => new TableRow({ children: row.map((one) => cell([styled('Cell', said(desk, one))])) }),
        ),
      ],
    }),
    styled('Told', []),
  ]
}

const fieldsOf = (desk: Desk, block: Extract<Block, { kind: 'fields' }>, at: string): readonly Piece[] => [
  new Table({
    width: WHOLE,
    rows: block.fields.map(
      ({ label, told, isMissing }, n) =>
        new TableRow({
          children: [
            cell([styled('CellHead', other(desk, part(at, `label-${n}`), label))], {
              width: { size: 32, type: WidthType.PERCENTAGE },
            }),
            cell([styled('Value', said(desk, told, isMissing ? { italics: true } : {}))]),
          ],
        }),
    ),
  }),
  styled('Told', []),
]

/** A table of one cell can hold anything, goes on over pages, and is a box in every word processor. */
const boxOf = (desk: Desk, block: Extract<Block, { kind: 'box' }>, at: string): readonly Piece[] => [
  new Table({
    width: WHOLE,
    rows: [
      new TableRow({
        children: [
          cell(
            [
              styled('BoxTitle', other(desk, part(at, 'title'), block.title)),
              ...block.blocks.flatMap((one, n) => blockInWord(desk, one, inside(at, n))),
            ],
            {
              borders: { top: hairline(INK, 8), left: NO_LINE, right: NO_LINE, bottom: hairline(INK) },
              margins: { top: 80, bottom: 120, left: 220, right: 220 },
              shading: { type: ShadingType.CLEAR, fill: LINEN, color: 'auto' },
            },
          ),
        ],
      }),
    ],
  }),
  styled('Told', []),
]

export function blockInWord(desk: Desk, block: Block, at: string): readonly Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: [...spread(block.sentences.map((one) => said(desk, one)))] })]
    case 'points':
      return block.points.map(
        (one) => new Paragraph({ style: 'Told', bullet: { level: 0 }, children: [...said(desk, one)] }),
      )
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: [...other(desk, part(at, 'title'), block.title)],
        }),
      ]
    case 'quote':
      return [
        styled('Said', said(desk, block.said)),
        styled('Speaker', other(desk, part(at, 'speaker'), block.speaker)),
      ]
    case 'timeline':
      return block.entries.map(({ when, told }, n) =>
        styled('Entry', [
          ...other(desk, part(at, `when-${n}`), when, label),
          new TextRun({ children: [new Tab()] }),
          ...said(desk, told),
        ]),
      )
    case 'table':
      return tableOf(desk, block, at)
    case 'fields':
      return fieldsOf(desk, block, at)
    case 'figure': {
      const caption = other(desk, part(at, 'caption'), block.figure.caption)
      return [...desk.picture(block.figure), ...(caption.length === 0 ? [] : [styled('Label', caption)])]
    }
    case 'box':
      return boxOf(desk, block, at)
  }
}
