/** Plans of campaigns: entries that only grow, each as it was written, with who of staff brought it in. */
import { type Kysely, sql } from 'kysely'

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('plans')}`

const TABLES = [
  // Two organisations may hold the same plan: what one has tells the other nothing.
  `create table plan_entries (
    id text not null, plan text not null, line text not null, part text not null, field text not null, text text not null,
    after jsonb not null, written_at text not null, written_by text not null, by text not null, at timestamptz not null,
    organisation text, event bigint not null, nonce text not null, primary key (id, event))`,
  `create unique index plan_entries_once on plan_entries (id, coalesce(organisation, 'home'))`,
  'create index plan_entries_of on plan_entries (plan, event)',
  `create trigger append_only before update or delete or truncate on plan_entries
    for each statement execute function refuse_change()`,
]

export const STAFF_READS: Readonly<Record<string, string>> = { plan_entries: OURS }

const WALLS = [
  'alter table plan_entries enable row level security',
  'alter table plan_entries force row level security',
  `do $$ begin execute format('create policy house on plan_entries to %I using (true) with check (true)', current_user); end $$`,
]
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  'grant select, insert on plan_entries to aigaq_staff',
  `create policy staff_reads on plan_entries for select to aigaq_staff using (${OURS})`,
  `create policy staff_writes on plan_entries for insert to aigaq_staff with check (${OURS})`,
  // Who plans may have no compartment of records and no campaign, and each entry is one of the log.
  `create policy plans_writes on events for insert to aigaq_staff with check (${told('plans')} is not null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WALLS, ...GRANTS.map(forStaff)]) await sql.raw(statement).execute(db)
}
