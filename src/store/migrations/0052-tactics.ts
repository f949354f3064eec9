/** Tactics that groups add to the library, each version a row of its own. */
import { type Kysely, sql } from 'kysely'

const TABLES = [
  `create table tactics (
    id text not null, tactic jsonb, is_public boolean not null, why text, by text not null, at timestamptz not null,
    organisation text, event bigint not null, nonce text not null, primary key (id, event))`,
  `create trigger append_only before update or delete or truncate on tactics
    for each statement execute function refuse_change()`,
]

export const STAFF_READS: Readonly<Record<string, string>> = {
  tactics: `coalesce(organisation, 'home') = nullif(current_setting('aigaq.organisation', true), '')`,
}

const WALLS = [
  'alter table tactics enable row level security',
  'alter table tactics force row level security',
  `do $$ begin execute format('create policy house on tactics to %I using (true) with check (true)', current_user); end $$`,
]
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  'grant select, insert on tactics to aigaq_staff',
  `create policy staff_reads on tactics for select to aigaq_staff using (${STAFF_READS.tactics})`,
  `create policy staff_writes on tactics for insert to aigaq_staff with check (${STAFF_READS.tactics})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WALLS, ...GRANTS.map(forStaff)]) await sql.raw(statement).execute(db)
}
