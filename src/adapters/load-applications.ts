/** The shape of codebook/applications.yaml, from plain YAML values to the orders in which funders read. */
import { z } from 'zod'
import { type Application, PLAN_BLOCKS } from '../core/plan/application.ts'
import { fullLabels, head, listOf } from './load-schemas.ts'

const id = z.string().regex(/^[a-z][a-z-]*$/)
const section = z.strictObject({
  ...{ id, title: fullLabels },
  holds: z.array(z.enum(PLAN_BLOCKS)).min(1),
  words: z.int().positive().optional(),
})
const application = z.strictObject({
  ...{ id, name: fullLabels, what: fullLabels },
  sections: listOf(section),
  disclaimer: fullLabels.refine(
    (all) => Object.values(all).every((one) => one.includes('{funder}') && one.includes('{applicant}')),
    'names {funder} and {applicant}',
  ),
})

export const applicationsFile = z.strictObject({ ...head, applications: listOf(application) })

export const applicationsFrom = (file: z.infer<typeof applicationsFile>): ReadonlyMap<string, Application> =>
  new Map(
    file.applications.map((one) => [
      one.id,
      { ...one, sections: one.sections.map((each) => ({ ...each, words: each.words ?? null })) },
    ]),
  )
