/** A table of pairs of names in; the same with a score, a verdict and the reasons out; no database is needed. */
import { openNames } from '../app/knowledge.ts'
import { refuse } from '../core/faults.ts'
import { scoreNames } from '../usecases/score-names.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

const USAGE = 'names score <file> --a <column> --b <column>'

export const namesVerb: Verb = {
  name: 'names',
  help: 'Say how alike the names in each row of a table are, and why (nothing is stored).',
  arguments: [
    { name: '<action>', help: 'score' },
    { name: '<file>', help: 'a CSV file in UTF-8 with a heading' },
  ],
  options: [
    { flags: '--a <column>', help: 'heading of the column with the first name' },
    { flags: '--b <column>', help: 'heading of the column with the second name' },
    { flags: '--schema <column>', help: 'column with Person, Organization, Company, LegalEntity or Vessel' },
  ],
  run: async (given) => {
    const [action = '', path = ''] = given.arguments
    if (action !== 'score') throw refuse('usage', { problem: USAGE })
    const [a, b] = [textOption(given, 'a'), textOption(given, 'b')]
    if (a === undefined || b === undefined) throw refuse('usage', { problem: USAGE })
    const bytes = readFile(path, given.config.maxBytes)
    const columns = { a, b, schema: textOption(given, 'schema') ?? null }
    process.stdout.write(scoreNames(bytes, columns, openNames()))
    return 0
  },
}
