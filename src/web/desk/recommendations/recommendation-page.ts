/** One recommendation as the workspace reads it: its words and where they stand, grades, what was judged to ask the same, its versions, and the forms to say more. */
import { labelIn } from '../../../core/language.ts'
import type { GradeEvidence } from '../../../core/recommendation/recommendation.ts'
import { between, html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type {
  DeskRecommendation,
  RecommendationOnDesk,
} from '../../../usecases/recommendations/save-recommendation.ts'
import { button, field, row as section, wrong } from '../accounts/pieces.ts'
import { dateIn } from '../cases/entry-text.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { gradeFields } from './fields.ts'
import { bodyIn } from './list-page.ts'

export type DemandView = RecommendationOnDesk & {
  readonly all: readonly DeskRecommendation[]
  readonly mayGrade: boolean
  /** What was typed into the form of a grade that was refused. */
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

const askOf = (one: DeskRecommendation, { face }: Desktop): Piece => {
  const { text, lang } = labelIn(one.demand.ask, face.words.language)
  return html`<span lang="${lang}">${text}</span>`
}

export function recommendationPage(desktop: Desktop, view: DemandView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { one, versions } = view
  const { demand } = one
  const home = `/${language}/desk/recommendations`
  const where =
    demand.source.kind === 'document'
      ? html`<a href="/${language}/desk/documents/${demand.source.document}">${t('desk.report')}</a>`
      : [demand.source.title, demand.source.place].filter((part) => part !== null).join(', ')
  const facts = [
    bodyIn(desktop, demand.body),
    ...(demand.on === null ? [] : [dateIn(desktop, demand.on)]),
    ...demand.laws,
    ...(demand.due === null ? [] : [`${t('rec.due')} ${dayIn(demand.due, language)}`]),
    ...(demand.rule === null ? [] : [`${t('rec.rule')} ${demand.rule}`]),
  ]
  const body = [
    section(
      html`<a href="${home}">${t('rec.title')}</a>`,
      t(one.isPublic ? 'demand.is-public' : 'demand.is-inside'),
      html`<h1>${askOf(one, desktop)}</h1>${wrong([...view.faults.map((each) => each.line), ...view.lines])}
<blockquote lang="${demand.language}"><p>${demand.words}</p></blockquote><p class="meta">${where}</p><p class="meta">${between(facts, ' · ')}</p>
<p><a href="${home}/${one.id}/edit">${t('demand.change')}</a>${one.isPublic && html` · <a href="/${language}/recommendation/${one.id}">${t('demand.page')}</a>`}</p>`,
      true,
    ),
    section(t('rec.grades'), t('rec.grades.note'), grades(desktop, view)),
    section(t('rec.same'), t('demand.same.note'), same(desktop, view)),
    section(
      t('demand.versions'),
      '',
      html`<h2>${t('demand.versions.n', { n: versions.length })}</h2><ul class="links">${versions.map((each) => html`<li class="meta">${dayIn(each.at.slice(0, 10), language)} · ${each.by}${each.why !== null && html` · ${each.why}`}${each.demand === null && html` · ${t('demand.dropped')}`}</li>`)}</ul>
<form method="post" action="${home}/${one.id}/drop">${tokenField(face)}${field({ name: 'why', label: t('demand.f.why') })}${button(t('demand.drop'), true)}</form>`,
    ),
  ]
  return frame(face, labelIn(demand.ask, language).text, `recommendations/${one.id}`, body)
}

const evidenceOf = (one: GradeEvidence, language: string): Piece =>
  'incident' in one
    ? html`<a href="/${language}/desk/records/${one.incident}">${one.incident}</a>`
    : one.url === null
      ? one.title
      : html`<a href="${one.url}" rel="noreferrer">${one.title}</a>`

function grades(desktop: Desktop, { one, mayGrade, typed, faults }: DemandView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const lines = one.grades.map(
    (each) =>
      html`<div><dt>${t(`rec.by.${each.grader}`)}<span class="src">${dayIn(each.on, language)} · ${each.by}</span></dt><dd><b>${each.grade}</b>${each.note !== null && html` ${labelIn(each.note, language).text}`}<p class="meta">${between(
        each.evidence.map((part) => evidenceOf(part, language)),
        ' · ',
      )}</p></dd></div>`,
  )
  return html`<h2>${one.grades.length === 0 ? t('rec.grades.nobody') : t('rec.grades.given', { n: one.grades.length })}</h2>${lines.length > 0 && html`<dl class="vals">${lines}</dl>`}${
    mayGrade &&
    html`<details${faults.length > 0 && html` open`}><summary>${t('demand.grade')}</summary><form method="post" action="/${language}/desk/recommendations/${one.id}/grades">${tokenField(face)}${controls(gradeFields(desktop), typed, faults, face.words)}${button(t('demand.grade.save'))}</form></details>`
  }`
}

/** What was judged stands with who said it; saying `none` takes it back. */
function same(desktop: Desktop, { one, pairs, all }: DemandView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/recommendations`
  const others = all.filter((each) => each.id !== one.id)
  const judge = (id: string, verdict: string, text: string): Markup =>
    html`<form method="post" action="${home}/${one.id}/same" class="together">${tokenField(face)}<input type="hidden" name="with" value="${id}"><input type="hidden" name="verdict" value="${verdict}"><input type="hidden" name="why" value="">${button(text, true)}</form>`
  return html`${
    pairs.length > 0 &&
    html`<ul class="links">${pairs.map((pair) => {
      const id = pair.left === one.id ? pair.right : pair.left
      const other = all.find((each) => each.id === id)
      return html`<li><a href="${home}/${id}">${other ? askOf(other, desktop) : id}</a> <span class="meta">${t(`demand.verdict.${pair.verdict}`)} · ${pair.first.by} · ${pair.first.why}</span> ${judge(id, 'none', t('demand.same.back'))}</li>`
    })}</ul>`
  }${
    others.length > 0 &&
    html`<form method="post" action="${home}/${one.id}/same">${tokenField(face)}<p><label>${t('demand.same.with')}<br><select name="with">${others.map((each) => html`<option value="${each.id}">${labelIn(each.demand.ask, language).text}, ${bodyIn(desktop, each.demand.body)}</option>`)}</select></label></p><p><label>${t('demand.same.verdict')}<br><select name="verdict">${(['same', 'different', 'unsure'] as const).map((each) => html`<option value="${each}">${t(`demand.verdict.${each}`)}</option>`)}</select></label></p>${field({ name: 'why', label: t('demand.f.why') })}${button(t('demand.same.save'))}</form>`
  }`
}
