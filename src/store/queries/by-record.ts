/** Rows of many records in, the rows of each record out, in the order they came. */
export function byRecord<Row extends { readonly record: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const own = found.get(row.record)
    if (own) own.push(row)
    else found.set(row.record, [row])
  }
  return found
}
