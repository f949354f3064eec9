/** A line of a plan, a field of it in; how a page calls and tells them out. */
import { isLanguage } from '../../../core/language.ts'
import { DESK } from '../../../core/plan/bring.ts'
import type { PlanEntry } from '../../../core/plan/entry.ts'
import { type Plan, type PlanLine, said } from '../../../core/plan/plan.ts'
import type { PlanField, PlanPart, PlanSheet } from '../../../core/plan/terms.ts'
import type { Words } from '../../../core/words.ts'
import type { Piece } from '../../../publish/markup.ts'
import { labelled } from '../../../publish/pages/parts.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import { momentIn } from '../moment.ts'

const CUT = 70
const cut = (text: string): string => (text.length <= CUT ? text : `${text.slice(0, CUT).trimEnd()}…`)

/** What it says first; a line that says nothing is called by its place. */
export function nameOfLine(line: PlanLine, part: PlanPart, plan: Plan, words: Words): string {
  const spoken = part.fields.filter((one) => one.kind === 'line' || one.kind === 'text')
  const text = spoken.map((one) => said(line, one.id)).find((one) => one !== '')
  if (text !== undefined) return cut(text.replaceAll(/\s+/g, ' '))
  const at = (plan.parts.get(part.id) ?? []).findIndex((one) => one.id === line.id)
  return words.t('plans.line', { n: at + 1 })
}

export const anchorOf = (line: string, field: string | null): string =>
  field === null ? `l-${line}` : `f-${line}-${field}`

/** A choice by its label, a line that is named by its own words; the rest as it was typed. */
export function tellField(
  field: PlanField,
  text: string,
  { plan }: PlanOnDesk,
  sheet: PlanSheet,
  words: Words,
): Piece {
  if (text === '') return words.t('plans.empty')
  switch (field.kind) {
    case 'choice': {
      const option = field.options.find((one) => one.id === text)
      return option ? labelled(option.label, words) : text
    }
    case 'ref': {
      const [line, part] = [plan.lines.get(text), sheet.get(field.of ?? '')]
      return line && part && line.part === part.id
        ? nameOfLine(line, part, plan, words)
        : words.t('plan.check.lost-ref')
    }
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayIn(text, words.language) : text
    case 'language':
      return isLanguage(text) ? words.t(`language.${text}`) : text
    default:
      return text
  }
}

/** Who of staff is known here alone: a file says the table. */
export function byWhom(entry: PlanEntry, { brought }: PlanOnDesk, words: Words): string {
  const table = entry.by === DESK ? (brought.get(entry.id) ?? words.t('plans.by-desk')) : entry.by
  return [table, momentIn(`${entry.at}:00Z`, words.language)].filter((one) => one !== '').join(' · ')
}
