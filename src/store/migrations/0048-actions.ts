/** What people do in campaigns: asked for, confirmed, counted. Days alone, no address in the open, and nothing that a hash of one could be held against. */
import { type Kysely, sql } from 'kysely'

const ID = `check (id ~ '^[0-9a-f]{32}$')`
const KIND = `check (kind in ('signature', 'letter', 'card', 'patch', 'pledge'))`

const TABLES = [
  // By its fingerprint a wrong key is known; the key itself is in memory and in the organisation's hands.
  `create table action_keys (campaign text primary key, fingerprint text not null, made text not null, destroyed text)`,
  // HMAC of a mailbox under the key of the campaign, all of them random to whoever lacks it; gone when the campaign closes.
  `create table action_marks (
    campaign text not null, mark text not null, mails integer not null, done boolean not null, primary key (campaign, mark))`,
  // Who asked and has not confirmed, sealed under the same key.
  `create table action_asks (id text primary key ${ID}, campaign text not null, sealed text not null, day text not null)`,
  'create index action_asks_by_day on action_asks (day)',
  // Open to every writer at once until it is closed, and then counted, in one transaction.
  `create table action_windows (
    campaign text not null, n integer not null, day text not null, closed boolean not null, primary key (campaign, n))`,
  'create unique index action_windows_open on action_windows (campaign) where not closed',
  // One row for each, and nothing in it that points to anybody.
  `create table actions (
    campaign text not null, n integer not null, kind text not null ${KIND}, country text, day text not null, cohort text not null, held boolean not null)`,
  'create index actions_by_window on actions (campaign, n)',
  `create table action_counts (
    campaign text not null, kind text not null, country text, day text not null, cohort text not null, held boolean not null,
    n integer not null, unique nulls not distinct (campaign, kind, country, day, cohort, held))`,
  'create index action_counts_by_cohort on action_counts (campaign, day, cohort)',
  `create table action_recounts (campaign text not null, day text not null, stood integer not null, counted integer not null, primary key (campaign, day))`,
  // Addresses of those who asked for news, sealed to the organisation's own keys.
  `create table action_news (id text primary key ${ID}, campaign text not null, list integer not null, sealed text not null)`,
  `create table action_patches (
    id text primary key ${ID}, campaign text not null, motif text not null, cloth integer not null, words text, language text,
    day text not null, shown boolean, by text)`,
  'create index action_patches_by_campaign on action_patches (campaign)',
  `create table action_rulings (
    id text not null, kind text not null check (kind in ('invalid', 'release', 'lift', 'switch')), campaign text, body jsonb not null,
    by text not null, at timestamptz not null, why text not null, organisation text, event bigint not null, nonce text not null, primary key (id, event))`,
  `create table public_action_counts (campaign text primary key, body jsonb not null)`,
  // One queue for all that is mailed: to whoever asked for letters, or to whoever has to confirm an action.
  'alter table letters alter column subscription drop not null',
  'alter table letters add column ask text references action_asks on delete cascade',
  'alter table letters drop constraint letters_kind_check',
  `alter table letters add constraint letters_kind_check check (
    (kind in ('confirm', 'digest') and subscription is not null and ask is null) or (kind = 'action' and ask is not null and subscription is null))`,
  'create unique index letters_by_ask on letters (ask, kind, of)',
]

/** What was taken is never changed, not even by us: totals can be counted again at any time. */
const GUARDS = ['actions', 'action_rulings'].map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)
const WALLS = [
  'alter table action_rulings enable row level security',
  'alter table action_rulings force row level security',
  `do $$ begin execute format('create policy house on action_rulings to %I using (true) with check (true)', current_user); end $$`,
]
const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
export const STAFF_READS: Readonly<Record<string, string>> = { action_rulings: OURS }
const GRANTS = [
  ['aigaq_public', 'grant select on public_action_counts to aigaq_public'],
  ['aigaq_staff', 'grant select on public_action_counts to aigaq_staff'],
  ['aigaq_staff', 'grant select, insert on action_rulings to aigaq_staff'],
  ['aigaq_staff', `create policy staff_reads on action_rulings for select to aigaq_staff using (${OURS})`],
  [
    'aigaq_staff',
    `create policy staff_writes on action_rulings for insert to aigaq_staff with check (${OURS})`,
  ],
].map(
  ([role, statement]) =>
    `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then ${statement}; end if; end $$`,
)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS, ...WALLS, ...GRANTS]) await sql.raw(statement).execute(db)
}
