/** The form of one line in; what was typed or chosen into it, and which entries it showed, out. */
import type { PlanEntries } from '../../../core/plan/entry.ts'
import type { LineTyped } from '../../../usecases/plan/write-line.ts'

/**
 * `f-…` is what was typed. Where several texts stood, `c-…` is the entry that was chosen: with neither, both are left; a text
 * typed below them counts before either, since nobody writes one by mistake.
 */
export function lineTyped(
  entries: PlanEntries,
  { part, line }: Pick<LineTyped, 'part' | 'line'>,
  sent: Readonly<Record<string, string>>,
): LineTyped {
  const saw = new Set((sent.saw ?? '').split(' ').filter((id) => id !== ''))
  const shown = Map.groupBy(
    [...saw].flatMap((id) => {
      const one = entries.get(id)
      return one?.line === line ? [one] : []
    }),
    (one) => one.field,
  )
  const typed = Object.entries(sent).flatMap(([name, text]): readonly (readonly [string, string])[] => {
    if (!name.startsWith('f-')) return []
    const field = name.slice(2)
    const stood = shown.get(field) ?? []
    if (new Set(stood.map((one) => one.text)).size <= 1) return [[field, text]]
    if (text.trim() !== '') return [[field, text]]
    const chosen = stood.find((one) => one.id === sent[`c-${field}`])
    return chosen ? [[field, chosen.text]] : []
  })
  return { part, line, saw, typed: Object.fromEntries(typed) }
}
