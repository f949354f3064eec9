/** What was recommended, by whom and of whom; how far it was done, by each who grades; and what readers may see of it. */
import { type Kysely, sql } from 'kysely'

const BY =
  'by text not null, at timestamptz not null, organisation text, event bigint not null, nonce text not null'
const TABLES = [
  `create table recommendations (
    id text not null, country text not null, document text, demand jsonb, is_public boolean not null, why text, ${BY},
    primary key (id, event))`,
  'create index recommendations_by_country on recommendations (country, event)',
  `create table recommendation_grades (
    recommendation text not null, grader text not null check (grader in ('body', 'state', 'us')), of_day text not null,
    grade text check (grade in ('A', 'B', 'C', 'D', 'E')), evidence jsonb not null, grade_note jsonb, ${BY},
    primary key (recommendation, grader, event))`,
  // Made anew with every change of what is withheld.
  `create table public_recommendations (
    id text primary key, country text not null, said_on text, updated text not null, body jsonb not null)`,
  'create index public_recommendations_by_country on public_recommendations (country, said_on desc, id)',
]
const APPEND_ONLY = ['recommendations', 'recommendation_grades']
const GUARDS = APPEND_ONLY.map(
  (table) =>
    `create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
)

const told = (name: string): string => `nullif(current_setting('aigaq.${name}', true), '')`
const OURS = `coalesce(organisation, 'home') = ${told('organisation')}`
/** What stands in a document is seen where the document is. */
export const STAFF_READS: Readonly<Record<string, string>> = {
  recommendations: `${OURS} and (document is null or exists (select 1 from documents d where d.id = document))`,
  recommendation_grades: `${OURS} and exists (select 1 from recommendations r where r.id = recommendation)`,
}

const WALLS = APPEND_ONLY.flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `do $$ begin execute format('create policy house on ${table} to %I using (true) with check (true)', current_user); end $$`,
])
const forRole = (role: string, statement: string): string =>
  `do $$ begin if exists (select 1 from pg_roles where rolname = '${role}') then ${statement}; end if; end $$`
const GRANTS = [
  forRole('aigaq_staff', `grant select, insert on ${APPEND_ONLY.join(', ')} to aigaq_staff`),
  ...Object.entries(STAFF_READS).flatMap(([table, rows]) => [
    forRole('aigaq_staff', `create policy staff_reads on ${table} for select to aigaq_staff using (${rows})`),
    forRole(
      'aigaq_staff',
      `create policy staff_writes on ${table} for insert to aigaq_staff with check (${rows})`,
    ),
  ]),
  ...['aigaq_public', 'aigaq_staff'].map((role) =>
    forRole(role, `grant select on public_recommendations to ${role}`),
  ),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS, ...WALLS, ...GRANTS]) await sql.raw(statement).execute(db)
}
