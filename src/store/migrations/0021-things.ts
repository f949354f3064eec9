/** Which public incidents a person, a place, a body, a provision or a bill is in: what their pages are read from. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // Goes with the public form of the incident: whoever is withheld there is not told here either.
  `create table public_things (
    kind text not null, thing text not null, country text not null, incident text not null references public_incidents on delete cascade,
    part text not null, sure boolean not null, primary key (kind, thing, incident, part))`,
  'create index public_things_by_incident on public_things (incident)',
  // The new table is empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

const GRANTS = ['aigaq_public', 'aigaq_staff'].map(
  (role) =>
    `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then grant select on public_things to ${role}; end if; end $$`,
)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...STATEMENTS, ...GRANTS]) await sql.raw(statement).execute(db)
}
