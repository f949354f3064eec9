/** Tiers 0 to 3 in, tiers 4 to 6 made anew: all of them, or those that some incidents touch. */
import { sql } from 'kysely'
import { today } from '../adapters/clock.ts'
import type { Json } from '../core/json.ts'
import { firstOf } from '../core/margin.ts'
import { type Period, periodOf, quarterOf } from '../core/measure.ts'
import type { Pack } from '../core/pack.ts'
import { within } from '../core/partial-date.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { thingsIn } from '../core/things.ts'
import { projectProceeding } from '../core/withholding/proceeding.ts'
import { project, type Withholding } from '../core/withholding/project.ts'
import { measurePeriod } from '../measure/measure-period.ts'
import { withWithheld } from '../measure/with-withheld.ts'
import { publicSought } from '../publish/search/sought.ts'
import type { Store } from '../store/connect.ts'
import {
  clearDerived,
  writeCampaigns,
  writeCaseRecords,
  writeIncidents,
  writeMeasures,
  writePartnerRows,
  writePartnerTestimonies,
  writeProceedings,
  writePublications,
  writeRecommendations,
  writeSearch,
  writeState,
  writeThings,
} from '../store/derived.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadMargins } from '../store/queries/margins.ts'
import { loadProceedings } from '../store/queries/proceedings.ts'
import { publicIncidents, publicIncidentsById } from '../store/queries/public.ts'
import { publicState } from '../store/queries/public-state.ts'
import { loadStatuses } from '../store/queries/statuses.ts'
import { ACCOUNT_PREFIX } from './accounts/change.ts'
import { shownCampaigns } from './act/shown-campaigns.ts'
import { doorsOf } from './actions/doors.ts'
import { writePublicCounts } from './actions/show-counts.ts'
import { releasedAnalyses } from './analyses/released-analyses.ts'
import { type AsSeen, asReadersSee } from './as-readers-see.ts'
import { caseRows } from './cases/case-rows.ts'
import type { Context } from './context.ts'
import { EVIDENCE_PREFIX } from './evidence/copy-for-others.ts'
import { EXPORT_PREFIX } from './exports/keep-export.ts'
import { incidentRows } from './incident-rows.ts'
import { KNOW_WITNESS } from './log/know-witness.ts'
import { countersOf } from './measure/of-thing.ts'
import { partnerRowsOf } from './partner-rows.ts'
import { releasedRatings } from './rating/released-ratings.ts'
import { releasedWatch } from './rating/released-watch.ts'
import { shownEvidence } from './rating/shown-evidence.ts'
import { releasedRecommendations } from './recommendations/released-recommendations.ts'
import { SEALED_PREFIX } from './sealed/recipients.ts'
import { shownUpTo, shownVersions } from './shown-versions.ts'
import { releasedTactics } from './tactics/tactics.ts'
import { cardStandings } from './teach/card-standings.ts'
import { shownLessons } from './teach/lessons.ts'
import { partnerTestimonyRows } from './testimony/quoted.ts'
import { toldChanges } from './told-changes.ts'
import { touchedIncidents } from './touched.ts'
import { withholdingFor } from './withholding-for.ts'
import { heldNames } from './writing/held-names.ts'
import { releasedPublications, shownIssues } from './writing/released.ts'

/** `touched`: the incidents and persons that a decision named. */
export type Scope = 'all' | { readonly touched: readonly string[] }
export type Refreshed = {
  readonly incidents: number
  readonly periods: number
  readonly standing: number
  readonly byRule: number
}

