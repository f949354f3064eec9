/** The bytes of a PDF or of a picture in, each leaf drawn in grey out. MuPDF runs as WebAssembly: it can reach neither disk nor network. */
import { refuse } from '../../core/faults.ts'
import type { Grey } from './engine.ts'

/** Letters of ten points are then thirty-five dots high with what rises and hangs; more dots read slower and no better. */
const DOTS_PER_POINT = 250 / 72
/** No leaf is drawn larger, whatever size it says it has: sixteen million dots. */
const MOST_DOTS = 4_000
/** A picture of a screen is small; twice as large its letters are read. */
const FEW_DOTS = 1_200
/** A sheet of A3 at 600 dots an inch has 70 million; a bomb has a thousand million in a few kilobytes. */
const MOST_DOTS_IN_FILE = 80_000_000

export type Drawn = Grey & { readonly dotsPerPoint: number }
export type Leaves = {
  readonly count: number
  readonly draw: (number: number) => Drawn
  readonly close: () => void
}

type Mupdf = typeof import('mupdf')
export const openMupdf = (): Promise<Mupdf> => import('mupdf')

/** The longer side that a picture is drawn with: as it is, unless it is tiny or vast. */
function sideOf(mupdf: Mupdf, bytes: Uint8Array): number {
  const image = new mupdf.Image(bytes)
  const [width, height] = [image.getWidth(), image.getHeight()]
  image.destroy()
  if (width * height > MOST_DOTS_IN_FILE) throw refuse('input.unpacked', { limit: MOST_DOTS_IN_FILE })
  const side = Math.max(width, height)
  return side < FEW_DOTS ? side * 2 : Math.min(side, MOST_DOTS)
}

export function openLeaves(mupdf: Mupdf, bytes: Uint8Array, mediaType: string): Leaves {
  const side = mediaType === 'application/pdf' ? null : sideOf(mupdf, bytes)
  const file = mupdf.Document.openDocument(bytes, mediaType)
  return {
    count: file.countPages(),
    draw: (number) => {
      const page = file.loadPage(number - 1)
      try {
        const [left, top, right, foot] = page.getBounds()
        const long = Math.max(right - left, foot - top, 1)
        const most = Math.min(DOTS_PER_POINT, MOST_DOTS / long)
        const scale = side === null || file.countPages() > 1 ? most : side / long
        const drawn = page.toPixmap([scale, 0, 0, scale, 0, 0], mupdf.ColorSpace.DeviceGray, false, true)
        const [width, height] = [drawn.getWidth(), drawn.getHeight()]
        // A copy: the memory behind it grows and moves.
        const pixels = Uint8Array.from(drawn.getPixels())
        drawn.destroy()
        return { width, height, pixels, dotsPerPoint: scale }
      } finally {
        page.destroy()
        // What was unpacked for this leaf is of no use for the next.
        mupdf.emptyStore()
      }
    },
    close: () => file.destroy(),
  }
}
