/** Years, quarters or months that hold something in, all from the first to the last out: one without records keeps its place. */

/** A table of more would not be read. */
const MOST = 400

export function everySpan(found: readonly string[]): readonly string[] {
  const sorted = [...found].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const all: string[] = [first]
  while ((all.at(-1) ?? last) < last && all.length <= MOST) all.push(following(all.at(-1) ?? last))
  return all.length > MOST ? sorted : all
}

function following(span: string): string {
  const year = Number(span.slice(0, 4))
  const quarter = /-q(\d)$/.exec(span)
  if (quarter) return quarter[1] === '4' ? `${year + 1}-q1` : `${year}-q${Number(quarter[1]) + 1}`
  const month = /-(\d\d)$/.exec(span)
  if (month)
    return month[1] === '12' ? `${year + 1}-01` : `${year}-${String(Number(month[1]) + 1).padStart(2, '0')}`
  return String(year + 1)
}
