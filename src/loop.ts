/**
 * The table of contents in code: the stages a fact passes through, in order, with the door of each.
 * Read this first; if a change does not fit these words, change the words first.
 *
 *   document → extract → review → link → withhold → measure → publish → act → teach
 *
 * What passes between stages are the types of core/. A stage imports core/ alone; use cases join stages to the store.
 */
import { letterTo } from './act/letter.ts'
import { project } from './core/withholding/project.ts'
import { readDocument } from './document/read.ts'
import { extract } from './extract/extract.ts'
import { likelyPersons } from './link/likely-persons.ts'
import { measurePeriod } from './measure/measure-period.ts'
import { incidentPage } from './publish/pages/incident.ts'
import { settle } from './review/settle.ts'
import { cardLeaf } from './teach/card/assemble.ts'

export const LOOP = [
  {
    stage: 'document',
    turns: 'the bytes of a report into a Document with numbered blocks',
    door: readDocument,
  },
  {
    stage: 'extract',
    turns: 'a Document into drafts: proposed claims, each with its words and its rule',
    door: extract,
  },
  {
    stage: 'review',
    turns: 'proposed claims and a person’s values into what stands, on which claims',
    door: settle,
  },
  {
    stage: 'link',
    turns: 'names in records and recorded people into pairs that a person judges',
    door: likelyPersons,
  },
  {
    stage: 'withhold',
    turns: 'an Incident into a PublicIncident: the wall before every public output',
    door: project,
  },
  {
    stage: 'measure',
    turns: 'public incidents into counts with their unit, doubt and rows',
    door: measurePeriod,
  },
  {
    stage: 'publish',
    turns: 'public incidents and measures into pages, figures, JSON and feeds',
    door: incidentPage,
  },
  {
    stage: 'act',
    turns: 'a public campaign and an authority into a letter that anybody can send',
    door: letterTo,
  },
  {
    stage: 'teach',
    turns: 'a law in plain words, with what the public records say of its use, into a card as it is told',
    door: cardLeaf,
  },
] as const
