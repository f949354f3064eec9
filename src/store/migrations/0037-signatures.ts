/** Signatures under a text: what was offered, what each organisation answered, and the links by which they do. */
import { type Kysely, sql } from 'kysely'

const BY = 'by text not null, at timestamptz not null, event bigint not null, nonce text not null'
const TABLES = [
  `create table sign_offers (
    publication text not null references publications, version integer not null check (version > 0), hash text not null,
    frozen jsonb not null, is_substance boolean not null, why text, ${BY}, primary key (publication, version))`,
  `create table sign_acts (
    publication text not null references publications, signatory text not null,
    act text not null check (act in ('sign', 'decline', 'withdraw', 'confirm', 'strike')), version integer, signature jsonb, why text, ${BY},
    primary key (publication, signatory, event), check ((act = 'sign') = (version is not null)))`,
  // Of a link no more than its hash is kept. Whom it was given to is the team's own note, and goes when they say so.
  `create table sign_links (
    id text primary key check (id ~ '^sg-[0-9a-f]{12}$'), publication text not null, label text not null,
    token_hash text not null unique, expires text not null, by text not null, made text not null)`,
]
const APPEND_ONLY = ['sign_offers', 'sign_acts']
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)
/** Colleagues read them through the house, after it was asked whether the text is theirs; no other login has a right to them. */
const WALLS = [...APPEND_ONLY, 'sign_links'].flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS, ...WALLS]) await sql.raw(statement).execute(db)
}
