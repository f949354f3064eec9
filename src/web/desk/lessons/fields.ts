/** What a report of lessons asks for, and the report that was typed. */
import { type LessonTally, TALLY_METHODS } from '../../../core/teach/tally.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { KitAtWork, LessonTyped } from '../../../usecases/teach/lessons.ts'
import { type FormField, saidOf, type Typed, typedOf } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'

export function lessonFields({ face }: Desktop, kits: readonly KitAtWork[]): readonly FormField[] {
  const { t, language } = face.words
  return [
    {
      ...{ name: 'kit', label: t('lesson.f.kit'), type: 'choice', needed: true },
      options: kits.map((one) => [one.id, one.kit.title[language]] as const),
    },
    { name: 'from', label: t('lesson.f.from'), type: 'day', needed: true },
    { name: 'to', label: t('lesson.f.to'), type: 'day', needed: true },
    { name: 'lessons', label: t('lesson.f.lessons'), type: 'number', needed: true },
    ...(['low', 'best', 'high'] as const).map(
      (name): FormField => ({ name, label: t(`lesson.f.${name}`), type: 'number' }),
    ),
    {
      ...{ name: 'method', label: t('lesson.f.method'), type: 'choice', needed: true },
      options: TALLY_METHODS.map((one) => [one, t(`lesson.method.${one}`)] as const),
    },
  ]
}

/** Left blank is not known; a fraction stays one, for the schema to refuse by name. */
const numberOf = (typed: Typed, name: string): number | null => {
  const said = saidOf(typed, name)
  return said === undefined ? null : typedNumber(said)
}

/** Read when every field has been found to be what it should be. */
export const lessonOf = (tally: string | null, typed: Typed): LessonTyped => ({
  id: typedOf(typed, 'kit'),
  tally,
  ...{ from: typedOf(typed, 'from'), to: typedOf(typed, 'to') },
  lessons: numberOf(typed, 'lessons') ?? -1,
  ...{ low: numberOf(typed, 'low'), best: numberOf(typed, 'best'), high: numberOf(typed, 'high') },
  method: typedOf(typed, 'method') as LessonTally['method'],
})
