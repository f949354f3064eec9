/** The word lists of a language → every form a date can take. */
import type { Lexicon } from '../core/reading.ts'
import { type DateForm, dateKit } from './date-form.ts'
import { dayForms } from './day-forms.ts'
import { periodForms } from './period-forms.ts'
import { relativeForms } from './relative-forms.ts'

/** Days before periods before relative forms: the more exact one is preferred where two match the same words. */
export function dateForms(lexicon: Lexicon): readonly DateForm[] {
  const kit = dateKit(lexicon)
  return [...dayForms(kit), ...periodForms(kit), ...relativeForms(lexicon)]
}
