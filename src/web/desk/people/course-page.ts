/** One person's course through records and cases as a page: drawn over the years, listed, with what became of each penalty. */
import type { Course, PenaltyOf, Turn } from '../../../core/cases/course.ts'
import { entriesOf } from '../../../core/cases/course.ts'
import { dateOfEntry } from '../../../core/cases/standing.ts'
import { labelIn } from '../../../core/language.ts'
import { compareDates, type PartialDate, UNKNOWN_DATE } from '../../../core/partial-date.ts'
import { heldOf, type Incident } from '../../../core/record.ts'
import { courseFigure, type Lane } from '../../../publish/figures/course.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn, whenIn } from '../../../publish/telling/when.ts'
import type { PersonKnown } from '../../../store/queries/persons.ts'
import type { PersonCourse } from '../../../usecases/cases/read-course.ts'
import { row as section } from '../accounts/pieces.ts'
import { dateIn, dayOfEntry, entryText, packOf, stageText } from '../cases/entry-text.ts'
import { titleOf as caseTitle, homeOf } from '../cases/rooms.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { titleOf as recordTitle } from '../records/title.ts'

export function coursePage(desktop: Desktop, known: PersonKnown, read: PersonCourse, today: string): string {
  const { face } = desktop
  const { t, language } = face.words
  const { person } = known
  const rows = rowsOf(desktop, person.id, read)
  const counts = { cases: read.cases.length, records: read.records.length }
  const body = [
    section(
      person.id,
      html`<a href="/${language}/desk/people/${person.id}">${t('course.back')}</a>`,
      html`<h1>${labelIn(person.names, language).text}</h1>${read.ids.length > 1 && html`<p class="meta">${t('twin.course')} ${read.ids.slice(1).map((id) => html`<a href="/${language}/desk/people/${id}">${id}</a> `)}</p>`}<p>${t('course.counts', counts)}</p><p>${heldText(desktop, read.course)}</p>`,
      true,
    ),
    section(
      t('course.title'),
      t('course.note'),
      rows.length === 0 ? html`<p>${t('course.none')}</p>` : drawnAndListed(desktop, rows, read, today),
    ),
    section(t('course.penalties'), t('course.penalties.note'), penalties(desktop, read)),
    read.course.turns.length > 0 && section(t('course.turns'), t('course.turns.note'), turns(desktop, read)),
  ]
  return frame(face, `${t('course.title')}: ${person.id}`, `people/${person.id}/course`, body)
}

type Row = {
  readonly n: number
  readonly date: PartialDate
  readonly lane: string
  readonly text: Piece
  readonly plain: string
  readonly from: Piece
}

/** In the order of their days; what nobody dated comes last. */
function rowsOf(desktop: Desktop, person: string, { cases, records }: PersonCourse): readonly Row[] {
  const { language } = desktop.face.words
  const rowOf = new Map(cases.map((one) => [one.file.id, one.row]))
  const ofRecords = records.map((row) => {
    const plain = recordTitle(desktop, { kind: 'team', row })
    const from = html`<a href="/${language}/desk/records/${row.id}">${row.id}</a>`
    const date = heldOf(row.body as unknown as Incident, 'date')[0]?.value ?? UNKNOWN_DATE
    return { date, lane: '', plain, text: plain, from }
  })
  const ofCases = entriesOf(
    cases.map((one) => one.file),
    person,
  ).map(({ file, entry }) => {
    const row = rowOf.get(file.id)
    const plain = entryText(desktop, entry.body, file.entries, packOf(desktop, { country: file.country }))
    const from = html`<a href="${homeOf(desktop, 'proceeding', file.id)}">${row ? caseTitle(desktop, row) : file.id}</a>`
    return { date: dateOfEntry(dayOfEntry(entry.body)), lane: file.id, plain, text: plain, from }
  })
  return [...ofRecords, ...ofCases]
    .toSorted((a, b) => compareDates(a.date, b.date))
    .map((one, index) => ({ ...one, n: index + 1 }))
}

