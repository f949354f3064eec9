/** A recommendation that may be public in, the same for readers out: without words that would name somebody whom they may not see. */
import type { Labels } from '../language.ts'
import type {
  Demand,
  GradeEvidence,
  GradeGiven,
  PublicRecommendation,
  RecommendationBody,
} from '../recommendation/recommendation.ts'
import { mayStand } from './may-stand.ts'
import type { NamesInWords } from './names-in-words.ts'
import { asPublic } from './project.ts'
import { publicAddress } from './public-address.ts'

export type RecommendationWithholding = {
  readonly names: NamesInWords
  /** Persons whom readers see by name today, with every form of the name that they see. */
  readonly named: ReadonlyMap<string, readonly string[]>
  /** Whether readers may see a record today. */
  readonly isShown: (incident: string) => boolean
}

export type ToShow = Pick<RecommendationBody, 'id' | 'country' | 'source' | 'same' | 'updated'> & {
  readonly demand: Demand
  readonly grades: readonly GradeGiven[]
}

/**
 * Null where our own sentence, or where it stands, would name somebody: then nothing of it can be shown. Words of the source
 * that name somebody are held back by themselves, and so are notes and evidence of grades.
 */
export function projectRecommendation(
  { id, country, source, same, updated, demand, grades }: ToShow,
  { names, named, isShown }: RecommendationWithholding,
): PublicRecommendation | null {
  const shown = demand.people.flatMap((one) => named.get(one) ?? [])
  const mayRead = (words: string | null): boolean => words === null || mayStand(words, names, shown)
  const mayReadAll = (labels: Labels): boolean => [labels.en, labels.ru, labels.kk].every(mayRead)
  if (!mayReadAll(demand.ask) || ![source.title, source.place, source.publisher].every(mayRead)) return null
  const mayOpen = (url: string | null): boolean =>
    url === null || publicAddress(url, new Set(), (words) => names.heldIn(words, shown).length > 0) !== null
  const maySee = (one: GradeEvidence): boolean =>
    'incident' in one ? isShown(one.incident) : mayRead(one.title) && mayOpen(one.url)
  const { words, people, source: _source, ...said } = demand
  return asPublic({
    ...said,
    ...{ id, country, same, updated },
    people: people.filter((one) => named.has(one)),
    words: mayRead(words) ? words : null,
    source: { ...source, url: mayOpen(source.url) ? source.url : null },
    grades: grades.map(({ grader, on, grade, note, evidence }) => {
      const open = evidence.filter(maySee)
      return {
        ...{ grader, on, grade },
        note: note !== null && mayReadAll(note) ? note : null,
        evidence: open,
        withheld: evidence.length - open.length,
      }
    }),
  })
}
