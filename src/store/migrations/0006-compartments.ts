/** States, shares and compartments: whose each row is, and the row-level security that keeps one organisation from another's. */
import { type Kysely, sql } from 'kysely'
import { PUBLIC_TABLES } from './0002-public-role.ts'

const OWNED = [
  'documents',
  'readings',
  'claims',
  'persons',
  'bases',
  'tellings',
  'links',
  'decisions',
  'judgements',
  'replies',
  'retentions',
]

const TABLES = [
  ...[...OWNED, 'events'].map((table) => `alter table ${table} add column organisation text`),
  // Two organisations may hold the same report, and neither learns of it.
  'alter table documents drop constraint documents_sha256_reader_key',
  'create unique index documents_once on documents (sha256, reader, organisation)',
  `create table moves (
    record text not null, move text not null, by text not null, at timestamptz not null, why text, organisation text,
    event bigint not null, nonce text not null, primary key (record, event))`,
  `create table shares (
    record text not null, with_kind text not null check (with_kind in ('organisation', 'account')), with_id text not null,
    ended boolean not null, by text not null, at timestamptz not null, why text, organisation text,
    event bigint not null, nonce text not null, primary key (record, with_kind, with_id, event))`,
  ...['moves', 'shares'].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
  'drop table incidents',
  `create table incidents (
    id text primary key, country text not null, kind text not null, date_from text, date_to text, precision text not null,
    version integer not null, organisation text not null, state text not null, tier text not null, shown bigint,
    was_shown boolean not null, coders jsonb not null, assigned jsonb not null, shared_with jsonb not null, passages jsonb not null,
    standing integer not null, by_rule integer not null, body jsonb not null)`,
  'create index incidents_by_date on incidents (country, date_from)',
  'create index incidents_by_organisation on incidents (organisation)',
  `create table partner_incidents (
    id text primary key, country text not null, date_from text, date_to text, organisation text not null, state text not null,
    tier text not null, shared_with jsonb not null, body jsonb not null)`,
]

/** What the application tells the database of who is asking; nothing told, nothing seen. */
const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const SEEN = 'exists (select 1 from incidents i where i.id = record)'

/** Table → which rows somebody may read. Rows about an incident follow the incident; rows about a text follow the text. */
export const STAFF_READS: Readonly<Record<string, string>> = {
  incidents: `(${OURS} and (tier <> 'sealed' or coders ? ${told('handle')})) or assigned ? ${told('handle')}`,
  partner_incidents: `shared_with ? ${told('partner')}`,
  tellings: SEEN,
  links: SEEN,
  moves: SEEN,
  decisions: `case when record_kind = 'incident' then ${SEEN} else ${OURS} end`,
  claims: `case when record is null then exists (select 1 from documents d where d.id = document)
    when record_kind = 'incident' then ${SEEN} else ${OURS} end`,
  documents: OURS,
  readings: OURS,
  sources: 'exists (select 1 from documents d where d.source = sources.id)',
  files: 'exists (select 1 from documents d where d.sha256 = files.sha256)',
  persons: OURS,
  bases: OURS,
  judgements: OURS,
  shares: SEEN,
  replies: SEEN,
  retentions: SEEN,
}

const owning = (table: string): string =>
  table === 'persons' ? 'aigaq_organisation_of_person' : 'aigaq_organisation_of'
const notAnothers = (table: string, column: string): string =>
  `coalesce(${owning(table)}(${column}), ${told('organisation')}) = ${told('organisation')}`
/** Nobody writes into another compartment, nor on another's record or person. */
const ON_OUR_RECORD = `${OURS} and ${notAnothers('tellings', 'record')}`
export const STAFF_WRITES: Readonly<Record<string, string>> = {
  documents: OURS,
  readings: OURS,
  claims: OURS,
  persons: `${OURS} and ${notAnothers('persons', 'id')}`,
  bases: `${OURS} and ${notAnothers('persons', 'person')}`,
  judgements: OURS,
  decisions: `${OURS} and (record_kind <> 'incident' or ${notAnothers('tellings', 'record')})`,
  tellings: ON_OUR_RECORD,
  links: ON_OUR_RECORD,
  moves: ON_OUR_RECORD,
  shares: ON_OUR_RECORD,
  replies: ON_OUR_RECORD,
  retentions: ON_OUR_RECORD,
  sources: `${told('organisation')} is not null`,
  files: `${told('organisation')} is not null`,
  events: `${told('organisation')} is not null`,
}

/** The two functions that look past the wall, and tell nothing but whose a record or a person is: of whoever came first. */
const OWNER_OF = ['tellings.record', 'persons.id'].map((column) => {
  const [table = '', name] = column.split('.')
  return `create function ${owning(table)}(asked text) returns text language sql stable security definer
  set search_path from current as
  $$ select coalesce(organisation, 'home') from ${table} where ${name} = asked order by event limit 1 $$`
})

const MAKE_ROLE = `do $$ begin
  create role aigaq_staff nologin;
exception when duplicate_object then null; when insufficient_privilege then null;
end $$`

const walled = [...new Set([...Object.keys(STAFF_READS), ...Object.keys(STAFF_WRITES)])]

const WALLS = [
  ...walled.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
  ]),
]

const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`

const GRANTS = [
  `execute format('grant usage on schema %I to aigaq_staff', current_schema())`,
  `grant select on ${[...Object.keys(STAFF_READS), ...PUBLIC_TABLES].filter((one) => one !== 'files').join(', ')} to aigaq_staff`,
  // Two organisations may hold the same file, each under a name of its own; the row knows the first.
  'grant select (sha256, bytes, media_type) on files to aigaq_staff',
  `grant insert on ${Object.keys(STAFF_WRITES).join(', ')} to aigaq_staff`,
  // The chain needs the last entry; what an entry is about stays out of reach.
  'grant select (seq, hash) on events to aigaq_staff',
  'create policy staff_chain on events for select to aigaq_staff using (true)',
  ...['tellings', 'persons'].flatMap((table) => [
    `revoke execute on function ${owning(table)}(text) from public`,
    `grant execute on function ${owning(table)}(text) to aigaq_staff`,
  ]),
  ...Object.entries(STAFF_READS).map(
    ([table, rows]) => `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ),
  ...Object.entries(STAFF_WRITES).map(
    ([table, rows]) =>
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...OWNER_OF, MAKE_ROLE, ...WALLS, ...GRANTS.map(forStaff)])
    await sql.raw(statement).execute(db)
}