/** One transaction: a reader sees the old tiers or the new ones, never half. */
export async function refresh(context: Context, scope: Scope = 'all'): Promise<Refreshed> {
  return context.house.transaction().execute(async (trx) => {
    await sql`lock table public_state in exclusive mode`.execute(trx)
    const issues = await shownIssues(trx)
    if (scope === 'all') await clearDerived(trx)
    const asked = scope === 'all' ? undefined : await touchedIncidents(trx, scope.touched)
    const incidents = await loadIncidents(trx, asked)
    const statuses = await loadStatuses(trx, context.knowledge.codebook.policy.moves, asked)
    const shown = await shownVersions(trx, incidents, statuses)
    const told = await trx.selectFrom('tellings').select(['record', 'country']).distinct().execute()
    const round = incidents.map((one) => one.id)
    const seen = await asReadersSee(trx, shown, round)
    const { open } = seen
    const upTo = shownUpTo(statuses)
    const changes = await toldChanges(context, trx, open, upTo, round)
    const givenFor = await withholdingFor(context, trx, open, upTo, 'public', round, changes)
    const rowOf = await incidentRows(context, trx, incidents, statuses)
    let periods = 0
    for (const country of [...new Set(told.map((one) => one.country))].sort()) {
      const pack = context.knowledge.packs.get(country)
      if (!pack) continue
      const given = givenFor(pack)
      const own = incidents.filter((one) => one.country === country)
      const before = await publicIncidentsById(
        trx,
        own.map((one) => one.id),
      )
      const made = open.flatMap((one) => (one.country === country ? (project(one, given) ?? []) : []))
      await writeIncidents(trx, own.map(rowOf), made)
      const { codebook, words } = context.knowledge
      await writeSearch(
        trx,
        made.map((one) => publicSought(one, { codebook, words, pack })),
      )
      await writeThings(
        trx,
        made.map((incident) => ({
          ...{ incident, things: thingsIn(incident, pack) },
          counters: countersOf(incident, pack, codebook),
        })),
      )
      await journeysAnew(
        trx,
        given,
        new Set(told.filter((one) => one.country === country).map((one) => one.record)),
        seen,
      )
      periods += await measureAnew(context, trx, pack, [...before, ...made])
    }
    // After the public rows: a link of a partner's record leads to what is public by now.
    await writePartnerRows(trx, round, await partnerRowsOf(context, trx, incidents, shown, statuses))
    // After those: a quotation is shared with the incidents that it tells of.
    await writePartnerTestimonies(trx, await partnerTestimonyRows(context, trx))
    // After the incidents: what hangs on a sealed one is sealed with it.
    const cases = await caseRows(trx, scope === 'all' ? 'all' : [...scope.touched, ...round])
    await writeCaseRecords(trx, cases.ids, cases.rows)
    await writeReleased(trx, [...context.knowledge.packs.values()])
    await writeCards(context, trx)
    await writeLessons(context, trx)
    // Last: a text may say what the public rows of its records say by now.
    await writePublications(trx, await releasedPublications(context, trx, issues))
    await writeCampaigns(trx, await shownCampaigns(context, trx))
    if (scope === 'all')
      await writePublicCounts(trx, {
        door: doorsOf({
          store: trx,
          clock: context.clock,
          moves: context.knowledge.codebook.campaigns.moves,
        }),
        names: (from) => heldNames(context, from),
      })
    await writeRecommendations(trx, await releasedRecommendations(context, trx))
    await writeState(trx, 'tactics', (await releasedTactics(context, trx)) as unknown as Json)
    await writeThrough(trx)
    return { incidents: incidents.length, periods, ...(await writeShare(trx)) }
  })
}

type Trx = Parameters<typeof clearDerived>[0]

/** Legal journeys whose stages lie in incidents of one country. */
async function journeysAnew(
  trx: Trx,
  given: Withholding,
  here: ReadonlySet<string>,
  { into, people }: AsSeen,
): Promise<void> {
  const own = (await loadProceedings(trx)).filter((one) =>
    one.stages.some((stage) => here.has(stage.incident ?? '')),
  )
  const journeys = own.map((one) => ({
    ...one,
    person: people.get(one.person) ?? one.person,
    stages: one.stages.map((stage) =>
      stage.incident === undefined
        ? stage
        : { ...stage, incident: into.get(stage.incident) ?? stage.incident },
    ),
  }))
  const stages = journeys.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? []))
  const seen = new Map((await publicIncidentsById(trx, [...new Set(stages)])).map((one) => [one.id, one]))
  await writeProceedings(
    trx,
    given.pack.id,
    journeys.flatMap((one) => projectProceeding(one, given, seen) ?? []),
  )
}

/** Measures of every quarter and year that these incidents lie in, from all incidents of the period. */
async function measureAnew(
  context: Context,
  trx: Trx,
  pack: Pack,
  changed: readonly PublicIncident[],
): Promise<number> {
  // Read, never counted here: a margin that moved with the record just decided would tell of it.
  const margins = await loadMargins(trx)
  const periods = periodsOf(changed)
  for (const period of periods) {
    const inside = await publicIncidents(trx, pack.id, period)
    const measures = measurePeriod(inside, period, { pack })
    const margin = margins.get(`${pack.id} ${period.id}`) ?? firstOf(context.knowledge.codebook.margins)
    await writeMeasures(trx, pack.id, period.id, [...measures, ...withWithheld(measures, margin)])
  }
  return periods.length
}

