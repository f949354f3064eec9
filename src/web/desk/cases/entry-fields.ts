/** A kind of entry in, the fields of its form out; what was typed in them in, the entry out; an entry in, what was typed. */
import {
  type CaseFile,
  CHARGE_STANDINGS,
  type EntryBody,
  type EntryKind,
  HEARING_STATES,
} from '../../../core/cases/case.ts'
import { standing } from '../../../core/cases/fold.ts'
import { type DecidedPenalty, STAGES } from '../../../core/decided.ts'
import { type Labels, labelIn } from '../../../core/language.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import type { Desktop } from '../desktop.ts'
import { dateIn, lawText, stageText } from './entry-text.ts'
import { type Choice, type FieldFault, type FormField, saidOf, type Typed, typedOf } from './fields.ts'

export const CASE_ENTRIES = ['charge', 'outcome', 'stage', 'hearing', 'penalty', 'restriction'] as const
const UNITS = ['days', 'months', 'years', 'money'] as const

type Terms = ReadonlyMap<string, { readonly id: string; readonly label: Labels }>
export const choiceOf = (terms: Terms, { face }: Desktop): Choice =>
  [...terms.values()].map((one) => [one.id, labelIn(one.label, face.words.language).text])

export function entryFields(
  desktop: Desktop,
  kind: EntryKind,
  file: Pick<CaseFile, 'entries'>,
): readonly FormField[] {
  const { t } = desktop.face.words
  const label = (name: string): string => t(`case.f.${name}`)
  const field = (name: string, type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
    name,
    label: label(name),
    type,
    ...more,
  })
  const told = (ids: readonly string[], prefix: string): Choice => ids.map((id) => [id, t(`${prefix}.${id}`)])
  const charges: Choice = standing(file.entries, 'charge').map(({ id, body }) => [
    id,
    lawText(desktop, body.law),
  ])
  const stages: Choice = standing(file.entries, 'stage').map((one) => [
    one.id,
    `${stageText(desktop, one.body.stage)}, ${dateIn(desktop, one.body.date)}`,
  ])
  const { vocabularies, cases } = desktop.codebook
  switch (kind) {
    case 'charge':
      return [
        field('code', 'choice', { needed: true, options: choiceOf(vocabularies.law_codes, desktop) }),
        field('article', 'text'),
        field('part', 'text'),
        field('name', 'text'),
        field('basis', 'choice', { needed: true, options: told(['stated', 'inferred'], 'face.basis') }),
        field('offence', 'date'),
      ]
    case 'outcome':
      return [
        field('charge', 'choice', { needed: true, options: charges }),
        field('standing', 'choice', { needed: true, options: told(CHARGE_STANDINGS, 'case.standing') }),
        field('date', 'date'),
        field('into', 'choice', { options: charges }),
      ]
    case 'stage':
      return [
        field('stage', 'choice', { needed: true, options: told(STAGES, 'face.stage') }),
        field('date', 'date'),
        field('court', 'text'),
        field('note', 'area'),
      ]
    case 'hearing':
      return [
        field('state', 'choice', { needed: true, options: told(HEARING_STATES, 'case.hearing') }),
        field('date', 'date'),
        field('hour', 'hour'),
        field('court', 'text'),
        field('note', 'area'),
      ]
    case 'penalty':
      return [
        field('type', 'choice', { needed: true, options: choiceOf(vocabularies.penalties, desktop) }),
        field('size', 'number'),
        field('unit', 'choice', {
          options: UNITS.map((one) => [
            one,
            one === 'money' ? t('case.f.unit.money') : t(`review.unit.${one}`),
          ]),
        }),
        field('date', 'date'),
        field('charge', 'choice', { options: charges }),
        field('of-stage', 'choice', { options: stages }),
      ]
    case 'restriction':
      return [
        field('what', 'choice', { needed: true, options: choiceOf(cases.restrictions, desktop) }),
        field('from', 'date'),
        field('until', 'day'),
        field('of-stage', 'choice', { options: stages }),
        field('note', 'area'),
      ]
    case 'answer':
      return [
        field('answer', 'choice', { needed: true, options: choiceOf(cases.answers, desktop) }),
        field('date', 'day', { needed: true }),
        field('words', 'area'),
      ]
  }
}

