/** What authorities elsewhere signed of the time at which something was here (RFC 3161). */
import { type Kysely, sql } from 'kysely'

/** Like checkpoints no entries of the log, and never changed. `imprint`: the SHA-256 that was stamped. */
const statements = [
  `create table time_stamps (
    stamped text not null check (stamped in ('checkpoint', 'file')), imprint text not null check (imprint ~ '^[0-9a-f]{64}$'),
    authority text not null, token text not null, at timestamptz not null, primary key (imprint, authority))`,
  `create trigger append_only before update or delete or truncate on time_stamps for each statement execute function refuse_change()`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
