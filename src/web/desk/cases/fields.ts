/** The fields of a form and what was typed in, the form's controls out; and the same fields read, with every fault in its words. */
import { isIsoDay, parsePartialDate, withIsoDays } from '../../../core/partial-date.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { Words } from '../../../core/words.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'

export type Choice = readonly (readonly [value: string, label: string])[]
export type FormField = {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'area' | 'date' | 'day' | 'hour' | 'number' | 'choice'
  readonly needed?: boolean
  readonly options?: Choice
  /** Id of a datalist. */
  readonly list?: string
}
/** Name of a field → what stands in it, as typed. */
export type Typed = Readonly<Record<string, string>>
export type FieldFault = { readonly name: string; readonly line: string }

export const typedOf = (typed: Typed, name: string): string => typed[name] ?? ''
/** Undefined: left blank, so nothing was said. */
export const saidOf = (typed: Typed, name: string): string | undefined =>
  typedOf(typed, name).trim() || undefined

/** Days as they are written here, in the one form that is kept. */
export const withIsoDates = (fields: readonly FormField[], typed: Typed): Typed => ({
  ...typed,
  ...Object.fromEntries(
    fields
      .filter((one) => one.type === 'date' || one.type === 'day')
      .map((one) => [one.name, withIsoDays(typedOf(typed, one.name).trim())]),
  ),
})

export function faultsOf(fields: readonly FormField[], typed: Typed, { t }: Words): readonly FieldFault[] {
  return fields.flatMap((one) => {
    const text = saidOf(typed, one.name)
    const fault = (code: string): readonly FieldFault[] => [
      { name: one.name, line: t(`case.fault.${code}`, { field: one.label }) },
    ]
    if (text === undefined) return one.needed ? fault('needed') : []
    switch (one.type) {
      case 'date':
        return parsePartialDate(text) === null ? fault('date') : []
      case 'day':
        return isIsoDay(text) ? [] : fault('day')
      case 'hour':
        return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? [] : fault('hour')
      case 'number':
        return typedNumber(text) === null ? fault('number') : []
      case 'choice':
        return one.options?.some(([value]) => value === text) ? [] : fault('choice')
      default:
        return []
    }
  })
}

const HINTS: Readonly<Partial<Record<FormField['type'], string>>> = {
  date: 'case.f.date.hint',
  day: 'case.f.day.hint',
}

export const controls = (
  fields: readonly FormField[],
  typed: Typed,
  faults: readonly FieldFault[],
  { t }: Words,
): readonly Markup[] =>
  fields.map((one) => {
    const hint = HINTS[one.type]
    return html`<p><label>${one.label}${one.needed && ' *'}<br>${control(
      one,
      typedOf(typed, one.name),
      faults.some((fault) => fault.name === one.name),
    )}</label>${hint !== undefined && html`<br><span class="meta">${t(hint)}</span>`}</p>
`
  })

function control(one: FormField, value: string, isWrong: boolean): Markup {
  const common: Piece = html` name="${one.name}"${one.needed && html` required`}${isWrong && html` aria-invalid="true"`}`
  switch (one.type) {
    case 'area':
      return html`<textarea${common} rows="3" cols="60" maxlength="2000">${value}</textarea>`
    case 'choice':
      return html`<select${common}>${!one.needed && html`<option value="">—</option>`}${(
        one.options ?? []
      ).map(
        ([id, label]) => html`<option value="${id}"${id === value && html` selected`}>${label}</option>`,
      )}</select>`
    default:
      return html`<input${common} value="${value}" maxlength="300" autocomplete="off"${one.list && html` list="${one.list}"`}>`
  }
}
