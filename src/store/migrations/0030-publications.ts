/** Publications: what was asked for, the outline and the sentences of every version, what colleagues say of them, what became of them, and what readers were given. */
import { type Kysely, sql } from 'kysely'

const BY =
  'by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null'
const TABLES = [
  `create table publications (
    id text primary key, request jsonb not null, language text not null check (language in ('en', 'ru', 'kk')), beside text references publications, ${BY})`,
  `create table publication_outlines (
    publication text not null references publications, outline jsonb not null, ${BY}, primary key (publication, event))`,
  `create table publication_sentences (
    publication text not null references publications, sentence text not null, words text not null, told text, bonds jsonb not null,
    prints jsonb not null, is_out boolean not null, why text, ${BY}, primary key (publication, sentence, event))`,
  `create table publication_remarks (
    publication text not null references publications, remark text not null, kind text not null check (kind in ('comment', 'task', 'over', 'open')),
    sentence text, to_handle text, words text, ${BY}, primary key (publication, remark, event),
    check ((kind in ('comment', 'task')) = (words is not null)))`,
  `create table publication_moves (
    publication text not null references publications, move text not null, until timestamptz, why text, ${BY}, primary key (publication, event))`,
  `create table publication_issues (
    publication text not null references publications, frozen jsonb not null, ${BY}, primary key (publication, event))`,
]
const APPEND_ONLY = [
  'publications',
  'publication_outlines',
  'publication_sentences',
  'publication_remarks',
  'publication_moves',
  'publication_issues',
]
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const OF_OURS = `exists (select 1 from publications p where p.id = publication)`

export const STAFF_READS: Readonly<Record<string, string>> = {
  publications: OURS,
  publication_outlines: OF_OURS,
  // Words about a record that was sealed since are gone for whoever may not read it; what any reader may see, colleagues may.
  publication_sentences: `${OF_OURS} and not exists (select 1 from jsonb_array_elements(bonds) b
    where b ->> 'kind' = 'incident' and not exists (select 1 from incidents i where i.id = b ->> 'id')
      and not exists (select 1 from public_incidents o where o.id = b ->> 'id'))`,
  publication_remarks: `${OF_OURS} and (sentence is null or exists (select 1 from publication_sentences s
    where s.publication = publication_remarks.publication and s.sentence = publication_remarks.sentence))`,
  publication_moves: OF_OURS,
  // What is frozen is for the house alone: readers get it through withholding, colleagues read the text.
  publication_issues: 'false',
}
const WRITES = `${OURS} and ${OF_OURS}`
export const STAFF_WRITES: Readonly<Record<string, string>> = {
  publications: OURS,
  publication_outlines: WRITES,
  publication_sentences: WRITES,
  publication_remarks: WRITES,
  publication_moves: WRITES,
  publication_issues: WRITES,
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
