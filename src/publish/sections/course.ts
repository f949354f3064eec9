/** What happened to one person over the years in, a drawing with its list out: a line for records and one for each proceeding. */
import type { Span } from '../../core/cases/course.ts'
import type { PublicCourse } from '../../core/cases/journey.ts'
import { compareDates, type PartialDate, UNKNOWN_DATE } from '../../core/partial-date.ts'
import { courseFigure, type Lane } from '../figures/course.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { row, unknown } from '../pages/parts.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf, dayIn, whenIn } from '../telling/when.ts'
import type { PersonView } from '../views.ts'

type Row = {
  readonly n: number
  readonly date: PartialDate
  readonly lane: string
  readonly text: string
  readonly incident: string | null
}

/** In the order of their days; what nobody dated comes last. */
function rowsOf({ members, proceedings, words, codebook, tell }: PersonView): readonly Row[] {
  const records = members.map(({ incident }) => ({
    ...{ date: dateOf(incident), lane: '', incident: incident.id },
    text: titleOf(incident, codebook, tell),
  }))
  const stages = proceedings.flatMap((one) =>
    one.stages.map(({ stage, date, incident }) => ({
      ...{ date: date ?? UNKNOWN_DATE, lane: one.id, incident },
      text: words.t(`face.stage.${stage}`),
    })),
  )
  return [...records, ...stages]
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map((one, index) => ({ ...one, n: index + 1 }))
}

export function courseOfPerson(
  view: PersonView,
  { asOf }: PublicCourse,
  spans: readonly Span[],
): Markup | false {
  const { words, tell, site, proceedings } = view
  const rows = rowsOf(view)
  const dated = rows.filter((one) => one.date.from !== null && one.date.to !== null)
  const days = [...dated.flatMap((one) => [one.date.from ?? '', one.date.to ?? ''])].sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return false
  const lane = (id: string, label: string): Lane => ({
    label,
    marks: dated
      .filter((one) => one.lane === id)
      .map(({ n, date }) => ({ n, from: date.from ?? first, to: date.to ?? first })),
  })
  const lanes = [
    lane('', words.t('nav.incidents')),
    ...proceedings.map((one, index) => lane(one.id, words.t('person.case', { n: index + 1 }))),
  ].filter((one) => one.marks.length > 0)
  const what = dated.map(({ n, text, date }) => `${n}: ${text}, ${whenIn(date, tell)}`).join('; ')
  const title = words.t('person.course.desc', {
    ...{ from: dayIn(first, words.language), to: dayIn(last, words.language), what },
  })
  const from = first.slice(0, 4)
  const to = last.slice(0, 4)
  return row(
    'c',
    words.t('person.course'),
    words.t('person.course.note'),
    from === to
      ? words.t('person.course.year', { year: from })
      : words.t('person.course.heading', { from, to }),
    html`${courseFigure(lanes, spans, { day: asOf !== null && asOf > last ? asOf : last, word: words.t('person.until') }, title)}
<details><summary>${words.t('thing.as-table')}</summary><div class="scroll" role="region" tabindex="0" aria-label="${words.t('person.course')}"><table><thead><tr><th scope="col">${words.t('source.number')}</th><th scope="col">${words.t('field.date')}</th><th scope="col">${words.t('field.act')}</th><th scope="col">${words.t('face.incident')}</th></tr></thead><tbody>${rows.map(
      ({ n, date, text, incident }) =>
        html`<tr><td>${n}</td><td class="day">${date.from === null && date.to === null ? unknown(words) : whenIn(date, tell)}</td><th scope="row">${text}</th><td class="day">${
          incident === null
            ? unknown(words)
            : html`<a href="${href(site, words.language, { kind: 'incident', id: incident })}">${incident}</a>`
        }</td></tr>
`,
    )}</tbody></table></div></details>`,
  )
}
