/** The rows of a review in, the form that keeps, corrects and adds values out. */
import { labelIn } from '../../../core/language.ts'
import { emptyRow, type ReviewRow, type RowFault } from '../../../core/review-row.ts'
import { FIELDS, type Field, INCIDENT_KINDS, QUALIFIERS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Stray } from '../../../usecases/review/answers.ts'
import type { Foreseen } from '../../../usecases/review/foresee.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import { wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { LIST_OF } from './pickers.ts'

export type RowsGiven = {
  readonly view: Pick<PassageView, 'proposed' | 'pack'>
  readonly rows: readonly ReviewRow[]
  readonly faults: readonly RowFault[]
  readonly people: ReadonlyMap<number, Foreseen>
  /** Null: not asked here, where several values of one field are no dispute to settle. */
  readonly disputed: readonly string[] | null
  /** Numbers of the rows whose words are on the page. */
  readonly marked: ReadonlySet<number>
  /** Fields that get an empty row where they have none. */
  readonly blanks: readonly Field[]
  /** True: the first value that does not fit has the focus, since nothing else is wrong. */
  readonly isAimed: boolean
  /** Something to stand under the name of a field. */
  readonly under?: (field: Field) => Piece
}

const BLANK_ROWS = 3
/** What of a row does not fit; else its value. */
const PART_OF: Readonly<Partial<Record<RowFault['code'], 'number' | 'person' | 'words'>>> = {
  'review.number': 'number',
  'review.person': 'person',
  'review.words': 'words',
}
const COUNTED = ['days', 'months', 'years'] as const
const HARMED = ['yes', 'no', 'actor'] as const

/** Everything that does not fit, before the form; each row says its own beside it. */
export const problems = (
  { face }: Desktop,
  { lines, faults }: { readonly lines: readonly string[]; readonly faults: readonly RowFault[] },
): Piece =>
  wrong([...lines, ...(faults.length > 0 ? [face.words.t('review.faults', { n: faults.length })] : [])])

/** By field, in one order; the number of a row is the number at its words. */
export function rowsForm(desktop: Desktop, given: RowsGiven): Piece {
  const { t } = desktop.face.words
  return FIELDS.map((field) => {
    const own = given.rows.flatMap((row, index) => (row.field === field ? [{ row, index }] : []))
    const under = given.under?.(field) ?? false
    const at = given.blanks.indexOf(field)
    if (own.length === 0 && at < 0 && under === false) return false
    const blank = own.length === 0 && at >= 0 && emptyItem(desktop, given, field, given.rows.length + at)
    const dispute =
      own.length > 1 &&
      given.disputed !== null &&
      html`<label class="keep"><input type="checkbox" name="disputed" value="${field}"${given.disputed.includes(field) && html` checked`}> ${t('review.disputed')}</label>`
    return html`<fieldset><legend>${t(`field.${field}`)}</legend>${under}${dispute}<ol class="rows">${own.map(({ row, index }) => rowItem(desktop, given, row, index))}${blank}</ol></fieldset>
`
  })
}

function rowItem(desktop: Desktop, given: RowsGiven, row: ReviewRow, index: number): Markup {
  const { t } = desktop.face.words
  const n = index + 1
  const faults = given.faults.filter((one) => one.row === index)
  const isFirst = given.isAimed && faults[0] !== undefined && faults[0] === given.faults[0]
  const claim = given.view.proposed.get(row.origin)?.claim
  const read = claim && (claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder)
  const number = given.marked.has(n)
    ? html`<a class="no" href="#w${n}" aria-label="${t('review.to-words', { n })}">${n}</a>`
    : html`<span class="no">${n}</span>`
  return html`<li id="r${n}" data-row="${n}"${faults.length > 0 && html` class="bad"`}>${number}<label class="keep"><input type="checkbox" name="r${index}.keep" value="yes"${row.keep && html` checked`} aria-label="${t('review.keep', { n })}"></label><div class="parts"><input type="hidden" name="r${index}.field" value="${row.field}"><input type="hidden" name="r${index}.origin" value="${row.origin}">
${parts(desktop, row, String(index), given.view, faults, isFirst)}${
  row.origin === ''
    ? wordsPart(desktop, row, String(index), faults)
    : html`<div class="said">${row.words !== '' && html`<q>${row.words}</q> · `}${read && reader(desktop, read)} · ${claim && t(`review.basis.${claim.basis}`)}</div>`
}${row.field === 'person' && personLine(desktop, given.people.get(index))}${faults.map(
  (one) =>
    html`<p class="wrong" id="f${index}">${t(`fault.${one.code}`, { field: t(`field.${row.field}`), typed: one.typed })}</p>`,
)}</div></li>
`
}

