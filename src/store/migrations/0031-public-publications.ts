/** Publications as readers have them: made anew with every change of what is withheld. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  `create table public_publications (
    id text primary key, country text, language text not null, published text not null, updated text not null, body jsonb not null)`,
  'create index public_publications_newest on public_publications (updated desc, id)',
]
const GRANTS = ['aigaq_public', 'aigaq_staff'].map(
  (role) =>
    `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then grant select on public_publications to ${role}; end if; end $$`,
)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...STATEMENTS, ...GRANTS]) await sql.raw(statement).execute(db)
}
