/** The library of tactics, or the people who were held or tried, asked for in; the view its renderer needs out, read from the public tables alone. */
import type { Tactic } from '../../core/tactic.ts'
import type { Page } from '../../publish/links.ts'
import type { Face, Profile, ProfilesView, TacticsView, TacticView } from '../../publish/views.ts'
import * as read from '../../store/queries/public.ts'
import { publicProceedingsAmong } from '../../store/queries/public-proceedings.ts'
import { publicTactics } from '../../store/queries/public-state.ts'
import type { SiteContext } from './views.ts'

/** Those of the codebook, then those that groups added. */
export const allTactics = async ({ store, knowledge }: SiteContext): Promise<readonly Tactic[]> => [
  ...knowledge.codebook.tactics.values(),
  ...(await publicTactics(store)),
]

export const tacticsView = async (context: SiteContext, face: Face): Promise<TacticsView> => ({
  ...face,
  tactics: await allTactics(context),
})

export async function tacticView(
  context: SiteContext,
  face: Face,
  { id }: Page & { kind: 'tactic' },
): Promise<TacticView | null> {
  const tactic = (await allTactics(context)).find((one) => one.id === id)
  return tactic ? { ...face, tactic, isOwn: !context.knowledge.codebook.tactics.has(id) } : null
}

/** Whoever has a public legal journey of which they are named; in the order of their names. */
export async function profilesView(
  context: SiteContext,
  face: Face,
  { country }: Page & { kind: 'profiles' },
): Promise<ProfilesView | null> {
  const pack = context.knowledge.packs.get(country)
  if (!pack) return null
  const journeys = (await publicProceedingsAmong(context.store, null)).filter(
    (one) => one.person.kind === 'named',
  )
  const ids = [...new Set(journeys.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? [])))]
  const incidents = (await read.publicIncidentsById(context.store, ids)).filter(
    (one) => one.country === country,
  )
  const here = new Set(incidents.map((one) => one.id))
  const profiles = new Map<string, Profile>()
  for (const one of journeys) {
    if (one.person.kind !== 'named') continue
    const { id, name } = one.person
    const own = one.stages.flatMap((stage) => stage.incident ?? [])
    if (!own.some((each) => here.has(each))) continue
    const before = profiles.get(id)
    profiles.set(id, {
      ...{ id, name, proceedings: [...(before?.proceedings ?? []), one] },
      incidents: [...(before?.incidents ?? []), ...incidents.filter((each) => own.includes(each.id))],
    })
  }
  if (profiles.size === 0) return null
  const all = [...profiles.values()].sort((a, b) => (a.name.en < b.name.en ? -1 : 1))
  return { ...face, pack, profiles: all }
}
