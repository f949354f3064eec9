/** Margins, append-only: what each setting chose for every country and year, so that they are read and never counted anew. */
import { type Kysely, sql } from 'kysely'

const statements = [
  `create table margins (
    country text not null, year text not null, low integer not null, high integer, quarter text not null,
    event bigint not null, nonce text not null, primary key (country, year, quarter), check (high > low))`,
  'create trigger append_only before update or delete or truncate on margins for each statement execute function refuse_change()',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
