/** A manuscript in, Markdown with footnotes out, as Pandoc and most readers of notes understand it. */
import { type Manuscript, type Note, type Sentence, sentencesOf } from './manuscript.ts'

/** Words of a record are words, whatever they look like. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~^]|^(?=[+-]|\d+[.)])/g, '\\$&')

const itemIn = ({ runs }: Sentence): string =>
  `- ${runs.map((run) => (run.kind === 'note' ? `[^${run.note}]` : plain(run.text))).join('')}`

const noteIn = ({ number, citations, href, bond }: Note): string =>
  `[^${number}]: ${[...citations.map(plain), href === null ? plain(bond.id) : `<${href}>`].join('; ')}`

export const markdownOf = (manuscript: Manuscript): string =>
  [
    `# ${plain(manuscript.title)}`,
    `*${plain(`${manuscript.kind}: ${manuscript.subject}`)}*`,
    ...(manuscript.summary === null ? [] : [plain(manuscript.summary)]),
    ...(manuscript.figure === null ? [] : [`*${plain(manuscript.figure.alt)}*`]),
    ...manuscript.sections.flatMap((one) => [
      `## ${plain(one.title)}`,
      ...(one.aside === null ? [] : [plain(one.aside)]),
      one.blocks.flatMap(sentencesOf).map(itemIn).join('\n'),
    ]),
    '---',
    ...manuscript.colophon.map(plain),
    manuscript.notes.map(noteIn).join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
