/** An application in, the manuscript out by which it is set as PDF, for a word processor and as text. */
import { raw } from 'hono/html'
import type { PlanBlock, PlanLeaf } from '../../core/plan/application.ts'
import { planRisks } from '../figures/plan-risks.ts'
import { planTree } from '../figures/plan-tree.ts'
import { planWeeks } from '../figures/plan-weeks.ts'
import { html, type Markup } from '../markup.ts'
import { LIGHT } from '../quilt/palettes.ts'
import type { Block, Figure, Manuscript, Sentence } from './manuscript.ts'
import { words } from './manuscript.ts'

const STYLE = `${LIGHT}.on{fill:#f7f1e5}`

type Drawn = { readonly drawn: Markup; readonly width: number; readonly height: number }

function figureOf(
  { drawn, width, height }: Drawn,
  { alt, caption }: { readonly alt: string; readonly caption: string },
): Block {
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${raw(STYLE)}</style>${drawn}</svg>`
  const figure: Figure = { svg: svg.toString(), signs: [], alt, caption }
  return { kind: 'figure', figure, bonds: [] }
}

const sentence = (id: string, text: string): Sentence => ({ id, runs: [words(text)], bonds: [] })

/** What a table tried out, in its own lines, stays in its lines. */
const paragraphs = (id: string, text: string): readonly Block[] =>
  text
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
    .map((one, at) => ({ kind: 'paragraph', sentences: [sentence(`${id}-${at}`, one.trim())] }))

function blocksOf(id: string, block: PlanBlock): readonly Block[] {
  switch (block.kind) {
    case 'text':
    case 'missing':
      return paragraphs(id, block.text)
    case 'points':
      return [{ kind: 'points', points: block.points.map((one, at) => sentence(`${id}-${at}`, one)) }]
    case 'fields': {
      const fields: Block = {
        kind: 'fields',
        fields: block.fields.map(({ label, text, isMissing }, at) => ({
          ...{ label, isMissing, told: sentence(`${id}-${at}`, text) },
        })),
      }
      return block.title === null ? [fields] : [{ kind: 'heading', title: block.title }, fields]
    }
    case 'table':
      return [
        {
          kind: 'table',
          ...{ caption: block.caption, head: block.head },
          rows: block.rows.map((row, y) => row.map((cell, x) => sentence(`${id}-${y}-${x}`, cell))),
        },
      ]
    case 'tree':
      return [figureOf(planTree(block.problem, block.roots, block.branches), block)]
    case 'weeks':
      return [figureOf(planWeeks(block.bars), block)]
    case 'risks':
      return [figureOf(planRisks(block.risks, block.axes), block)]
  }
}

export const planManuscript = (leaf: PlanLeaf): Manuscript => ({
  language: leaf.language,
  ...{ kind: leaf.kind, subject: leaf.subject, title: leaf.title, summary: leaf.summary },
  figure: null,
  sections: leaf.sections.map(({ id, title, aside, blocks }) => ({
    ...{ id, title, aside },
    blocks: blocks.flatMap((block, at) => blocksOf(`${id}-${at}`, block)),
  })),
  notes: [],
  colophon: leaf.colophon,
})
