/** What the form of a legal analysis asks for, and how what stands on record fills it. */
import { ANALYSIS_FINDINGS, STEP_FINDINGS } from '../../../core/analysis.ts'
import { LANGUAGES, type Language, labelIn } from '../../../core/language.ts'
import { TEST_STEPS, type TestStep } from '../../../core/standard.ts'
import { said } from '../../../publish/grammar/slots.ts'
import type { AnalysisRow } from '../../../store/tables.ts'
import type { FormField, Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'

/** So many demands have room in the form. */
export const ASKS = [1, 2, 3, 4] as const
export const ofStep = (step: TestStep, what: string): string => `${step}-${what}`
export const ofAsk = (n: number, what: string): string => `ask${n}-${what}`
const reason = (language: Language): string => `reason-${language}`

type Group = { readonly title: string; readonly fields: readonly FormField[] }

/** In the order in which a lawyer reasons: of what, by which standard, each step, what follows. */
export function analysisGroups({ face, packs, codebook, told }: Desktop): readonly Group[] {
  const { t, language } = face.words
  const field = (
    name: string,
    label: string,
    type: FormField['type'],
    more: Partial<FormField> = {},
  ): FormField => ({ name, label, type, ...more })
  const inEach = (name: (one: Language) => string, label: string): readonly FormField[] =>
    LANGUAGES.map((one) => field(name(one), `${label}: ${t(`language.${one}`)}`, 'area'))
  const addressees = [...codebook.addressees.values()].map(
    (one) => [one.id, labelIn(one.name, language).text] as const,
  )
  return [
    {
      title: t('analyses.of'),
      fields: [
        field('country', t('analyses.f.country'), 'choice', {
          needed: true,
          options: [...packs.values()].map((one) => [one.id, labelIn(one.name, language).text] as const),
        }),
        field('law', t('analyses.f.law'), 'text'),
        field('incident', t('analyses.f.incident'), 'text'),
        field('standard', t('analyses.f.standard'), 'choice', {
          needed: true,
          options: [...codebook.standards.values()].map(
            (one) => [one.id, labelIn(one.name, language).text] as const,
          ),
        }),
      ],
    },
    ...TEST_STEPS.map((step) => ({
      title: said(told.tell, `step.${step}`),
      fields: [
        field(ofStep(step, 'finding'), t('analyses.f.step'), 'choice', {
          options: STEP_FINDINGS.map((one) => [one, said(told.tell, `finding.${one}`)] as const),
        }),
        ...inEach((one) => ofStep(step, reason(one)), t('analyses.f.reason')),
        field(ofStep(step, 'title'), t('analyses.f.title'), 'text'),
        field(ofStep(step, 'place'), t('analyses.f.place'), 'text'),
        field(ofStep(step, 'url'), t('analyses.f.url'), 'text'),
      ],
    })),
    {
      title: t('analyses.finding'),
      fields: [
        field('finding', t('analyses.f.finding'), 'choice', {
          needed: true,
          options: ANALYSIS_FINDINGS.map((one) => [one, said(told.tell, `verdict.${one}`)] as const),
        }),
        field('author', t('analyses.f.author'), 'text'),
        field('public', t('analyses.f.public'), 'choice', {
          needed: true,
          options: [
            ['no', t('analyses.public.no')],
            ['yes', t('analyses.public.yes')],
          ],
        }),
      ],
    },
    ...ASKS.map((n) => ({
      title: t('analyses.ask', { n }),
      fields: [
        field(ofAsk(n, 'to'), t('analyses.f.to'), 'choice', { options: addressees }),
        ...inEach((one) => ofAsk(n, one), t('analyses.f.text')),
      ],
    })),
  ]
}

export const analysisFields = (desktop: Desktop): readonly FormField[] =>
  analysisGroups(desktop).flatMap((one) => one.fields)

export function typedAnalysis(row: AnalysisRow): Typed {
  const steps = row.steps.flatMap(({ step, finding, reason: words, passage }) => [
    [ofStep(step, 'finding'), finding],
    ...LANGUAGES.map((one) => [ofStep(step, reason(one)), words[one] ?? '']),
    ...(passage === null
      ? []
      : [
          [ofStep(step, 'title'), passage.title],
          [ofStep(step, 'place'), passage.place],
          [ofStep(step, 'url'), passage.url ?? ''],
        ]),
  ])
  const asks = row.asks
    .slice(0, ASKS.length)
    .flatMap(({ to, text }, at) => [
      [ofAsk(at + 1, 'to'), to],
      ...LANGUAGES.map((one) => [ofAsk(at + 1, one), text[one] ?? '']),
    ])
  return {
    ...{ country: row.country, law: row.law ?? '', incident: row.incident ?? '', standard: row.standard },
    ...{ finding: row.finding, author: row.author ?? '', public: row.is_public ? 'yes' : 'no' },
    ...(Object.fromEntries([...steps, ...asks]) as Typed),
  }
}
