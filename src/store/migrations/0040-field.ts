/** What phones send: their passes, pieces on their way, and finished things as they came. The server can open none of it, and no row of these is public. */
import { type Kysely, sql } from 'kysely'

const ID = `check (id ~ '^[0-9a-f]{64}$')`
const TABLES = ['field_passes', 'field_pieces', 'field_items']

const statements = [
  `create table field_passes (
    key text primary key, name text not null, receipts text not null check (receipts ~ '^[0-9a-f]{64}$'), by text not null,
    since text not null, ended text)`,
  `create table field_pieces (
    id text not null ${ID}, at bigint not null check (at >= 0), body bytea not null, day text not null, primary key (id, at))`,
  // The SHA-256 of what is sealed is its name: sent by two ways, in any order, it is one row. A day alone, and no order of arrival.
  `create table field_items (
    id text primary key ${ID}, list bigint not null, bytes bigint not null check (bytes > 0), body bytea,
    pass text references field_passes, brought text, day text not null,
    noted boolean not null default false, verdict text check (verdict in ('recorded', 'beside', 'aside')), record text, why text, by text, decided text,
    check (body is not null or verdict is not null))`,
  'create index field_items_by_verdict on field_items (verdict, day)',
  // Staff have no right to them; were one ever given, no row would be let through until a policy says which.
  ...TABLES.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
  ]),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
