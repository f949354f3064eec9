/** Copies that leave: who asked and why, who agreed, what was taken. Read and written by the house alone. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table exports (
    id text primary key, organisation text not null, audience text not null check (audience in ('public', 'partner', 'team')),
    ids jsonb not null, reason text not null, asked_by text not null, asked_at timestamptz not null, ends text not null,
    needs_two boolean not null, event bigint not null, nonce text not null)`,
  `create table export_consents (
    export text not null references exports, by text not null, at timestamptz not null, event bigint not null,
    nonce text not null, primary key (export, by))`,
  `create table exports_taken (
    export text not null references exports, by text not null, at timestamptz not null, format text not null,
    records integer not null, sha256 text not null, event bigint not null, nonce text not null, primary key (export, event))`,
  ...['exports', 'export_consents', 'exports_taken'].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
