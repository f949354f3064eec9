/** Cases, observations and assistance: where they stand, and the row-level security that keeps them to those who may read them. */
import { type Kysely, sql } from 'kysely'

const TABLE = [
  `create table case_records (
    id text primary key, kind text not null check (kind in ('proceeding', 'observation', 'assistance')), country text,
    organisation text not null, tier text not null check (tier in ('team', 'sealed')), coders jsonb not null,
    assigned jsonb not null, people jsonb not null, about jsonb not null, names jsonb not null, body jsonb not null)`,
  'create index case_records_about on case_records using gin (about)',
  'create index decisions_by_record on decisions (record, event)',
]

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
/** Rows about a case follow the case, as rows about an incident follow the incident. */
const CASE_SEEN = 'exists (select 1 from case_records c where c.id = record)'
const SEEN = 'exists (select 1 from incidents i where i.id = record)'
const IS_CASE = `record_kind in ('proceeding', 'observation', 'assistance')`

const READS: Readonly<Record<string, string>> = {
  case_records: `(${OURS} and (tier <> 'sealed' or coders ? ${told('handle')})) or assigned ? ${told('handle')}`,
  decisions: `case when record_kind = 'incident' then ${SEEN} when ${IS_CASE} then ${CASE_SEEN} else ${OURS} end`,
  claims: `case when record is null then exists (select 1 from documents d where d.id = document)
    when record_kind = 'incident' then ${SEEN} when ${IS_CASE} then ${CASE_SEEN} else ${OURS} end`,
  shares: `${SEEN} or ${CASE_SEEN}`,
}

const ours = (owner: string): string =>
  `coalesce(${owner}(record), ${told('organisation')}) = ${told('organisation')}`
const WRITES: Readonly<Record<string, string>> = {
  decisions: `${OURS} and case when record_kind = 'incident' then ${ours('aigaq_organisation_of')}
    when ${IS_CASE} then ${ours('aigaq_organisation_of_case')} else true end`,
  claims: `${OURS} and (record is null or not (${IS_CASE}) or ${ours('aigaq_organisation_of_case')})`,
  shares: `${OURS} and ${ours('aigaq_organisation_of')} and ${ours('aigaq_organisation_of_case')}`,
}

/** Looks past the wall and tells nothing but whose a case is: of whoever wrote of it first. */
const OWNER = `create function aigaq_organisation_of_case(asked text) returns text language sql stable security definer
  set search_path from current as
  $$ select coalesce(organisation, 'home') from decisions where record = asked and ${IS_CASE} order by event limit 1 $$`

const WALL = [
  'alter table case_records enable row level security',
  'alter table case_records force row level security',
  `do $$ begin execute format('create policy house on case_records to %I using (true) with check (true)', current_user); end $$`,
]

const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`

const GRANTS = [
  'grant select on case_records to aigaq_staff',
  'revoke execute on function aigaq_organisation_of_case(text) from public',
  'grant execute on function aigaq_organisation_of_case(text) to aigaq_staff',
  ...Object.entries(READS).flatMap(([table, rows]) => [
    `drop policy if exists staff_reads on ${table}`,
    `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ]),
  ...Object.entries(WRITES).flatMap(([table, rows]) => [
    `drop policy if exists staff_writes on ${table}`,
    `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ]),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLE, OWNER, ...WALL, ...GRANTS.map(forStaff)])
    await sql.raw(statement).execute(db)
}
