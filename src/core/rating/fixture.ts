/** A small method of invented numbers, and rows of an invented country, for tests. */
import type { Labels } from '../language.ts'
import type { RatingMethod } from './method.ts'
import type { FormRow, MonthRow, RatingRows } from './rows.ts'
import type { WatchRules } from './watch.ts'
import type { RatingWords } from './words.ts'

const say = (text: string): Labels => ({ en: text, ru: text, kk: text })

export const METHOD: RatingMethod = {
  id: 'test',
  methodVersion: '1.0.0',
  uncertainty: { seed: 7, draws: 2000, step: 0.1, shift: 0.25 },
  sources: [
    { id: 'partner', share: 9 },
    { id: 'house', share: 5 },
    { id: 'outside', share: 6 },
  ],
  leastSources: 2,
  form: { law: 2, practice: 3, leastAnswered: 0.6, oldest: 24 },
  dimensions: [
    { id: 'association', questions: ['existing', 'closing'] },
    { id: 'assembly', questions: ['notice', 'force'] },
  ],
  outside: {
    oldest: 3,
    indices: [
      {
        ...{ id: 'rights', family: 'rights', variables: ['E'], editions: { from: null, to: null } },
        ...{ lowest: 0, highest: 12, better: 'high', error: { steps: 3, chance: 0.1, spread: 0 } },
      },
      {
        ...{ id: 'press-old', family: 'press', variables: ['score'], editions: { from: null, to: 2021 } },
        ...{ lowest: 0, highest: 100, better: 'low', error: { steps: 0, chance: 0, spread: 2 } },
      },
      {
        ...{ id: 'press-new', family: 'press', variables: ['score'], editions: { from: 2022, to: null } },
        ...{ lowest: 0, highest: 100, better: 'high', error: { steps: 0, chance: 0, spread: 2 } },
      },
    ],
  },
  recalibration: {
    points: [
      [0, 0],
      [30, 20],
      [100, 100],
    ],
  },
  bands: [
    { id: 'closed', to: 20 },
    { id: 'repressed', to: 40 },
    { id: 'obstructed', to: 60 },
    { id: 'narrowed', to: 80 },
    { id: 'open', to: 100 },
  ],
  live: {
    ...{ window: 3, baseline: 8, harm: 2, good: 1, most: 10, cut: 3 },
    gravity: { '0': 1, '1': 1, '2': 2, '3': 4, '4': 8 },
  },
  decision: { certain: 0.8, steps: 1 },
}

export const WORDS: RatingWords = {
  sources: new Map(METHOD.sources.map((one) => [one.id, say(one.id)])),
  dimensions: new Map(METHOD.dimensions.map((one) => [one.id, say(one.id)])),
  questions: new Map(
    METHOD.dimensions.flatMap((one) =>
      one.questions.map((each) => [`${one.id}.${each}`, say(each)] as const),
    ),
  ),
  bands: new Map(METHOD.bands.map((one) => [one.id, say(one.id)])),
  indices: new Map(METHOD.outside.indices.map((one) => [one.id, say(one.id)])),
  scale: [4, 3, 2, 1, 0].map((value) => ({
    value,
    law: say(`law ${value}`),
    practice: say(`practice ${value}`),
  })),
  reasons: new Map(),
}

const rule = (name: string) => ({ id: `watch.${name}@1`, reason: say(name), example: name })
export const WATCH: WatchRules = {
  id: 'watch-test',
  methodVersion: '1.0.0',
  change: {
    ...rule('change'),
    ...{ baseline: 24, run: 12, ratio: 2, allowance: Math.LOG2E, limit: 6, leastExpected: 0.5 },
  },
  fall: { ...rule('fall'), points: 5, months: 12, certain: 0.8 },
  trigger: {
    ...rule('trigger'),
    months: 6,
    acts: [
      { act: 'killing', least: 1 },
      { act: 'dissolution', least: 3 },
    ],
  },
  alert: { ...rule('alert'), months: 6 },
  signal: { ...rule('signal'), least: 2, stays: 6 },
}

/** The same answer to every question of the small method. */
export const formOf = (value: number | null, given: Partial<FormRow> = {}): FormRow => ({
  source: 'partner',
  coder: 1,
  asOf: '2026-03-31',
  answers: METHOD.dimensions.flatMap(({ id, questions }) =>
    questions.flatMap((question) =>
      (['law', 'practice'] as const).map((aspect) => ({ question: `${id}.${question}`, aspect, value })),
    ),
  ),
  ...given,
})

const each = (n: number) => ({ association: n, assembly: n, expression: n, other: 0 })
/** `months` in order to the one before `asOf`; each with so many incidents of weight 1 in each freedom and so many reports. */
export const monthsOf = (
  counts: readonly number[],
  last = '2026-06',
  effort: number | null | ((at: number) => number) = 4,
): readonly MonthRow[] =>
  counts.map((n, at) => {
    const back = counts.length - 1 - at
    const index = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1 - back
    const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    const known = typeof effort === 'function' ? effort(at) : effort
    return { month, effort: known, incidents: each(n), weighed: each(n), good: each(0) }
  })

export const ROWS: RatingRows = {
  country: 'xx',
  asOf: '2026-07-01',
  forms: [formOf(1), formOf(2, { source: 'house' })],
  indices: [
    ...[
      { index: 'rights', variable: 'E', edition: 2026, value: 3 },
      { index: 'press', variable: 'score', edition: 2026, value: 45 },
    ].map((one) => ({ ...one, published: '2026-05-03' })),
  ],
  months: monthsOf(Array.from({ length: 27 }, () => 4)),
}
