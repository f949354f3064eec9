/** What was signed of the log, who signed it besides, and whose signatures are known. */
import { type Kysely, sql } from 'kysely'

/**
 * Checkpoints and the lines of witnesses are no entries of the log: an entry for each would make the log longer than what
 * was signed. They are still never changed.
 */
const statements = [
  `create table checkpoints (
    size bigint primary key check (size > 0), root text not null check (root ~ '^[0-9a-f]{64}$'), note text not null,
    at timestamptz not null)`,
  `create table cosignatures (
    size bigint not null references checkpoints, name text not null, signed text not null, at timestamptz not null,
    primary key (size, name, at))`,
  `create table witnesses (
    name text not null, key text not null, ended boolean not null, by text not null, at timestamptz not null,
    event bigint not null, nonce text not null, primary key (name, event))`,
  ...['checkpoints', 'cosignatures', 'witnesses'].map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
