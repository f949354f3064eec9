/** A manuscript in, a file for word processors out: headings, a list a section, and notes that renumber themselves when it is edited. */
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Manuscript, type Note, type Sentence, sentencesOf } from './manuscript.ts'

const LOCALES = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' } as const
/** Both are on every desk and have the letters of Kazakh. */
const FONTS = { text: 'Times New Roman', labels: 'Arial' } as const

const noteOf = ({ citations, href, bond }: Note): { readonly children: Paragraph[] } => ({
  children: [
    new Paragraph({
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

const itemOf = ({ runs }: Sentence): Paragraph =>
  new Paragraph({
    bullet: { level: 0 },
    spacing: { after: 80 },
    children: runs.map((run) =>
      run.kind === 'note' ? new FootnoteReferenceRun(run.note) : new TextRun(run.text),
    ),
  })

const small = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 120 }, children: [new TextRun({ text, size: 18, color: '555555' })] })

export async function wordOf(manuscript: Manuscript): Promise<Uint8Array> {
  const { title, kind, subject, summary, figure, sections, notes, colophon, language } = manuscript
  const document = new Document({
    title: `${kind}: ${subject}`,
    subject: title,
    creator: 'Aigaq',
    description: '',
    styles: {
      default: {
        document: { run: { font: FONTS.text, size: 22, language: { value: LOCALES[language] } } },
        title: { run: { font: FONTS.text, size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: {
          run: { font: FONTS.labels, size: 26, bold: true },
          paragraph: { spacing: { before: 320, after: 80 } },
        },
      },
    },
    footnotes: Object.fromEntries(notes.map((note) => [note.number, noteOf(note)])),
    sections: [
      {
        children: [
          small(`${kind} · ${subject}`),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...(summary === null
            ? []
            : [new Paragraph({ children: [new TextRun({ text: summary, italics: true })] })]),
          ...(figure === null ? [] : [small(figure.alt)]),
          ...sections.flatMap((one) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(one.title)] }),
            ...(one.aside === null ? [] : [small(one.aside)]),
            ...one.blocks.flatMap(sentencesOf).map(itemOf),
          ]),
          ...colophon.map(small),
        ],
      },
    ],
  })
  return still(new Uint8Array(await Packer.toArrayBuffer(document)))
}

/** Every zip must name a day, and this is the first that one can. */
const NO_DAY = '1980-01-01T00:00:00'
/** As the package names what a file leads to: by chance. */
const BY_CHANCE = /\brId[a-z0-9_-]{15,}/g

/** Neither clock nor chance: the same words give the same bytes, in a copy of the site too. */
function still(bytes: Uint8Array): Uint8Array {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `rIdAway${names.size + 1}`
    names.set(id, name)
    return name
  }
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, part]
    const text = strFromU8(part)
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace(BY_CHANCE, nameOf)
    return [path, strToU8(text)]
  })
  return zipSync(Object.fromEntries(parts), { mtime: NO_DAY })
}
