/** What an application is told from, and the words that its blocks share. */
import { labelIn } from '../../core/language.ts'
import type { Application, PlanBlock } from '../../core/plan/application.ts'
import { type Plan, type PlanLine, said } from '../../core/plan/plan.ts'
import type { PlanField, PlanSheet } from '../../core/plan/terms.ts'
import type { Words } from '../../core/words.ts'

export type PlanGiven = {
  readonly plan: Plan
  readonly sheet: PlanSheet
  readonly application: Application
  /** Of the language that the funder reads. */
  readonly words: Words
  /** An ISO day in, as the language writes it out. */
  readonly day: (iso: string) => string
  /** Hundredths of a currency in, as the language writes them out. */
  readonly money: (hundredths: number, currency: string) => string
  /** What a line of the part `link` leads to, in words; null where nothing answers to it. */
  readonly linked: (line: PlanLine) => string | null
  /** Points that are open in the plan. */
  readonly open: number
}

const fieldOf = (given: PlanGiven, part: string, field: string): PlanField | undefined =>
  given.sheet.get(part)?.fields.find((one) => one.id === field)

export function labelOf(given: PlanGiven, part: string, field: string): string {
  const known = fieldOf(given, part, field)
  return known ? labelIn(known.label, given.words.language).text : field
}

/** As a reader wants it: a day in words, a choice by its label, a line that is named by what it says first. */
export function toldOf(given: PlanGiven, line: PlanLine | undefined, field: string): string {
  const text = said(line, field)
  const known = line && fieldOf(given, line.part, field)
  if (!known || text === '') return text
  const option = known.options.find((one) => one.id === text)
  if (option) return labelIn(option.label, given.words.language).text
  if (known.kind === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? given.day(text) : text
  if (known.kind === 'language') return given.words.t(`language.${text}`)
  return known.kind === 'ref' ? nameOf(given, given.plan.lines.get(text)) : text
}

/** A line by the first text that it has. */
export function nameOf(given: PlanGiven, line: PlanLine | undefined): string {
  const first = given.sheet
    .get(line?.part ?? '')
    ?.fields.find((one) => (one.kind === 'line' || one.kind === 'text') && said(line, one.id) !== '')
  return first ? said(line, first.id) : ''
}

export const missing = (given: PlanGiven): PlanBlock => ({
  ...{ kind: 'missing', text: given.words.t('plan.leaf.missing') },
})

export const field = (
  given: PlanGiven,
  line: PlanLine | undefined,
  [part, id]: readonly [string, string],
): { readonly label: string; readonly text: string; readonly isMissing: boolean } => {
  const text = toldOf(given, line, id)
  const isMissing = text === ''
  return {
    label: labelOf(given, part, id),
    text: isMissing ? given.words.t('plan.leaf.missing') : text,
    isMissing,
  }
}

/** Lines as rows, their fields as columns; one that no line says anything in is left out. Without a line it says so. */
export function tableOf(
  given: PlanGiven,
  lines: readonly PlanLine[],
  [part, caption, fields]: readonly [string, string, readonly string[]],
): PlanBlock {
  if (lines.length === 0) return missing(given)
  const used = fields.filter((one) => lines.some((line) => said(line, one) !== ''))
  return {
    kind: 'table',
    caption,
    head: used.map((one) => labelOf(given, part, one)),
    rows: lines.map((line) => used.map((one) => toldOf(given, line, one))),
  }
}
