/** The files of codebook/ → the Codebook, or every fault found in any of them. */
import { join } from 'node:path'
import type { z } from 'zod'
import type { Codebook, ReviewedBy, Term, Vocabulary } from '../core/codebook.ts'
import type { Fault } from '../core/faults.ts'
import { accessFile, policyFrom } from './load-access.ts'
import { alikeFile, alikeFrom } from './load-alike.ts'
import { applicationsFile, applicationsFrom } from './load-applications.ts'
import { campaignRulesFrom, campaignsFile } from './load-campaigns.ts'
import { cardRulesFrom, cardsFile } from './load-cards.ts'
import { assistanceFile, caseTermsFrom, observationsFile, restrictionsFile } from './load-cases.ts'
import { actsFile, rulesFile, termsFile } from './load-codebook-schemas.ts'
import { countingFile, countingFrom } from './load-counting.ts'
import { estimatesFile, estimatesFrom } from './load-estimates.ts'
import { fieldFile, fieldFrom } from './load-field.ts'
import { glossaryFile, glossaryFrom } from './load-glossary.ts'
import { listsFile, listWordsFrom } from './load-lists.ts'
import { mailboxesFile, mailboxesFrom } from './load-mailboxes.ts'
import { mappingsFile, mappingsFrom } from './load-mappings.ts'
import { marginsFile } from './load-margins.ts'
import { measurementRulesFrom, ooniFile } from './load-measurements.ts'
import { namingFile, namingFrom } from './load-naming.ts'
import { painfulFile, painfulFrom } from './load-painful.ts'
import { planFile, planFrom } from './load-plan.ts'
import { ratingFile, ratingFrom } from './load-rating.ts'
import { recommendationsFile, recommendationTermsFrom } from './load-recommendations.ts'
import { reviewFile, reviewFrom } from './load-review.ts'
import { standardsFile, standardsFrom } from './load-standards.ts'
import { standingFile, standingFrom } from './load-standing.ts'
import { submissionsFile, submissionsFrom } from './load-submissions.ts'
import { tacticsFile, tacticsFrom } from './load-tactics.ts'
import { watchFile, watchFrom } from './load-watch.ts'
import { waysFile, waysFrom } from './load-ways.ts'
import { readYaml } from './yaml-file.ts'

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]))

/** Reads the codebook under `root`. Null when any file cannot be used; `faults` then says all that is wrong. */
export function loadCodebook(root: string, faults: Fault[]): Codebook | null {
  const before = faults.length
  const reviewed: Record<string, ReviewedBy> = {}
  let version: string | null = null

  function read<T extends { version: string; reviewedBy: ReviewedBy }>(
    name: string,
    schema: z.ZodType<T>,
  ): T | null {
    const shownAs = `codebook/${name}.yaml`
    const file = readYaml(join(root, 'codebook', `${name}.yaml`), shownAs, schema, faults)
    if (file === null) return null
    version ??= file.version
    if (file.version !== version)
      faults.push({
        code: 'data.invalid',
        where: shownAs,
        params: { problem: `version ${file.version}, but the codebook is ${version}` },
      })
    reviewed[name] = file.reviewedBy
    return file
  }

  const acts = read('acts', actsFile)
  const terms = (name: Vocabulary) => byId<Term>(read(name, termsFile(name))?.terms ?? [])
  const vocabularies = {
    kinds: terms('kinds'),
    freedoms: terms('freedoms'),
    qualifiers: terms('qualifiers'),
    law_codes: terms('law_codes'),
    penalties: terms('penalties'),
    harms: terms('harms'),
    roles: terms('roles'),
    tags: terms('tags'),
  }
  const rules = read('rules', rulesFile)
  const naming = read('naming', namingFile(acts && byId(acts.terms)))
  const access = read('access', accessFile)
  const standing = read('standing', standingFile)
  const mailboxes = read('mailboxes', mailboxesFile)
  const painful = read('painful', painfulFile(acts && byId(acts.terms)))
  const margins = read('margins', marginsFile)
  const review = read('review', reviewFile(acts && byId(acts.terms)))
  const ways = read('ways', waysFile)
  const observations = read('observations', observationsFile)
  const field = read('field', fieldFile(observations?.sheets.map((one) => one.id) ?? null))
  const assistance = read('assistance', assistanceFile)
  const restrictions = read('restrictions', restrictionsFile)
  const ooni = read('ooni', ooniFile(acts && byId(acts.terms)))
  const estimates = read('estimates', estimatesFile)
  const lists = read('lists', listsFile(acts && byId(acts.terms)))
  const counting = read('counting', countingFile(vocabularies.roles))
  const { roles, harms, tags } = vocabularies
  const mappings = read('mappings', mappingsFile({ acts: acts && byId(acts.terms), roles, harms, tags }))
  const rating = read('rating', ratingFile)
  const watch = read('watch', watchFile(acts && byId(acts.terms)))
  const standards = read('standards', standardsFile)
  const submissions = read('submissions', submissionsFile)
  const alike = read('alike', alikeFile)
  const campaigns = read('campaigns', campaignsFile)
  const cards = read('cards', cardsFile)
  const glossary = read('glossary', glossaryFile)
  const recommendations = read('recommendations', recommendationsFile)
  const tactics = read('tactics', tacticsFile)
  const plan = read('plan', planFile)
  const applications = read('applications', applicationsFile)
  if (!standards || !submissions || !alike || !campaigns || !mailboxes) return null
  if (!cards || !glossary || !recommendations || !tactics || !plan || !applications) return null
  if (!acts || !rules || !naming || !access || !standing || !margins || !review || !ways) return null
  if (!observations || !field || !assistance || !restrictions || !ooni || !painful || !lists) return null
  if (!estimates || !counting || !mappings || !rating || !watch) return null
  if (faults.length > before || version === null) return null
  return {
    version,
    reviewedBy: reviewed,
    acts: byId(acts.terms),
    vocabularies,
    motifOfFreedom: acts.motif_of_freedom,
    rules: byId(rules.rules),
    naming: namingFrom(naming),
    policy: policyFrom(access),
    standing: standingFrom(standing),
    margins: margins.ranges,
    review: reviewFrom(review),
    ways: waysFrom(ways),
    cases: caseTermsFrom(observations, assistance, restrictions),
    field: fieldFrom(field),
    measurements: measurementRulesFrom(ooni),
    mailboxes: mailboxesFrom(mailboxes),
    painful: painfulFrom(painful),
    lists: listWordsFrom(lists),
    estimates: estimatesFrom(estimates),
    counting: countingFrom(counting),
    mappings: mappingsFrom(mappings),
    rating: ratingFrom(rating),
    watch: watchFrom(watch),
    ...standardsFrom(standards),
    submissions: submissionsFrom(submissions),
    alike: alikeFrom(alike),
    campaigns: campaignRulesFrom(campaigns),
    cards: cardRulesFrom(cards),
    glossary: glossaryFrom(glossary),
    recommendations: recommendationTermsFrom(recommendations),
    tactics: tacticsFrom(tactics),
    plan: planFrom(plan),
    applications: applicationsFrom(applications),
  }
}
