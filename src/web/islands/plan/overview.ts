/** A plan in, how far it is out: parts with something written, its sum, which tables wrote, what they say of it, and all that is open, each a press away. */
import { labelIn } from '../../../core/language.ts'
import type { PlanEntries } from '../../../core/plan/entry.ts'
import { budgetOf } from '../../../core/plan/money.ts'
import type { OpenPoint } from '../../../core/plan/open-point.ts'
import { linesOf, oneOf, type Plan, said as stands } from '../../../core/plan/plan.ts'
import { COMMENT, COMMENT_OF, COMMENT_TEXT } from '../../../core/plan/terms.ts'
import { at, said } from '../installed/said.ts'
import { titleOf } from './controls.ts'
import { button, byTable, made, sheet } from './page.ts'
import { saidBy } from './remarks.ts'
import type { Shown } from './show-part.ts'

type Place = Pick<OpenPoint, 'part' | 'line' | 'field'>
export type GoTo = (place: Place) => void

const write = (selector: string, text: string): void => {
  const place = at(selector)
  if (place && place.textContent !== text) place.textContent = text
}

export function showOverview({ plan, points }: Shown, entries: PlanEntries, goTo: GoTo): void {
  const begun = [...sheet.keys()].filter((part) => linesOf(plan, part).length > 0).length
  write('#how-far', said('progress', { n: begun, of: sheet.size }))
  const progress = at<HTMLProgressElement>('#progress')
  if (progress) [progress.max, progress.value] = [sheet.size, begun]
  showSum(plan)
  showTables(entries)
  showComments(plan, goTo)
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

function whereOf(plan: Plan, { part, line, field }: Place): string {
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
  at('#wrote')?.replaceChildren(
    ...[...many].sort().map(([by, n]) => made('li', said('wrote', { by: byTable(by), n }))),
  )
}

/** Of a line that was struck off nobody needs to be told what was said of it. */
function showComments(plan: Plan, goTo: GoTo): void {
  const all = linesOf(plan, COMMENT).flatMap((one) => {
    const of = stands(one, COMMENT_OF)
    const part = plan.lines.get(of)?.part ?? (sheet.get(of)?.isOne ? of : undefined)
    const entry = one.values.get(COMMENT_TEXT)?.entry
    return part !== undefined && entry ? [{ entry, place: { part, line: of, field: null } }] : []
  })
  const place = at('#comments')
  if (place) place.hidden = all.length === 0
  at('#all-comments')?.replaceChildren(
    ...all.map(({ entry, place: to }) => {
      const item = made('li')
      item.append(
        button(whereOf(plan, to), () => goTo(to)),
        made('span', entry.text, 'text'),
        made('span', saidBy(entry), 'meta'),
      )
      return item
    }),
  )
}
