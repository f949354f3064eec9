/** A plan in, how far it is out: parts with something written, its sum, which tables wrote, and all that is open, each a press away. */
import { labelIn } from '../../../core/language.ts'
import type { PlanEntries } from '../../../core/plan/entry.ts'
import { budgetOf } from '../../../core/plan/money.ts'
import type { OpenPoint } from '../../../core/plan/open-point.ts'
import { linesOf, oneOf, type Plan, said as stands } from '../../../core/plan/plan.ts'
import { at, said } from '../installed/said.ts'
import { titleOf } from './controls.ts'
import { button, made, sheet } from './page.ts'
import type { Shown } from './show-part.ts'

const write = (selector: string, text: string): void => {
  const place = at(selector)
  if (place && place.textContent !== text) place.textContent = text
}

export function showOverview(
  { plan, points }: Shown,
  entries: PlanEntries,
  goTo: (point: OpenPoint) => void,
): void {
  const begun = [...sheet.keys()].filter((part) => linesOf(plan, part).length > 0).length
  write('#how-far', said('progress', { n: begun, of: sheet.size }))
  const progress = at<HTMLProgressElement>('#progress')
  if (progress) [progress.max, progress.value] = [sheet.size, begun]
  showSum(plan)
  showTables(entries)
  write(
    '#how-many-open',
    points.length === 0 ? said('nothing-open') : said('open-count', { n: points.length }),
  )
  at('#all-open')?.replaceChildren(
    ...points.map((one) => {
      const line = made('li')
      line.append(
        button(whereOf(plan, one), () => goTo(one)),
        made('span', said(`check.${one.check}`), 'meta'),
      )
      return line
    }),
  )
  for (const one of document.querySelectorAll<HTMLElement>('#parts [data-to^="part-"]')) {
    const n = points.filter((point) => `part-${point.part}` === one.dataset.to).length
    const count = at('.count', one)
    if (count) count.textContent = n === 0 ? '' : said('open-count', { n })
  }
}

function whereOf(plan: Plan, { part, line, field }: OpenPoint): string {
  const of = sheet.get(part)
  const at = line === null ? undefined : plan.lines.get(line)
  const asked = of?.fields.find((one) => one.id === field)
  return [
    ...(of ? [labelIn(of.label, 'en').text] : []),
    ...(at && !of?.isOne ? [titleOf(at)] : []),
    ...(asked ? [labelIn(asked.label, 'en').text] : []),
  ].join(' · ')
}

/** With a line that nobody put a price to it is "at least", and never 0 for unknown. */
function showSum(plan: Plan): void {
  const { total, own, asked, open, lines } = budgetOf(plan)
  const currency = stands(oneOf(plan, 'front'), 'currency')
  const money = (hundredths: number): string =>
    `${new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 }).format(hundredths / 100)} ${currency}`.trim()
  const isNone = lines.length === 0
  write('#sum', isNone ? said('empty') : said(open > 0 ? 'at-least' : 'sum', { sum: money(total), open }))
  write('#asked', isNone ? '' : said('asked', { sum: money(asked), own: money(own) }))
}

function showTables(entries: PlanEntries): void {
  const many = new Map<string, number>()
  for (const { by } of entries.values()) many.set(by, (many.get(by) ?? 0) + 1)
  at('#wrote')?.replaceChildren(...[...many].sort().map(([by, n]) => made('li', said('wrote', { by, n }))))
}
