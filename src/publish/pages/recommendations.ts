/** The register of recommendations to a country in, a page of those asked for out. */
import { labelIn } from '../../core/language.ts'
import {
  GRADERS,
  GRADES,
  newestGrade,
  type PublicRecommendation,
} from '../../core/recommendation/recommendation.ts'
import { gradeBars } from '../figures/grade-bars.ts'
import { fileHref, href, type Page, subjectFeed } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { choicesOf, DEMAND_FILTERS, type DemandFilter, fittingDemands } from '../recommendation/filter.ts'
import { choiceName } from '../recommendation/names.ts'
import { recommendationList } from '../sections/recommendation-list.ts'
import { turning } from '../sections/turning.ts'
import type { RecommendationsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

export const DEMANDS_PER_PAGE = 40
/** More choices than this of one kind are a list, no way on. */
const CHOICES = 12

const pageOf = ({ pack }: RecommendationsView, asked: DemandFilter, page = 1): Page => ({
  ...{ kind: 'recommendations', country: pack.id, asked, page },
})

/** Each value leads to what it leaves of the rows now shown; in a copy to what it leaves of all, or there were pages without end. */
function ways(view: RecommendationsView, shown: readonly PublicRecommendation[]): Markup {
  const { words, site, asked, pack, all } = view
  const facets = DEMAND_FILTERS.flatMap((facet) => {
    if (asked[facet] !== undefined) return []
    const choices = choicesOf(site.isServed ? shown : all, facet, pack).slice(0, CHOICES)
    if (choices.length < 2) return []
    const links = choices.map(({ value, n }) => {
      const to = pageOf(view, site.isServed ? { ...asked, [facet]: value } : { [facet]: value })
      return html`<a href="${href(site, words.language, to)}">${choiceName(facet, value, pack, view)}</a> ${n}`
    })
    return [
      html`<div><dt>${words.t(`rec.facet.${facet}`)}</dt><dd>${between(links, ' · ')}</dd></div>
`,
    ]
  })
  return html`<dl class="vals">${facets}</dl>`
}

/** How the three grade, one bar each; nothing is drawn while nobody graded. */
function grading(view: RecommendationsView, shown: readonly PublicRecommendation[]): Piece {
  const { words } = view
  const bars = GRADERS.map((grader) => {
    const given = shown.map((one) => newestGrade(one.grades, grader)?.grade ?? null)
    const parts = [...GRADES, null].map((grade) => ({
      grade,
      n: given.filter((one) => one === grade).length,
    }))
    return { label: words.t(`rec.by.${grader}`), parts }
  })
  const isGraded = bars.some(({ parts }) => parts.some((one) => one.grade !== null && one.n > 0))
  if (!isGraded) return false
  const told = bars.map(
    ({ label, parts }) =>
      `${label}: ${parts.map(({ grade, n }) => `${grade ?? words.t('rec.grade.none')} ${n}`).join(', ')}`,
  )
  const terms = [...view.codebook.recommendations.grades].map(
    ([grade, { label, definition }]) =>
      html`<div><dt>${grade}: ${labelIn(label, words.language).text}</dt><dd>${labelIn(definition, words.language).text}</dd></div>
`,
  )
  return row(
    'g',
    words.t('rec.grades'),
    words.t('rec.grades.note'),
    words.t('rec.grades.heading'),
    html`${gradeBars(bars, told.join('; '))}<p class="meta">${told.join('; ')}</p><details><summary>${words.t('rec.grades.meaning')}</summary><dl class="vals">${terms}</dl></details>`,
  )
}

/** The finding: how many of those that we graded were done, and against how many the contrary was. */
function headline({ words }: RecommendationsView, shown: readonly PublicRecommendation[]): string {
  const ours = shown.flatMap((one) => newestGrade(one.grades, 'us')?.grade ?? [])
  if (shown.length === 0) return words.t('rec.empty')
  if (ours.length === 0) return words.t('rec.heading', { n: shown.length })
  const [done, contrary] = (['A', 'E'] as const).map((grade) => ours.filter((one) => one === grade).length)
  return words.t('rec.heading.graded', {
    n: shown.length,
    graded: ours.length,
    done: done ?? 0,
    contrary: contrary ?? 0,
  })
}

/** `/{lang}/kz/recommendations?law=CC-174` */
export function recommendationsPage(view: RecommendationsView): string {
  const { words, site, pack, asked, all } = view
  const name = labelIn(pack.name, words.language).text
  const shown = fittingDemands(all, asked, pack)
  const pages = Math.max(1, Math.ceil(shown.length / DEMANDS_PER_PAGE))
  const page = Math.min(view.page, pages)
  const told = DEMAND_FILTERS.flatMap((facet) =>
    asked[facet] === undefined
      ? []
      : [`${words.t(`rec.facet.${facet}`)}: ${choiceName(facet, asked[facet], pack, view)}`],
  )
  const everything = href(site, words.language, pageOf(view, {}))
  const of = { kind: 'country', country: pack.id, filter: {} } as const
  const sub = html`<p class="sub">${told.length === 0 ? words.t('rec.sub') : told.join('. ')}</p>${told.length > 0 && html`<p class="meta"><a href="${everything}">${words.t('face.filter.clear')}</a></p>`}${
    site.isServed && html`<p class="meta"><a href="${fileHref(site, of, 'recommendations.csv')}">CSV</a></p>`
  }`
  const slice = shown.slice((page - 1) * DEMANDS_PER_PAGE, page * DEMANDS_PER_PAGE)
  return layout({
    face: view,
    page: pageOf(view, asked, page),
    title: `${words.t('rec.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('rec.title'), page: null },
    ],
    feed:
      site.hasFeeds && all.length > 0
        ? subjectFeed(site, words.language, { kind: 'recommendations', country: pack.id })
        : undefined,
    body: html`${opening(words.t('rec.title'), name, headline(view, shown), sub)}${grading(view, shown)}${
      shown.length > 0 &&
      row(
        'r',
        words.t('rec.title'),
        words.t('rec.list.note'),
        words.t('rec.list', { n: shown.length }),
        html`${ways(view, shown)}${recommendationList(slice, pack, view)}${turning(
          { ...view, page, pages, total: shown.length },
          (n) => href(site, words.language, pageOf(view, asked, n)),
        )}`,
      )
    }`,
  })
}

/** The same as data: every one that fits, not only this page. */
export const recommendationsJson = (view: RecommendationsView): unknown => ({
  country: view.pack.id,
  asked: view.asked,
  recommendations: fittingDemands(view.all, view.asked, view.pack),
})
