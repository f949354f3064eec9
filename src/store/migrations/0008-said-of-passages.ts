/** What is said of a proposed passage is a decision too: the verdicts it may have, beside those on a field of a record. */
import { type Kysely, sql } from 'kysely'

const statements = [
  'alter table decisions drop constraint decisions_verdict_check',
  `alter table decisions add constraint decisions_verdict_check check (
    case when record_kind = 'draft' then verdict in ('decided', 'rejected', 'split', 'merged', 'undone')
    else verdict in ('stands', 'disputed') end)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
