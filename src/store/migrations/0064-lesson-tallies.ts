/** How many lessons of a kit were given, and to how many: no learner, no place. */
import { type Kysely, sql } from 'kysely'

/** As law cards they belong to no compartment: only the house reads and writes them, and no login of staff. */
const STATEMENTS = [
  `create table lesson_tallies (
    country text not null, kit text not null, tally text not null, from_day text not null, to_day text not null,
    lessons integer not null check (lessons >= 0), low integer check (low >= 0), best integer check (best >= 0),
    high integer check (high >= 0), method text not null check (method in ('counted', 'estimated', 'reported')),
    by text not null, at timestamptz not null, event bigint not null, nonce text not null,
    primary key (country, kit, tally, event))`,
  `create trigger append_only before update or delete or truncate on lesson_tallies
    for each statement execute function refuse_change()`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
