/** To whom a basis holds, who was asked for a reply, how long a record is kept. */
import { type Kysely, sql } from 'kysely'

/** Old rows keep their leaves: an empty column is no part of one (leaf.ts). */
const statements: readonly string[] = [
  `alter table bases
    add column shown_to text check (shown_to in ('public', 'partner', 'team')),
    add column beyond text check (beyond in ('never', 'pseudonym', 'initials', 'name')),
    add column given_on text`,
  `create table replies (
    record text not null, asked_on text, asked_of text, how text, until text, answered_on text, answer text, not_asked text,
    by text not null, at timestamptz not null, event bigint not null, nonce text not null, primary key (record, event),
    check ((asked_on is null) = (not_asked is not null)),
    check ((asked_on is null) = (asked_of is null) and (asked_on is null) = (how is null) and (asked_on is null) = (until is null)),
    check ((answered_on is null) = (answer is null) and (answer is null or asked_on is not null)))`,
  `create table retentions (
    record text not null, until text not null, why text not null, by text not null, at timestamptz not null,
    event bigint not null, nonce text not null, primary key (record, event))`,
  ...['replies', 'retentions'].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
