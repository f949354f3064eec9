/** A country's periods, newest incidents and laws in, its page out. */
import { labelIn } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import { strip } from '../figures/strip.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { shapes } from '../quilt/draw.ts'
import { allowingNote, yearTable } from '../sections/allowing.ts'
import { lawTable } from '../sections/law-table.ts'
import { lawYears } from '../sections/law-years.ts'
import { incidentList } from '../sections/list.ts'
import { capital } from '../telling/pattern.ts'
import { periodIn } from '../telling/when.ts'
import type { CountryView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

function periodTable({ periods, pack, site, words }: CountryView): Markup {
  return html`<table><thead><tr><th scope="col">${words.t('face.period')}</th><th scope="col" class="n">${words.t('unit-name.incidents')}</th></tr></thead><tbody>${[
    ...periods,
  ]
    .reverse()
    .map((one) => {
      const period = periodOf(one.period)
      const text = period ? periodIn(period.from, period.to, words.language) : one.period
      const to = href(site, words.language, { kind: 'period', country: pack.id, period: one.period })
      return html`<tr><th scope="row"><a href="${to}">${text}</a></th><td class="n">${one.incidents}</td></tr>
`
    })}</tbody></table>`
}

/** Laws in the making, where the country pack follows any. */
function bills({ pack, site, words }: CountryView): Markup | false {
  const n = pack.bills.size
  if (n === 0) return false
  const to = href(site, words.language, { kind: 'bills', country: pack.id })
  return row(
    'b',
    words.t('bills.title'),
    '',
    words.t('bills.heading', { n }),
    html`<p><a href="${to}">${words.t('bills.title')}</a></p>`,
  )
}

/** `/{lang}/kz` */
export function countryPage(view: CountryView): string {
  const { words, pack, periods } = view
  const language = words.language
  const name = labelIn(pack.name, language).text
  const { years = [] } = view
  const seen = periods.map((one) => one.period.slice(0, 4)).sort()
  const total = periods.reduce((sum, one) => sum + one.incidents, 0)
  const span = {
    from: seen[0] ?? '',
    to: seen.at(-1) ?? '',
    n: total,
    country: labelIn(pack.nameIn, language).text,
  }
  const headline =
    seen.length === 0 ? words.t('face.nothing') : capital(words.t('face.country.headline', span), view.tell)
  const body = html`${opening(name, words.t('face.country.label'), headline, html`<p class="sub">${words.t('face.recorded-only')}</p>`)}
${
  periods.length > 0 &&
  row(
    't',
    words.t('face.period'),
    words.t('face.country.strip-note'),
    words.t('face.country.strip'),
    html`<figure>${strip(periods, headline)}</figure>${periodTable(view)}`,
  )
}${
  years.length > 0 &&
  row(
    'y',
    words.t('face.years'),
    allowingNote(view),
    words.t('face.years.heading'),
    yearTable(years, pack, view),
  )
}${
  view.newest.length > 0 &&
  row(
    'n',
    words.t('face.newest'),
    '',
    words.t('face.newest'),
    html`${shapes(false)}${incidentList(view.newest, view)}`,
  )
}${
  view.laws.length > 0 &&
  row(
    'l',
    words.t('face.laws'),
    words.t('face.laws.note'),
    words.t('face.laws.most'),
    lawTable(view.laws, pack, view, () => null),
  )
}${lawYears(view)}${bills(view)}`
  return layout({
    face: view,
    page: { kind: 'country', country: pack.id },
    title: name,
    pack,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: name, page: null },
    ],
    body,
  })
}

/** The same as data. */
export const countryJson = (view: CountryView): unknown => ({
  country: view.pack.id,
  name: view.pack.name,
  periods: view.periods,
  years: view.years ?? [],
  newest: view.newest,
  laws: view.laws,
})
