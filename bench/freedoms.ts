/** Annotated and predicted records → precision, recall and F1 of their freedoms, which the annotations' scorer leaves out. */
interface Told {
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly freedoms: readonly string[]
}

const overlap = (a: Told, b: Told): number =>
  a.doc === b.doc ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0

/** Each annotated record is paired with the prediction that shares most signs with it; one without any is left to detection. */
export function freedomsScore(gold: readonly Told[], predicted: readonly Told[]): string {
  let [hit, said, meant] = [0, 0, 0]
  for (const one of gold) {
    const [best] = predicted.toSorted((a, b) => overlap(b, one) - overlap(a, one))
    if (!best || overlap(best, one) <= 0) continue
    hit += one.freedoms.filter((freedom) => best.freedoms.includes(freedom)).length
    said += best.freedoms.length
    meant += one.freedoms.length
  }
  const figures = [hit / said, hit / meant, (2 * hit) / (said + meant)].map((one) => one.toFixed(3))
  return `freedoms        ${figures.join('  ')} | ${hit}/${said}/${meant}, paired by overlap`
}
