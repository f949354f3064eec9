/** The schemas of the API in, its description in the words of OpenAPI 3.1 out: one source for both. */
import { z } from 'zod'
import { LICENCE } from '../open/licence.ts'
import * as answers from './answers.ts'
import * as asked from './parameters.ts'
import { incidentSchema, measureSchema, proceedingSchema } from './schemas.ts'

type Operation = {
  readonly id: string
  readonly summary: string
  readonly asked: z.ZodObject
  readonly answer: keyof typeof COMPONENTS
  /** Part of the path that names one thing. */
  readonly one?: string
}

const COMPONENTS = {
  Home: answers.homeSchema,
  Countries: answers.countriesSchema,
  Incident: incidentSchema,
  Incidents: answers.incidentsSchema,
  IncidentAnswer: answers.incidentAnswerSchema,
  Proceeding: proceedingSchema,
  Proceedings: answers.proceedingsSchema,
  ProceedingAnswer: answers.proceedingAnswerSchema,
  Measure: measureSchema,
  Measures: answers.measuresSchema,
  Codebook: answers.codebookSchema,
  Error: answers.errorSchema,
} as const

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  '/': { id: 'home', summary: 'Where to begin.', asked: asked.nothingAsked, answer: 'Home' },
  '/countries': {
    id: 'countries',
    summary: 'Countries with public records, and how many each quarter has.',
    asked: asked.nothingAsked,
    answer: 'Countries',
  },
  '/incidents': {
    id: 'incidents',
    summary: 'Public records by id, a page at a time.',
    asked: asked.incidentsAsked,
    answer: 'Incidents',
  },
  '/incidents/{id}': {
    id: 'incident',
    summary: 'One record, with the legal journeys that pass through it.',
    asked: asked.nothingAsked,
    answer: 'IncidentAnswer',
    one: 'Id of the record',
  },
  '/proceedings': {
    id: 'proceedings',
    summary: 'Legal journeys of people who are shown by name.',
    asked: asked.proceedingsAsked,
    answer: 'Proceedings',
  },
  '/proceedings/{id}': {
    id: 'proceeding',
    summary: 'One legal journey.',
    asked: asked.nothingAsked,
    answer: 'ProceedingAnswer',
    one: 'Id of the journey',
  },
  '/measures': {
    id: 'measures',
    summary: 'The numbers of a country as the pages show them.',
    asked: asked.measuresAsked,
    answer: 'Measures',
  },
  '/codebook': {
    id: 'codebook',
    summary: 'Every word that stands for a value, in three languages.',
    asked: asked.nothingAsked,
    answer: 'Codebook',
  },
}

type Json = Readonly<Record<string, unknown>>

const schemaOf = (type: z.ZodType): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input' }) as Record<string, unknown>
  return schema
}

const parametersOf = ({ asked: query, one }: Operation): readonly Json[] => [
  ...(one === undefined
    ? []
    : [{ name: 'id', in: 'path', required: true, description: one, schema: { type: 'string' } }]),
  ...Object.entries(query.shape).map(([name, type]) => {
    const { description, ...schema } = schemaOf(type as z.ZodType)
    const isRequired = !(type as z.ZodType).safeParse(undefined).success
    return {
      name,
      in: 'query',
      required: isRequired,
      ...(description !== undefined && { description }),
      schema,
    }
  }),
]

const asJson = (name: string): Json => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const failure = (description: string): Json => ({ description, content: asJson('Error') })

function operationOf(operation: Operation): Json {
  return {
    get: {
      operationId: operation.id,
      summary: operation.summary,
      parameters: parametersOf(operation),
      responses: {
        '200': {
          description: operation.summary,
          headers: { ETag: { schema: { type: 'string' } } },
          content: asJson(operation.answer),
        },
        '304': { description: 'Nothing has changed since the ETag that was sent in If-None-Match.' },
        '400': failure('The question cannot be understood; every fault of it is told.'),
        ...(operation.one !== undefined && {
          '404': failure('There is none; one that is covered and one that never was are answered alike.'),
        }),
        '429': failure('Asked too often; Retry-After says how many seconds to wait.'),
      },
    },
  }
}

/** Each schema once; where one holds another it says so by its name. */
function components(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas as Record<string, Record<string, unknown>>).map(
      ([name, { $schema: _, $id: __, ...schema }]) => [name, schema],
    ),
  )
}

/** `origin`: of the site; empty, the address is relative to where the description was read. */
export const openApi = (origin: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Aigaq: read API',
    version: '1',
    summary: 'Public records of civic freedoms, with their sources and their doubt.',
    description:
      'Reads only. What is withheld from the pages is withheld here by the same function. The words of errors are in English, Russian and Kazakh.',
    license: { name: LICENCE.title, url: LICENCE.path },
  },
  servers: [{ url: `${origin}/api/v1` }],
  paths: Object.fromEntries(
    Object.entries(OPERATIONS).map(([path, operation]) => [path, operationOf(operation)]),
  ),
  components: { schemas: components() },
})
