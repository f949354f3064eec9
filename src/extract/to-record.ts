/** A draft → the record of the annotation format, offsets counted in code points. */
import type { Draft } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { PartialDate } from '../core/partial-date.ts'
import { toCodePoints } from '../core/span.ts'
import type { Freedom, GroupValue, Harmed, IncidentKind, LawValue, PenaltyValue } from '../core/values.ts'
import { valuesOf } from './retold.ts'

export type GoldRecord = {
  readonly id: string
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly kind: IncidentKind
  readonly freedoms: readonly Freedom[]
  readonly date: PartialDate
  readonly other_dates: readonly string[]
  readonly places: readonly { readonly name: string; readonly canonical: string }[]
  readonly people: readonly {
    readonly name: string
    readonly role: string | null
    readonly harmed: Harmed
    readonly aliases?: readonly string[]
  }[]
  readonly groups: readonly GroupValue[]
  readonly acts: readonly string[]
  readonly laws: readonly LawValue[]
  readonly offences: readonly string[]
  readonly penalties: readonly PenaltyValue[]
  readonly actors: readonly string[]
  readonly sources: readonly string[]
  readonly outcome: string | null
  readonly organisations: readonly string[]
}

/** Inferred laws are left out: the format codes stated ones only. */
export function toRecord(doc: string, document: Document, draft: Draft, index: number): GoldRecord {
  const stated: Draft = {
    ...draft,
    proposals: draft.proposals.filter((one) => one.field !== 'law' || one.basis !== 'inferred'),
  }
  return {
    id: `${doc}-${String(index + 1).padStart(3, '0')}`,
    doc,
    ...toCodePoints(document.text, draft.span),
    kind: valuesOf(draft, 'kind')[0] ?? 'event',
    freedoms: valuesOf(draft, 'freedom'),
    date: valuesOf(draft, 'date')[0] ?? { from: null, to: null, precision: 'unknown' },
    other_dates: valuesOf(draft, 'other_date'),
    places: valuesOf(draft, 'place').map(({ name, canonical }) => ({ name, canonical })),
    people: valuesOf(draft, 'person').map(({ name, role, harmed, aliases }) =>
      aliases.length > 0 ? { name, role, harmed, aliases } : { name, role, harmed },
    ),
    groups: valuesOf(draft, 'group'),
    acts: valuesOf(draft, 'act'),
    laws: valuesOf(stated, 'law'),
    offences: valuesOf(draft, 'offence'),
    penalties: valuesOf(draft, 'penalty'),
    actors: valuesOf(draft, 'actor'),
    sources: valuesOf(draft, 'source'),
    outcome: valuesOf(draft, 'outcome')[0] ?? null,
    organisations: valuesOf(draft, 'organisation'),
  }
}
