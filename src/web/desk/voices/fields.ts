/** What the forms of a testimony ask for, and how what stands on record fills them. */
import { LANGUAGES, type Language, labelIn } from '../../../core/language.ts'
import { QUOTE_USES, TESTIMONY_TIERS } from '../../../core/testimony/lines.ts'
import type { SaidQuotation } from '../../../core/testimony/standing.ts'
import type { Testimony } from '../../../core/testimony/testimony.ts'
import type { FormField, Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'

/** The list of people on record that the field of the speaker offers. */
export const SPEAKERS = 'speakers'
export const SHOWN = ['described', 'name', 'initials', 'pseudonym'] as const

type Asked = Omit<FormField, 'name' | 'label'>
const namedBy =
  ({ face }: Desktop) =>
  (name: string, type: FormField['type'], more: Partial<Asked> = {}): FormField => ({
    ...{ name, type, label: face.words.t(`voices.f.${name}`) },
    ...more,
  })

export function testimonyFields(desktop: Desktop): readonly FormField[] {
  const { face, packs } = desktop
  const { t, language } = face.words
  const field = namedBy(desktop)
  return [
    field('country', 'choice', {
      needed: true,
      options: [...packs.values()].map((one) => [one.id, labelIn(one.name, language).text] as const),
    }),
    field('person', 'text', { list: SPEAKERS }),
    field('who', 'text'),
    field('on', 'date'),
    field('interviewer', 'text', { needed: true }),
    field('spoken', 'choice', {
      needed: true,
      options: LANGUAGES.map((one) => [one, t(`language.${one}`)] as const),
    }),
    field('incidents', 'text'),
    field('words', 'area'),
    field('tier', 'choice', {
      needed: true,
      options: TESTIMONY_TIERS.map((one) => [one, t(`voices.tier.${one}`)] as const),
    }),
  ]
}

export const inLanguage = (name: 'wording' | 'as', language: Language): string => `${name}-${language}`

export function quotationFields(desktop: Desktop): readonly FormField[] {
  const { t } = desktop.face.words
  const field = namedBy(desktop)
  const each = (name: 'wording' | 'as', type: FormField['type']): readonly FormField[] =>
    LANGUAGES.map((one) => ({
      ...{ name: inLanguage(name, one), type },
      label: t(`voices.f.${name}`, { language: t(`language.${one}`) }),
    }))
  return [
    field('said', 'area', { needed: true }),
    ...each('wording', 'area'),
    field('shown', 'choice', {
      needed: true,
      options: SHOWN.map((one) => [one, t(`voices.shown.${one}`)] as const),
    }),
    ...each('as', 'text'),
    field('use', 'choice', { options: QUOTE_USES.map((one) => [one, t(`voices.use.${one}`)] as const) }),
    field('publications', 'text'),
    field('given-on', 'day'),
    field('how', 'text'),
    field('until', 'day'),
  ]
}

export const typedTestimony = (one: Testimony): Typed => ({
  ...{ country: one.country, on: one.on ?? '', interviewer: one.interviewer, spoken: one.language },
  ...('person' in one.speaker ? { person: one.speaker.person } : { who: one.speaker.who }),
  ...{ incidents: one.incidents.join(' '), words: one.words ?? '', tier: one.tier },
})

/** The words to be agreed to anew; no consent is copied. */
export const typedQuotation = ({ said, wording, shown }: SaidQuotation): Typed => ({
  ...{ said, shown: shown.kind === 'level' ? shown.level : 'described' },
  ...Object.fromEntries(LANGUAGES.map((one) => [inLanguage('wording', one), wording[one] ?? ''])),
  ...(shown.kind === 'described' &&
    Object.fromEntries(LANGUAGES.map((one) => [inLanguage('as', one), shown.as[one] ?? '']))),
})
