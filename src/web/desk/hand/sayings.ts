/** What the sources of a record say of each field in, a table with them side by side out, and a way to say which of them stands. */
import type { Codebook } from '../../../core/codebook.ts'
import { type Language, labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { FieldSayings, SaidBy, SaidValue } from '../../../usecases/hand/read-sayings.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { type Said, valueText } from '../value-text.ts'

/** Longer words are on the page above, whole. */
const LONGEST = 160

export function sayingsTable(
  desktop: Desktop,
  row: IncidentRow,
  sayings: readonly FieldSayings[],
  given: { readonly mayDecide: boolean; readonly seen: number },
): Markup {
  const { t } = desktop.face.words
  const told = sayings.filter((one) => one.values.length > 0)
  const head = ['field', 'value', 'who', 'words', 'stands'] as const
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('hand.sayings')}"><table class="sayings"><thead><tr>${head.map((one) => html`<th scope="col">${t(`hand.sayings.${one}`)}</th>`)}</tr></thead>${told.map((one) => fieldRows(desktop, row, one))}</table></div>
${given.mayDecide && told.filter(isContested).map((one) => ruling(desktop, row, one, given.seen))}`
}

/** Several values of one source are a list; of several sources, or kept as said, somebody may have to choose among them. */
const isContested = ({ values, isDisputed }: FieldSayings): boolean =>
  values.length > 1 &&
  (isDisputed ||
    values.some((one) => !one.stands) ||
    new Set(values.flatMap((one) => one.said.map((by) => by.document))).size > 1)

function fieldRows(desktop: Desktop, row: IncidentRow, one: FieldSayings): Markup {
  const { t } = desktop.face.words
  const lines = one.values.flatMap((value) => {
    const by = value.said.length > 0 ? value.said : [null]
    return by.map((said, index) => ({ value, said, span: index === 0 ? by.length : 0 }))
  })
  const decided = [one.by, one.at.slice(0, 16).replace('T', ' '), one.why].filter(Boolean).join(' · ')
  return html`<tbody>${lines.map(
    ({ value, said, span }, index) =>
      html`<tr${one.isDisputed && html` class="differs"`}>${index === 0 && html`<th scope="rowgroup" rowspan="${lines.length}">${t(`field.${one.field}`)}<br><span class="meta">${decided}</span></th>`}${
        span > 0 &&
        html`<td rowspan="${span}">${textOf(desktop, row, one, value)}${value.person && html`<br><span class="meta">${value.person}</span>`}</td>`
      }<td>${said && whoSays(desktop, said)}</td><td>${said && quoted(said)}</td>${span > 0 && html`<td rowspan="${span}">${t(`hand.verdict.${verdictOf(one, value)}`)}</td>`}</tr>
`,
  )}</tbody>`
}

const verdictOf = ({ isDisputed }: FieldSayings, { stands }: SaidValue): string =>
  !stands ? 'otherwise' : isDisputed ? 'disputed' : 'stands'

const textOf = (
  { told, packs }: Desktop,
  { country }: IncidentRow,
  { field }: FieldSayings,
  { value }: SaidValue,
): string => valueText({ field, value } as unknown as Said, told, packs.get(country) ?? null)

/** The title, who published and who saw or counted, how it was told, and the rule or coder who read it there. */
function whoSays({ face, codebook }: Desktop, said: SaidBy): Markup {
  const { language } = face.words
  const parts = [said.publisher, said.collector, wayIn(said, codebook, language)]
  const reader = said.reader.kind === 'rule' ? said.reader.rule : said.reader.coder
  return html`<a href="/${language}/desk/documents/${said.document}" lang="${said.language}">${said.title}</a><br><span class="meta">${[...new Set([...parts, reader])].filter(Boolean).join(' · ')}</span>`
}

const wayIn = ({ way }: SaidBy, codebook: Codebook, language: Language): string | null => {
  const rule = way === null ? undefined : codebook.ways.get(way)
  return rule ? labelIn(rule.label, language).text : null
}

const quoted = ({ words, language }: SaidBy): Piece =>
  words !== '' &&
  html`<q lang="${language}">${words.slice(0, LONGEST).replace(/\s+/g, ' ')}${words.length > LONGEST && '…'}</q>`

/** One stands, or all that are ticked disagree: said with a reason, and nothing that was said is lost. */
function ruling(desktop: Desktop, row: IncidentRow, one: FieldSayings, seen: number): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const box = (value: SaidValue): Piece => {
    const claim = value.said[0]?.claim
    return (
      claim !== undefined &&
      html`<label class="keep"><input type="checkbox" name="stands" value="${claim}"${value.stands && html` checked`}> ${textOf(desktop, row, one, value)}</label> `
    )
  }
  return html`<details${one.isDisputed && html` open`}><summary>${t('hand.rule', { field: t(`field.${one.field}`) })}</summary><form method="post" action="/${language}/desk/records/${row.id}/ruling">${tokenField(face)}<input type="hidden" name="field" value="${one.field}"><input type="hidden" name="seen" value="${seen}"><fieldset><legend>${t('hand.rule.stands')}</legend><p>${one.values.map(box)}</p><p><label class="keep"><input type="checkbox" name="disputed" value="yes"${one.isDisputed && html` checked`}> ${t('review.disputed')}</label></p></fieldset><p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('hand.rule.do')}</button></p></form></details>
`
}
