/** A corpus of reports with its recorded decisions in, all of it imported and replayed out; what is known already is left alone. */
import { z } from 'zod'
import { today } from '../adapters/clock.ts'
import { RELIABILITIES } from '../core/document.ts'
import { Refusal } from '../core/faults.ts'
import { LANGUAGES } from '../core/language.ts'
import type { Context } from './context.ts'
import { parseDecided, parseJsonLines } from './decided-schema.ts'
import { importReport } from './import-report.ts'
import { replayDecisions } from './replay-decisions.ts'

export type Corpus = {
  /** File name → its source; only files listed here are reports. */
  readonly sources: unknown
  readonly reports: readonly { readonly name: string; readonly bytes: () => Uint8Array }[]
  readonly decisions: readonly { readonly name: string; readonly text: string }[]
}

const optional = z.string().nullable().default(null)
const sourcesSchema = z.record(
  z.string(),
  z.object({
    title: z.string(),
    titleIn: z.partialRecord(z.enum(LANGUAGES), z.string()).optional(),
    publisher: optional,
    collector: optional,
    url: optional,
    published: optional,
    accessed: optional,
    licence: optional,
    country: z.string().default('kz'),
    asOf: optional,
    reliabilityOfSource: z.enum(RELIABILITIES).default('unknown'),
    reliabilityOfInformation: z.enum(RELIABILITIES).default('unknown'),
  }),
)

export async function loadCorpus(
  context: Context,
  corpus: Corpus,
  progress: (done: number, all: number) => void = () => {},
): Promise<{ reports: number; decisions: number }> {
  const sources = sourcesSchema.parse(corpus.sources)
  const reports = corpus.reports.filter((one) => sources[one.name] !== undefined)
  for (const report of reports) await importOnce(context, report, sources)
  const now = today(context.clock)
  const decisions = corpus.decisions.flatMap(({ name, text }) =>
    parseJsonLines(text, name).map(({ where, value }) =>
      parseDecided(value, context.knowledge.codebook, now, where),
    ),
  )
  await replayDecisions(context, decisions, (_decided, _isNew, count) => progress(count, decisions.length))
  return { reports: reports.length, decisions: decisions.length }
}

async function importOnce(
  context: Context,
  report: Corpus['reports'][number],
  sources: z.infer<typeof sourcesSchema>,
): Promise<void> {
  const given = sources[report.name]
  if (!given) return
  const { country, asOf, ...source } = given
  try {
    await importReport(context, {
      bytes: report.bytes(),
      name: report.name,
      country,
      asOf,
      source,
      by: 'operator',
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'input.duplicate')) throw error
  }
}
