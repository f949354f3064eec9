/** Drafts in order → the same without those that a later, dated telling of the same document tells better. */
import type { Draft, Proposal } from '../core/claim.ts'
import type { Field, Values } from '../core/values.ts'
import { CONDUCT } from './strand.ts'

/** A named event («the May events») says little of when a passage's own harm was. */
export const EVENTS = 'date-events@1'

/** The values a draft proposes for one field, in order. */
export function valuesOf<F extends Field>(draft: Draft, field: F): Values[F][] {
  const values: Values[F][] = []
  for (const one of draft.proposals) if (isOf(one, field)) values.push(one.value)
  return values
}

const isOf = <F extends Field>(one: Proposal, field: F): one is Proposal<F> & Proposal => one.field === field

/** A summary without a day, whose acts and people or place another draft tells on a day inside its date, is no second incident. */
export function withoutRetold(drafts: readonly Draft[], text: string): Draft[] {
  return drafts.filter((draft) => {
    // Most can be none of the three, whatever the others say: a list has thousands.
    const [sums, names, looks] = [maySumUp(draft), mayNameAgain(draft), mayLookBack(draft, text)]
    const ahead = mayLookAhead(draft)
    return !(
      (sums || names || looks || ahead) &&
      drafts.some(
        (other) =>
          other !== draft &&
          ((sums && other.span.start > draft.span.end && sumsUp(draft, other)) ||
            (names && namesAgain(draft, other)) ||
            (looks && looksBack(draft, other)) ||
            (ahead && looksAhead(draft, other))),
      )
    )
  })
}

/** A month and no day, and not a month that the words around it gave. */
function maySumUp(summary: Draft): boolean {
  const wide = valuesOf(summary, 'date')[0]
  if (
    summary.proposals.some((one) => one.field === 'date' && (one.basis === 'carried' || one.rule === EVENTS))
  )
    return false
  return !summary.rule.startsWith('incident-item') && !!wide?.from && !!wide.to && wide.precision === 'month'
}

function sumsUp(summary: Draft, full: Draft): boolean {
  const [wide, day] = [valuesOf(summary, 'date')[0], valuesOf(full, 'date')[0]]
  if (!wide?.from || !wide.to) return false
  if (day?.precision !== 'day' || !day.from || day.from < wide.from || day.from > wide.to) return false
  const people = valuesOf(summary, 'person')
  if (people.length > 0)
    return (
      sharesAct(summary, full) &&
      people.some((one) => valuesOf(full, 'person').some((other) => other.name === one.name))
    )
  const figures = valuesOf(full, 'group')
  const newFigure = valuesOf(summary, 'group').some(
    (one) => !figures.some((other) => other.min === one.min && other.max === one.max),
  )
  return !newFigure && sharesAct(summary, full)
}

const harmedIn = (draft: Draft) => valuesOf(draft, 'person').filter((one) => one.harmed === true)

function mayLookBack(later: Draft, text: string): boolean {
  const date = later.proposals.find((one) => one.field === 'date')
  if (later.rule !== 'incident-paragraph@1' || harmedIn(later).length === 0) return false
  if (presupposes(later, text)) return true
  if (valuesOf(later, 'group').length > 0) return false
  return date?.field === 'date' && !(date.basis === 'stated' && date.value.from !== null)
}

/** A paragraph that comes back to people of a dated draft, without a date or a figure of its own, looks back at it. */
function looksBack(later: Draft, full: Draft): boolean {
  const from = valuesOf(later, 'date')[0]?.from ?? null
  if (full.span.start > later.span.start && from !== null) return false
  const harmed = harmedIn(later)
  const fullDate = full.proposals.find((one) => one.field === 'date')
  if (fullDate?.field !== 'date' || fullDate.basis !== 'stated' || fullDate.value.from === null) return false
  const names = new Set(valuesOf(full, 'person').map((one) => one.name))
  return harmed.every((one) => names.has(one.name)) && sharesAct(later, full)
}

/** «Since being detained», «her arrest»: every act is told as known already. */
const presupposes = (later: Draft, text: string): boolean =>
  later.proposals.every(
    (one) =>
      one.field !== 'act' ||
      (one.span !== null &&
        /\b(?:his|her|their|'s|since being|after being)\s+(?:\w+ly\s+)?$/i.test(
          text.slice(Math.max(0, one.span.start - 24), one.span.start) +
            (/^(?:his|her|their) /i.exec(text.slice(one.span.start, one.span.end))?.[0] ?? ''),
        )),
  )

/** Several people named together, in no month: the opening of a report says what its chapters tell. */
const mayLookAhead = (early: Draft): boolean =>
  !early.rule.startsWith('incident-item') &&
  !['day', 'month'].includes(valuesOf(early, 'date')[0]?.precision ?? '') &&
  valuesOf(early, 'group').length === 0 &&
  valuesOf(early, 'law').length === 0 &&
  harmedIn(early).length > 1

function looksAhead(early: Draft, full: Draft): boolean {
  if (full.span.start < early.span.end || valuesOf(full, 'date')[0]?.precision !== 'day') return false
  const names = new Set(harmedIn(full).map((one) => one.name))
  return harmedIn(early).every((one) => names.has(one.name))
}

const mayNameAgain = (later: Draft): boolean =>
  !later.rule.startsWith('incident-item') && valuesOf(later, 'act').every((act) => CONDUCT.has(act))

/** A protest named again in a paragraph, without any harm, is the protest another draft has already dated. */
function namesAgain(later: Draft, full: Draft): boolean {
  if (later.span.start < full.span.end) return false
  const from = valuesOf(later, 'date')[0]?.from
  return (
    from !== undefined &&
    from !== null &&
    valuesOf(full, 'act').includes('protest_held') &&
    (valuesOf(full, 'date')[0]?.from === from || valuesOf(full, 'other_date').includes(from))
  )
}

const sharesAct = (a: Draft, b: Draft): boolean => {
  const acts = new Set(valuesOf(b, 'act'))
  return valuesOf(a, 'act').some((act) => !CONDUCT.has(act) && acts.has(act))
}
