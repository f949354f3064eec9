/** Recommendations and their grades in; the same without somebody who is to be forgotten, or without a record, out. */
import type { Json } from '../../core/json.ts'
import type { Demand } from '../../core/recommendation/recommendation.ts'
import type { Writer } from '../../store/append.ts'
import { eraseIn } from '../../store/erase.ts'

type InJson = (value: Json) => Json

/** What is asked stays, as what others are asked for stays: the name goes out of its words. Returns how many rows changed. */
export async function eraseRecommendations(writer: Writer, inJson: InJson, person?: string): Promise<number> {
  const rows = await eraseIn(writer, 'recommendations', (row) => ({
    ...row,
    demand: row.demand === null ? null : inJson(withoutPerson(row.demand as Demand, person) as Json),
    why: row.why === null ? null : inJson(row.why as Json),
  }))
  const grades = await eraseIn(writer, 'recommendation_grades', (row) => ({
    ...row,
    evidence: inJson(row.evidence as Json),
    grade_note: row.grade_note === null ? null : inJson(row.grade_note as Json),
  }))
  return rows + grades
}

const withoutPerson = (demand: Demand, person?: string): Demand => ({
  ...demand,
  people: demand.people.filter((one) => one !== person),
})

/** The line as the log keeps it: who its words name goes out of the list too. */
export function lineWithoutPerson(input: Json, person: string): Json {
  if (input === null || typeof input !== 'object' || !('record' in input)) return input
  if (input.record !== 'recommendation' || !Array.isArray(input.people)) return input
  return { ...input, people: input.people.filter((one: Json) => one !== person) }
}