/** Who read it; a rule opens to its reason and an example, without a script. */
function reader({ face, rules }: Desktop, read: string): Piece {
  const rule = rules.get(read)
  if (!rule) return read
  const { text, lang } = labelIn(rule.reason, face.words.language)
  return html`<details class="why"><summary>${read}</summary><span lang="${lang}">${text}</span> <q lang="en">${rule.example}</q></details>`
}

/** `index` is `__` in the blanks that the script copies. */
export function parts(
  { face, codebook }: Desktop,
  row: ReviewRow,
  index: string,
  view: Pick<PassageView, 'pack'>,
  faults: readonly RowFault[],
  isFirst = false,
): Piece {
  const { t, language } = face.words
  const label = (part: string): string => `${t(`field.${row.field}`)}: ${t(`review.part.${part}`)}`
  const faulty = faults[0] && (PART_OF[faults[0].code] ?? 'value')
  const wrong = html` aria-invalid="true" aria-describedby="f${index}"${isFirst && html` autofocus`}`
  const text = (part: 'value' | 'number' | 'who' | 'role' | 'person', list?: string): Markup =>
    html`<input class="${part}" name="r${index}.${part}" value="${row[part]}" aria-label="${label(part)}" placeholder="${part === 'value' ? '' : t(`review.part.${part}`)}" maxlength="500" autocomplete="off" spellcheck="false"${list && html` list="${list}"`}${part === faulty && wrong}>`
  const select = (
    part: 'value' | 'unit' | 'harmed',
    options: readonly (readonly [string, string])[],
  ): Markup =>
    html`<select class="${part}" name="r${index}.${part}" aria-label="${label(part)}">${options.map(([value, words]) => html`<option value="${value}"${row[part] === value && html` selected`}>${words}</option>`)}</select>`
  const term = (vocabulary: 'kinds' | 'qualifiers', id: string): readonly [string, string] => {
    const found = codebook.vocabularies[vocabulary].get(id)
    return [id, found ? labelIn(found.label, language).text : id]
  }
  switch (row.field) {
    case 'kind':
      return select(
        'value',
        INCIDENT_KINDS.map((id) => term('kinds', id)),
      )
    case 'person':
      return html`${text('value')}${select(
        'harmed',
        HARMED.map((one) => [one, t(`review.harmed.${one}`)]),
      )}${text('role', LIST_OF.role)}${text('person', LIST_OF.known)}`
    case 'group':
      return html`${text('number')}${select(
        'unit',
        QUALIFIERS.map((id) => term('qualifiers', id)),
      )}${text('value')}`
    case 'penalty': {
      // A fine read in index units ("50 МРП") keeps its unit: a unit nobody can choose would be lost.
      const counted: readonly string[] = COUNTED
      const money = [
        ...new Set([
          view.pack.currency,
          ...(row.unit === '' || counted.includes(row.unit) ? [] : [row.unit]),
        ]),
      ]
      const units = [
        ['', '–'],
        ...COUNTED.map((one) => [one, t(`review.unit.${one}`)]),
        ...money.map((one) => [one, one]),
      ]
      return html`${text('value', LIST_OF.penalty)}${text('number')}${select('unit', units as [string, string][])}${text('who')}`
    }
    default:
      return text('value', LIST_OF[row.field])
  }
}

