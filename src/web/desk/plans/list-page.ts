/** The plans of an organisation as a page: each with its days and when it last grew; beginning one, bringing in files of tables. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { TakenPlan } from '../../../usecases/plan/plan-file.ts'
import { PLANS_AT_ONCE, type PlanInList } from '../../../usecases/plan/plans.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { turnPages } from '../turn-pages.ts'
import { fileForm, takenLines } from './file-form.ts'

export type PlanList = {
  readonly plans: readonly PlanInList[]
  readonly page: number
  readonly title: string
  readonly taken: readonly TakenPlan[]
  readonly lines: readonly string[]
}

export function plansPage(desktop: Desktop, { plans, page, title, taken, lines }: PlanList): string {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans`
  const turn = { list: 'plans', asked: {}, words: '', page, isFull: plans.length === PLANS_AT_ONCE }
  const body = [
    section(
      t('plans.nav'),
      t('plans.note'),
      html`<h1>${plans.length === 0 ? t('plans.none') : t('plans.nav')}</h1>${wrong(lines)}${takenLines(face, taken)}
${plans.length > 0 && html`<ul class="work">${plans.map((one) => item(desktop, one))}</ul>`}${turnPages(face, turn)}`,
      true,
    ),
    section(
      t('plans.begin'),
      t('plans.begin.note'),
      html`<form method="post" action="${home}">${tokenField(face)}<p><label>${t('plans.f.title')}<br><input name="title" required maxlength="300" autocomplete="off" value="${title}"></label></p>${button(t('plans.begin.do'))}</form>`,
    ),
    section(t('plans.bring'), t('plans.bring.note'), fileForm(face, `${home}/file`)),
  ]
  return frame(face, t('plans.nav'), 'plans', body)
}

function item({ face }: Desktop, one: PlanInList): Markup {
  const { t, language } = face.words
  const days = [one.from, one.to].filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
  const when: Piece = days.length > 0 && days.map((day) => dayIn(day, language)).join(' – ')
  return html`<li><div><h2 class="name"><a href="/${language}/desk/plans/${one.id}">${one.title || t('plans.untitled')}</a></h2><p class="meta">${when}</p></div><div class="meta stage">${t('plans.last', { day: dayIn(one.last.slice(0, 10), language) })}</div></li>
`
}
