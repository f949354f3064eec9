/** Legal analyses: a lawyer's reasoning on a law or an incident, each version a row of its own. */
import { type Kysely, sql } from 'kysely'

const TABLES = [
  `create table analyses (
    id text not null, country text not null, law text, incident text, standard text not null, steps jsonb not null,
    finding text not null check (finding in ('compatible', 'incompatible', 'unclear')), author text, asks jsonb not null,
    is_public boolean not null, by text not null, at timestamptz not null, organisation text, event bigint not null,
    nonce text not null, primary key (id, event), check ((law is null) <> (incident is null)))`,
  'create index analyses_by_country on analyses (country, event)',
  `create trigger append_only before update or delete or truncate on analyses
    for each statement execute function refuse_change()`,
]

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
/** What is written of a record is seen where the record is. */
export const STAFF_READS: Readonly<Record<string, string>> = {
  analyses: `${OURS} and (incident is null or exists (select 1 from incidents i where i.id = incident))`,
}

const WALLS = [
  'alter table analyses enable row level security',
  'alter table analyses force row level security',
  `do $$ begin execute format('create policy house on analyses to %I using (true) with check (true)', current_user); end $$`,
]
const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const GRANTS = [
  'grant select, insert on analyses to aigaq_staff',
  `create policy staff_reads on analyses for select to aigaq_staff using (${STAFF_READS.analyses})`,
  `create policy staff_writes on analyses for insert to aigaq_staff with check (${STAFF_READS.analyses})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...WALLS, ...GRANTS.map(forStaff)]) await sql.raw(statement).execute(db)
}
