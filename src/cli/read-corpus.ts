/** A folder of reports and recorded decisions in, what load-corpus needs out; read as files, not yet understood. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../usecases/load-corpus.ts'

/** Persons first, since decisions name them; then decisions in the order of their names, proceedings, cases, who was asked and how long records stand, then the moves that publish and what was corrected since, who looked where, the forms of ratings, legal analyses, what was recommended, campaigns, and at last who stands for law cards. */
const ORDER = [
  'people',
  'decisions',
  'proceedings',
  'cases',
  'standing',
  'moves',
  'corrected',
  'coverage',
  'ratings',
  'analyses',
  'recommendations',
  'campaigns',
  'law-cards',
  'lessons',
  'plans',
]
const rank = (name: string): number => ORDER.findIndex((one) => name.startsWith(one))

export function readCorpus(folder: string): Corpus {
  const names = readdirSync(folder, { withFileTypes: true })
    .flatMap((one) => (one.isFile() ? [one.name] : []))
    .sort()
  const lines = names
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  return {
    sources: JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8')),
    reports: names.map((name) => ({ name, bytes: () => new Uint8Array(readFileSync(join(folder, name))) })),
    decisions: lines.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  }
}
