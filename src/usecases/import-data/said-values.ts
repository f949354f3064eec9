/** A checked row of a value in, the value as a claim holds it, with who says it, out. */
import type { ClaimBasis } from '../../core/claim.ts'
import type { Field, Values } from '../../core/values.ts'
import type { CarriedRow, CarriedTable } from './columns.ts'

export type Said = { readonly source: number; readonly basis: ClaimBasis }

/** One value as a claim holds it. `who` of a penalty is known only as a number. */
export function valueIn(field: Exclude<Field, 'kind'>, row: never): Values[Field] {
  const of = <T extends CarriedTable>(_table: T): CarriedRow<T> => row
  switch (field) {
    case 'date': {
      const { date_from: from, date_to: to, date_precision: precision } = of('dates')
      return { from, to, precision }
    }
    case 'place': {
      const { name, canonical, place } = of('places')
      return { name, canonical, place }
    }
    case 'person': {
      const { name_en, alias, role, harmed } = of('people')
      return {
        ...{ name: name_en ?? alias ?? '', aliases: [], role },
        harmed: harmed === 'actor' ? harmed : harmed === 'true',
      }
    }
    case 'group': {
      const { what, min, max, qualifier } = of('groups')
      return { what: what ?? '', min, max, qualifier }
    }
    case 'law': {
      const { code, article, part, law: name } = of('laws')
      return { code, article, part, name }
    }
    case 'penalty': {
      const {
        penalty: type,
        days,
        months,
        years,
        amount,
        currency,
        min,
        max,
        unit,
        persons,
      } = of('penalties')
      const who = Array.from({ length: persons ?? 0 }, () => '')
      return { type, days, months, years, amount, currency, min, max, unit, who }
    }
    case 'freedom':
      return of('freedoms').freedom
    case 'other_date':
      return of('other_dates').day
    case 'act':
      return of('acts').act
    case 'organisation':
      return of('organisations').organisation
    case 'offence':
      return of('offences').offence
    case 'actor':
      return of('actors').actor
    case 'source':
      return of('said_by').speaker
    case 'outcome':
      return of('outcomes').outcome
  }
}

/** The shorter of the two lists goes on with its last: a word that holds for all was written once. */
export function saidOf({
  basis,
  said_in,
}: {
  basis: readonly ClaimBasis[]
  said_in: readonly number[]
}): readonly Said[] {
  const most = said_in.length === 0 ? 0 : Math.max(said_in.length, basis.length)
  return Array.from({ length: most }, (_, at) => ({
    source: (said_in[at] ?? said_in.at(-1) ?? 1) - 1,
    basis: basis[at] ?? basis.at(-1) ?? 'stated',
  }))
}
