/** A law card with what records say of it in, its sections out: what nobody confirmed is told as not confirmed, and not told. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Labels } from '../../core/language.ts'
import { labelIn } from '../../core/language.ts'
import { TEST_STEPS, type TestStep } from '../../core/standard.ts'
import { type CardLine, isConfirmed } from '../../core/teach/law-card.ts'
import type { LeafLine, LeafSection, LeafSectionId } from '../../core/teach/leaf.ts'
import type { CardGiven } from './given.ts'

type Of = (given: CardGiven) => readonly LeafLine[]

const isDoubtfulOf = ({ certainty }: Pick<CardLine, 'certainty'>): boolean =>
  !isConfirmed({ certainty }) && certainty?.startsWith('report') !== true

/** What says it; a line that nobody checked says so. */
function lineOf(line: CardLine, { words }: CardGiven, lead?: string): LeafLine {
  const isDoubtful = isDoubtfulOf(line)
  const note = isDoubtful ? words.t('lawcard.unconfirmed') : (line.source ?? undefined)
  return { text: line.text[words.language], lead, note, isDoubtful }
}

/** Only lines that are verified, and only once a lawyer stands for the card; the others are counted and not told. */
const confirmedAlone =
  (pick: (given: CardGiven) => readonly CardLine[]): Of =>
  (given) => {
    const { t, language } = given.words
    const all = pick(given)
    const told = given.standing.state === 'reviewed' ? all.filter(isConfirmed) : []
    const left = all.length - told.length
    return [
      ...told.map((one) => ({ text: one.text[language], note: one.source ?? undefined })),
      ...(left > 0 ? [{ text: t('lawcard.not-yet', { n: left }), isDoubtful: true }] : []),
    ]
  }

/** Whoever reads these lines sees nothing beside them: what they may do stands here as on the card, or not at all. */
export function easyOf({ card, words, standing }: CardGiven): readonly LeafLine[] {
  const { t, language } = words
  const isReviewed = standing.state === 'reviewed'
  const told = card.easy.filter(
    (one) => !one.isAdvice || (isReviewed && isConfirmed({ certainty: one.certainty ?? null })),
  )
  const left = card.easy.length - told.length
  return [
    ...told.map(({ text, certainty }) => {
      const isDoubtful = certainty !== undefined && isDoubtfulOf({ certainty })
      return { text: text[language], ...(isDoubtful && { isDoubtful, note: t('lawcard.unconfirmed') }) }
    }),
    ...(left > 0 ? [{ text: t('lawcard.not-yet', { n: left }), isDoubtful: true }] : []),
  ]
}

/** Counts with their range, each with what it is of; then the newest records that may be shown. */
const uses: Of = ({ uses, examples, words }) => [
  ...uses.map(({ name, certain, claimed, stated, inferred, link }) => ({
    lead: name,
    text:
      claimed === 0
        ? words.t('lawcard.uses.none')
        : certain === claimed
          ? words.t('lawcard.uses.n', { n: claimed })
          : words.t('lawcard.uses.range', { min: certain, n: claimed }),
    note: inferred > 0 ? words.t('lawcard.uses.split', { stated, inferred }) : undefined,
    link: link ?? undefined,
  })),
  ...examples.map(({ id, told }) => ({ text: told, link: { kind: 'incident' as const, id } })),
]

const textOf = (labels: Labels, given: CardGiven): string => labelIn(labels, given.words.language).text

/** Of the newest analysis that found something; where there is none, what the step asks of this law. */
const test: Of = (given) => {
  const { card, analyses, words } = given
  const { language, t } = words
  const found = new Map<TestStep, PublicAnalysis['steps'][number]>()
  for (const { steps } of analyses)
    for (const step of steps) if (step.finding !== 'not_examined') found.set(step.step, step)
  return TEST_STEPS.flatMap((step) => {
    const asked = card.test[step]
    const own = found.get(step)
    if (!asked) return []
    const question = { lead: t(`lawcard.step.${step}`), text: asked[language] }
    return own
      ? [
          question,
          {
            lead: t(`lawcard.finding.${own.finding}`),
            text: textOf(own.reason, given),
            note: t('lawcard.by-analysis'),
          },
        ]
      : [question]
  })
}

const standards: Of = ({ card, codebook, words }) =>
  card.standards.flatMap((id) => {
    const one = codebook.standards.get(id)
    return one
      ? [
          {
            text: labelIn(one.name, words.language).text,
            link: one.source.url === null ? undefined : ({ kind: 'url', href: one.source.url } as const),
          },
        ]
      : []
  })

const SECTIONS: Readonly<Record<LeafSectionId, Of>> = {
  says: (given) => given.card.says.map((one) => lineOf(one, given)),
  penalties: confirmedAlone(({ card }) => card.penalties),
  uses,
  steps: (given) => given.card.steps.map((one) => lineOf(one, given, one.when[given.words.language])),
  advice: confirmedAlone(({ card }) => card.advice),
  world: (given) => [...given.card.world.map((one) => lineOf(one, given)), ...standards(given)],
  test,
  changes: (given) => given.card.changes.map((one) => lineOf(one, given, given.when(one.date))),
  bills: ({ bills }) =>
    bills.map(({ id, title, stands }) => ({ text: title, note: stands, link: { kind: 'bill', id } })),
  sources: ({ card }) =>
    card.sources.map(({ title, url }) => ({
      text: title,
      link: url === null ? undefined : { kind: 'url', href: url },
    })),
}

/** In the order in which somebody asks; a section without a line is left out. */
export const sectionsOf = (given: CardGiven): readonly LeafSection[] =>
  (Object.keys(SECTIONS) as LeafSectionId[])
    .map((id) => ({ id, heading: given.words.t(`lawcard.h.${id}`), lines: SECTIONS[id](given) }))
    .filter(({ lines }) => lines.length > 0)
