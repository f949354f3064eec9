/** What a reader looks for in, the public records that answer out: read from the public tables alone, and kept nowhere. */

import { basesOf } from '../../core/bases.ts'
import type { Codebook } from '../../core/codebook.ts'
import { periodOf } from '../../core/measure.ts'
import { foldToken } from '../../core/names/fold.ts'
import type { Pack } from '../../core/pack.ts'
import { NARROWS, type Narrow, type Narrowing } from '../../core/public-search.ts'
import { termsIn } from '../../core/search.ts'
import type { Page } from '../../publish/links.ts'
import { FOUND_PER_PAGE } from '../../publish/pages/search.ts'
import type { Face, SearchView } from '../../publish/views.ts'
import type { PublicationBody } from '../../publish/writing/publication-body.ts'
import { onePerText } from '../../publish/writing/texts-on.ts'
import type { Store } from '../../store/connect.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { publicPublicationsSaying } from '../../store/queries/public-publications.ts'
import { publicFound } from '../../store/queries/public-search.ts'
import type { SiteContext } from './views.ts'

/** The newest that hold the words. */
const TEXTS = 12

/** Null: a country or a value that is in no vocabulary; an address can be made to say anything. */
export async function searchView(
  { store, knowledge }: SiteContext,
  face: Face,
  { country, words, narrowing, page }: Page & { kind: 'search' },
): Promise<SearchView | null> {
  const pack = country === null ? null : (knowledge.packs.get(country) ?? null)
  if (country !== null && pack === null) return null
  const packs = pack === null ? [...knowledge.packs.values()] : [pack]
  if (!isKnown(narrowing, packs, face.codebook)) return null
  const terms = termsIn(words).map((term) => ({ ...term, bases: kazakhBases(term.folded, knowledge) }))
  const base = { ...face, pack, packs: knowledge.packs, asked: { words, narrowing, page }, terms }
  // Words that hold no letter and no number are not a question after all.
  if (words !== '' && terms.length === 0) return { ...base, total: 0, incidents: [], texts: [], counts: null }
  const found = await publicFound(store as Store, {
    ...{ country, terms, narrowing, limit: FOUND_PER_PAGE, offset: (page - 1) * FOUND_PER_PAGE },
  })
  // With the first page alone, and never where something narrows: a text is of no act and no region.
  const isWhole = page === 1 && Object.keys(narrowing).length === 0
  const texts = isWhole
    ? await publicPublicationsSaying<PublicationBody>(store, { country, terms, limit: TEXTS })
    : []
  const rows = new Map((await publicIncidentsById(store, found.ids)).map((one) => [one.id, one]))
  return {
    ...base,
    total: found.total,
    counts: found.counts,
    texts: onePerText(texts, face.words.language),
    incidents: found.ids.flatMap((id) => rows.get(id) ?? []),
  }
}

/** Shorter than this a base is no word any more. */
const SHORTEST_BASE = 3

function kazakhBases(word: string, { readings }: SiteContext['knowledge']): readonly string[] {
  const inflection = readings.get('kk')?.inflection
  if (!inflection || !/^\p{Script=Cyrillic}+$/u.test(word)) return []
  const bases = basesOf(word, inflection).map(foldToken)
  return [...new Set(bases)].filter((base) => base.length >= SHORTEST_BASE && base !== word)
}

const OUTCOMES: readonly string[] = ['0', '1', '2', '3', '4', 'star', 'unknown']

function isKnown(narrowing: Narrowing, packs: readonly Pack[], codebook: Codebook): boolean {
  const isOne: Readonly<Record<Narrow, (value: string) => boolean>> = {
    freedom: (value) => codebook.vocabularies.freedoms.has(value),
    period: (value) => periodOf(value) !== null,
    region: (value) =>
      value === 'country' || value === 'unknown' || packs.some((pack) => pack.regions.has(value)),
    act: (value) => codebook.acts.has(value),
    law: (value) => packs.some((pack) => pack.provisions.has(value)),
    outcome: (value) => OUTCOMES.includes(value),
    kind: (value) => codebook.vocabularies.kinds.has(value),
  }
  return NARROWS.every((one) =>
    (narrowing[one] ?? '').split(',').every((value) => value === '' || isOne[one](value)),
  )
}
