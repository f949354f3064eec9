/** What somebody typed into a line, beside it or about the whole plan in; entries of the plan out. What was changed in between keeps both texts. */
import { refuse } from '../../core/faults.ts'
import { withIsoDays } from '../../core/partial-date.ts'
import { entriesOfComment, entriesOfVersion } from '../../core/plan/beside.ts'
import type { PlanEntries } from '../../core/plan/entry.ts'
import { MOST_TEXT } from '../../core/plan/file.ts'
import { said } from '../../core/plan/plan.ts'
import { COMMENT, type PlanPart, VERSION } from '../../core/plan/terms.ts'
import { entriesOfLine, strikeOf } from '../../core/plan/write.ts'
import type { Context } from '../context.ts'
import { keepEntries, type PlanOnDesk, readPlan, writtenNow } from './plans.ts'

export type LineTyped = {
  readonly part: string
  readonly line: string
  /** By field; one that is left out stays as it is. */
  readonly typed: Readonly<Record<string, string>>
  /** Ids of the entries that stood in the form. */
  readonly saw: ReadonlySet<string>
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function partOf({ knowledge }: Pick<Context, 'knowledge'>, id: string): PlanPart {
  const part = knowledge.codebook.plan.get(id)
  if (!part) throw refuse('record.unknown', { id }, id)
  return part
}

export async function writePlanLine(context: Context, id: string, one: LineTyped): Promise<void> {
  const read = await readPlan(context, id)
  const part = partOf(context, one.part)
  refuseForeign(read, part, one.line)
  const typed = Object.fromEntries(
    part.fields.flatMap((field) => {
      const text = tidied(one.typed[field.id], field.kind === 'day')
      const isTouched = text !== null && !isAsSeen(read.entries, one, field.id, text)
      return isTouched ? [[field.id, text]] : []
    }),
  )
  const written = writtenNow(context, id, part.id, one.line)
  await keepEntries(context, id, entriesOfLine(read.entries, written, typed, one.saw))
}

/** It was struck off elsewhere while it was changed: it is to stay. */
export async function keepPlanLine(context: Context, id: string, line: string): Promise<void> {
  const read = await readPlan(context, id)
  const found = read.plan.lines.get(line)
  const [field] = found?.values.keys() ?? []
  if (!found || field === undefined) throw refuse('record.unknown', { id: line }, line)
  const written = writtenNow(context, id, found.part, line)
  // Saved as it is, one field that nobody quarrels about suffices.
  const calm = [...found.values].find(([, value]) => value.rivals.length === 0)?.[0] ?? field
  await keepEntries(context, id, entriesOfLine(read.entries, written, { [calm]: said(found, calm) }))
}

/** Strikes what the form showed; what was written elsewhere since brings the line back, to be decided on. */
export async function strikePlanLine(
  context: Context,
  id: string,
  line: string,
  saw: ReadonlySet<string>,
): Promise<void> {
  const read = await readPlan(context, id)
  const found = read.plan.lines.get(line)
  const strike = found && strikeOf(read.plan, writtenNow(context, id, found.part, line))
  if (!strike) throw refuse('record.unknown', { id: line }, line)
  const after = strike.after.filter((one) => saw.has(one))
  await keepEntries(context, id, [{ ...strike, after }])
}

/** Beside a line, or a part of one line. */
export async function commentOnLine(context: Context, id: string, of: string, words: string): Promise<void> {
  const read = await readPlan(context, id)
  const isThere = read.plan.lines.has(of) || context.knowledge.codebook.plan.get(of)?.isOne === true
  if (!isThere) throw refuse('record.unknown', { id: of }, of)
  const written = writtenNow(context, id, COMMENT, '')
  await keepEntries(context, id, entriesOfComment(read.entries, written, of, needed(words)))
}

/** The moment as it stands, under a name. */
export async function keepVersion(context: Context, id: string, name: string): Promise<void> {
  const read = await readPlan(context, id)
  const written = writtenNow(context, id, VERSION, '')
  await keepEntries(context, id, entriesOfVersion(read.entries, written, needed(name)))
}

function tidied(text: string | undefined, isDay: boolean): string | null {
  if (text === undefined) return null
  const trimmed = text.trim()
  if (trimmed.length > MOST_TEXT) throw refuse('plan.words', { n: MOST_TEXT })
  return isDay ? withIsoDays(trimmed) : trimmed
}

function needed(text: string): string {
  const tidy = tidied(text, false) ?? ''
  if (tidy === '') throw refuse('plan.words', { n: MOST_TEXT })
  return tidy
}

/** Left as it stood in the form: whatever was written elsewhere meanwhile stands unopposed. */
function isAsSeen(entries: PlanEntries, { line, saw }: LineTyped, field: string, text: string): boolean {
  const texts = new Set(
    [...saw].flatMap((id) => {
      const one = entries.get(id)
      return one?.line === line && one.field === field ? [one.text] : []
    }),
  )
  // Of texts beside each other one is chosen by being sent.
  if (texts.size > 1) return false
  return text === ([...texts][0] ?? '')
}

/** A line keeps its part, and a part of one line its one line. */
function refuseForeign({ plan }: PlanOnDesk, part: PlanPart, line: string): void {
  const known = plan.lines.get(line)
  const fits = part.isOne ? line === part.id : UUID.test(line)
  if (!fits || (known !== undefined && known.part !== part.id))
    throw refuse('record.unknown', { id: line }, line)
}
