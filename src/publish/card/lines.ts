/** Words and a width in, the lines they fill out: without a browser the width of each letter is estimated, never too narrow. */

/** Widths in thousandths of the size, of Literata at its regular weight: measured once, rounded up by kind of letter. */
const NARROW = /[.,:;!|'’`()[\]iljIftrіїј·-]/u
const WIDE = /[mwMW@%жшщюмфыЖШЩЮМФЫ—]/u
const CAPITAL = /\p{Lu}/u
const CYRILLIC = /\p{Script=Cyrillic}/u

export function widthOfText(text: string, size: number): number {
  let units = 0
  for (const letter of text) {
    if (letter === ' ') units += 230
    else if (WIDE.test(letter)) units += 900
    else if (CAPITAL.test(letter)) units += 710
    else if (NARROW.test(letter)) units += 350
    else units += CYRILLIC.test(letter) ? 595 : 545
  }
  return (units * size) / 1000
}

/** At most `most` lines; what does not fit ends in an ellipsis. A word longer than a line stands by itself and is cut. */
export function linesOf(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOfText(longer, size) <= width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  const isCut = lines.length > most
  return lines
    .slice(0, most)
    .map((one, at) => fitted(isCut && at === most - 1 ? `${one}…` : one, size, width))
}

function fitted(line: string, size: number, width: number): string {
  if (widthOfText(line, size) <= width) return line
  let letters = [...line.replace(/…$/, '')]
  while (letters.length > 1 && widthOfText(`${letters.join('')}…`, size) > width)
    letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}

/** The largest size of those given at which the text fits, with its lines; at the smallest it is cut. */
export function fitting(
  text: string,
  sizes: readonly number[],
  width: number,
  most: (size: number) => number,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of sizes) {
    const lines = linesOf(text, size, width, most(size))
    if (!lines.at(-1)?.endsWith('…')) return { size, lines }
  }
  const size = sizes.at(-1) ?? 24
  return { size, lines: linesOf(text, size, width, most(size)) }
}
