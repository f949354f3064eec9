/** A case and one of its people in, where they stand today in words out: at liberty or not, how far the case is, days held. */
import { custodyOf, type Held } from '../../../core/cases/custody.ts'
import { type CaseStanding, standingOn } from '../../../core/cases/standing.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'
import type { CaseView } from './case-page.ts'
import { dateIn, entryText, packOf, stageText } from './entry-text.ts'
import { nameOf } from './rooms.ts'

export function whereStands(desktop: Desktop, { row, file, today }: CaseView, person: string): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const at = standingOn(file.entries, today, person)
  const name = nameOf(desktop, row, person)
  const spans = custodyOf(file.entries, today, person)
  return html`<h2>${face.mayAtAll('people') ? html`<a href="/${language}/desk/people/${person}">${name}</a>` : name}</h2>
<p class="shown">${libertyText(desktop, at)}</p><p>${caseText(desktop, at)}</p>
${[...at.restrictions, ...at.restricting].map((one) => html`<p>${entryText(desktop, one.body, file.entries, packOf(desktop, row))}</p>`)}
${spans.length > 0 && html`<p>${t('case.custody')}: ${spans.map((one) => spanText(desktop, one)).join('; ')}</p>`}`
}

function libertyText(desktop: Desktop, { liberty, lastOfLiberty }: CaseStanding): string {
  const { t } = desktop.face.words
  const said = t(`case.liberty.${liberty}`)
  if (lastOfLiberty.kind === 'known')
    return `${said}, ${t('case.since', { when: dateIn(desktop, lastOfLiberty.entry.body.date) })}`
  if (lastOfLiberty.kind === 'unknown') return said
  return `${said}: ${lastOfLiberty.entries.map(({ body }) => `${stageText(desktop, body.stage)} (${dateIn(desktop, body.date)})`).join(', ')}`
}

function caseText(desktop: Desktop, { lastOfCase }: CaseStanding): string {
  const { t } = desktop.face.words
  if (lastOfCase.kind === 'unknown') return t('case.last.unknown')
  const entries = lastOfCase.kind === 'known' ? [lastOfCase.entry] : lastOfCase.entries
  const stages = entries
    .map(({ body }) => `${stageText(desktop, body.stage)}, ${dateIn(desktop, body.date)}`)
    .join('; ')
  return lastOfCase.kind === 'known' ? t('case.last', { stage: stages }) : t('case.last.unsure', { stages })
}

function spanText(desktop: Desktop, { from, to, goesOn, days }: Held): string {
  const { t } = desktop.face.words
  const [first, last] = [dateIn(desktop, from), dateIn(desktop, to)]
  if (to === null)
    return goesOn && days !== null
      ? t('case.custody.on', { from: first, n: days })
      : t('case.custody.open', { from: first })
  return days === null
    ? t('case.custody.uncounted', { from: first, to: last })
    : t('case.custody.span', { from: first, to: last, n: days })
}
