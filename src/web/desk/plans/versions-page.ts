/** Moments of a plan that the group kept as a page, and what differs between one of them and now. */
import { MOST_VERSION } from '../../../core/plan/beside.ts'
import type { Plan } from '../../../core/plan/plan.ts'
import {
  differences,
  type PlanDifference,
  type PlanVersion,
  planAt,
  versionsOf,
} from '../../../core/plan/versions.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { titleOf } from './plan-page.ts'
import { byWhom, nameOfLine, tellField } from './told.ts'

export function planVersionsPage(desktop: Desktop, read: PlanOnDesk, lines: readonly string[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans/${read.id}`
  const versions = versionsOf(read.plan).toReversed()
  const body = [
    section(
      html`<a href="${home}">${titleOf(desktop, read)}</a>`,
      t('plans.versions.note'),
      html`<h1>${t('plans.versions')}</h1>${wrong(lines)}${
        versions.length === 0
          ? html`<p>${t('plans.versions.none')}</p>`
          : html`<ul class="waits">${versions.map((one) => html`<li><a href="${home}/versions/${one.id}">${one.name || t('plans.untitled')}</a><br><span class="meta">${byWhom(one.entry, read, face.words)}</span></li>`)}</ul>`
      }`,
      true,
    ),
    section(
      t('plans.versions.keep'),
      '',
      html`<form method="post" action="${home}/versions">${tokenField(face)}<p><label>${t('plans.versions.name')}<br><input name="name" required maxlength="${MOST_VERSION}" autocomplete="off"></label></p>${button(t('plans.versions.keep'))}</form>`,
    ),
  ]
  return frame(face, t('plans.versions'), `plans/${read.id}/versions`, body)
}

export function planVersionPage(desktop: Desktop, read: PlanOnDesk, version: PlanVersion): string {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans/${read.id}`
  const then = planAt(read.entries, version)
  const found = differencesSince(read, version)
  const body = section(
    html`<a href="${home}/versions">${t('plans.versions')}</a>`,
    byWhom(version.entry, read, face.words),
    html`<h1>${version.name || t('plans.untitled')}</h1><p class="sub">${found.length === 0 ? t('plans.same') : t('plans.differs', { n: found.length })}</p>${[
      ...Map.groupBy(found, (one) => one.part),
    ].map(([part, all]) => partOf(desktop, read, then, part, all))}`,
    true,
  )
  return frame(face, t('plans.since'), `plans/${read.id}/versions/${version.id}`, body)
}

export const differencesSince = (read: PlanOnDesk, version: PlanVersion): readonly PlanDifference[] =>
  differences(planAt(read.entries, version), read.plan)

function partOf(
  desktop: Desktop,
  read: PlanOnDesk,
  then: Plan,
  id: string,
  found: readonly PlanDifference[],
): Piece {
  const { words } = desktop.face
  const part = desktop.codebook.plan.get(id)
  if (!part) return false
  const byLine = [...Map.groupBy(found, (one) => one.line)]
  return html`<h2>${labelled(part.label, words)}</h2>${byLine.map(([id, all]) => {
    const now = read.plan.lines.get(id)
    const was = then.lines.get(id)
    const line = now ?? was
    const what = now === undefined ? 'plans.line.struck' : was === undefined ? 'plans.line.new' : null
    return html`${line && !part.isOne && html`<h3>${nameOfLine(line, part, now ? read.plan : then, words)}${what !== null && html` <span class="meta">${words.t(what)}</span>`}</h3>`}<dl class="vals">${all.map((one) => difference(desktop, read, one))}</dl>`
  })}`
}

function difference(
  desktop: Desktop,
  read: PlanOnDesk,
  { part, field, before, now }: PlanDifference,
): Markup {
  const { words } = desktop.face
  const sheet = desktop.codebook.plan
  const asked = sheet.get(part)?.fields.find((one) => one.id === field)
  const tell = (text: string): Piece => (asked ? tellField(asked, text, read, sheet, words) : text)
  return html`<div><dt>${asked ? labelled(asked.label, words) : field}</dt><dd>${before !== null && before !== '' && html`<p><span class="meta">${words.t('plans.before')}</span> <del>${tell(before)}</del></p>`}${now !== null && now !== '' && html`<p><span class="meta">${words.t('plans.now')}</span> <ins>${tell(now)}</ins></p>`}${now === '' && html`<p class="meta">${words.t('plans.emptied')}</p>`}</dd></div>
`
}
