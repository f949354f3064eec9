/** codebook/rating.yaml, or another method file, → the numbers of a rating method with their words, or every fault in it. */
import { z } from 'zod'
import { BEST, type RatingMethod, SOURCES } from '../core/rating/method.ts'
import type { RatingFile } from '../core/rating/words.ts'
import { fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

export const ratingId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'an id is lower case letters, digits and hyphens')
export const share = z.int().min(1).max(1000)
const part = z.number().min(0).max(1)
export const year = z.int().min(1900).max(2200).nullable()

export const indexShape = z
  .strictObject({
    id: ratingId,
    family: ratingId,
    label: fullLabels,
    variables: z.array(text).min(1),
    editions: z.strictObject({ from: year, to: year }),
    lowest: z.number(),
    highest: z.number(),
    better: z.enum(['high', 'low']),
    error: z.strictObject({
      steps: z.int().min(0).max(20),
      chance: z.number().min(0).max(0.5),
      spread: z.number().min(0),
    }),
    reason: text,
  })
  .refine((one) => one.highest > one.lowest, { message: 'highest must lie above lowest', path: ['highest'] })
const question = z.strictObject({ id: ratingId, asks: fullLabels, reason: text })
export const calibrationPoint = z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
const band = z.strictObject({ id: ratingId, to: z.int().min(0).max(100), label: fullLabels })

export const ratingShape = z.strictObject({
  ...head,
  id: ratingId,
  methodVersion: z.string().regex(/^\d+\.\d+\.\d+$/, 'written 1.0.0'),
  uncertainty: z.strictObject({
    seed: z.int().min(0),
    draws: z.int().min(100).max(100_000),
    step: z.number().min(0).max(0.5),
    shift: z.number().min(0).max(BEST),
    reason: text,
  }),
  sources: listOf(z.strictObject({ id: z.enum(SOURCES), share, label: fullLabels, reason: text })),
  leastSources: z.int().min(1).max(SOURCES.length),
  form: z.strictObject({
    law: share,
    practice: share,
    leastAnswered: part,
    oldest: z.int().min(1),
    reason: text,
  }),
  scale: listOf(
    z.strictObject({ value: z.int().min(0).max(BEST), law: fullLabels, practice: fullLabels }),
    'value',
  ),
  dimensions: listOf(
    z.strictObject({
      id: ratingId,
      label: fullLabels,
      questions: listOf<z.infer<typeof question>>(question),
    }),
  ),
  outside: z.strictObject({
    oldest: z.int().min(0),
    reason: text,
    indices: listOf<z.infer<typeof indexShape>>(indexShape),
  }),
  recalibration: z.strictObject({ points: z.array(calibrationPoint).min(2), reason: text }),
  bands: listOf(band),
  live: z.strictObject({
    window: z.int().min(1).max(12),
    baseline: z.int().min(2).max(40),
    harm: z.number().min(0),
    good: z.number().min(0),
    most: z.number().min(0),
    cut: z.number().positive(),
    gravity: z.record(z.enum(['0', '1', '2', '3', '4']), z.number().min(0)),
    reason: text,
  }),
  decision: z.strictObject({ certain: part, steps: z.int().min(1), reason: text }),
})
type RatingShape = z.infer<typeof ratingShape>

/** Parts that rise from one to the next. */
const rises = (values: readonly unknown[]): boolean =>
  values.every((one, at) => at === 0 || Number(one) > Number(values[at - 1]))

export const ratingFile: z.ZodType<RatingShape> = withChecks(ratingShape, (file, tell) => {
  const bands = rowsOf(file, 'bands')
  if (!rises(bands.map((one) => one.to)) || bands.at(-1)?.to !== 100)
    tell('bands rise, and the last ends at 100', ['bands'])
  const { recalibration, leastSources } = (file ?? {}) as {
    recalibration?: { points?: unknown }
    leastSources?: unknown
  }
  const points = Array.isArray(recalibration?.points) ? recalibration.points.filter(Array.isArray) : []
  if (!rises(points.map((one) => one[0])) || points.some((one, at) => at > 0 && one[1] < points[at - 1]?.[1]))
    tell('points rise from left to right, and never fall', ['recalibration', 'points'])
  if (points[0]?.[0] !== 0 || points.at(-1)?.[0] !== 100)
    tell('the points run from 0 to 100', ['recalibration', 'points'])
  if (Number(leastSources) > rowsOf(file, 'sources').length)
    tell('more sources are asked for than there are', ['leastSources'])
  const values = rowsOf(file, 'scale').map((one) => one.value)
  for (let value = 0; value <= BEST; value += 1)
    if (!values.includes(value)) tell(`nothing says what ${value} means`, ['scale'])
})

export function ratingFrom(file: RatingShape): RatingFile {
  const { id: name, methodVersion, leastSources, uncertainty, form, outside, live, decision } = file
  const bare = <T extends { readonly reason: string }>({ reason: _, ...rest }: T): Omit<T, 'reason'> => rest
  const method: RatingMethod = {
    ...{ id: name, methodVersion, leastSources },
    uncertainty: bare(uncertainty),
    sources: file.sources.map((one) => ({ id: one.id, share: one.share })),
    form: bare(form),
    dimensions: file.dimensions.map((one) => ({
      id: one.id,
      questions: one.questions.map((each) => each.id),
    })),
    outside: {
      oldest: outside.oldest,
      indices: outside.indices.map(({ label: _label, reason: _reason, ...rest }) => rest),
    },
    recalibration: { points: file.recalibration.points },
    bands: file.bands.map((one) => ({ id: one.id, to: one.to })),
    live: bare(live),
    decision: bare(decision),
  }
  const labels = (list: readonly { readonly id: string; readonly label: z.infer<typeof fullLabels> }[]) =>
    new Map(list.map((one) => [one.id, one.label]))
  const asked = file.dimensions.flatMap((one) =>
    one.questions.map((each) => ({ key: `${one.id}.${each.id}`, ...each })),
  )
  return {
    method,
    words: {
      sources: labels(file.sources),
      dimensions: labels(file.dimensions),
      questions: new Map(asked.map((one) => [one.key, one.asks])),
      bands: labels(file.bands),
      indices: labels(outside.indices),
      scale: file.scale.toSorted((a, b) => b.value - a.value),
      reasons: new Map<string, string>([
        ...(['uncertainty', 'form', 'outside', 'recalibration', 'live', 'decision'] as const).map(
          (name_) => [name_, file[name_].reason] as const,
        ),
        ...file.sources.map((one) => [`source:${one.id}`, one.reason] as const),
        ...outside.indices.map((one) => [`index:${one.id}`, one.reason] as const),
        ...asked.map((one) => [one.key, one.reason] as const),
      ]),
    },
  }
}
