/** Judgements on two records: a clearance is one too, some are made blind, and they go with both records. */
import { type Kysely, sql } from 'kysely'

const TABLES = [
  'alter table judgements add column blind boolean',
  'alter table judgements drop constraint judgements_verdict_check',
  `alter table judgements add constraint judgements_verdict_check
    check (verdict in ('same', 'different', 'unsure', 'none', 'cleared'))`,
  'create index judgements_by_kind on judgements (left_kind, right_kind, event)',
]

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
const seen = (id: string): string => `exists (select 1 from incidents i where i.id = ${id})`
const notAnothers = (column: string): string =>
  `coalesce(aigaq_organisation_of(${column}), ${told('organisation')}) = ${told('organisation')}`

/** Whoever may not read one of two records is not told that there is anything to say of them. */
const READS = `${OURS} and (left_kind <> 'incident' or (${seen('left_id')} and ${seen('right_id')}))`
const WRITES = `${OURS} and (left_kind <> 'incident' or (${notAnothers('left_id')} and ${notAnothers('right_id')}))`

const forStaff = (statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then ${statement}; end if; end $$`
const POLICIES = [
  'drop policy if exists staff_reads on judgements',
  `create policy staff_reads on judgements for select to aigaq_staff using (${READS})`,
  'drop policy if exists staff_writes on judgements',
  `create policy staff_writes on judgements for insert to aigaq_staff with check (${WRITES})`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...POLICIES.map(forStaff)]) await sql.raw(statement).execute(db)
}
