/** A manuscript in, plain text out: for a message, a terminal, a voice. */
import type { Block, Figure, Manuscript, Sentence } from './manuscript.ts'

const told = ({ runs }: Sentence): string =>
  runs.map((run) => (run.kind === 'note' ? ` [${run.note}]` : run.text)).join('')

const under = (words: string, by: string): string =>
  words
    .split('\n')
    .map((line) => (line === '' ? by.trimEnd() : by + line))
    .join('\n')

/** A line under it: capitals read badly, and a voice spells them. */
const headed = (title: string, line: string): string => `${title}\n${line.repeat(Math.min(title.length, 60))}`

const figureIn = ({ alt, caption }: Figure): string => [alt, caption].filter(Boolean).join('\n')

function blockIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(told).join(' ')
    case 'points':
      return block.points.map((one) => `- ${told(one)}`).join('\n\n')
    case 'heading':
      return headed(block.title, '-')
    case 'quote':
      return under(`${told(block.said)}\n(${block.speaker})`, '    ')
    case 'timeline':
      return block.entries.map((one) => `${one.when}: ${told(one.told)}`).join('\n')
    case 'fields':
      return block.fields.map((one) => `${one.label}: ${told(one.told)}`).join('\n')
    case 'table':
      return [block.caption, block.head.join(' | '), ...block.rows.map((row) => row.map(told).join(' | '))]
        .filter((line) => line !== '')
        .join('\n')
    case 'figure':
      return figureIn(block.figure)
    case 'box':
      return under([block.title, ...block.blocks.map(blockIn)].join('\n\n'), '| ')
  }
}

export const plainOf = (manuscript: Manuscript): string =>
  [
    manuscript.title,
    `${manuscript.kind}: ${manuscript.subject}`,
    ...(manuscript.summary === null ? [] : [manuscript.summary]),
    ...(manuscript.figure === null ? [] : [figureIn(manuscript.figure)]),
    ...manuscript.sections.flatMap((one) => [
      headed(one.aside === null ? one.title : `${one.title} (${one.aside})`, '='),
      ...one.blocks.map(blockIn),
    ]),
    manuscript.colophon.join('\n'),
    manuscript.notes
      .map(({ number, citations, href, bond }) => `[${number}] ${[...citations, href ?? bond.id].join('; ')}`)
      .join('\n'),
  ]
    .filter((one) => one !== '')
    .join('\n\n')
    .concat('\n')
