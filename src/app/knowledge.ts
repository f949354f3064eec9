/** What monitors and lawyers own, read whole or in the part that is asked for; needs no database. */

import { basename } from 'node:path'
import { loadEstimates } from '../adapters/load-estimates.ts'
import { type Knowledge, loadKnowledge } from '../adapters/load-knowledge.ts'
import { loadLinkage } from '../adapters/load-linkage.ts'
import { loadNames } from '../adapters/load-names.ts'
import { ratingFile, ratingFrom } from '../adapters/load-rating.ts'
import { type RatingBundleFile, ratingBundle } from '../adapters/load-rating-bundle.ts'
import { loadWords } from '../adapters/load-words.ts'
import { readYaml } from '../adapters/yaml-file.ts'
import { ROOT } from '../config.ts'
import type { EstimateRules } from '../core/estimate/rules.ts'
import { type Fault, Refusal } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import type { LinkageRules } from '../core/linkage/rules.ts'
import type { NameRules } from '../core/names/rules.ts'
import type { RatingMethod } from '../core/rating/method.ts'
import type { Words } from '../core/words.ts'

/** Everything monitors and lawyers own, validated; needs no database. */
export const openKnowledge = (): Knowledge => loadKnowledge(ROOT)

/** The rules of spelling alone: comparing names needs neither packs nor a database. */
export function openNames(): NameRules {
  const faults: Fault[] = []
  const rules = loadNames(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** What columns of a table are taken for. */
export function openLinkage(): LinkageRules {
  const faults: Fault[] = []
  const rules = loadLinkage(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** What is said of estimates of the unseen. */
export function openEstimates(): EstimateRules {
  const faults: Fault[] = []
  const rules = loadEstimates(ROOT, faults)
  if (!rules) throw new Refusal(faults)
  return rules
}

/** A rating method of its own file, in place of the one of the codebook. */
export function openRatingMethod(path: string): RatingMethod {
  const faults: Fault[] = []
  const file = readYaml(path, basename(path), ratingFile, faults)
  if (!file) throw new Refusal(faults)
  return ratingFrom(file).method
}

/** Rows of a rating, with the method they were made for where the file holds one. */
export function openRatingBundle(path: string): RatingBundleFile {
  const faults: Fault[] = []
  const file = readYaml(path, basename(path), ratingBundle, faults)
  if (!file) throw new Refusal(faults)
  return file
}

/** The words of one language, for telling what went wrong before anything else is open. */
export const openWords = (language: Language): Words | null => loadWords(ROOT, language, [])
