/** Lists of recipients, what is sealed to them, and what came in sealed. The server can open none of it, and no row of these is public. */
import { type Kysely, sql } from 'kysely'

const ID = `check (id ~ '^[0-9a-f]{32}$')`

const statements = [
  `create table recipient_lists (seq bigint primary key, list text not null, signature text not null, since text not null)`,
  // A new version is the same content sealed to newer keys; the body of an older one goes when its keys are not trusted any more.
  `create table sealed_items (
    id text not null ${ID}, version integer not null check (version > 0), organisation text not null references organisations,
    about_kind text not null check (about_kind in ('incident', 'case')), about_id text not null, field text not null,
    what text not null check (what in ('text', 'file')), list bigint not null, sha256 text not null, bytes bigint not null,
    body bytea, by text not null, since text not null, primary key (id, version))`,
  'create index sealed_items_by_about on sealed_items (about_kind, about_id)',
  // Staff have no right to it; were one ever given, no row would be let through until a policy says which.
  'alter table sealed_items enable row level security',
  'alter table sealed_items force row level security',
  `do $$ begin execute format('create policy house on sealed_items to %I using (true) with check (true)', current_user); end $$`,
  // Days alone, no address, no order of arrival: nothing here says when exactly somebody wrote, or from where.
  `create table intake_letters (
    id text primary key ${ID}, mailbox text not null, way text not null check (way in ('told', 'answered')),
    reply_to text not null, list bigint not null, what text not null check (what in ('text', 'file')), body bytea not null, bytes bigint not null,
    day text not null, by text, read_on text)`,
  'create index intake_letters_by_mailbox on intake_letters (mailbox)',
  `create table intake_triage (
    mailbox text primary key, verdict text not null check (verdict in ('taken', 'kept', 'declined')),
    consent text not null check (consent in ('given', 'refused', 'asked', 'not-asked')), why text not null,
    record text, by text not null, day text not null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