/** A sum without its unit, or a unit without its sum. */
export function pairFaults(desktop: Desktop, kind: EntryKind, typed: Typed): readonly FieldFault[] {
  if (kind !== 'penalty' || (saidOf(typed, 'size') === undefined) === (saidOf(typed, 'unit') === undefined))
    return []
  const { t } = desktop.face.words
  return [{ name: 'size', line: t('case.fault.pair', { field: t('case.f.size') }) }]
}

/** Called when the fields have no fault; the schema of decisions has the last word. */
export function bodyOf(kind: EntryKind, typed: Typed): EntryBody {
  const text = (name: string): string => typedOf(typed, name).trim()
  const given = <K extends string>(...names: readonly K[]): Partial<Record<K, string>> =>
    Object.fromEntries(
      names.flatMap((name) => (saidOf(typed, name) === undefined ? [] : [[name, text(name)]])),
    ) as Partial<Record<K, string>>
  const date = saidOf(typed, 'date') ?? null
  const stage = saidOf(typed, 'of-stage') === undefined ? {} : { stage: text('of-stage') }
  switch (kind) {
    case 'charge': {
      const law = { code: text('code') as never, ...given('article', 'part', 'name') }
      return { kind, law, basis: text('basis') as never, offence: saidOf(typed, 'offence') ?? null }
    }
    case 'outcome':
      return { kind, charge: text('charge'), standing: text('standing') as never, date, ...given('into') }
    case 'stage':
      return { kind, stage: text('stage') as never, date, ...given('court', 'note') }
    case 'hearing':
      return { kind, state: text('state') as never, date, ...given('hour', 'court', 'note') }
    case 'penalty':
      return { kind, penalty: penaltyOf(typed), date, ...given('charge'), ...stage }
    case 'restriction': {
      const span = { from: saidOf(typed, 'from') ?? null, until: saidOf(typed, 'until') ?? null }
      return { kind, what: text('what'), ...span, ...stage, ...given('note') }
    }
    case 'answer':
      return { kind, answer: text('answer'), date: text('date'), ...given('words') }
  }
}

function penaltyOf(typed: Typed): DecidedPenalty {
  const type = typedOf(typed, 'type') as DecidedPenalty['type']
  const size = typedNumber(typedOf(typed, 'size'))
  const unit = UNITS.find((one) => one === typedOf(typed, 'unit'))
  return size === null || unit === undefined ? { type } : { type, [unit === 'money' ? 'amount' : unit]: size }
}

/** For a correction: what somebody would have typed to make the entry. */
export function typedBody(body: EntryBody): Typed {
  switch (body.kind) {
    case 'charge':
      return { ...strings(body.law), basis: body.basis, offence: body.offence ?? '' }
    case 'penalty': {
      const { type, amount, days, months, years } = body.penalty
      const [size, unit] =
        amount !== undefined
          ? [amount, 'money']
          : days !== undefined
            ? [days, 'days']
            : months !== undefined
              ? [months, 'months']
              : years !== undefined
                ? [years, 'years']
                : ['', '']
      return {
        type,
        size: String(size),
        unit: String(unit),
        date: body.date ?? '',
        charge: body.charge ?? '',
        'of-stage': body.stage ?? '',
      }
    }
    case 'restriction':
      return { ...strings(body), 'of-stage': body.stage ?? '' }
    default:
      return strings(body)
  }
}

const strings = (row: object): Typed =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, one]) =>
      key !== 'kind' && typeof one === 'string' ? [[key, one]] : [],
    ),
  )
