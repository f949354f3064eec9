/** Tables of who was seen by which list → one CSV file that `aigaq estimate` reads, with a column of draws where there are several. */
import { type CaptureTable, historyText } from '../core/estimate/capture.ts'
import { csv } from './csv.ts'

export function captureCsv(tables: readonly CaptureTable[]): string {
  const [first] = tables
  const isMany = tables.length > 1
  const rows = tables.flatMap(({ counts, lists }, draw) =>
    counts.flatMap((n, history) =>
      history > 0 && n > 0
        ? [[...historyText(history, lists.length), ...(isMany ? [String(draw + 1)] : []), String(n)]]
        : [],
    ),
  )
  return csv([...(first?.lists ?? []), ...(isMany ? ['draw'] : []), 'count'], rows)
}