export function periodsOf(incidents: readonly PublicIncident[]): readonly Period[] {
  const dates = incidents.flatMap((one) => one.fields.date.map((date) => date.value))
  const days = dates.flatMap((date) => [date.from, date.to]).filter((day) => day !== null)
  const ids = [...new Set(days.flatMap((day) => [day.slice(0, 4), quarterOf(day)]))].sort()
  const periods = ids.flatMap((id) => periodOf(id) ?? [])
  return periods.filter((period) => dates.some((date) => within(date, period.from, period.to)))
}

/** What part of the standing values was read by rules, of the incidents that are shown: others would show by the difference. */
async function writeShare(trx: Trx): Promise<{ standing: number; byRule: number }> {
  const sums = await trx
    .selectFrom('incidents')
    .select((one) => [
      one.fn.sum<number>('standing').as('standing'),
      one.fn.sum<number>('by_rule').as('byRule'),
    ])
    .where('id', 'in', (one) => one.selectFrom('public_incidents').select('id'))
    .executeTakeFirst()
  const share = { standing: Number(sums?.standing ?? 0), byRule: Number(sums?.byRule ?? 0) }
  await writeState(trx, 'share', share)
  return share
}

/** What people decided of whole countries and laws: analyses, ratings that the panel released, and who is on the watchlist. */
async function writeReleased(trx: Trx, packs: readonly Pack[]): Promise<void> {
  for (const pack of packs) {
    const country = pack.id
    await writeState(trx, `analyses ${country}`, (await releasedAnalyses(trx, pack)) as unknown as Json)
    const [ratings, watch] = [await releasedRatings(trx, country), await releasedWatch(trx, country)]
    const released = ratings && { ...ratings, evidence: await shownEvidence(trx, ratings.now) }
    await writeState(trx, `ratings ${country}`, released as unknown as Json)
    await writeState(trx, `watch ${country}`, watch)
  }
}

/** How law cards stand: a review may have ended by the day alone. */
async function writeCards({ knowledge, clock }: Context, trx: Trx): Promise<void> {
  const given = { days: knowledge.codebook.cards.days, today: today(clock) }
  for (const pack of knowledge.packs.values())
    if (pack.cards.size > 0)
      await writeState(trx, `cards ${pack.id}`, (await cardStandings(trx, pack, given)) as unknown as Json)
}

/** How many lessons of each kit were given; too few learners are told to nobody. */
async function writeLessons({ knowledge }: Context, trx: Trx): Promise<void> {
  for (const pack of knowledge.packs.values())
    if (pack.kits.size > 0)
      await writeState(trx, `lessons ${pack.id}`, (await shownLessons(trx, pack)) as unknown as Json)
}

/** Use cases that change no page, by the beginning of their names: of accounts, of what is sealed, of copies and of witnesses. */
const NO_PAGE = [ACCOUNT_PREFIX, SEALED_PREFIX, EXPORT_PREFIX, EVIDENCE_PREFIX, KNOW_WITNESS].map(
  (one) => `${one}%`,
)
const changesPages = sql<boolean>`not (use_case like any (${NO_PAGE}))`

/** The last event the derived tiers know of: a crash between a decision and its pages is seen by this. */
async function writeThrough(trx: Trx): Promise<void> {
  const last = await trx
    .selectFrom('events')
    .select((one) => one.fn.max('seq').as('seq'))
    // When somebody signed in or took a copy is nothing for a public table.
    .where(changesPages)
    .executeTakeFirst()
  await writeState(trx, 'through', last?.seq ?? 0)
}

/** True when something was recorded that the public tiers do not show yet. */
export async function isStale(store: Pick<Store, 'selectFrom'>): Promise<boolean> {
  const last = await store
    .selectFrom('events')
    .select((one) => one.fn.max('seq').as('seq'))
    .where(changesPages)
    .executeTakeFirst()
  return (last?.seq ?? 0) !== ((await publicState(store, 'through')) ?? 0)
}
