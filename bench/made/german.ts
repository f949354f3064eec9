/** Ten thousand invented records in the shape of RLdata10000: seven columns, few names that many bear, a tenth there twice with one slip. */
import { byRank, type Draw, drawing, type Made, slip, wordList } from './words.ts'

const COLUMNS = ['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2', 'by', 'bm', 'bd'] as const

/** Shares as in RLdata500, which the shared benchmarks hold: a second given name in 6 %, a second surname in 2 %, one slip in nine of ten copies. */
export function germanRecords(persons: number, copies: number, seed: number): Made {
  const draw = drawing(seed)
  const given = byRank(draw, wordList(draw, 140, ['er', 'ard', 'a', 'e', 'us', 'in'], 0.2), 12)
  const surname = byRank(draw, wordList(draw, 105, ['er', 'mann', 't', 'z', 'e', ''], 0.35), 7)
  const originals = Array.from({ length: persons }, () => [
    given(),
    draw.chance(0.06) ? given() : '',
    surname(),
    draw.chance(0.015) ? surname() : '',
    String(1925 + draw.below(84)),
    String(1 + draw.below(12)),
    String(1 + draw.below(31)),
  ])
  const known: { readonly person: number; readonly cells: readonly string[] }[] = originals.map(
    (cells, person) => ({ person, cells }),
  )
  const taken = new Set<number>()
  while (taken.size < copies) taken.add(draw.below(persons))
  for (const person of taken) known.push({ person, cells: slipped(originals[person] ?? [], draw) })
  const answers = new Map<string, string>()
  const rows = shuffled(known, draw).map(({ person, cells }, index) => {
    answers.set(`x${index}`, `p${person}`)
    return [`x${index}`, ...cells.map((one, at) => (at < 4 ? one.toUpperCase() : one))]
  })
  return { columns: ['id', ...COLUMNS], rows, answers }
}

function slipped(cells: readonly string[], draw: Draw): readonly string[] {
  const copy = [...cells]
  for (let n = draw.chance(0.1) ? 2 : 1; n > 0; n -= 1) {
    const at = draw.one([0, 0, 0, 2, 2, 2, 4, 4, 5, 6, 6, 6])
    const cell = copy[at] ?? ''
    copy[at] = at < 4 ? slip(cell, draw) : digitOff(cell, draw)
  }
  // Month and day are changed round now and then.
  if (draw.chance(0.02)) [copy[5], copy[6]] = [copy[6] ?? '', copy[5] ?? '']
  return copy
}

function digitOff(cell: string, draw: Draw): string {
  const at = draw.below(cell.length)
  return `${cell.slice(0, at)}${draw.below(10)}${cell.slice(at + 1)}`
}

function shuffled<T>(list: readonly T[], draw: Draw): readonly T[] {
  const found = [...list]
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = draw.below(at + 1)
    const [a, b] = [found[at], found[other]]
    if (a !== undefined && b !== undefined) {
      found[at] = b
      found[other] = a
    }
  }
  return found
}
