/** One recommendation in, its page out: what is asked, in which words, how far it was done, and what happened under the law meanwhile. */
import { labelIn } from '../../core/language.ts'
import type { GradeEvidence, PublicGrade } from '../../core/recommendation/recommendation.ts'
import { gradeKey, gradeStrip } from '../figures/grade-strip.ts'
import { href, type Page } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { addresseeName, bodyName, gradeName, lawLink } from '../recommendation/names.ts'
import { lawTrend, trendOf } from '../sections/law-trend.ts'
import { recommendationList } from '../sections/recommendation-list.ts'
import { titleOf } from '../telling/title.ts'
import { dayIn, writtenIn } from '../telling/when.ts'
import type { RecommendationView } from '../views.ts'
import { layout } from './layout.ts'
import { foreign, labelled, opening, row, ruleLink, slip, unknown } from './parts.ts'

const register = ({ pack }: RecommendationView): Page => ({
  ...{ kind: 'recommendations', country: pack.id, asked: {}, page: 1 },
})

/** Its own words, and where they stand. */
function quoted(view: RecommendationView): Markup {
  const { recommendation: one, words } = view
  const { title, publisher, place, url } = one.source
  const told = [title, publisher, place].filter((part) => part !== null).join(', ')
  return html`<blockquote class="sub"><p>${one.words === null ? slip(words) : foreign(one.words, one.language, words)}</p></blockquote><p class="meta">${words.t('rec.source')}: ${url === null ? told : html`<a href="${url}" rel="noreferrer">${told}</a>`}</p>`
}

function facts(view: RecommendationView): Markup {
  const { recommendation: one, words, pack, codebook, tell } = view
  const freedoms = one.freedoms.map((id) => {
    const term = codebook.vocabularies.freedoms.get(id)
    return term ? labelIn(term.label, words.language).text : id
  })
  const step =
    one.specificity === null ? undefined : codebook.recommendations.specificity.get(one.specificity)
  const line = (key: string, value: Piece): Markup =>
    html`<div><dt>${words.t(key)}</dt><dd>${value}</dd></div>
`
  return html`<dl class="vals">${line('rec.facet.body', bodyName(one.body, pack, view))}${line('rec.facet.to', one.addressees.map((id) => addresseeName(id, view)).join(', '))}${line('rec.on', one.on === null ? unknown(words) : writtenIn(one.on, tell))}${
    one.laws.length > 0 &&
    line(
      'rec.facet.law',
      between(
        one.laws.map((id) => lawLink(id, pack, view)),
        ' · ',
      ),
    )
  }${freedoms.length > 0 && line('rec.right', freedoms.join(', '))}${step && line('rec.specificity', `${one.specificity}: ${labelIn(step, words.language).text}`)}${one.response !== null && line('rec.response', words.t(`rec.response.${one.response}`))}${line('rec.due', one.due === null ? words.t('rec.due.none') : dayIn(one.due, words.language))}${one.rule !== null && line('rec.rule', ruleLink(one.rule, view))}</dl>`
}

function evidenceOf(one: GradeEvidence, view: RecommendationView): Piece {
  const { words, site } = view
  if (!('incident' in one)) {
    const text = one.on === null ? one.title : `${one.title}, ${dayIn(one.on, words.language)}`
    return one.url === null ? text : html`<a href="${one.url}" rel="noreferrer">${text}</a>`
  }
  const incident = view.cited.find((each) => each.id === one.incident)
  return html`<a href="${href(site, words.language, { kind: 'incident', id: one.incident })}">${incident ? titleOf(incident, view.codebook, view.tell) : one.incident}</a>`
}

function gradeLine(one: PublicGrade, view: RecommendationView): Markup {
  const { words } = view
  const held = one.withheld > 0 && html` · ${words.t('rec.evidence.withheld', { n: one.withheld })}`
  return html`<div><dt>${gradeKey(one.grader)} ${words.t(`rec.by.${one.grader}`)}<span class="src">${dayIn(one.on, words.language)}</span></dt><dd><b>${gradeName(one.grade, view)}</b>${one.note !== null && html`<p>${labelled(one.note, words)}</p>`}<p class="meta">${words.t('rec.evidence')}: ${between(
    one.evidence.map((each) => evidenceOf(each, view)),
    ' · ',
  )}${held}</p></dd></div>
`
}

/** The years of the grades and of the demand, drawn; the list below says the same. */
function grades(view: RecommendationView): Markup {
  const { recommendation: one, words } = view
  const note = words.t('rec.grades.note')
  if (one.grades.length === 0)
    return row(
      'g',
      words.t('rec.grades'),
      note,
      words.t('rec.grades.nobody'),
      html`<p>${words.t('rec.grades.wanted')}</p>`,
    )
  const days = [
    ...one.grades.map((each) => each.on),
    ...(one.on === null ? [] : [`${one.on}-01-01`.slice(0, 10)]),
  ]
  const [from = '', to = ''] = [days.toSorted()[0], days.toSorted().at(-1)]
  const told = one.grades.map(
    (each) => `${words.t(`rec.by.${each.grader}`)}, ${dayIn(each.on, words.language)}: ${each.grade}`,
  )
  return row(
    'g',
    words.t('rec.grades'),
    note,
    words.t('rec.grades.given', { n: one.grades.length }),
    html`${gradeStrip(one.grades, { from, to }, told.join('; '))}<dl class="vals">${one.grades.map((each) => gradeLine(each, view))}</dl>`,
  )
}

/** `/{lang}/recommendation/rec-briefing-2017-4` */
export function recommendationPage(view: RecommendationView): string {
  const { recommendation: one, words, pack, same, trends, tell } = view
  const title = labelIn(one.ask, words.language).text
  const note = html`${bodyName(one.body, pack, view)}${one.on !== null && html`<br>${writtenIn(one.on, tell)}`}`
  return layout({
    face: view,
    page: { kind: 'recommendation', id: one.id },
    title,
    pack,
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: words.t('rec.title'), page: register(view) },
      { text: title, page: null },
    ],
    body: html`${opening(words.t('rec.one'), note, labelled(one.ask, words), quoted(view))}${row('w', words.t('rec.what'), '', words.t('rec.what.heading'), facts(view))}${grades(view)}${
      trends.length > 0 &&
      row(
        't',
        words.t('rec.trend'),
        html`${words.t('rec.trend.note')}<br>${words.t('rec.trend.marks')}`,
        words.t('rec.trend.heading'),
        trends.map((trend, index) => lawTrend(view, trend, index)),
      )
    }${
      same.length > 0 &&
      row(
        's',
        words.t('rec.same'),
        words.t('rec.same.note'),
        words.t('rec.same.heading', { n: same.length }),
        recommendationList(same, pack, view),
      )
    }`,
  })
}

/** The same as data. */
export const recommendationJson = (view: RecommendationView): unknown => ({
  recommendation: view.recommendation,
  laws: view.trends.map((trend) => ({
    provision: trend.provision.id,
    incidents: trend.counts.all,
    ...trendOf(view, trend),
  })),
})
