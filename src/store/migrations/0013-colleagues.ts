/** Questions between colleagues, blind second readings, when somebody was last here, and what a search of records looks in. */
import { type Kysely, sql } from 'kysely'

const APPEND_ONLY = ['questions', 'answers', 'second_readings']

const TABLES = [
  `create table questions (
    id text primary key, about_kind text not null check (about_kind in ('incident', 'draft')), about_id text not null,
    document text references documents, field text, to_handle text, words text not null, by text not null,
    at timestamptz not null, organisation text, event bigint not null, nonce text not null,
    check ((about_kind = 'draft') = (document is not null)))`,
  'create index questions_by_about on questions (about_kind, about_id)',
  `create table answers (
    question text not null references questions, verdict text not null check (verdict in ('answered', 'closed', 'reopened')),
    words text, by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null,
    primary key (question, event), check (verdict <> 'answered' or words is not null))`,
  `create table second_readings (
    record text not null, document text not null references documents, held jsonb not null, of_event bigint not null,
    rule text not null, compared integer not null, agreed integer not null check (agreed between 0 and compared),
    by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null,
    primary key (record, event))`,
  ...APPEND_ONLY.map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
  // Operational, like a session: of each account the visit that is on and the one before it, and no page views.
  `create table visits (
    account text primary key references accounts on delete cascade, session text not null, since_event bigint, seen_event bigint not null)`,
  `alter table incidents
    add column sought text not null default '', add column decided_at timestamptz, add column second text not null default 'none'`,
  `alter table incidents add column stems tsvector generated always as
    (to_tsvector('english', sought) || to_tsvector('russian', sought)) stored`,
  // A page of the list walks along this, and does not sort all there is.
  'create index incidents_newest on incidents ((coalesce(date_from, date_to)) desc nulls last, id desc)',
  'create index incidents_by_state on incidents (state, second)',
  ...['decisions', 'moves', 'shares', 'replies'].map(
    (table) => `create index ${table}_by_event on ${table} (event)`,
  ),
  // The new columns are empty until the pages are made anew: `doctor` says so.
  `delete from public_state where key = 'through'`,
]

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const seen = (id: string): string => `exists (select 1 from incidents i where i.id = ${id})`

/**
 * A question goes with what it is about. One on a passage is gone for whoever cannot read the record that the passage became:
 * the decision on the passage is seen by all colleagues, the record by those of its tier.
 */
export const STAFF_READS: Readonly<Record<string, string>> = {
  questions: `case when about_kind = 'incident' then ${seen('about_id')} else ${OURS} and not exists (
    select 1 from decisions d where d.record_kind = 'draft' and d.record = about_id and d.verdict = 'decided'
      and not ${seen(`(d.held -> 0 -> 'value' ->> 'incident')`)}) end`,
  answers: 'exists (select 1 from questions q where q.id = question)',
  second_readings: seen('record'),
}
const notAnothers = (column: string): string =>
  `coalesce(aigaq_organisation_of(${column}), ${told('organisation')}) = ${told('organisation')}`
export const STAFF_WRITES: Readonly<Record<string, string>> = {
  questions: `${OURS} and (about_kind = 'draft' or ${notAnothers('about_id')})`,
  answers: `${OURS} and exists (select 1 from questions q where q.id = question)`,
  second_readings: `${OURS} and ${notAnothers('record')}`,
}

const WALLS = Object.keys(STAFF_READS).flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  `grant select, insert on ${Object.keys(STAFF_READS).join(', ')} to aigaq_staff`,
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
