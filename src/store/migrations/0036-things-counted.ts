/** Counters of each place, body and provision: what their pages say of thousands of records without reading them. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // Of one incident, and added up: both made of its public form alone, and gone with it.
  `create table public_counters (
    incident text primary key references public_incidents on delete cascade, counters jsonb not null)`,
  `create table public_thing_counts (
    kind text not null, thing text not null, country text not null, counter text not null,
    certain numeric not null, claimed numeric not null, open numeric not null, primary key (kind, thing, country, counter))`,
  // The new tables are empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

const GRANTS = ['aigaq_public', 'aigaq_staff'].map(
  (role) =>
    `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then
      grant select on public_counters, public_thing_counts to ${role}; end if; end $$`,
)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...STATEMENTS, ...GRANTS]) await sql.raw(statement).execute(db)
}
