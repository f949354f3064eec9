/** A wanted value beside a claim: whether the coder and the claim say the same. Free words (role, what, who) are not compared. */
import type { Claim } from '../core/claim.ts'
import { foldName, maybeSameToken, sameWords } from '../core/names/fold.ts'
import type { Person } from '../core/person.ts'
import type { PenaltyValue, Values } from '../core/values.ts'
import type { Wanted } from './decided-values.ts'

export function agrees(wanted: Wanted, claim: Claim, people: ReadonlyMap<string, Person>): boolean {
  if (wanted.field !== claim.field) return false
  switch (wanted.field) {
    case 'kind':
    case 'freedom':
    case 'act':
    case 'other_date':
      return wanted.value === claim.value
    case 'organisation':
    case 'offence':
    case 'actor':
    case 'source':
    case 'outcome':
      return sameWords(wanted.value, claim.value as string)
    case 'date': {
      const said = claim.value as Values['date']
      return wanted.value.from === said.from && wanted.value.to === said.to
    }
    case 'place': {
      const said = claim.value as Values['place']
      if (wanted.value.place !== null && said.place !== null) return wanted.value.place === said.place
      return sameWords(wanted.value.canonical, said.canonical)
    }
    case 'person': {
      const said = claim.value as Values['person']
      return wanted.value.harmed === said.harmed && namesAgree(wanted, said, people)
    }
    case 'group': {
      const said = claim.value as Values['group']
      return (
        wanted.value.min === said.min &&
        wanted.value.max === said.max &&
        wanted.value.qualifier === said.qualifier
      )
    }
    case 'law': {
      const said = claim.value as Values['law']
      const samePart = wanted.value.part === null || wanted.value.part === said.part
      return wanted.value.code === said.code && wanted.value.article === said.article && samePart
    }
    case 'penalty':
      return numbersOf(wanted.value) === numbersOf(claim.value as PenaltyValue)
  }
}

/** A recorded person agrees with a claimed name when their recorded spellings explain every word of it. */
function namesAgree(
  wanted: Wanted<'person'>,
  said: Values['person'],
  people: ReadonlyMap<string, Person>,
): boolean {
  const person = wanted.person === null ? undefined : people.get(wanted.person)
  if (!person) return [said.name, ...said.aliases].some((name) => sameWords(name, wanted.value.name))
  const own = [person.names.en, person.names.ru ?? '', person.names.kk ?? '', ...person.variants].flatMap(
    foldName,
  )
  return foldName(said.name).every((token) => own.some((one) => maybeSameToken(one, token)))
}

/** Years and months are one number of months, so that a year and a half is eighteen months. */
const numbersOf = (one: PenaltyValue): string =>
  JSON.stringify([
    one.type,
    one.days,
    (one.months ?? 0) + 12 * (one.years ?? 0),
    one.amount,
    one.min,
    one.max,
  ])
