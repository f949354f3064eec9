/** What is said of a period in, a picture of it as SVG out, for a page that takes pictures alone: light or dark as its reader reads. */
import { raw } from 'hono/html'
import { inXml } from '../../core/in-xml.ts'
import { linesOf } from '../card/lines.ts'
import { html, type Markup } from '../markup.ts'
import type { UpdateView } from '../views.ts'
import { embedOf } from './embed.ts'

const WIDTH = 640
const EDGE = 24
const MARK = 'M0 0H24V24zM48 0V24H24zM48 48H24V24zM0 48V24H24z'

/** A picture has no style sheet, and no typeface but those of whoever looks at it. */
export const EMBED_STYLE =
  'text{font-family:Literata,Georgia,serif;fill:#1e1a16}.g{fill:#fbf7ee}.m{fill:#5c5347}.i{fill:#1e1a16}@media (prefers-color-scheme:dark){text,.i{fill:#f2ebdd}.g{fill:#1a1713}.m{fill:#bfb39f}}'

type Line = { readonly text: string; readonly size: number; readonly kind: string }

export function embedSvg(view: UpdateView): string {
  const { label, heading, proof, asOf } = embedOf(view)
  const room = WIDTH - 2 * EDGE
  const of = (text: string, size: number, most: number, kind: string): readonly Line[] =>
    linesOf(text, size, room, most).map((one) => ({ text: one, size, kind }))
  const address =
    view.site
      .whole(view.words.language, { kind: 'period', country: view.pack.id, period: view.period.id }, 'html')
      ?.replace(/^https?:\/\//, '') ?? 'Aigaq'
  const lines = [
    ...of(label, 15, 1, 'm'),
    ...of(heading, 26, 5, ''),
    ...of(proof, 16, 6, 'm'),
    ...of(`${address}${asOf === null ? '' : ` · ${asOf}`}`, 13, 2, 'm'),
  ]
  let y = EDGE + 6
  const set: Markup[] = []
  for (const { text, size, kind } of lines) {
    y += Math.round(size * 1.35)
    set.push(html`<text class="${kind}" x="${EDGE}" y="${y}" font-size="${size}">${text}</text>`)
  }
  const height = y + EDGE
  const drawing = html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}: ${heading}"><style>${raw(EMBED_STYLE)}</style><path class="g" d="M0 0h${WIDTH}v${height}H0z"/><g transform="translate(${WIDTH - EDGE - 20} 14) scale(.42)"><path class="i" d="${MARK}"/></g>${set}</svg>`
  return inXml(drawing.toString())
}
