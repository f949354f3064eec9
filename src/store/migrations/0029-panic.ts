/** Whether the house is shut: one row, which every writing transaction looks at. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table house_state (
    one boolean primary key default true check (one), shut boolean not null, by text, since timestamptz, lifted_by text)`,
  'insert into house_state (shut) values (false)',
  // Staff write the log through a login of their own, and must be held by the same bolt.
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then grant select on house_state to aigaq_staff; end if; end $$`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
