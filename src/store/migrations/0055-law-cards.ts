/** Law cards: which words of which card a lawyer stood for and until when, and what readers understood of them. */
import { type Kysely, sql } from 'kysely'

const OF_CARD =
  "country text not null, card text not null, language text not null check (language in ('en', 'ru', 'kk')), print text not null"
const BY =
  'by text not null, at timestamptz not null, event bigint not null, nonce text not null, primary key (country, card, language, event)'
/** They belong to no compartment: a lawyer from outside reaches none, and stands for words that the house puts before everybody. No login of staff reads or writes them. */
const STATEMENTS = [
  `create table card_reviews (
    ${OF_CARD}, verdict text not null check (verdict in ('approved', 'refused')), role text not null,
    reviewed_on text not null, until text not null, ${BY})`,
  // How many of the readers were right, by question: no reader is told apart.
  `create table reader_tests (
    ${OF_CARD}, tested_on text not null, readers integer not null check (readers > 0), answered jsonb not null, ${BY})`,
  ...['card_reviews', 'reader_tests'].map(
    (table) => `create trigger append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
