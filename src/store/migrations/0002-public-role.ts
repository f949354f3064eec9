/** A group that may read the public tables and nothing else: the second wall behind withholding. */
import { type Kysely, sql } from 'kysely'

export const PUBLIC_TABLES = [
  'public_incidents',
  'public_proceedings',
  'public_measures',
  'public_state',
] as const

/** The role belongs to the whole server, so it may be there already; without the right to make it, the wall is missing and doctor says so. */
const MAKE_ROLE = `do $$ begin
  create role aigaq_public nologin;
exception when duplicate_object then null; when insufficient_privilege then null;
end $$`

const GRANT = `do $$ begin
  if exists (select 1 from pg_roles where rolname = 'aigaq_public') then
    execute format('grant usage on schema %I to aigaq_public', current_schema());
    grant select on ${PUBLIC_TABLES.join(', ')} to aigaq_public;
  end if;
end $$`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [MAKE_ROLE, GRANT]) await sql.raw(statement).execute(db)
}
