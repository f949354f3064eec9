/** One part of a plan as a page: what it asks, a form for each of its lines, one for a new line, and the ways to the parts beside it. */
import { linesOf } from '../../../core/plan/plan.ts'
import type { PlanPart } from '../../../core/plan/terms.ts'
import type { Readability } from '../../../core/readability/readability.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { lineForm, type SentLine } from './line-form.ts'
import { titleOf } from './plan-page.ts'
import { budgetTable, riskTable } from './sums.ts'
import { anchorOf, nameOfLine } from './told.ts'

export type PartPage = {
  readonly read: PlanOnDesk
  readonly part: PlanPart
  /** How a line that is not there yet will be called, so that a form sent twice makes one line. */
  readonly fresh: string
  readonly reads: ReadonlyMap<string, Readability>
  /** Of lines that link to something: the page that answers; null: none that may be opened. */
  readonly linked: ReadonlyMap<string, string | null>
  readonly sent: SentLine | null
  readonly lines: readonly string[]
}

export function planPartPage(desktop: Desktop, page: PartPage): string {
  const { face } = desktop
  const { words } = face
  const { t, language } = words
  const { read, part, fresh, reads, sent } = page
  const home = `/${language}/desk/plans/${read.id}`
  const lines = linesOf(read.plan, part.id)
  const label = labelled(part.label, words)
  const form = (id: string, line: (typeof lines)[number] | null): Markup =>
    lineForm(desktop, read, part, { id, line }, sent, reads)
  const body = [
    section(
      html`<a href="${home}">${titleOf(desktop, read)}</a>`,
      beside(desktop, page),
      html`<h1>${label}</h1>${wrong(page.lines)}<p class="sub">${labelled(part.ask, words)}</p>${part.id === 'budget' && budgetTable(desktop, read)}${part.id === 'risk' && riskTable(desktop, read)}${part.isOne && html`<div id="${anchorOf(part.id, null)}">${form(part.id, lines[0] ?? null)}</div>`}`,
      true,
    ),
    ...(part.isOne
      ? []
      : [
          ...lines.map((line, at) =>
            section(
              t('plans.line', { n: at + 1 }),
              linkOf(desktop, page, line.id),
              html`<h2 id="${anchorOf(line.id, null)}">${nameOfLine(line, part, read.plan, words)}</h2>${form(line.id, line)}`,
            ),
          ),
          section(
            t('plans.new-line'),
            false,
            html`<h2 id="new">${t('plans.new-line')}</h2>${form(fresh, null)}`,
          ),
        ]),
    section(t('plans.parts'), false, ways(desktop, page)),
  ]
  return frame(face, `${label} · ${t('plans.one')}`, `plans/${read.id}/parts/${part.id}`, body)
}

function linkOf({ face }: Desktop, { linked }: PartPage, line: string): Piece {
  const { t, language } = face.words
  const page = linked.get(line)
  if (page === undefined) return false
  return page === null
    ? html`<b>${t('plans.link.none')}</b>`
    : html`<a href="/${language}/desk/${page}">${t('plans.link.open')}</a>`
}

function beside(desktop: Desktop, { read, part }: PartPage): Piece {
  const n = read.open.filter((one) => one.part === part.id).length
  return n > 0 && desktop.face.words.t('plans.open', { n })
}

/** All parts in their order; this one is where one is. */
function ways({ face, codebook }: Desktop, { read, part }: PartPage): Markup {
  const { words } = face
  return html`<nav aria-label="${words.t('plans.parts')}"><ol class="plan-parts">${[
    ...codebook.plan.values(),
  ].map(
    (one) =>
      html`<li><a href="/${words.language}/desk/plans/${read.id}/parts/${one.id}"${one.id === part.id && html` aria-current="page"`}>${labelled(one.label, words)}</a></li>`,
  )}</ol></nav>`
}