const wordsPart = ({ face }: Desktop, row: ReviewRow, index: string, faults: readonly RowFault[]): Markup =>
  html`<label class="words">${face.words.t('review.part.words')} <input name="r${index}.words" value="${row.words}" maxlength="1000" autocomplete="off" spellcheck="false"${faults.some((one) => one.code === 'review.words') && html` aria-invalid="true" aria-describedby="f${index}"`}></label>`

/** Who somebody is on record, and what of them the world would see by this: before anybody saves. */
function personLine({ face }: Desktop, seen: Foreseen | undefined): Piece {
  const { t, language } = face.words
  if (!seen) return false
  const link = (id: string): Markup => html`<a href="/${language}/desk/people/${id}">${id}</a>`
  if (seen.person !== null)
    return html`<p class="said">${link(seen.person)} · ${
      seen.level === 'never'
        ? t('work.basis.never')
        : t('review.shown', { level: t(`work.level.${seen.level}`) })
    }${seen.basis && html` · ${t(`work.kind.${seen.basis.kind}`)}, ${t('work.basis.until', { day: seen.basis.reviewBy })}`}</p>`
  return html`<p class="said">${t('review.nobody')} ${t('safe.name', { ground: t('work.basis.never') })}${seen.namesakes.length > 0 && html` ${t('review.namesakes')} ${seen.namesakes.map((id) => html`${link(id)} `)}`}</p>`
}

/** Rows for values the rules missed; with script, a row appears for words that are selected. */
export function addRows(
  desktop: Desktop,
  from: number,
  title: 'review.add' | 'hand.more' = 'review.add',
  stray: readonly Stray[] = [],
): Markup {
  const { t } = desktop.face.words
  const choice = (index: string): Markup =>
    html`<select name="r${index}.field" aria-label="${t('review.add.field')}"><option value="">${t('review.add.field')}</option>${FIELDS.map((field) => html`<option value="${field}">${t(`field.${field}`)}</option>`)}</select>`
  return html`<fieldset id="add"><legend>${t(title)}</legend><p class="said">${t('review.add.note')}</p><ol class="rows">${Array.from(
    { length: BLANK_ROWS + stray.length },
    (_, n) => {
      const index = String(from + n)
      const { value, words } = stray[n] ?? { value: '', words: '' }
      return html`<li class="new"><span class="no">+</span><input type="hidden" name="r${index}.keep" value="yes"><div class="parts">${choice(index)}<input class="value" name="r${index}.value" value="${value}" aria-label="${t('review.part.value')}" placeholder="${t('review.part.value')}" maxlength="500" autocomplete="off" spellcheck="false"><label class="words">${t('review.part.words')} <input name="r${index}.words" value="${words}" maxlength="1000" autocomplete="off" spellcheck="false"></label></div></li>`
    },
  )}</ol></fieldset>`
}

/** Left empty it is none. */
function emptyItem(desktop: Desktop, { view }: RowsGiven, field: Field, index: number): Markup {
  const row = { ...emptyRow(field), ...(field === 'kind' && { value: 'event' }) }
  return html`<li class="new"><span class="no">+</span><input type="hidden" name="r${index}.keep" value="yes"><input type="hidden" name="r${index}.field" value="${field}"><div class="parts">${parts(desktop, row, String(index), view, [])}${wordsPart(desktop, row, String(index), [])}</div></li>
`
}

/** What the script copies: for words that are selected, and into what is added. */
export const blankRows = (desktop: Desktop, view: Pick<PassageView, 'pack'>): Markup =>
  html`<ol class="blank" hidden>${FIELDS.map((field) => blankRow(desktop, field, emptyRow(field), view))}</ol>`

const blankRow = (desktop: Desktop, field: Field, row: ReviewRow, view: Pick<PassageView, 'pack'>): Markup =>
  html`<li class="new" data-field="${field}"><span class="no">+</span><label class="keep"><input type="checkbox" name="r__.keep" value="yes" checked aria-label="${desktop.face.words.t('review.keep', { n: '+' })}"></label><div class="parts"><input type="hidden" name="r__.field" value="${field}"><b>${desktop.face.words.t(`field.${field}`)}</b>
${parts(desktop, row, '__', view, [])}${wordsPart(desktop, row, '__', [])}</div></li>
`
