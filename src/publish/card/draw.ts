/** A card in, its picture as one SVG of 1200 × 630 out: the quilt on the left, the finding on the right. */
import { raw } from 'hono/html'
import { wideBands } from '../figures/bands.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { definitions, draw, patchShape } from '../quilt/draw.ts'
import { LIGHT } from '../quilt/palettes.ts'
import { PANEL } from '../quilt/panel.ts'
import { percentIn, ratingWord, tenth } from '../telling/rating.ts'
import type { Face } from '../views.ts'
import type { Card } from './card.ts'
import { fitting, linesOf } from './lines.ts'

export const CARD = { width: 1200, height: 630 } as const
const EDGE = 48
/** Where the words begin beside a figure. */
const BESIDE = 688
const FLOOR = 574

const MARK = 'M0 0H24V24zM48 0V24H24zM48 48H24V24zM0 48V24H24z'

/** Lines of one size below each other; the first stands on `y`. */
const set = (lines: readonly string[], x: number, y: number, size: number, lead: number, kind = ''): Markup =>
  html`${lines.map((line, at) => html`<text class="${kind}" x="${x}" y="${y + at * lead}" font-size="${size}">${line}</text>`)}`

function figureOf(card: Card, face: Face): Piece {
  const { figure } = card
  switch (figure.kind) {
    case 'cloth': {
      const drawing = { title: '', desc: '', single: figure.patches.some((one) => one.basting === null) }
      const svg = draw(figure.patches.slice(-PANEL), 'wide', drawing)
      return html`<svg x="${EDGE - 8}" y="108" width="608" height="405" viewBox="0 0 450 300">${svg}</svg>`
    }
    case 'patch':
      return html`<g transform="translate(${EDGE} 120) scale(8)"><path class="q-field" d="M-1-1h50v50h-50z"/>${patchShape(figure.patch)}</g>`
    case 'bands': {
      const { bands, quantiles } = figure.drawn
      const words = {
        title: '',
        percent: (share: number) => percentIn(share, face),
        score: face.words.t('rate.score', { n: tenth(quantiles[2]) }),
      }
      const shares = bands.map((one) => ({ ...one, label: ratingWord('bands', one.id, face) }))
      return html`<svg x="${EDGE}" y="346" width="1104" height="158" viewBox="0 0 920 132">${wideBands(shares, quantiles, words)}</svg>`
    }
    case 'none':
      return null
  }
}

/** Same card, same bytes. `address`: where it is read, without the scheme; empty where nobody knows. */
export function cardSvg(card: Card, face: Face, address: string): string {
  const isWide = card.figure.kind === 'bands' || card.figure.kind === 'none'
  const x = isWide ? EDGE : card.figure.kind === 'patch' ? 504 : BESIDE
  const width = CARD.width - EDGE - x
  const heading = fitting(card.heading, isWide ? [46, 40, 35] : [46, 40, 35, 30], width, (size) =>
    isWide ? (card.figure.kind === 'bands' ? 2 : 5) : size > 39 ? 6 : size > 32 ? 7 : 8,
  )
  const lead = Math.round(heading.size * 1.2)
  const top = 142 + heading.size
  const below = top + (heading.lines.length - 1) * lead + 50
  const room = Math.max(0, Math.floor(((card.figure.kind === 'bands' ? 342 : 530) - below) / 34) + 1)
  const sub = room === 0 ? [] : linesOf(card.sub, 25, width, Math.min(room, 6))
  const foot = face.words.t('card.foot')
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}"><style>${raw(LIGHT)}</style><defs>${definitions(true)}</defs><path fill="#fbf7ee" d="M0 0h1200v630H0z"/><path class="line" d="M${EDGE} 84.5H${CARD.width - EDGE}M${EDGE} ${FLOOR - 32.5}H${CARD.width - EDGE}"/><g transform="translate(${EDGE} 36) scale(.58)"><path class="inkf" d="${MARK}"/></g><text x="${EDGE + 42}" y="60" font-size="26">Aigaq</text><text class="t2" x="${EDGE + 122}" y="60" font-size="26">Айғақ</text>${figureOf(card, face)}${set(linesOf(card.label, 22, width, 1), x, 130, 22, 28, 't2')}${set(heading.lines, x, top, heading.size, lead)}${set(sub, x, below, 25, 34, 't2')}${set(linesOf(foot, 20, 700, 1), EDGE, FLOOR, 20, 24, 't2')}<text class="t2" x="${CARD.width - EDGE}" y="${FLOOR}" font-size="20" text-anchor="end">${address}</text></svg>`.toString()
}
