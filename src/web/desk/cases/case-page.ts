/** One case as a page: where it stands, its course drawn and listed, charges with what became of them, what hangs on it. */
import { type CaseFile, CHARGE_STANDINGS, type Entry } from '../../../core/cases/case.ts'
import { termOf } from '../../../core/cases/custody.ts'
import { standing } from '../../../core/cases/fold.ts'
import { dateOfEntry } from '../../../core/cases/standing.ts'
import { compareDates } from '../../../core/partial-date.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { CASE_ENTRIES } from './entry-fields.ts'
import { dateIn, dayOfEntry, entryText, fineText, packOf } from './entry-text.ts'
import { homeOf, nameOf, rowItem, tabTitle, titleOf } from './rooms.ts'
import { sourceText } from './source-fields.ts'
import { type Numbered, timeline } from './timeline.ts'
import { whereStands } from './where-stands.ts'

export type CaseView = {
  readonly row: CaseRecordRow
  readonly file: CaseFile
  readonly attached: readonly CaseRecordRow[]
  /** Incidents that whoever reads may open. */
  readonly open: ReadonlySet<string>
  readonly today: string
  readonly mayDecide: boolean
  readonly mayShare: boolean
}

export function casePage(desktop: Desktop, view: CaseView): string {
  const { face } = desktop
  const { t } = face.words
  const { row, file } = view
  const home = homeOf(desktop, 'proceeding', row.id)
  const body = [
    section(
      row.id,
      standsIn(desktop, view),
      html`<h1>${titleOf(desktop, row)}</h1>${row.people.map((one) => whereStands(desktop, view, one))}`,
      true,
    ),
    section(t('case.course'), t('case.course.note'), course(desktop, view)),
    section(t('case.charges'), '', charges(desktop, view)),
    view.mayDecide &&
      section(
        t('case.add'),
        t('case.add.note'),
        html`<ul class="links">${CASE_ENTRIES.map((kind) => html`<li><a href="${home}/new/${kind}">${t(`case.entry.${kind}`)}</a></li>`)}</ul>`,
      ),
    attached(desktop, view, 'observation', 'case.observations'),
    attached(desktop, view, 'assistance', 'case.assistances'),
    struck(desktop, view),
    view.mayShare && section(t('case.hand'), t('case.hand.note'), handForm(desktop, view)),
  ]
  return frame(face, tabTitle(desktop, row), `cases/${file.id}`, body)
}

function standsIn(desktop: Desktop, { row, file, mayDecide }: CaseView): Piece {
  const { t } = desktop.face.words
  const lines: readonly Piece[] = [
    t('case.stands.note'),
    t('work.read-by', { tier: t(`tier.${row.tier}`), organisation: row.organisation }),
    t('work.coded-by', { who: row.coders.join(', ') }),
    mayDecide && html`<a href="${homeOf(desktop, 'proceeding', file.id)}/edit">${t('case.edit.head')}</a>`,
  ]
  return html`<ul class="stands">${lines.filter(Boolean).map((one) => html`<li>${one}</li>`)}</ul>`
}

/** All but charges and what became of them, in the order of their days; those without a day last. */
function course(desktop: Desktop, view: CaseView): Piece {
  const { t } = desktop.face.words
  const { entries } = view.file
  const numbered = entries
    .filter((one) => !one.struck && one.body.kind !== 'charge')
    .sort((a, b) => compareDates(dateOfEntry(dayOfEntry(a.body)), dateOfEntry(dayOfEntry(b.body))))
    .map(
      (entry, index): Numbered => ({
        n: index + 1,
        entry,
        text: entryText(desktop, entry.body, entries, packOf(desktop, view.row)),
      }),
    )
  if (numbered.length === 0) return html`<p>${t('case.last.unknown')}</p>`
  return html`${timeline(desktop, numbered, entries, view.today, view.row.people)}
<div class="scroll" role="region" tabindex="0" aria-label="${t('case.course')}"><table><thead><tr>${['n', 'when', 'what', 'source', 'by'].map((one) => html`<th scope="col">${t(`case.col.${one}`)}</th>`)}</tr></thead><tbody>${numbered.map(
    ({ n, entry, text }) =>
      html`<tr><td>${n}</td><td>${dateIn(desktop, dayOfEntry(entry.body))}</td><th scope="row">${text}${isOwed(entry, view.today) && html`<br><b>${t('case.hearing.owed')}</b>`}${ofWhom(desktop, view, entry)}</th><td>${sourceText(desktop, entry.source, view.open)}</td><td>${entry.by}${change(desktop, view, entry, text)}</td></tr>`,
  )}</tbody></table></div>`
}

const isOwed = ({ body }: Entry, today: string): boolean => {
  const day = body.kind === 'hearing' && body.state === 'planned' ? dateOfEntry(body.date).to : null
  return day !== null && day < today
}

const ofWhom = (desktop: Desktop, { row }: CaseView, entry: Entry): Piece =>
  row.people.length > 1 &&
  html`<br><span class="meta">${entry.people.length === 0 ? desktop.face.words.t('case.people.all') : entry.people.map((one) => nameOf(desktop, row, one)).join(', ')}</span>`

