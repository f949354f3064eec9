/** A country in, what a reader's own words are compared with out: its public cases by law. */
import type { Store } from '../store/connect.ts'
import { publicIncidents } from '../store/queries/public.ts'
import { type Eyes, eyesOf } from '../teach/eyes/index-of.ts'
import type { Knowledge } from './context.ts'

export async function eyesFor(
  store: Pick<Store, 'selectFrom'>,
  { codebook, packs }: Knowledge,
  country: string,
): Promise<Eyes | null> {
  const pack = packs.get(country)
  if (!pack) return null
  return eyesOf(await publicIncidents(store, country), codebook.alike, ({ provision, code }) =>
    provision === null
      ? (codebook.vocabularies.law_codes.get(code)?.label ?? null)
      : (pack.provisions.get(provision)?.title ?? null),
  )
}
