/** Links by which a text is signed: everybody of the house who was ever handed one for a signatory, and when the newest was made. */
import { type Kysely, sql } from 'kysely'

// Of links from before it is not known who renewed them: null, and nobody confirms until they are renewed once more.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('alter table sign_links add column handed_to text[], add column handed_at timestamptz')
    .execute(db)
}
