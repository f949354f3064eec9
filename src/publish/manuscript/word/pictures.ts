/** A figure in, its picture for a word processor with all it shows in words out; where nobody drew it, the words. */
import { ImageRun, Paragraph, TextRun } from 'docx'
import type { Figure } from '../manuscript.ts'

/** Of each drawing, as PNG. */
export type Pictures = ReadonlyMap<string, Uint8Array>

/** Width of the text on A4 between margins of 25 mm, in pixels of 1/96 inch; no picture is higher than most of a page. */
const [WIDE, HIGH] = [605, 800]

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = 0, height = 0] = (/viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(
    Number,
  )
  const scale = Math.min(WIDE / (width || WIDE), HIGH / (height || WIDE))
  return { width: Math.round((width || WIDE) * scale), height: Math.round((height || WIDE) * scale) }
}

/** One of these for one file: pictures are numbered as they come, since the package's own numbers go on from file to file. */
export function picturing(pictures: Pictures): (figure: Figure) => readonly Paragraph[] {
  let made = 0
  return (figure) => {
    made += 1
    return pictureOf(figure, pictures, made)
  }
}

function pictureOf({ svg, signs, alt }: Figure, pictures: Pictures, id: number): readonly Paragraph[] {
  const png = pictures.get(svg)
  if (!png) return [new Paragraph({ style: 'Label', children: [new TextRun(alt)] })]
  const legend = signs.map((one) => one.words).join(' · ')
  return [
    new Paragraph({
      keepNext: legend !== '',
      children: [
        new ImageRun({
          ...{ type: 'png', data: png, transformation: sizeOf(svg) },
          altText: { id: String(id), name: `figure ${id}`, title: '', description: alt },
        }),
      ],
    }),
    ...(legend === '' ? [] : [new Paragraph({ style: 'Label', children: [new TextRun(legend)] })]),
  ]
}
