/** Who may come in: organisations, accounts, their ways in, sessions and invitations. No row of these is public, and none is for ever. */
import { type Kysely, sql } from 'kysely'

const HANDLE = `'^[a-z0-9][a-z0-9-]{1,40}$'`

const statements = [
  `create table organisations (id text primary key check (id ~ ${HANDLE}), name text not null, since text not null)`,
  `insert into organisations select 'home', 'Home', to_char(now() at time zone 'utc', 'YYYY-MM-DD')`,
  `create table accounts (
    id text primary key check (id ~ '^[0-9a-f]{32}$'), handle text not null unique check (handle ~ ${HANDLE}),
    organisation text not null references organisations, role text not null,
    state text not null check (state in ('active', 'suspended')), away boolean not null, since text not null)`,
  `create table credentials (
    id text primary key, account text not null references accounts on delete cascade,
    kind text not null check (kind in ('passkey', 'passphrase', 'totp', 'recovery')), key_id text unique, secret text not null,
    counter bigint not null, label text not null, since text not null, check ((kind = 'passkey') = (key_id is not null)))`,
  // One passphrase and one app of one-time codes for each account; passkeys and recovery codes as many as they are.
  `create unique index credentials_single on credentials (account, kind) where kind in ('passphrase', 'totp')`,
  'create index credentials_by_account on credentials (account)',
  `create table sessions (
    hash text primary key, id text not null unique, account text not null references accounts on delete cascade,
    started timestamptz not null, seen timestamptz not null, ends timestamptz not null, stepped_up_at timestamptz,
    device text not null)`,
  'create index sessions_by_account on sessions (account)',
  `create table invitations (
    hash text primary key, organisation text not null references organisations, role text not null,
    handle text, by text not null, ends timestamptz not null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
