/** A manuscript in, Markdown with footnotes out, as Pandoc and most readers of notes understand it. */
import type { Block, Figure, Manuscript, Note, Sentence } from './manuscript.ts'

/** Words of a record are words, whatever they look like: on one line, and with what would be a mark made a letter. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~^&$]/g, '\\$&')
    .replace(/^ ?(?=[+=:-])/, '\\')
    .replace(/^( ?\d+)(?=[.)])/, '$1\\')

const told = ({ runs }: Sentence): string =>
  runs
    .map((run) => (run.kind === 'note' ? `[^${run.note}]` : plain(run.text)))
    .join('')
    .trim()

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')

const figureIn = ({ alt, caption }: Figure): string =>
  [`*${plain(alt)}*`, plain(caption)].filter((one) => one !== '').join('\n\n')

const rowIn = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function blockIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(told).join(' ')
    case 'points':
      return block.points.map((one) => `- ${told(one)}`).join('\n')
    case 'heading':
      return `### ${plain(block.title)}`
    case 'quote':
      return quoted(`${told(block.said)}\n\n${plain(block.speaker)}`)
    case 'timeline':
      return block.entries.map((one) => `- **${plain(one.when)}** ${told(one.told)}`).join('\n')
    case 'fields':
      return block.fields
        .map((one) => `- **${plain(one.label)}** ${one.isMissing ? `*${told(one.told)}*` : told(one.told)}`)
        .join('\n')
    case 'table':
      return [
        ...(block.caption === '' ? [] : [`**${plain(block.caption)}**`, '']),
        rowIn(block.head.map(plain)),
        rowIn(block.head.map(() => '---')),
        ...block.rows.map((row) => rowIn(row.map(told))),
      ].join('\n')
    case 'figure':
      return figureIn(block.figure)
    case 'box':
      return quoted([`**${plain(block.title)}**`, ...block.blocks.map(blockIn)].join('\n\n'))
  }
}

const noteIn = ({ number, citations, href, bond }: Note): string =>
  `[^${number}]: ${[...citations.map(plain), href === null ? plain(bond.id) : `<${href}>`].join('; ')}`

export const markdownOf = (manuscript: Manuscript): string =>
  [
    `# ${plain(manuscript.title)}`,
    `*${plain(`${manuscript.kind}: ${manuscript.subject}`)}*`,
    ...(manuscript.summary === null ? [] : [plain(manuscript.summary)]),
    ...(manuscript.figure === null ? [] : [figureIn(manuscript.figure)]),
    ...manuscript.sections.flatMap((one) => [
      `## ${plain(one.title)}`,
      ...(one.aside === null ? [] : [plain(one.aside)]),
      ...one.blocks.map(blockIn),
    ]),
    '---',
    ...manuscript.colophon.map(plain),
    manuscript.notes.map(noteIn).join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
