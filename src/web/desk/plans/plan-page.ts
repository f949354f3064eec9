/** One plan as a page: what is open in it, every part in the order of the sheet as it stands, its file. */
import { commentsOn } from '../../../core/plan/beside.ts'
import { linesOf, oneOf, type PlanLine, said } from '../../../core/plan/plan.ts'
import type { PlanPart } from '../../../core/plan/terms.ts'
import { versionsOf } from '../../../core/plan/versions.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import type { TakenPlan } from '../../../usecases/plan/plan-file.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { fileForm, sealedForm, takenLines } from './file-form.ts'
import { openList } from './open-list.ts'
import { budgetTable, riskTable } from './sums.ts'
import { anchorOf, byWhom, nameOfLine, tellField } from './told.ts'

export type PlanPage = {
  readonly read: PlanOnDesk
  readonly taken: readonly TakenPlan[]
  readonly lines: readonly string[]
}

export function planPage(desktop: Desktop, { read, taken, lines }: PlanPage): string {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans`
  const versions = versionsOf(read.plan).length
  const body = [
    section(
      html`<a href="${home}">${t('plans.nav')}</a>`,
      said(oneOf(read.plan, 'front'), 'theme'),
      html`<h1>${titleOf(desktop, read)}</h1>${wrong(lines)}${takenLines(face, taken)}<ul class="waits"><li><a href="#open">${read.open.length === 0 ? t('plans.open.none') : t('plans.open', { n: read.open.length })}</a></li><li><a href="${home}/${read.id}/versions">${t('plans.versions.count', { n: versions })}</a></li><li><a href="${home}/${read.id}/application">${t('plans.application')}</a></li><li><a href="#file">${t('plans.file')}</a></li></ul>`,
      true,
    ),
    ...[...codebook.plan.values()].map((part) => partSection(desktop, read, part)),
    section(
      t('plans.open.title'),
      t('plans.open.what'),
      html`<h2 id="open">${t('plans.open.title')}</h2>${openList(desktop, read)}`,
    ),
    section(
      t('plans.file'),
      t('plans.file.note'),
      html`<h2 id="file">${t('plans.file')}</h2><p><a href="${home}/${read.id}/plan.jsonl" download>${t('plans.file.give')}</a></p><p class="meta">${t('plans.file.all')}</p>${sealedForm(face, `${home}/${read.id}/sealed`)}${fileForm(face, `${home}/${read.id}/file`)}`,
    ),
  ]
  return frame(face, t('plans.one'), `plans/${read.id}`, body)
}

export const titleOf = ({ face }: Desktop, { plan }: PlanOnDesk): string =>
  said(oneOf(plan, 'front'), 'title') || face.words.t('plans.untitled')

function partSection(desktop: Desktop, read: PlanOnDesk, part: PlanPart): Markup {
  const { face } = desktop
  const { words } = face
  const lines = linesOf(read.plan, part.id)
  const to = `/${words.language}/desk/plans/${read.id}/parts/${part.id}`
  const sums =
    part.id === 'budget' ? budgetTable(desktop, read) : part.id === 'risk' ? riskTable(desktop, read) : null
  const open = read.open.filter((one) => one.part === part.id).length
  return section(
    open > 0 && words.t('plans.open', { n: open }),
    '',
    html`<h2><a href="${to}">${labelled(part.label, words)}</a></h2>${
      lines.length === 0
        ? html`<p class="meta">${labelled(part.ask, words)}</p>`
        : (sums ?? lines.map((line) => lineOf(desktop, read, part, line)))
    }`,
  )
}

function lineOf(desktop: Desktop, read: PlanOnDesk, part: PlanPart, line: PlanLine): Markup {
  const { words } = desktop.face
  const sheet = desktop.codebook.plan
  const told = part.fields.flatMap((field) => {
    const value = line.values.get(field.id)
    return value && (value.text !== '' || value.rivals.length > 0) ? [{ field, value }] : []
  })
  const n = commentsOn(read.plan, line.id).length
  const to = `/${words.language}/desk/plans/${read.id}/parts/${part.id}#${anchorOf(line.id, null)}`
  return html`${!part.isOne && html`<h3><a href="${to}">${nameOfLine(line, part, read.plan, words)}</a></h3>`}${line.struck.length > 0 && html`<p><b>${words.t('plan.check.struck')}</b></p>`}
<dl class="vals">${told.map(
    ({ field, value }) =>
      html`<div><dt>${labelled(field.label, words)}</dt><dd>${
        value.rivals.length === 0
          ? tellField(field, value.text, read, sheet, words)
          : [value.entry, ...value.rivals].map(
              (entry): Piece =>
                html`<p>${tellField(field, entry.text, read, sheet, words)}<span class="src">${byWhom(entry, read, words)}</span></p>`,
            )
      }</dd></div>
`,
  )}</dl>${n > 0 && html`<p class="meta">${words.t('plans.comments', { n })}</p>`}`
}
