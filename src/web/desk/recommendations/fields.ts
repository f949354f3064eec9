/** What the forms of the register ask for, how what stands fills them, and lines to record from what was sent. */
import { LANGUAGES, type Language, labelIn } from '../../../core/language.ts'
import {
  type Demand,
  GRADERS,
  GRADES,
  type GradeEvidence,
  RESPONSES,
} from '../../../core/recommendation/recommendation.ts'
import { FREEDOMS } from '../../../core/values.ts'
import type { RecommendationInput } from '../../../usecases/recommendations/save-recommendation.ts'
import { type Choice, type FormField, saidOf, type Typed, typedOf } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'

/** Lists that fields offer while somebody types. */
export const [BODIES, LAWS] = ['bodies', 'laws'] as const
type Asked = Omit<FormField, 'name' | 'label'>

const namedBy =
  ({ face }: Desktop) =>
  (name: string, type: FormField['type'], more: Partial<Asked> = {}): FormField => ({
    ...{ name, type, label: face.words.t(`demand.f.${name}`) },
    ...more,
  })
const yesNo = ({ face }: Desktop): Choice => ['no', 'yes'].map((one) => [one, face.words.t(`demand.${one}`)])
export const askIn = (language: Language): string => `ask-${language}`

/** `from`: its words stand in a report of the house; else they are written off. */
export function demandFields(
  desktop: Desktop,
  from: 'report' | 'hand',
  mayRelease: boolean,
): readonly FormField[] {
  const { face, codebook, packs } = desktop
  const { t, language } = face.words
  const field = namedBy(desktop)
  return [
    ...(from === 'report'
      ? []
      : [
          field('country', 'choice', {
            needed: true,
            options: [...packs.values()].map((one) => [one.id, labelIn(one.name, language).text] as const),
          }),
          field('words', 'area', { needed: true }),
          field('spoken', 'choice', {
            needed: true,
            options: LANGUAGES.map((one) => [one, t(`language.${one}`)] as const),
          }),
          field('title', 'text', { needed: true }),
          field('place', 'text'),
          field('url', 'text'),
        ]),
    ...LANGUAGES.map((one) => ({
      ...{ name: askIn(one), type: 'text' as const, needed: one === 'en' },
      label: t('demand.f.ask', { language: t(`language.${one}`) }),
    })),
    field('body', 'text', { needed: true, list: BODIES }),
    field('on', 'date'),
    field('laws', 'text', { list: LAWS }),
    field('people', 'text'),
    field('specificity', 'choice', {
      options: [...codebook.recommendations.specificity].map(
        ([id, label]) => [String(id), `${id}: ${labelIn(label, language).text}`] as const,
      ),
    }),
    field('response', 'choice', {
      options: RESPONSES.map((one) => [one, t(`rec.response.${one}`)] as const),
    }),
    field('due', 'day'),
    ...(mayRelease ? [field('public', 'choice', { needed: true, options: yesNo(desktop) })] : []),
  ]
}

/** Boxes to tick: addressees and rights. */
export const TICKED = ['to', 'freedom'] as const
export type Ticked = Readonly<Record<(typeof TICKED)[number], readonly string[]>>

export function gradeFields(desktop: Desktop): readonly FormField[] {
  const { codebook, face } = desktop
  const { t, language } = face.words
  const field = namedBy(desktop)
  return [
    field('grader', 'choice', {
      needed: true,
      options: GRADERS.map((one) => [one, t(`rec.by.${one}`)] as const),
    }),
    field('of', 'day', { needed: true }),
    field('grade', 'choice', {
      options: [...codebook.recommendations.grades].map(
        ([id, { label }]) => [id, `${id}: ${labelIn(label, language).text}`] as const,
      ),
    }),
    field('incidents', 'text'),
    field('evidence', 'text'),
    field('evidence-url', 'text'),
    ...LANGUAGES.map((one) => ({
      ...{ name: `note-${one}`, type: 'area' as const },
      label: t('demand.f.note', { language: t(`language.${one}`) }),
    })),
  ]
}

/** `Amnesty International (amnesty)` as a list offers it, or the id alone. */
const idIn = (text: string): string => /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text.trim()
const listIn = (text: string): readonly string[] =>
  text
    .split(/[\s,;]+/)
    .map(idIn)
    .filter((one) => one !== '')
const labelsIn = (typed: Typed, name: (language: Language) => string) => ({
  en: saidOf(typed, name('en')) ?? '',
  ru: saidOf(typed, name('ru')) ?? null,
  kk: saidOf(typed, name('kk')) ?? null,
})

export type Where = {
  readonly document: string
  readonly country: string
  readonly words: string
  readonly rule: string | null
} | null

export function demandLine(id: string, typed: Typed, ticked: Ticked, where: Where): RecommendationInput {
  const [people, due, response] = [
    listIn(typedOf(typed, 'people')),
    saidOf(typed, 'due'),
    RESPONSES.find((one) => one === typed.response),
  ]
  const specificity = Number(typed.specificity)
  return {
    ...{ record: 'recommendation', id, country: where?.country ?? typedOf(typed, 'country') },
    ...(where
      ? { passage: { document: where.document, from: where.words, to: where.words } }
      : {
          said: {
            ...{ words: typedOf(typed, 'words'), title: typedOf(typed, 'title') },
            language: LANGUAGES.find((one) => one === typed.spoken) ?? 'en',
            ...{ place: saidOf(typed, 'place') ?? null, url: saidOf(typed, 'url') ?? null },
          },
        }),
    ...{ body: idIn(typedOf(typed, 'body')), on: saidOf(typed, 'on') ?? null, addressees: ticked.to },
    ask: labelsIn(typed, askIn),
    laws: listIn(typedOf(typed, 'laws')),
    freedoms: FREEDOMS.filter((one) => ticked.freedom.includes(one)),
    ...(people.length > 0 && { people }),
    ...(specificity > 0 && { specificity }),
    ...(response && { response }),
    ...(due !== undefined && { due }),
    ...(where !== null && where.rule !== null && { rule: where.rule }),
    public: typed.public === 'yes',
  }
}

export function typedDemand(demand: Demand, country: string, isPublic: boolean): Typed {
  const { source } = demand
  return {
    ...{ country, words: demand.words, spoken: demand.language, body: demand.body, on: demand.on ?? '' },
    ...(source.kind === 'hand' && {
      ...{ title: source.title, place: source.place ?? '', url: source.url ?? '' },
    }),
    ...Object.fromEntries(LANGUAGES.map((one) => [askIn(one), demand.ask[one] ?? ''])),
    ...{ laws: demand.laws.join(' '), people: demand.people.join(' '), due: demand.due ?? '' },
    ...{ specificity: String(demand.specificity ?? ''), response: demand.response ?? '' },
    public: isPublic ? 'yes' : 'no',
  }
}

export function gradeLine(id: string, typed: Typed): RecommendationInput {
  const note = labelsIn(typed, (one) => `note-${one}`)
  const title = saidOf(typed, 'evidence')
  const evidence: readonly GradeEvidence[] = [
    ...listIn(typedOf(typed, 'incidents')).map((incident) => ({ incident })),
    ...(title === undefined ? [] : [{ title, url: saidOf(typed, 'evidence-url') ?? null, on: null }]),
  ]
  return {
    ...{ record: 'grade', id, on: typedOf(typed, 'of'), evidence },
    grader: GRADERS.find((one) => one === typed.grader) ?? 'us',
    grade: GRADES.find((one) => one === typed.grade) ?? null,
    ...(note.en !== '' && { note }),
  }
}
