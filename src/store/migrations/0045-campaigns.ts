/** Campaigns: their texts, what was said and decided of each, and what readers may see of them. */
import { type Kysely, sql } from 'kysely'

const BY =
  'by text not null, at timestamptz not null, why text, organisation text, event bigint not null, nonce text not null'
const TABLES = [
  `create table campaigns (
    id text not null, country text not null, content jsonb not null, ${BY}, primary key (id, event))`,
  `create table campaign_entries (
    campaign text not null, entry text not null, content jsonb not null, struck boolean not null, ${BY},
    primary key (campaign, entry, event))`,
  // Made anew with every change of what is withheld.
  `create table public_campaigns (
    id text primary key, country text not null, state text not null, updated text not null, body jsonb not null)`,
]
const APPEND_ONLY = ['campaigns', 'campaign_entries']
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
/** Who works with campaigns may have no compartment of records to read. */
const OURS = `coalesce(organisation, 'home') = ${told('acts')}`

/** Looks past the wall and tells nothing but whose it is: of whoever wrote it down first. */
const OWNER = `create function aigaq_organisation_of_campaign(asked text) returns text language sql stable security definer
  set search_path from current as
  $$ select coalesce(organisation, 'home') from campaigns where id = asked order by event limit 1 $$`

export const STAFF_READS: Readonly<Record<string, string>> = { campaigns: OURS, campaign_entries: OURS }
const STAFF_WRITES: Readonly<Record<string, string>> = {
  campaigns: `${OURS} and coalesce(aigaq_organisation_of_campaign(id), ${told('acts')}) = ${told('acts')}`,
  campaign_entries: `${OURS} and aigaq_organisation_of_campaign(campaign) = ${told('acts')}`,
}

const WALLS = APPEND_ONLY.flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
/** Each entry is one of the log, which lets in those who may write records as well. */
const LOG = `create policy acts_writes on events for insert to aigaq_staff with check (${told('acts')} is not null)`

const forRole = (role: string, statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then ${statement}; end if; end $$`
const GRANTS = [
  LOG,
  `grant select, insert on ${APPEND_ONLY.join(', ')} to aigaq_staff`,
  'revoke execute on function aigaq_organisation_of_campaign(text) from public',
  'grant execute on function aigaq_organisation_of_campaign(text) to aigaq_staff',
  ...Object.entries(STAFF_READS).map(
    ([table, rows]) => `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`,
  ),
  ...Object.entries(STAFF_WRITES).map(
    ([table, rows]) =>
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...[...TABLES, OWNER, ...GUARDS, ...WALLS],
    ...GRANTS.map((one) => forRole('aigaq_staff', one)),
    ...['aigaq_public', 'aigaq_staff'].map((role) =>
      forRole(role, `grant select on public_campaigns to ${role}`),
    ),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
