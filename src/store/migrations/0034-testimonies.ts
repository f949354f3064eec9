/** Testimonies: who told what, which words of it may be quoted and how far, what was taken back; and what partners may read of them. */
import { type Kysely, sql } from 'kysely'

const BY =
  'by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null'
const TABLES = [
  `create table testimonies (
    id text not null, country text not null, speaker jsonb not null, told_on text, interviewer text not null,
    language text not null check (language in ('en', 'ru', 'kk')), words text, incidents jsonb not null,
    tier text not null check (tier in ('team', 'sealed')), ${BY}, primary key (id, event))`,
  `create table quotations (
    testimony text not null, quotation text not null, said text not null, wording jsonb not null, shown jsonb not null,
    consent jsonb, ${BY}, primary key (testimony, quotation, event))`,
  `create table quotation_ends (
    testimony text not null, quotation text, ended_on text not null, why text not null, ${BY}, primary key (testimony, event))`,
  // Made anew with every change of what is withheld.
  `create table partner_testimonies (
    id text primary key, organisation text not null, shared_with jsonb not null, body jsonb not null)`,
]
const APPEND_ONLY = ['testimonies', 'quotations', 'quotation_ends']
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const SEEN = 'exists (select 1 from testimonies t where t.id = testimony)'

/** Looks past the wall and tells nothing but yes or no: one that was ever sealed is for those who wrote it down. */
const READS = `create function aigaq_reads_testimony(asked text) returns boolean language sql stable security definer
  set search_path from current as
  $$ select not exists (select 1 from testimonies where id = asked and tier = 'sealed')
    or exists (select 1 from testimonies where id = asked and by = ${told('handle')}) $$`
/** And whose it is: of whoever wrote it down first. */
const OWNER = `create function aigaq_organisation_of_testimony(asked text) returns text language sql stable security definer
  set search_path from current as
  $$ select coalesce(organisation, 'home') from testimonies where id = asked order by event limit 1 $$`

export const STAFF_READS: Readonly<Record<string, string>> = {
  testimonies: `${OURS} and aigaq_reads_testimony(id)`,
  quotations: `${OURS} and ${SEEN}`,
  quotation_ends: `${OURS} and ${SEEN}`,
  partner_testimonies: `shared_with ? ${told('partner')}`,
}
const STAFF_WRITES: Readonly<Record<string, string>> = {
  testimonies: `${OURS} and coalesce(aigaq_organisation_of_testimony(id), ${told('organisation')}) = ${told('organisation')}`,
  quotations: `${OURS} and ${SEEN}`,
  quotation_ends: `${OURS} and ${SEEN}`,
}

const WALLS = [...APPEND_ONLY, 'partner_testimonies'].flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
const FUNCTIONS = ['aigaq_reads_testimony(text)', 'aigaq_organisation_of_testimony(text)'].join(', ')
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  `grant select, insert on ${APPEND_ONLY.join(', ')} to aigaq_staff`,
  'grant select on partner_testimonies to aigaq_staff',
  `revoke execute on function ${FUNCTIONS} from public`,
  `grant execute on function ${FUNCTIONS} to aigaq_staff`,
  ...Object.entries(STAFF_READS).map(
    ([table, rows]) => `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ),
  ...Object.entries(STAFF_WRITES).map(
    ([table, rows]) =>
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, READS, OWNER, ...GUARDS, ...WALLS, ...GRANTS.map(forStaff)])
    await sql.raw(statement).execute(db)
}
