/** Brings a database to the newest schema: each migration once, in order, under PostgreSQL's own lock. */
import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import * as firstTables from './migrations/0001-first-tables.ts'
import * as publicRole from './migrations/0002-public-role.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as withholding from './migrations/0004-withholding.ts'
import * as margins from './migrations/0005-margins.ts'
import * as compartments from './migrations/0006-compartments.ts'
import * as exports from './migrations/0007-exports.ts'
import * as saidOfPassages from './migrations/0008-said-of-passages.ts'
import * as byHand from './migrations/0009-by-hand.ts'
import * as cases from './migrations/0010-cases.ts'
import * as plannedTravel from './migrations/0012-planned-travel.ts'
import * as colleagues from './migrations/0013-colleagues.ts'
import * as pairs from './migrations/0014-pairs.ts'
import * as counts from './migrations/0016-counts.ts'
import * as ratings from './migrations/0017-ratings.ts'
import * as peopleJudged from './migrations/0018-people-judged.ts'
import * as peopleCounted from './migrations/0019-people-counted.ts'
import * as publicSearch from './migrations/0020-public-search.ts'
import * as things from './migrations/0021-things.ts'
import * as whatIsNew from './migrations/0022-what-is-new.ts'
import * as openData from './migrations/0023-open-data.ts'
import * as rowsOfSearch from './migrations/0024-rows-of-search.ts'
import * as fromElsewhere from './migrations/0025-from-elsewhere.ts'
import * as checkpoints from './migrations/0026-checkpoints.ts'
import * as sealed from './migrations/0028-sealed.ts'
import * as panic from './migrations/0029-panic.ts'
import * as publications from './migrations/0030-publications.ts'
import * as publicPublications from './migrations/0031-public-publications.ts'
import * as analyses from './migrations/0032-analyses.ts'
import * as testimonies from './migrations/0034-testimonies.ts'
import * as thingsCounted from './migrations/0036-things-counted.ts'
import * as signatures from './migrations/0037-signatures.ts'
import * as wordsOfPublications from './migrations/0038-words-of-publications.ts'
import * as field from './migrations/0040-field.ts'
import * as timeStamps from './migrations/0042-time-stamps.ts'
import * as campaigns from './migrations/0045-campaigns.ts'
import * as actions from './migrations/0048-actions.ts'
import * as recommendations from './migrations/0051-recommendations.ts'
import * as tactics from './migrations/0052-tactics.ts'
import * as lawCards from './migrations/0055-law-cards.ts'
import * as handedLinks from './migrations/0058-handed-links.ts'
import * as custody from './migrations/0060-custody.ts'
import * as plans from './migrations/0061-plans.ts'
import * as rulingsOfCampaigns from './migrations/0062-rulings-of-campaigns.ts'
import * as piecesOfPasses from './migrations/0063-pieces-of-passes.ts'
import * as lessonTallies from './migrations/0064-lesson-tallies.ts'
import * as pacedMail from './migrations/0065-paced-mail.ts'
import * as titlesInOtherLanguages from './migrations/0066-titles-in-other-languages.ts'
import type { Tables } from './tables.ts'

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-public-role': publicRole,
  '0003-accounts': accounts,
  '0004-withholding': withholding,
  '0005-margins': margins,
  '0006-compartments': compartments,
  '0007-exports': exports,
  '0008-said-of-passages': saidOfPassages,
  '0009-by-hand': byHand,
  '0010-cases': cases,
  '0012-planned-travel': plannedTravel,
  '0013-colleagues': colleagues,
  '0014-pairs': pairs,
  '0016-counts': counts,
  '0017-ratings': ratings,
  '0018-people-judged': peopleJudged,
  '0019-people-counted': peopleCounted,
  '0020-public-search': publicSearch,
  '0021-things': things,
  '0022-what-is-new': whatIsNew,
  '0023-open-data': openData,
  '0024-rows-of-search': rowsOfSearch,
  '0025-from-elsewhere': fromElsewhere,
  '0026-checkpoints': checkpoints,
  '0028-sealed': sealed,
  '0029-panic': panic,
  '0030-publications': publications,
  '0031-public-publications': publicPublications,
  '0032-analyses': analyses,
  '0034-testimonies': testimonies,
  '0036-things-counted': thingsCounted,
  '0037-signatures': signatures,
  '0038-words-of-publications': wordsOfPublications,
  '0040-field': field,
  '0042-time-stamps': timeStamps,
  '0045-campaigns': campaigns,
  '0048-actions': actions,
  '0051-recommendations': recommendations,
  '0052-tactics': tactics,
  '0055-law-cards': lawCards,
  '0058-handed-links': handedLinks,
  '0060-custody': custody,
  '0061-plans': plans,
  '0062-rulings-of-campaigns': rulingsOfCampaigns,
  '0063-pieces-of-passes': piecesOfPasses,
  '0064-lesson-tallies': lessonTallies,
  '0065-paced-mail': pacedMail,
  '0066-titles-in-other-languages': titlesInOtherLanguages,
}

/** `upTo`: the migration to stop at, for rows that were written when it was the newest; left out, all are run. */
export async function migrate(
  db: Kysely<Tables>,
  schema = 'public',
  upTo?: string,
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableSchema: schema,
  })
  const { error, results } =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo)
  if (error) throw error
  return (results ?? []).map((one) => one.migrationName)
}

export async function lastMigration(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{
    name: string
  }>`select name from kysely_migration order by name desc limit 1`.execute(db)
  return rows[0]?.name ?? ''
}
