/** What holds for each day on which the sealed form was open, and who opened which file as received. */
import { type Kysely, sql } from 'kysely'

const statements = [
  // Made when the day is over; it goes with its letter, and its leaf then says nothing to anybody.
  'alter table intake_letters add column salt text',
  `create table intake_days (
    day text primary key check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), salt text not null, leaves text[] not null)`,
  // Beside the log, so that it can be erased. No login of staff reaches it: only the sheet tells it.
  `create table file_views (
    sha256 text not null, document text not null, organisation text not null references organisations,
    account text not null references accounts on delete cascade, at timestamptz not null,
    primary key (sha256, document, account, at))`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
