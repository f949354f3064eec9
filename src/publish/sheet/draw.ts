/** A sheet in, one A4 drawing out: the finding above, the cloth, and every sign of it with its number below. */
import { raw } from 'hono/html'
import { inXml } from '../../core/in-xml.ts'
import { linesOf } from '../card/lines.ts'
import { html, type Markup } from '../markup.ts'
import { inLook, type Look } from '../quilt/palettes.ts'
import type { Sheet } from './sheet.ts'

/** A4 in pixels of 1/96 inch, upright. */
const [WIDTH, HEIGHT, EDGE] = [794, 1123, 56]
const ROOM = WIDTH - 2 * EDGE
/** Size of the words of a sign: the longest in three languages fit one line, with a number of two figures. */
const SIGN = 12
const STYLE =
  'text{font-family:Literata,Georgia,serif;fill:#1e1a16}.t2{fill:#5c5347}.g{fill:#fbf7ee}.hair{stroke:#8c7b5e;fill:none}'

/** Fitted into what is left between the words above and the signs below. */
function cloth(
  { svg }: Sheet,
  top: number,
  room: number,
): { readonly drawn: Markup; readonly height: number } {
  const [, width = 1, height = 1] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number)
  const scale = Math.min(ROOM / width, room / height)
  const x = EDGE + (ROOM - width * scale) / 2
  const inner = svg.replace(
    /^<svg [^>]*>/,
    `<svg x="${Math.round(x)}" y="${Math.round(top)}" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}">`,
  )
  return { drawn: html`${raw(inner)}`, height: height * scale }
}

/** Two abreast, so that each has room for its words with their number. A sign brings its own shapes, whose names would meet those of the others. */
function legend({ signs }: Sheet, top: number): Markup {
  return html`${signs.map(({ svg, words }, at) => {
    const [x, y] = [EDGE + (at % 2) * (ROOM / 2), Math.round(top) + Math.floor(at / 2) * 26]
    const inner = svg
      .replace(/^<svg /, `<svg x="${Math.round(x)}" y="${y}" `)
      .replace('width="48" height="48"', 'width="18" height="18"')
      .replace(/\b(id="|href="#|url\(#)(?=[\w-])/g, `$1g${at}-`)
      .replace(/<style>[^<]*<\/style>/, '')
    return html`${raw(inner)}${linesOf(words, SIGN, ROOM / 2 - 36, 2).map((line, nth) => html`<text x="${Math.round(x) + 28}" y="${y + 13 + nth * 12}" font-size="${SIGN}">${line}</text>`)}`
  })}`
}

const set = (lines: readonly string[], y: number, size: number, lead: number, kind = ''): Markup =>
  html`${lines.map((line, at) => html`<text class="${kind}" x="${EDGE}" y="${y + at * lead}" font-size="${size}">${line}</text>`)}`

export function sheetSvg(sheet: Sheet, look: Look): string {
  const heading = linesOf(sheet.title, 30, ROOM, 4)
  const top = 118 + heading.length * 38
  const captions = linesOf(sheet.captions.join(' '), 12, ROOM, 5)
  const rows = Math.ceil(sheet.signs.length / 2)
  const room = HEIGHT - top - 150 - rows * 26 - captions.length * 18
  const { drawn, height } = cloth(sheet, top, room)
  const below = top + height + 28
  const drawing = html`<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${sheet.alt}"><title>${sheet.kind}: ${sheet.subject}</title><desc>${sheet.alt}</desc><style>${raw(inLook(STYLE, look))}</style><path class="g" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>${set([`${sheet.kind} · ${sheet.subject}`], 78, 14, 20, 't2')}${set(heading, 124, 30, 38)}${drawn}${legend(sheet, below)}${set(captions, below + rows * 26 + 28, 12, 18, 't2')}<path class="hair" d="M${EDGE} ${HEIGHT - 64}H${WIDTH - EDGE}"/>${set(linesOf(sheet.foot, 11, ROOM, 1), HEIGHT - 42, 11, 16, 't2')}</svg>`
  return inXml(drawing.toString())
}
