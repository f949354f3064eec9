/** The first schema: append-only tables of tiers 0 to 3 with their log, and the projections of tiers 4 to 6. */
import { type Kysely, sql } from 'kysely'

const statements = [
  'create extension if not exists pg_trgm',
  `create table events (
    seq bigint primary key, at timestamptz not null, actor text not null, use_case text not null, content_hash text not null,
    nonce text, object text, input jsonb not null, rows_hash text not null, prev_hash text not null, hash text not null unique)`,
  `create table files (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'), bytes bigint not null check (bytes > 0),
    name text not null, media_type text not null, event bigint not null, nonce text not null)`,
  `create table sources (
    id text primary key, title text not null, publisher text, collector text, url text, published text, accessed text,
    licence text, reliability_of_source text not null, reliability_of_information text not null, event bigint not null, nonce text not null)`,
  `create table documents (
    id text primary key, name text not null, source text not null references sources, sha256 text not null references files,
    media_type text not null, language text not null, reader text not null, text text not null, blocks jsonb not null,
    country text not null, as_of text, event bigint not null, nonce text not null, unique (sha256, reader))`,
  `create table readings (
    id text primary key, document text not null references documents, rules_version text not null,
    drafts jsonb not null, mentions jsonb not null, event bigint not null, nonce text not null)`,
  `create table claims (
    id text primary key, record_kind text not null, record text, reading text references readings, draft integer,
    document text references documents, field text not null, value jsonb not null, start_at integer, end_at integer,
    rule text, coder text, basis text not null check (basis in ('stated', 'carried', 'inferred')), event bigint not null, nonce text not null,
    check ((rule is null) <> (coder is null)),
    check ((reading is null) = (draft is null)),
    check ((start_at is null) = (end_at is null) and (start_at is null or start_at < end_at)))`,
  'create index claims_by_reading on claims (reading, draft)',
  'create index claims_by_record on claims (record_kind, record)',
  'create table persons (id text not null, names jsonb not null, variants jsonb not null, pseudonym text, event bigint not null, nonce text not null, primary key (id, event))',
  `create table bases (
    person text not null, kind text not null check (kind in ('consent', 'already_public', 'office')),
    level text not null check (level in ('never', 'pseudonym', 'initials', 'name')), reason text not null, given_how text,
    recorded_on text not null, review_by text not null, by text not null, event bigint not null, nonce text not null, primary key (person, event),
    check (kind <> 'consent' or given_how is not null))`,
  `create table tellings (
    record text not null, country text not null, document text not null references documents, start_at integer not null,
    end_at integer not null, event bigint not null, nonce text not null, primary key (record, document, event), check (start_at < end_at))`,
  'create table links (record text not null, kind text not null, target text not null, event bigint not null, nonce text not null, primary key (record, kind, target, event))',
  `create table decisions (
    record_kind text not null, record text not null, field text not null,
    verdict text not null check (verdict in ('stands', 'disputed')), held jsonb not null, by text not null,
    at timestamptz not null, why text, event bigint not null, nonce text not null, primary key (record_kind, record, field, event))`,
  `create table judgements (
    left_kind text not null, left_id text not null, right_kind text not null, right_id text not null,
    verdict text not null check (verdict in ('same', 'different', 'unsure', 'none')), score double precision,
    explanation text not null, by text not null, at timestamptz not null, event bigint not null, nonce text not null,
    primary key (left_kind, left_id, right_kind, right_id, event))`,
  `create table incidents (
    id text primary key, country text not null, kind text not null, date_from text, date_to text, precision text not null,
    version integer not null, standing integer not null, by_rule integer not null, body jsonb not null)`,
  'create index incidents_by_date on incidents (country, date_from)',
  `create table public_incidents (
    id text primary key, country text not null, kind text not null, date_from text, date_to text,
    updated timestamptz not null, body jsonb not null)`,
  'create index public_incidents_by_date on public_incidents (country, date_from)',
  'create table public_proceedings (id text primary key, country text not null, incidents jsonb not null, body jsonb not null)',
  `create table public_measures (
    id bigint generated always as identity primary key, country text not null, period text not null, method text not null,
    unit text not null, facet text, value text, certain bigint not null, claimed bigint, rows jsonb not null)`,
  'create index public_measures_by_period on public_measures (country, period)',
  'create table public_state (key text primary key, value jsonb not null)',
  `create table tombstones (
    table_name text not null, of_event bigint not null, old_leaf text not null, new_leaf text, event bigint not null,
    nonce text not null, primary key (table_name, of_event, old_leaf))`,
  // The one door: within a transaction that says it forgets, content may be erased. verify still finds what no tombstone accounts for.
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'TRUNCATE' and tg_table_name <> 'tombstones' and current_setting('aigaq.door', true) = 'forget' then return null; end if;
      raise exception 'table % is append-only: write a new row that supersedes', tg_table_name using errcode = '23001';
    end $$`,
  ...[
    'events',
    'files',
    'sources',
    'documents',
    'readings',
    'claims',
    'persons',
    'bases',
    'tellings',
    'links',
    'decisions',
    'judgements',
    'tombstones',
  ].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
