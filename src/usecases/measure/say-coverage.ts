/** What somebody typed of who looked where in; the statement recorded in their name, or one taken back, out. */
import { randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { permitMeasure } from './counted-rows.ts'
import type { CoverageRead } from './read-coverage.ts'

export type TypedCoverage = Readonly<
  Record<'country' | 'collector' | 'region' | 'from' | 'to' | 'looked' | 'why', string>
>

export async function sayCoverage(context: Context, typed: TypedCoverage): Promise<void> {
  permitMeasure(context)
  const { country, region, looked } = typed
  const [collector, from, to, why] = [typed.collector, typed.from, typed.to, typed.why].map((one) =>
    one.trim(),
  )
  // By chance: an id made of what was typed would tell it.
  const id = `cov-${randomBytes(6).toString('hex')}`
  await record(context, {
    ...{ id, country, collector, from, to, looked },
    ...(region !== '' && { region }),
    ...(why !== '' && { why }),
  })
}

/** The same words again, as a mistake: the log keeps what was said. */
export async function withdrawCoverage(
  context: Context,
  id: string,
  { statements, question }: CoverageRead,
): Promise<void> {
  const known = statements.find((one) => one.id === id)
  if (!known) throw refuse('record.unknown', { id }, id)
  const { collector, region, from, to } = known
  const place = region === null ? {} : { region }
  await record(context, { id, country: question.country, collector, ...place, from, to, looked: 'withdrawn' })
}

async function record(context: Context, line: Readonly<Record<string, unknown>>): Promise<void> {
  const by = context.actor?.handle ?? 'operator'
  const told = { record: 'coverage', ...line, by, at: context.clock.now() }
  await replayDecisions(context, [
    parseDecided(told, context.knowledge.codebook, today(context.clock), 'form'),
  ])
}
