/** A strand's sentences → every date besides the main one, as the annotation writes it. */
import type { Span } from '../core/span.ts'
import type { Line } from './lines.ts'
import type { Dated } from './when.ts'

/** Every other day, month or year of the strand as the annotation writes it (`2031-05-07`, `2031-05`, `2031`). */
export function otherDates(
  lines: readonly Line[],
  main: Dated,
): { readonly value: string; readonly span: Span; readonly rule: string; readonly relative: boolean }[] {
  const seen = new Set<string>()
  return lines
    .flatMap((line) => line.dates)
    .flatMap((one) => {
      const { from: first, to: last, precision } = one.value
      const ends =
        precision === 'day'
          ? [first, last]
          : precision === 'month'
            ? [first?.slice(0, 7)]
            : [first?.slice(0, 4)]
      return [...new Set(ends)].flatMap((value) => {
        if (
          !value ||
          seen.has(value) ||
          main.value.from?.startsWith(value) ||
          main.value.to?.startsWith(value)
        )
          return []
        seen.add(value)
        return [{ value, span: one.span, rule: one.rule, relative: one.relative }]
      })
    })
}
