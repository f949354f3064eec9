/** One field of a line in, its control out: with what helps to answer, what is open in it, how it reads, and texts of several tables side by side. */
import { LANGUAGES } from '../../../core/language.ts'
import { MOST_TEXT } from '../../../core/plan/file.ts'
import type { OpenPoint } from '../../../core/plan/open-point.ts'
import { linesOf, type PlanLine, type PlanValue } from '../../../core/plan/plan.ts'
import type { PlanField } from '../../../core/plan/terms.ts'
import type { Readability } from '../../../core/readability/readability.ts'
import { wordsIn } from '../../../core/readability/sentences.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import { readability } from '../../../publish/sections/readability.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import type { Desktop } from '../desktop.ts'
import { anchorOf, byWhom, nameOfLine, tellField } from './told.ts'

export type FieldOnPage = {
  readonly line: string
  readonly field: PlanField
  /** Null: nobody wrote here. */
  readonly value: PlanValue | null
  /** As it was sent and refused; null: as it stands. */
  readonly typed: string | null
  readonly open: readonly OpenPoint[]
  readonly reads: Readability | null
}

export function fieldControl(desktop: Desktop, read: PlanOnDesk, one: FieldOnPage): Markup {
  const { words } = desktop.face
  const { field, line, value } = one
  const id = anchorOf(line, field.id)
  const text = one.typed ?? value?.text ?? ''
  const notes = [
    field.hint && labelled(field.hint, words),
    field.words !== null &&
      text !== '' &&
      words.t('plans.words', { n: wordsIn(text).length, most: field.words }),
    ...one.open.map((point) => html`<b>${words.t(`plan.check.${point.check}`)}</b>`),
  ].filter((piece) => piece !== false && piece !== null)
  const note =
    notes.length > 0 &&
    html`<span class="meta" id="n-${id}">${notes.map((piece, at) => [at > 0 && html`<br>`, piece])}</span>`
  const label = labelled(field.label, words)
  const isOpen = one.open.some((point) => point.check !== 'empty' && point.check !== 'none')
  const common = html` id="${id}"${notes.length > 0 && html` aria-describedby="n-${id}"`}${isOpen && html` aria-invalid="true"`}`
  if (value && value.rivals.length > 0)
    return html`<fieldset${common}><legend>${label}</legend>${note}${rivals(desktop, read, one, value)}</fieldset>
${how(desktop, one)}`
  return html`<p><label for="${id}">${label}</label><br>${control(desktop, read, one.field, `f-${field.id}`, text, common)}${note && html`<br>${note}`}</p>
${how(desktop, one)}`
}

/** Both stand until somebody says which; whatever is written below them counts in place of either. */
function rivals(desktop: Desktop, read: PlanOnDesk, one: FieldOnPage, value: PlanValue): Piece {
  const { words } = desktop.face
  const { t } = words
  const name = `c-${one.field.id}`
  const texts = [value.entry, ...value.rivals]
  return html`<ul class="rivals">${texts.map(
    (entry) =>
      html`<li><label><input type="radio" name="${name}" value="${entry.id}"> ${tellField(one.field, entry.text, read, desktop.codebook.plan, words)}</label><span class="src">${byWhom(entry, read, words)}</span></li>`,
  )}</ul>
<p><label><input type="radio" name="${name}" value="" checked> ${t('plans.rivals.leave')}</label></p>
<p><label>${t('plans.rivals.third')}<br>${control(desktop, read, one.field, `f-${one.field.id}`, one.typed ?? '', false)}</label></p>`
}

function control(
  desktop: Desktop,
  read: PlanOnDesk,
  field: PlanField,
  name: string,
  text: string,
  common: Piece,
): Markup {
  const { words } = desktop.face
  const select = (options: readonly (readonly [string, Piece])[]): Markup => {
    const known = options.some(([id]) => id === text) || text === ''
    const all = known ? options : [...options, [text, words.t('plan.check.lost-ref')] as const]
    return html`<select name="${name}"${common}><option value="">—</option>${all.map(([id, label]) => html`<option value="${id}"${id === text && html` selected`}>${label}</option>`)}</select>`
  }
  switch (field.kind) {
    case 'text':
      return html`<textarea name="${name}" rows="4" cols="60" maxlength="${MOST_TEXT}"${common}>${text}</textarea>`
    case 'choice':
      return select(field.options.map((one) => [one.id, labelled(one.label, words)] as const))
    case 'language':
      return select(LANGUAGES.map((one) => [one, words.t(`language.${one}`)] as const))
    case 'ref': {
      const part = desktop.codebook.plan.get(field.of ?? '')
      const lines: readonly PlanLine[] = part ? linesOf(read.plan, part.id) : []
      return select(
        lines.map((one) => [one.id, part ? nameOfLine(one, part, read.plan, words) : one.id] as const),
      )
    }
    default:
      return html`<input name="${name}" value="${text}" maxlength="2000" autocomplete="off"${field.kind === 'number' && html` inputmode="decimal"`}${common}>`
  }
}

function how({ face }: Desktop, { reads }: FieldOnPage): Piece {
  if (reads === null) return false
  const { words } = face
  const { score, sentences } = reads
  const count = sentences.reduce((sum, one) => sum + one.words, 0)
  const band = score === null ? '' : ` · ${words.t(`readability.band.${score.band}`)}`
  return html`<details><summary>${words.t('write.read')}: ${words.t('readability.words', { n: count })}${band}</summary>${readability(reads, words)}</details>
`
}
