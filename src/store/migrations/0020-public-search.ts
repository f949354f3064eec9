/** What each public record answers to in a search: lexemes of what readers may see, and nothing else. */
import { type Kysely, sql } from 'kysely'

/** Public since this migration; those before it are named in the second. */
export const SEARCHED_TABLE = 'public_search'

const STATEMENTS = [
  `create table ${SEARCHED_TABLE} (
    id text primary key references public_incidents on delete cascade, country text not null, day text,
    facets text[] not null, lexemes tsvector not null)`,
  // Lexemes stand apart from the row: counting what answers reads rows alone, a hundred on a page.
  `alter table ${SEARCHED_TABLE} set (toast_tuple_target = 128)`,
  `alter table ${SEARCHED_TABLE} alter column lexemes set storage external, alter column facets set storage main`,
  // An answer must not wait for what the index has not taken in yet.
  `create index ${SEARCHED_TABLE}_by_lexeme on ${SEARCHED_TABLE} using gin (lexemes) with (fastupdate = off)`,
  // What leads to a record, and the journeys through it, are asked for by every page of one.
  `create index public_incidents_by_link on public_incidents using gin ((body -> 'links') jsonb_path_ops)`,
  'create index public_proceedings_by_incident on public_proceedings using gin (incidents jsonb_path_ops)',
  `do $$ begin
    if exists (select 1 from pg_roles where rolname = 'aigaq_public') then
      grant select on ${SEARCHED_TABLE} to aigaq_public;
    end if;
  end $$`,
  // The new table is empty until the pages are made anew: \`doctor\` says so.
  `delete from public_state where key = 'through'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
