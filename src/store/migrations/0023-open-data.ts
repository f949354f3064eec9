/** Keys of partners’ programs, who gets letters, and letters on their way. No row of these is public, and none is for ever. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table api_tokens (
    id text primary key check (id ~ '^[0-9a-f]{32}$'), account text not null references accounts on delete cascade,
    hash text not null unique, label text not null, since text not null, ends text not null)`,
  'create index api_tokens_by_account on api_tokens (account)',
  // The address is sealed under a key that is not in the database; `address_mark` is made with the same key, so that nobody
  // without it can try whether an address is here.
  `create table subscriptions (
    id text primary key check (id ~ '^[0-9a-f]{32}$'), address text not null, address_mark text not null, subject text not null,
    language text not null check (language in ('en', 'ru', 'kk')), asked timestamptz not null, confirmed boolean not null,
    unique (address_mark, subject))`,
  `create table letters (
    id text primary key check (id ~ '^[0-9a-f]{32}$'), subscription text not null references subscriptions on delete cascade,
    kind text not null check (kind in ('confirm', 'digest')), of text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'unsure', 'failed')),
    due timestamptz not null, tries integer not null, unique (subscription, kind, of))`,
  'create index letters_waiting on letters (due)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
