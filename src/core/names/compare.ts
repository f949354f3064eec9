/** Two names of one schema in, their score out: the door of this folder. */
import { scoreOrganisations } from './organisations.ts'
import { scorePersons } from './persons.ts'
import type { NameRules, Schema } from './rules.ts'
import type { NameScore } from './score.ts'

/** Scores lie between 0 and 1; `same` from SAME on. Symmetric up to the order in which reasons are told. Null: one side holds no name. */
export const compareNames = (a: string, b: string, schema: Schema, rules: NameRules): NameScore | null =>
  schema === 'Person' ? scorePersons(a, b, rules) : scoreOrganisations(a, b, rules)
