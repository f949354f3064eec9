/** Audiences, messages and prototypes of a plan in, what an application says of them out. */
import type { PlanBlock } from '../../core/plan/application.ts'
import { linesOf, type PlanLine, said } from '../../core/plan/plan.ts'
import { field, labelOf, missing, nameOf, type PlanGiven, tableOf, toldOf } from './given.ts'

const TONGUES = ['kk', 'ru', 'en'] as const
const ABOUT = ['knows', 'feels', 'barrier', 'channel'] as const

export const audiences = (given: PlanGiven): readonly PlanBlock[] => [
  tableOf(given, linesOf(given.plan, 'audience'), [
    ...(['audience', given.words.t('plan.leaf.audiences'), ['who', ...ABOUT]] as const),
  ]),
]

export const messages = (given: PlanGiven): readonly PlanBlock[] => [
  tableOf(given, linesOf(given.plan, 'message'), [
    ...(['message', given.words.t('plan.leaf.messages'), ['audience', 'channel', ...TONGUES]] as const),
  ]),
]

/** Everything that concerns one group of people together. */
export function byAudience(given: PlanGiven): readonly PlanBlock[] {
  const { plan, words } = given
  const all = linesOf(plan, 'audience')
  if (all.length === 0) return [missing(given)]
  return all.map((audience) => {
    const own = (part: string): readonly PlanLine[] =>
      linesOf(plan, part).filter((one) => said(one, 'audience') === audience.id)
    const listed = (key: string, texts: readonly string[]) => ({
      label: words.t(key),
      text: texts.length === 0 ? words.t('plan.leaf.missing') : texts.join('; '),
      isMissing: texts.length === 0,
    })
    const told = own('message').flatMap((one) =>
      TONGUES.map((id) => said(one, id)).filter((text) => text !== ''),
    )
    const tongues = TONGUES.filter((id) => own('message').some((one) => said(one, id) !== ''))
    return {
      kind: 'fields',
      title: nameOf(given, audience),
      fields: [
        ...ABOUT.map((id) => field(given, audience, ['audience', id])),
        listed('plan.leaf.messages', told),
        listed(
          'plan.leaf.languages',
          tongues.map((id) => words.t(`language.${id}`)),
        ),
        listed(
          'plan.leaf.activities',
          own('activity').map((one) => nameOf(given, one)),
        ),
      ],
    }
  })
}

export function prototypes(given: PlanGiven): readonly PlanBlock[] {
  const { plan } = given
  const all = linesOf(plan, 'prototype')
  if (all.length === 0) return [missing(given)]
  return all.map((line) => ({
    kind: 'fields',
    title: [toldOf(given, line, 'kind'), toldOf(given, line, 'language')]
      .filter((one) => one !== '')
      .join(', '),
    fields: ['audience', 'text', 'tested', 'learnt'].map((id) => ({
      ...field(given, line, ['prototype', id]),
      label: labelOf(given, 'prototype', id),
    })),
  }))
}
