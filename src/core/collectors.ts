/** Sources in; who collected first what each of them says, and how many of them are independent, out. */

/** `collector`: who saw or counted. Where nobody said who, a source speaks for its publisher, and without one for itself. */
export type Collected = { readonly collector: string | null; readonly publisher: string | null }

/** What two spellings of one collector share: small letters, no quotation marks, single blanks. */
export const collectorKey = ({ collector, publisher }: Collected): string | null => {
  const name = (collector ?? publisher ?? '').toLowerCase().replace(/["'«»“”„’]/g, '')
  return name.replace(/\s+/g, ' ').trim() || null
}

/** Sources of which one quotes the other, or both a third, are one witness. */
export const independentIn = (sources: readonly Collected[]): number =>
  new Set(sources.map((one, index) => collectorKey(one) ?? index)).size
