/** What holds for each day on which the sealed form was open: salted hashes of what came, whose root stands in the log. */
import { type Kysely, sql } from 'kysely'

const statements = [
  // Made when the day is over; it goes with its letter, and its leaf then says nothing to anybody.
  'alter table intake_letters add column salt text',
  `create table intake_days (
    day text primary key check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), salt text not null, leaves text[] not null)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
