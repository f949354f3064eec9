/** Ratings of civic space: forms, values of outside indices, ratings as proposed, what the panel says, what is said of the watchlist. */
import { type Kysely, sql } from 'kysely'

const BY =
  'by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null'
const TABLES = [
  `create table assessments (
    id text primary key, country text not null, source text not null check (source in ('partner', 'house')), as_of text not null,
    method text not null, answers jsonb not null, ${BY})`,
  'create index assessments_by_country on assessments (country, as_of)',
  `create table index_values (
    country text not null, index_id text not null, variable text not null, edition integer not null, value double precision not null,
    published text not null, licence text not null, origin text not null, vintage text not null, ${BY},
    primary key (country, index_id, variable, edition, event))`,
  `create table ratings (
    id text primary key, country text not null, as_of text not null, method text not null, inputs_hash text not null,
    bundle jsonb not null, result jsonb not null, ${BY})`,
  'create index ratings_by_country on ratings (country, as_of)',
  `create table panel_words (
    rating text not null references ratings, kind text not null check (kind in ('comment', 'dissent', 'decision')), band text,
    words text not null, ${BY}, primary key (rating, event), check ((kind = 'decision') = (band is not null)))`,
  `create table watch_words (
    country text not null, month text not null, verdict text not null
      check (verdict in ('alert', 'listed', 'not_listed', 'renewed', 'removed')),
    words text not null, signal jsonb, ${BY}, primary key (country, event))`,
]
const APPEND_ONLY = ['assessments', 'index_values', 'ratings', 'panel_words', 'watch_words']
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
/** Forms and alerts of partners are written for the house that rates. */
const FOR_THE_HOUSE = `${OURS} or ${told('organisation')} = 'home'`

export const STAFF_READS: Readonly<Record<string, string>> = {
  assessments: FOR_THE_HOUSE,
  // Published by others: every colleague may see what a rating rests on.
  index_values: `${told('organisation')} is not null`,
  ratings: OURS,
  panel_words: 'exists (select 1 from ratings r where r.id = rating)',
  watch_words: FOR_THE_HOUSE,
}
export const STAFF_WRITES: Readonly<Record<string, string>> = {
  assessments: OURS,
  index_values: OURS,
  ratings: OURS,
  panel_words: `${OURS} and exists (select 1 from ratings r where r.id = rating)`,
  watch_words: OURS,
}

const WALLS = APPEND_ONLY.flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  `grant select, insert on ${APPEND_ONLY.join(', ')} to aigaq_staff`,
  ...Object.entries(STAFF_READS).map(
    ([table, rows]) => `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ),
  ...Object.entries(STAFF_WRITES).map(
    ([table, rows]) =>
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS, ...WALLS, ...GRANTS.map(forStaff)])
    await sql.raw(statement).execute(db)
}
