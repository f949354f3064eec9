/** A third kind of letter: mails of a delivery to an authority. What they tell is numbers; no row of them belongs to a person. */
import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // `campaign/entry`: it points into the log, whose rows may be written again by a rebuild, so nothing refers to it.
  'alter table letters add column mailing text',
  'alter table letters add column counted integer',
  'alter table letters drop constraint letters_kind_check',
  `alter table letters add constraint letters_kind_check check (
    (kind in ('confirm', 'digest') and subscription is not null and ask is null and mailing is null) or
    (kind = 'action' and ask is not null and subscription is null and mailing is null) or
    (kind = 'delivery' and mailing is not null and subscription is null and ask is null))`,
  // Two programs that make the same mail make one.
  'create unique index letters_by_mailing on letters (mailing, of)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
