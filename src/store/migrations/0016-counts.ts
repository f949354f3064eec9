/** What each incident adds to counts, who looked where and when, and how trainees did. */
import { type Kysely, sql } from 'kysely'

const TABLES = [
  // Narrow on purpose: a count reads all of it, and nothing of what the record tells.
  `create table counted (
    id text primary key, country text not null, kind text not null, date_from text, date_to text, organisation text not null,
    state text not null, tier text not null, coders jsonb not null, assigned jsonb not null, shared_with jsonb not null,
    collectors jsonb not null, numbers bytea not null)`,
  'create index counted_by_country on counted (country)',
  `create table coverage (
    id text not null, country text not null, collector text not null, region text, date_from text not null, date_to text not null,
    looked text not null check (looked in ('looked', 'partly', 'not', 'withdrawn')), by text not null, at timestamptz not null,
    why text, organisation text, event bigint not null, nonce text not null, primary key (id, event), check (date_from <= date_to))`,
  'create trigger append_only before update or delete or truncate on coverage for each statement execute function refuse_change()',
  // Operational, like a visit: results of somebody who learns. What they typed is not kept, and no count reads it.
  `create table trainings (
    id text primary key, account text not null references accounts on delete cascade, record text not null,
    done_at timestamptz not null, fields jsonb not null)`,
  'create index trainings_by_account on trainings (account, done_at)',
  // The new table is empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`

export const STAFF_READS: Readonly<Record<string, string>> = {
  counted: `(${OURS} and (tier <> 'sealed' or coders ? ${told('handle')})) or assigned ? ${told('handle')}`,
  coverage: OURS,
}
export const STAFF_WRITES: Readonly<Record<string, string>> = { coverage: OURS }

const WALLS = Object.keys(STAFF_READS).flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  `grant select on ${Object.keys(STAFF_READS).join(', ')} to aigaq_staff`,
  `grant insert on ${Object.keys(STAFF_WRITES).join(', ')} to aigaq_staff`,
  ...Object.entries(STAFF_READS).map(
    ([table, rows]) => `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ),
  ...Object.entries(STAFF_WRITES).map(
    ([table, rows]) =>
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WALLS, ...GRANTS.map(forStaff)]) await sql.raw(statement).execute(db)
}
