/** What the planner of a workshop is given: words, and what its sheet asks. Nothing of the house. */
import { type Language, labelIn } from '../../core/language.ts'
import type { PlanField, PlanPart, PlanSheet } from '../../core/plan/terms.ts'
import type { Words } from '../../core/words.ts'

export type PlanView = { readonly words: Words; readonly sheet: PlanSheet }

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
}

export const partsOf = ({ sheet }: PlanView): readonly PlanPart[] => [...sheet.values()]

export const labelOf = ({ words }: PlanView, { label }: Pick<PlanField, 'label'>): string =>
  labelIn(label, words.language).text

/** The sheet for the script, with the labels of one language alone. */
export function sheetFor({ sheet, words: { language } }: PlanView): readonly (readonly [string, PlanPart])[] {
  const short = ({ label }: Pick<PlanField, 'label'>) => ({
    en: labelIn(label, language).text,
    ...{ ru: null, kk: null },
  })
  return [...sheet.values()].map((part) => [
    part.id,
    {
      ...{ id: part.id, isOne: part.isOne, label: short(part), ask: { en: '', ru: null, kk: null } },
      fields: part.fields.map((field) => ({
        ...{ ...field, label: short(field), hint: null },
        options: field.options.map((one) => ({ id: one.id, label: short(one) })),
      })),
    },
  ])
}