function change(desktop: Desktop, { row, mayDecide }: CaseView, entry: Entry, text: string): Piece {
  const { t } = desktop.face.words
  const label = mayDecide ? 'case.edit' : 'case.history'
  return html`<br><a href="${homeOf(desktop, 'proceeding', row.id)}/entries/${entry.id}" aria-label="${t('case.edit.of', { what: text })}">${t(label)}</a>${entry.earlier.length > 0 && html` <span class="meta">(${entry.earlier.length + 1})</span>`}`
}

function charges(desktop: Desktop, view: CaseView): Piece {
  const { t } = desktop.face.words
  const { entries } = view.file
  const found = standing(entries, 'charge')
  const loose = standing(entries, 'penalty').filter(
    ({ body }) => !found.some((one) => one.id === body.charge),
  )
  return html`${found.length === 0 && html`<p>${t('case.charges.none')}</p>`}<ul class="work">${found.map(
    (one) => {
      const text = entryText(desktop, one.body, entries, packOf(desktop, view.row))
      const ends = standing(entries, 'outcome')
        .filter(({ body }) => body.charge === one.id)
        .sort(
          (a, b) => compareDates(dateOfEntry(a.body.date), dateOfEntry(b.body.date)) || order(a) - order(b),
        )
      return html`<li><div><h3 class="name"><span class="${one.body.basis}">${t(`face.basis.${one.body.basis}`)}</span> ${text}</h3><p>${
        ends.length === 0
          ? t('case.charge.unsaid')
          : ends
              .map(({ body }) => `${t(`case.standing.${body.standing}`)} (${dateIn(desktop, body.date)})`)
              .join(' → ')
      }</p>${standing(entries, 'penalty')
        .filter(({ body }) => body.charge === one.id)
        .map((penalty) =>
          penaltyLine(desktop, view, penalty),
        )}<p class="meta">${t('case.charge.offence', { when: dateIn(desktop, one.body.offence) })} · ${sourceText(desktop, one.source, view.open)} · ${one.by}${ofWhom(desktop, view, one)}${change(desktop, view, one, text)}</p></div></li>`
    },
  )}${loose.map((one) => html`<li><div>${penaltyLine(desktop, view, one)}<p class="meta">${t('case.penalty.loose')}</p></div></li>`)}</ul>`
}

/** Of one day a pending charge comes before what it ended in. */
const order = (one: Entry): number =>
  one.body.kind === 'outcome' ? CHARGE_STANDINGS.indexOf(one.body.standing) : 0

function penaltyLine(desktop: Desktop, view: CaseView, entry: Entry): Piece {
  if (entry.body.kind !== 'penalty') return ''
  const { t } = desktop.face.words
  const { entries } = view.file
  const pack = packOf(desktop, view.row)
  const fine = fineText(desktop, entries, entry.body, pack)
  const term = termOf(entries, entry, view.today, view.row.people)
  return html`<p>${entryText(desktop, entry.body, entries, pack)}${fine && html` · ${fine.text}`}${term && html` · ${t('case.term', term)}`}</p>${
    fine?.isOdd && html`<p class="wrong">${t('case.fine.odd', { index: fine.text })}</p>`
  }`
}

function attached(desktop: Desktop, view: CaseView, kind: 'observation' | 'assistance', key: string): Markup {
  const { t, language } = desktop.face.words
  const rows = view.attached.filter((one) => one.kind === kind)
  const to = kind === 'observation' ? 'observations' : 'assistance'
  return section(
    t(key),
    t(`${key}.note`),
    html`${rows.length === 0 ? html`<p>${t('case.attached.none')}</p>` : html`<ul class="work">${rows.map((one) => rowItem(desktop, one, view.today))}</ul>`}${
      desktop.face.mayAtAll('open-case') &&
      html`<p><a href="/${language}/desk/${to}/new?case=${view.row.id}">${t(`case.new.${kind}`)}</a></p>`
    }`,
  )
}

function struck(desktop: Desktop, view: CaseView): Piece {
  const { t } = desktop.face.words
  const gone = view.file.entries.filter((one) => one.struck)
  if (gone.length === 0) return ''
  return section(
    t('case.struck'),
    '',
    html`<ul class="work">${gone.map((one) => {
      const text = entryText(desktop, one.body, view.file.entries, packOf(desktop, view.row))
      return html`<li><div><p><s>${text}</s>${one.why && html` · ${one.why}`}</p><p class="meta">${one.by}${change(desktop, view, one, text)}</p></div></li>`
    })}</ul>`,
  )
}

function handForm(desktop: Desktop, { row, file }: CaseView): Markup {
  const { face } = desktop
  const { t } = face.words
  const action = `${homeOf(desktop, file.kind, row.id)}/share`
  return html`${row.assigned.length > 0 && html`<ul class="links">${row.assigned.map((one) => html`<li>${one} <form method="post" action="${action}" class="inline">${tokenField(face)}<input type="hidden" name="whom" value="${one}"><input type="hidden" name="why" value=""><input type="hidden" name="ended" value="yes"><button type="submit" class="plain" aria-label="${t('work.share.end')}: ${one}">${t('work.share.end')}</button></form></li>`)}</ul>`}
<form method="post" action="${action}">${tokenField(face)}<input type="hidden" name="ended" value=""><p class="fields"><label>${t('case.hand.whom')} *<br><input name="whom" required maxlength="41" autocapitalize="none" autocomplete="off" spellcheck="false"></label> <label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('case.hand')}</button></p></form>`
}
