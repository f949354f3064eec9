/** A record that was decided more than once in, the decision that brings its earlier version back out: a new version, nothing erased. */
import type { DecidedGroup, DecidedPerson, DecideIncident } from '../../core/decided.ts'
import { refuse } from '../../core/faults.ts'
import { heldOf, type Incident } from '../../core/record.ts'
import { type Field, SINGLE_FIELDS, type Values } from '../../core/values.ts'
import { anchorsOf } from '../../review/anchors.ts'
import { linesOfValues } from '../../review/line-of-values.ts'
import { loadIncidents } from '../../store/queries/incidents.ts'
import { recordHistory } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import type { Review } from './read-review.ts'

/** Null: it was decided once, so there is nothing earlier. Refused where the newest decision was not on this passage. */
export async function earlierVersion(
  context: Context,
  { document }: Review,
  said: { readonly incident: string; readonly event: number },
): Promise<Omit<DecideIncident, 'by' | 'at' | 'why' | 'draft'> | null> {
  const id = said.incident
  const [newest, before] = (await recordHistory(context.store, id)).filter((one) => one.kind === 'decided')
  if (!newest || newest.event !== said.event) throw refuse('review.undo', { id }, id)
  if (!before) return null
  const [earlier] = await loadIncidents(context.store, [id], new Map([[id, before.event]]))
  const isTold = earlier?.tellings.some((one) => one.document === document.id)
  if (!earlier || !isTold) throw refuse('review.undo', { id }, id)
  return lineOfIncident(earlier, document)
}

/** A record as it stands, as the line that would decide it so. */
export function lineOfIncident(
  incident: Incident,
  { id: document, text }: { readonly id: string; readonly text: string },
): Omit<DecideIncident, 'by' | 'at' | 'why' | 'draft'> {
  const telling = incident.tellings.find((one) => one.document === document)
  if (!telling) throw refuse('record.unknown', { id: incident.id }, incident.id)
  const disputed = incident.rulings.filter((one) => one.verdict === 'disputed').map((one) => one.field)
  return {
    record: 'incident',
    id: incident.id,
    country: incident.country,
    document,
    ...anchorsOf(text, telling.span),
    ...linesOfValues(<F extends Field>(field: F) => valuesOf(incident, field)),
    people: heldOf(incident, 'person').map(({ value, person }) => personLine(value, person)),
    groups: heldOf(incident, 'group').map(({ value }) => groupLine(value)),
    outcome: valuesOf(incident, 'outcome')[0] ?? null,
    ...(disputed.length > 0 && { disputed }),
    ...besideOf(incident),
    ...evidenceOf(incident, { id: document, text }, telling.span),
  }
}

export const personLine = (
  { name, role, harmed }: Values['person'],
  person: string | null,
): DecidedPerson => ({
  ...(person !== null && { id: person }),
  name,
  ...(role !== null && { role }),
  harmed,
})

export const groupLine = ({ what, min, max, qualifier }: Values['group']): DecidedGroup => ({
  ...(what !== '' && { what }),
  min,
  max,
  qualifier,
})

const valuesOf = <F extends Field>(incident: Incident, field: F): readonly Values[F][] =>
  heldOf(incident, field).map((one) => one.value)

/** Of a single field on which sources disagreed, the other values. */
function besideOf({ rulings }: Incident): Pick<DecideIncident, 'beside'> {
  const beside = rulings
    .filter((one) => one.verdict === 'disputed' && SINGLE_FIELDS.has(one.field))
    .flatMap(({ field, values }) =>
      values.slice(1).flatMap(({ claims: [claim] }) => (claim ? [{ field, claim: claim.id }] : [])),
    )
  return beside.length > 0 ? { beside } : {}
}

/** Words in which a coder found a value that no rule proposed: they are found there again. */
function evidenceOf(
  { rulings }: Incident,
  { id, text }: Pick<Review['document'], 'id' | 'text'>,
  telling: { readonly start: number; readonly end: number },
): Pick<DecideIncident, 'evidence'> {
  const evidence = rulings.flatMap(({ field, values }) =>
    values.flatMap(({ claims }, index) => {
      const claim = claims.find((one) => one.document === id)
      const span = claim?.reader.kind === 'coder' ? claim.span : null
      const isWhole = span === null || (span.start <= telling.start && span.end >= telling.end)
      return isWhole ? [] : [{ field, index, words: text.slice(span.start, span.end) }]
    }),
  )
  return evidence.length > 0 ? { evidence } : {}
}
