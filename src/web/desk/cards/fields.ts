/** What the forms about a law card ask for: a review of its words, and what readers understood of them. */
import type { CardRules } from '../../../core/teach/card-rules.ts'
import { CARD_VERDICTS, type ReviewCard, type TestCard } from '../../../core/teach/lines.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { FormField, Typed } from '../cases/fields.ts'
import { typedOf } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'

export function reviewFields({ face, codebook }: Desktop): readonly FormField[] {
  const { t, language } = face.words
  return [
    {
      ...{ name: 'verdict', label: t('cards.f.verdict'), type: 'choice', needed: true },
      options: CARD_VERDICTS.map((one) => [one, t(`cards.verdict.${one}`)] as const),
    },
    {
      ...{ name: 'role', label: t('cards.f.role'), type: 'choice', needed: true },
      options: codebook.cards.roles.map((one) => [one.id, one.label[language]] as const),
    },
    { name: 'on', label: t('cards.f.on'), type: 'day', needed: true },
    { name: 'until', label: t('cards.f.until', { days: codebook.cards.days }), type: 'day', needed: true },
  ]
}

export const questionField = (id: string): string => `q-${id}`

export function testFields({ face, codebook }: Desktop): readonly FormField[] {
  const { t, language } = face.words
  return [
    { name: 'tested', label: t('cards.f.on'), type: 'day', needed: true },
    {
      name: 'readers',
      label: t('cards.f.readers', { n: codebook.cards.readers }),
      type: 'number',
      needed: true,
    },
    ...codebook.cards.questions.map(
      ({ id, text }): FormField => ({
        ...{ name: questionField(id), type: 'number', needed: true },
        label: t('cards.f.right', { question: text[language] }),
      }),
    ),
  ]
}

type Bare<Line> = Omit<Line, 'by' | 'at' | 'why'>

/** Read when every field has been found to be what it should be. */
export const reviewOf = (id: string, print: string, typed: Typed): Bare<ReviewCard> => ({
  ...{ record: 'card-review', id, print, on: typedOf(typed, 'on'), until: typedOf(typed, 'until') },
  verdict: typedOf(typed, 'verdict') as ReviewCard['verdict'],
  role: typedOf(typed, 'role'),
})

const whole = (typed: Typed, name: string): number => typedNumber(typedOf(typed, name)) ?? -1

export const testOf = (
  id: string,
  print: string,
  typed: Typed,
  { questions }: CardRules,
): Bare<TestCard> => ({
  ...{ record: 'reader-test', id, print, on: typedOf(typed, 'tested'), readers: whole(typed, 'readers') },
  right: Object.fromEntries(questions.map((one) => [one.id, whole(typed, questionField(one.id))])),
})
