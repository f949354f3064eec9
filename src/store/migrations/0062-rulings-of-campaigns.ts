/** Rulings on actions behind the wall of campaigns: those who run campaigns and read no records may say them, and nobody of another's campaign. */
import { type Kysely, sql } from 'kysely'

const ACTS = `nullif(current_setting('aigaq.acts', true), '')`
const OURS = `coalesce(organisation, 'home') = ${ACTS}`
export const STAFF_READS: Readonly<Record<string, string>> = { action_rulings: OURS }
/** A switch holds for every campaign: the house alone turns it. Whose ruling is taken back is asked before. */
const WRITES = `${OURS} and case kind when 'switch' then ${ACTS} = 'home' when 'lift' then true
  else aigaq_organisation_of_campaign(campaign) = ${ACTS} end`

const POLICIES = [
  'drop policy if exists staff_reads on action_rulings',
  'drop policy if exists staff_writes on action_rulings',
  `create policy staff_reads on action_rulings for select to aigaq_staff using (${OURS})`,
  `create policy staff_writes on action_rulings for insert to aigaq_staff with check (${WRITES})`,
].map(
  (statement) =>
    `do $$ begin if exists (select 1 from pg_roles where rolname = 'aigaq_staff') then execute $policy$${statement}$policy$; end if; end $$`,
)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of POLICIES) await sql.raw(statement).execute(db)
}
