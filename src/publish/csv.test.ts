/** A copy is opened in a spreadsheet: nothing in it may be run, and nothing of it may be lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'

/** RFC 4180 read back, by the letter. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  let [at, cell, quoted] = [0, '', false]
  const end = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"') quoted = !quoted
    else if (!quoted && letter === ',') end()
    else if (!quoted && text.startsWith('\r\n', at)) {
      end()
      rows.push([])
      at += 1
    } else cell += letter
  }
  return rows.slice(0, -1)
}

/** T7 (Bayanat 024): formula injection through an exported field. */
describe('T7: a cell', () => {
  it.each([
    '=HYPERLINK("https://evil.example","x")',
    '+cmd|calc!A0',
    '-2+3',
    '@SUM(1)',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\n=1',
    '＝1+1',
    '\u00a0=1',
  ])('%j is text', (text) => {
    expect(parse(csv(['a'], [[text]]))[1]?.[0]).toBe(`'${text}`)
  })

  it.each(['a=b', '17 February', "it's", '', 'said: "no"', 'a,b;c\r\nd'])('%j stays as it is', (text) => {
    expect(parse(csv(['a'], [[text]]))[1]).toEqual([text])
  })

  it('never begins a formula, whatever stood in the record, and loses nothing', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'=+-@\t\r\n",;\' ＝'), fc.string({ minLength: 1, maxLength: 1 })),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (rows) => {
        const read = parse(csv(['a', 'b'], rows)).slice(1)
        expect(read.length).toBe(rows.length)
        for (const [index, row] of read.entries())
          for (const [at, one] of row.entries()) {
            expect(one).not.toMatch(/^[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]/u)
            expect([one, one.slice(1)]).toContain(rows[index]?.[at])
          }
      }),
      { numRuns: 300 },
    )
  })
})