function drawnAndListed(desktop: Desktop, rows: readonly Row[], read: PersonCourse, today: string): Markup {
  const { face, told } = desktop
  const { t, language } = face.words
  const dated = rows.filter((one) => one.date.from !== null && one.date.to !== null)
  const lane = (id: string, label: string): Lane => ({
    label,
    marks: dated
      .filter((one) => one.lane === id)
      .map(({ n, date }) => ({ n, from: date.from ?? '', to: date.to ?? '' })),
  })
  const lanes = [
    lane('', t('course.records')),
    ...read.cases.map(({ file }) => lane(file.id, file.id)),
  ].filter((one) => one.marks.length > 0)
  const what = dated.map(({ n, plain, date }) => `${n}: ${plain}, ${whenIn(date, told.tell)}`).join('; ')
  const days = [today, ...dated.flatMap((one) => [one.date.from ?? today, one.date.to ?? today])].sort()
  const title = t('case.course.desc', {
    from: dayIn(days[0] ?? today, language),
    to: dayIn(days.at(-1) ?? today, language),
    what,
  })
  const figure =
    lanes.length > 0 && courseFigure(lanes, read.course.spans, { day: today, word: t('case.today') }, title)
  return html`${figure}
<div class="scroll" role="region" tabindex="0" aria-label="${t('course.title')}"><table><thead><tr>${['n', 'when', 'what', 'source'].map((one) => html`<th scope="col">${t(`case.col.${one}`)}</th>`)}</tr></thead><tbody>${rows.map(
    (
      one,
    ) => html`<tr><td>${one.n}</td><td>${whenIn(one.date, told.tell)}</td><th scope="row">${one.text}</th><td>${one.from}</td></tr>
`,
  )}</tbody></table></div>`
}

function penalties(desktop: Desktop, { cases, course }: PersonCourse): Piece {
  const { t } = desktop.face.words
  if (course.penalties.length === 0) return html`<p>${t('course.penalties.none')}</p>`
  const line = ({ file, entry, state }: PenaltyOf): Markup => {
    const own = cases.find((one) => one.file.id === file)
    const text = entryText(
      desktop,
      entry.body,
      own?.file.entries ?? [],
      packOf(desktop, { country: own?.file.country ?? null }),
    )
    const days = 'served' in state ? `: ${t('case.term', { served: state.served, left: state.left })}` : ''
    return html`<li><div><p><b>${text}</b>, ${dateIn(desktop, entry.body.date)}</p><p>${t(`course.penalty.${state.kind}`)}${days}</p><p class="meta"><a href="${homeOf(desktop, 'proceeding', file)}">${own ? caseTitle(desktop, own.row) : file}</a></p></div></li>`
  }
  return html`<ul class="work">${course.penalties.map(line)}</ul>`
}

function turns(desktop: Desktop, { course }: PersonCourse): Markup {
  const { t } = desktop.face.words
  const line = ({ kind, file, entry }: Turn): Markup =>
    html`<li><div><p><b>${t(`course.turn.${kind}`)}</b>: ${stageText(desktop, entry.body.stage)}, ${dateIn(desktop, entry.body.date)}</p><p class="meta"><a href="${homeOf(desktop, 'proceeding', file)}">${file}</a></p></div></li>`
  return html`<ol class="work">${course.turns.map(line)}</ol>`
}

/** Never 0 for unknown: without a known span nobody says how many days. */
function heldText({ face }: Desktop, { spans, daysHeld, uncounted }: Course): string {
  const { t } = face.words
  if (spans.length === 0) return t(uncounted > 0 ? 'course.held.unknown' : 'course.held.none')
  return t(uncounted > 0 ? 'course.held.least' : 'course.held', {
    n: daysHeld,
    spans: spans.length,
    uncounted,
  })
}
