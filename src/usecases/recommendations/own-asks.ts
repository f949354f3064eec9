/** What the legal analyses of this house ask, and its publications with them, in; what of it is not in the register yet, and one taken in, out. */
import { refuse } from '../../core/faults.ts'
import type { Labels } from '../../core/language.ts'
import type { Freedom } from '../../core/values.ts'
import { analysesOf } from '../../store/queries/analyses.ts'
import { recommendationRows } from '../../store/queries/recommendations.ts'
import type { Context } from '../context.ts'
import { mayDo, permit } from '../permit.ts'
import { saveRecommendation } from './save-recommendation.ts'

/** `id`: what it is recorded under. Briefings and submissions draw their recommendations from these, by addressee. */
export type OwnAsk = {
  readonly id: string
  readonly country: string
  readonly analysis: string
  readonly to: string
  readonly text: Labels
  readonly law: string | null
  readonly freedom: Freedom | null
  readonly on: string
}

export async function ownAsks(context: Context): Promise<readonly OwnAsk[]> {
  permit(context, 'recommend')
  const { packs, codebook } = context.knowledge
  const all: OwnAsk[] = []
  for (const country of packs.keys())
    for (const { id, asks, law, standard, at } of await analysesOf(context.store, country))
      asks.forEach(({ to, text }, index) => {
        const freedom = codebook.standards.get(standard)?.freedom ?? null
        const on = at.slice(0, 10)
        all.push({ id: `rec-${id}-${index + 1}`, country, analysis: id, to, text, law, freedom, on })
      })
  const known = await recommendationRows(context.store, { ids: all.map((one) => one.id) })
  return all.filter((one) => !known.some((each) => each.id === one.id))
}

/** Let out at once where whoever takes it in may; else it stays inside. */
export async function takeOwn(context: Context, id: string): Promise<void> {
  const one = (await ownAsks(context)).find((each) => each.id === id)
  if (!one) throw refuse('record.unknown', { id }, id)
  await saveRecommendation(context, {
    ...{ record: 'recommendation', id, country: one.country, body: 'own-publication', on: one.on },
    said: { words: one.text.en, language: 'en', title: one.analysis, place: null, url: null },
    ...{ addressees: [one.to], ask: one.text, laws: one.law === null ? [] : [one.law] },
    freedoms: one.freedom === null ? [] : [one.freedom],
    public: mayDo(context, 'release-recommendation', null),
  })
}
