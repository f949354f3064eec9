/** The incidents of a thing in, the provisions used in them out. */
import { html, type Markup } from '../markup.ts'
import { row } from '../pages/parts.ts'
import type { ThingView } from '../views.ts'
import { lawTable } from './law-table.ts'

const MOST = 8

export function lawsUsed(view: ThingView): Markup | false {
  const { words, pack } = view
  const uses = view.counts.laws.slice(0, MOST)
  if (uses.length === 0) return false
  const table = lawTable(uses, pack, view, () => null)
  return row('l', words.t('face.laws'), words.t('face.laws.note'), words.t('face.laws.most'), html`${table}`)
}
