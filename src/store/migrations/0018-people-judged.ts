/** Judgements on two people on record: nobody writes one on a person of another organisation. */
import { type Kysely, sql } from 'kysely'

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const notAnothers = (owner: string, column: string): string =>
  `coalesce(${owner}(${column}), ${told('organisation')}) = ${told('organisation')}`
const both = (kind: string, owner: string): string =>
  `(left_kind <> '${kind}' or (${notAnothers(owner, 'left_id')} and ${notAnothers(owner, 'right_id')}))`

const WRITES = `${OURS} and ${both('incident', 'aigaq_organisation_of')} and ${both('person', 'aigaq_organisation_of_person')}`

const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    'drop policy if exists staff_writes on judgements',
    `create policy staff_writes on judgements for insert to aigaq_staff with check (${WRITES})`,
  ])
    await sql.raw(forStaff(statement)).execute(db)
}
