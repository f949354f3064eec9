/** A rating is the same for everybody who has its rows, moves the way its answers move, and never takes silence for a number. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonical } from '../../core/json.ts'
import { formOf, METHOD, monthsOf, ROWS } from '../../core/rating/fixture.ts'
import type { FormRow, RatingRows } from '../../core/rating/rows.ts'
import { formsAgreement } from './agreement.ts'
import { chanceFrom, weightsAround } from './chance.ts'
import { rebase, recalibrated } from './outside.ts'
import { fallProbability, rate } from './rate.ts'
import { bandOf } from './scale.ts'

const rated = (rows: RatingRows, method = METHOD) => {
  const found = rate(rows, method)
  if (found.kind !== 'rated') throw new Error('not rated')
  return found
}
const answer = (form: FormRow, question: string, aspect: string, value: number | null): FormRow => ({
  ...form,
  answers: form.answers.map((one) =>
    one.question === question && one.aspect === aspect ? { ...one, value } : one,
  ),
})

describe('the same rows', () => {
  it('give the same bytes, in whatever order they come', () => {
    const mixed: RatingRows = {
      ...ROWS,
      forms: ROWS.forms.toReversed().map((one) => ({ ...one, answers: one.answers.toReversed() })),
      indices: ROWS.indices.toReversed(),
      months: ROWS.months.toReversed(),
    }
    expect(canonical(rate(mixed, METHOD))).toBe(canonical(rate(ROWS, METHOD)))
    expect(canonical(rate(JSON.parse(JSON.stringify(ROWS)), METHOD))).toBe(canonical(rate(ROWS, METHOD)))
  })

  // Written down once on one machine: whoever computes it elsewhere must find these numbers, not nearly these.
  it('gave these numbers when this test was written', () => {
    const { point, quantiles, bands } = rated(ROWS)
    expect({ point, quantiles, bands: bands.map((one) => one.probability) }).toMatchInlineSnapshot(`
      {
        "bands": [
          0.004,
          0.9665,
          0.0295,
          0,
          0,
        ],
        "point": {
          "band": "repressed",
          "score": 31.4643,
        },
        "quantiles": [
          22.6155,
          25.7811,
          31.8374,
          37.6007,
          41.072,
        ],
      }
    `)
  })

  it('give other draws, and nearly the same score, with another seed', () => {
    const other = rated(ROWS, { ...METHOD, uncertainty: { ...METHOD.uncertainty, seed: 8 } })
    expect(other.quantiles).not.toEqual(rated(ROWS).quantiles)
    expect(Math.abs(other.quantiles[2] - rated(ROWS).quantiles[2])).toBeLessThan(1)
  })
})

describe('the score', () => {
  it('is the weighed mean of the sources that speak', () => {
    // Partner 25, house 50; outside: the mean of 25 and 45 is 35, recalibrated 20 + 80 * 5 / 70.
    const outside = 20 + (80 * 5) / 70
    const { point, sources } = rated(ROWS)
    expect(sources.map((one) => one.score)).toEqual([25, 50, Math.round(outside * 10_000) / 10_000])
    expect(point.score).toBeCloseTo((9 * 25 + 5 * 50 + 6 * outside) / 20, 4)
  })

  it('leaves a silent source out and never counts it as zero', () => {
    const { point, sources } = rated({ ...ROWS, indices: [] })
    expect(sources[2]?.score).toBeNull()
    expect(point.score).toBeCloseTo((9 * 25 + 5 * 50) / 14, 4)
  })

  it.each([
    ['one source alone', { ...ROWS, indices: [], forms: [formOf(1)] }],
    [
      'forms in which nobody knew',
      { ...ROWS, indices: [], forms: [formOf(null), formOf(2, { source: 'house' })] },
    ],
    [
      'forms older than two years',
      { ...ROWS, indices: [], forms: ROWS.forms.map((one) => ({ ...one, asOf: '2024-06-30' })) },
    ],
    ['forms of the day after', { ...ROWS, forms: ROWS.forms.map((one) => ({ ...one, asOf: '2026-07-02' })) }],
  ] as const)('is none with %s', (_, rows) => {
    expect(rate(rows, METHOD)).toMatchObject({ kind: 'not-rated', needed: 2 })
  })

  it('takes the newest form of a coder, and both forms of two', () => {
    const older = formOf(4, { asOf: '2026-01-31' })
    const second = formOf(3, { coder: 2 })
    expect(rated({ ...ROWS, forms: [...ROWS.forms, older] }).point).toEqual(rated(ROWS).point)
    expect(rated({ ...ROWS, forms: [...ROWS.forms, second] }).sources[0]?.score).toBe(50)
  })

  it('leaves a dimension out in which too little is known', () => {
    const form = ['closing', 'existing'].reduce(
      (all, question) => answer(all, `association.${question}`, 'practice', null),
      answer(formOf(1), 'association.closing', 'law', null),
    )
    const found = rated({ ...ROWS, forms: [form, ...ROWS.forms.slice(1)] }).forms.find(
      (one) => one.source === 'partner',
    )
    expect(found?.dimensions.map((one) => [one.id, one.score, one.answered])).toEqual([
      ['association', null, 1],
      ['assembly', 25, 4],
    ])
  })

  it('weighs practice above law, three to two', () => {
    const law = answer(answer(formOf(0), 'assembly.notice', 'law', 4), 'assembly.force', 'law', 4)
    const found = rated({ ...ROWS, forms: [law, ...ROWS.forms.slice(1)] }).forms.find(
      (one) => one.source === 'partner',
    )
    expect(found?.dimensions[1]?.score).toBeCloseTo(40)
  })

  it('never falls when an answer rises, and stays between 0 and 100', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 8, maxLength: 8 })
    const few = { ...METHOD, uncertainty: { ...METHOD.uncertainty, draws: 100 } }
    const filled = (some: readonly (number | null)[]): RatingRows => {
      const form = formOf(0)
      const answers = form.answers.map((one, at) => ({ ...one, value: some[at] ?? null }))
      return { ...ROWS, forms: [{ ...form, answers }, ...ROWS.forms.slice(1)] }
    }
    fc.assert(
      fc.property(values, fc.nat(7), (some, at) => {
        const before = rate(filled(some), few)
        if (before.kind !== 'rated') return
        for (const one of before.quantiles) expect(one >= 0 && one <= 100).toBe(true)
        expect(before.bands.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 3)
        const value = some[at]
        if (value === null || value === undefined || value === 4) return
        const after = rate(filled(some.map((one, n) => (n === at ? value + 1 : one))), few)
        expect(after.kind === 'rated' && after.point.score).toBeGreaterThanOrEqual(before.point.score)
      }),
      { numRuns: 60 },
    )
  })
})

describe('one changed answer', () => {
  it('is told with its effect, the largest first, and the effect is what the rows then give', () => {
    const { changes, point } = rated(ROWS)
    // Partner: one step is 25 points of a question; of two questions half; practice three of five; one of two dimensions; 9 of 20.
    expect(changes[0]).toMatchObject({
      source: 'partner',
      aspect: 'practice',
      from: 1,
      difference: 25 * 0.5 * 0.6 * 0.5 * 0.45,
    })
    const sizes = changes.map((one) => Math.abs(one.difference))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    for (const one of changes.slice(0, 6)) {
      const forms = ROWS.forms.map((form) =>
        form.source === one.source ? answer(form, one.question, one.aspect, one.to) : form,
      )
      const then = rated({ ...ROWS, forms }).point
      expect(then).toEqual(one.scored)
      expect(then.score - point.score).toBeCloseTo(one.difference, 3)
    }
  })

  it('says how many answers by one step would take the score into the next band, and the rows then say the same', () => {
    const { edges, changes, point } = rated(ROWS)
    expect(edges.map((one) => one.band)).toEqual(['closed', 'obstructed'])
    const up = edges[1]?.answers ?? 0
    const first = changes.filter((one) => one.difference > 0).slice(0, up)
    const moved = (some: typeof first) =>
      rated({
        ...ROWS,
        forms: ROWS.forms.map((form) =>
          some
            .filter((one) => one.source === form.source)
            .reduce((all, one) => answer(all, one.question, one.aspect, one.to), form),
        ),
      }).point.band
    expect([point.band, moved(first.slice(0, -1)), moved(first)]).toEqual([
      'repressed',
      'repressed',
      'obstructed',
    ])
  })
  it('is never one that the scale does not have', () => {
    const edge = rated({ ...ROWS, forms: [formOf(0), formOf(4, { source: 'house' })] })
    expect(edge.changes.every((one) => one.to >= 0 && one.to <= 4)).toBe(true)
    expect(edge.changes.filter((one) => one.source === 'partner').every((one) => one.to === 1)).toBe(true)
  })
})

describe('without each part', () => {
  it('the score is told, and where too little is left, that there is none', () => {
    const what = new Map(rated(ROWS).otherwise.map((one) => [one.what, one.scored]))
    expect(what.get('source:partner')?.score).toBeCloseTo((5 * 50 + 6 * (20 + 400 / 70)) / 11, 3)
    expect(what.get('index:rights')?.score).not.toBe(rated(ROWS).point.score)
    expect(what.get('equal-weights')?.score).toBeCloseTo((25 + 50 + 20 + 400 / 70) / 3, 3)
    expect(what.get('weights-low')?.score).toBeLessThan(what.get('weights-high')?.score ?? 0)
    const alone = rated({ ...ROWS, forms: [formOf(1), formOf(null, { source: 'house' })] })
    expect(alone.otherwise.map((one) => one.what)).not.toContain('source:house')
  })
})

describe('outside indices', () => {
  test.each([
    [2, { lowest: 0, highest: 12, better: 'high' }, 16.67],
    [3, { lowest: 1, highest: 5, better: 'low' }, 50],
    [54.55, { lowest: 0, highest: 100, better: 'low' }, 45.45],
    [48.28, { lowest: 0, highest: 100, better: 'high' }, 48.28],
  ] as const)('%d is brought to the scale', (value, rule, wanted) => {
    expect(rebase(value, rule)).toBeCloseTo(wanted, 2)
  })

  test.each([
    [34.77, 26.139],
    [37.52, 28.384],
    [38.32, 29.037],
    [29.18, 21.576],
    [35.93, 27.086],
    [0, 0],
    [100, 100],
  ])('%d is recalibrated to %d', (value, wanted) => {
    const points = [
      [0, 0],
      [27.25, 20],
      [51.75, 40],
      [70.75, 60],
      [89.25, 80],
      [100, 100],
    ] as const
    expect(recalibrated(value, points)).toBeCloseTo(wanted, 2)
  })

  it('count with the newest edition of a family that was out by then', () => {
    const score = (edition: number, value: number, published: string) =>
      ({ index: 'press', variable: 'score', edition, value, published }) as const
    const press = [
      score(2021, 60, '2021-04-20'),
      score(2025, 40, '2025-05-02'),
      score(2026, 30, '2026-08-01'),
    ]
    const of = (asOf: string) =>
      rate({ ...ROWS, asOf, indices: press }, METHOD).indices.map((one) => [one.id, one.edition])
    expect(of('2026-07-01')).toEqual([['press-new', 2025]])
    expect(of('2026-08-01')).toEqual([['press-new', 2026]])
    expect(of('2023-01-01')).toEqual([['press-old', 2021]])
    expect(of('2031-01-01')).toEqual([])
  })
})

describe('bands', () => {
  test.each([
    [40, 'repressed'],
    [40.4, 'repressed'],
    [41, 'obstructed'],
    [0, 'closed'],
    [20, 'closed'],
    [100, 'open'],
  ])('%d is %s', (score, band) => {
    expect(bandOf(score, METHOD.bands)).toBe(band)
  })

  it('near an edge have their probability each, and nothing is called certain', () => {
    const near = rated({ ...ROWS, indices: [], forms: [formOf(1), formOf(3, { source: 'house' })] })
    expect(near.bands.filter((one) => one.probability > 0.1).map((one) => one.id)).toEqual([
      'repressed',
      'obstructed',
    ])
    expect(near.certain).toBe(false)
  })
})

describe('what was recorded since the last form', () => {
  const since = (months: RatingRows['months'], asOf = ROWS.asOf) =>
    rate({ ...ROWS, asOf, months, forms: ROWS.forms.map((one) => ({ ...one, asOf: '2026-03-31' })) }, METHOD)
      .live
  const calm = Array.from({ length: 24 }, () => 4)

  it('changes nothing when it is what was to be expected', () => {
    expect(since(monthsOf([...calm, 4, 4, 4]))).toMatchObject({
      kind: 'counted',
      points: 0,
      from: '2026-04',
      to: '2026-06',
    })
  })
  it('changes nothing when twice as many reports tell of twice as many incidents', () => {
    const doubled = monthsOf([...calm, 8, 8, 8], '2026-06', (at) => (at < 24 ? 4 : 8))
    expect(since(doubled)).toMatchObject({ points: 0 })
  })
  it('lowers the score when as many reports tell of three times as many', () => {
    const live = since(monthsOf([...calm, 12, 12, 12]))
    expect(live).toMatchObject({ points: -6 })
    expect(live.kind === 'counted' && live.freedoms.every((one) => one.surprise === 3)).toBe(true)
  })
  it.each([
    ['nobody knows how much was written', monthsOf([...calm, 9, 9, 9], '2026-06', null), 'no-effort'],
    ['nothing was written', monthsOf([...calm, 0, 0, 0], '2026-06', (at) => (at < 24 ? 4 : 0)), 'no-effort'],
    ['months are missing', monthsOf([4, 4, 9, 9, 9]), 'no-months'],
  ] as const)('adjusts nothing, and says so, where %s', (_, months, reason) => {
    expect(since(months)).toEqual({ kind: 'none', reason })
  })
  it('is counted although a newer form answers too little to know anything', () => {
    const thin = formOf(null, { coder: 2, asOf: '2026-06-30' })
    const months = monthsOf([...calm, 12, 12, 12])
    expect(rate({ ...ROWS, months, forms: [...ROWS.forms, thin] }, METHOD).live).toMatchObject({ points: -6 })
  })
  it('does not count again what a newer form knows', () => {
    expect(since(monthsOf([...calm, 9, 9, 9], '2026-05'), '2026-06-01')).toEqual({
      kind: 'none',
      reason: 'form-is-newer',
    })
  })
})

describe('those who fill in forms', () => {
  const forms = (...values: readonly (number | null)[]) => ({
    ...ROWS,
    forms: values.map((value, at) => formOf(value, { coder: at + 1 })),
  })
  const steps = (form: FormRow): FormRow => ({
    ...form,
    answers: form.answers.map((one, at) => ({ ...one, value: at % 5 })),
  })
  it.each([
    ['one form', forms(1), null],
    ['the same answer everywhere, which says nothing of agreement', forms(1, 1), null],
    ['the same answers', { ...ROWS, forms: [1, 2].map((coder) => steps(formOf(0, { coder }))) }, 1],
    ['one who always says the least and one who always says the most', forms(0, 4), -0.875],
    ['forms of which one knows nothing', forms(1, null), null],
  ])('agree by alpha: %s', (_what, rows, expected) => {
    const alpha = formsAgreement(rows, METHOD)?.all.alpha ?? null
    expect(alpha === null ? null : Math.round(alpha * 1000) / 1000).toBe(expected)
  })

  it('are not compared with a form of their own that a newer one took the place of', () => {
    const [older, newer] = ['2026-01-01', '2026-05-01'].map((asOf) => formOf(1, { coder: 1, asOf }))
    expect(formsAgreement({ ...ROWS, forms: [older, newer].flatMap((one) => one ?? []) }, METHOD)).toBeNull()
  })
})

describe('a year later', () => {
  const later = (value: number): RatingRows => ({
    ...ROWS,
    asOf: '2026-07-02',
    forms: [formOf(value), formOf(value, { source: 'house' })],
  })
  it('a fall is told by how likely it is', () => {
    expect(fallProbability(later(3), later(1), METHOD, 5)).toBeGreaterThan(0.99)
    expect(fallProbability(later(2), later(2), METHOD, 5)).toBeLessThan(0.3)
    expect(fallProbability({ ...ROWS, forms: [], indices: [] }, later(1), METHOD, 5)).toBeNull()
  })
})

describe('chance', () => {
  it('deals weights around their shares', () => {
    const chance = chanceFrom(1)
    const drawn = Array.from({ length: 4000 }, () => weightsAround([9, 5, 6], chance))
    for (const [at, share] of [9, 5, 6].entries()) {
      const values = drawn.map((one) => one[at] ?? 0)
      const mean = values.reduce((sum, one) => sum + one, 0) / values.length
      const spread = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length
      expect(mean).toBeCloseTo(share / 20, 2)
      expect(spread).toBeCloseTo(((share / 20) * (1 - share / 20)) / 21, 3)
    }
    expect(drawn.every((one) => Math.abs(one.reduce((sum, each) => sum + each, 0) - 1) < 1e-12)).toBe(true)
  })
  it('is even, and its bell has mean 0 and spread 1', () => {
    const { uniform, normal } = chanceFrom(2)
    const even = Array.from({ length: 10_000 }, uniform)
    const tenths = Array.from(
      { length: 10 },
      (_, at) => even.filter((one) => Math.floor(one * 10) === at).length,
    )
    expect(Math.max(...tenths.map((one) => Math.abs(one - 1000)))).toBeLessThan(120)
    const bell = Array.from({ length: 10_000 }, normal)
    const mean = bell.reduce((sum, one) => sum + one, 0) / bell.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(bell.reduce((sum, one) => sum + (one - mean) ** 2, 0) / bell.length).toBeCloseTo(1, 1)
  })
})
