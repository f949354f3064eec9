/** What a person on record may change: every spelling of theirs, the incidents they were judged to be in, and all texts beside passages. */
import { sql } from 'kysely'
import type { Json } from '../../core/json.ts'
import type { Field } from '../../core/values.ts'
import type { Store } from '../connect.ts'
import { NAME_KIND } from './pairs.ts'

type Reader = Pick<Store, 'selectFrom'>
export type TextBeside = { readonly record: string; readonly text: string }

/** Of every version: a spelling that is no longer recorded was held back until now. */
export async function spellingsOf(store: Reader, persons: readonly string[]): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('persons')
    .select(['names', 'variants'])
    .where('id', 'in', persons)
    .execute()
  return rows.flatMap(({ names, variants }) =>
    [names.en, names.ru, names.kk, ...variants].filter((one) => one !== null),
  )
}

/** In any version: the one that the public reads may be older than the newest. */
export async function incidentsWithPersons(
  store: Reader,
  persons: readonly string[],
): Promise<readonly string[]> {
  const rows = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', '=', 'incident')
    .where('field', 'in', ['person', 'otherwise:person'])
    .where(
      sql<boolean>`exists (select 1 from jsonb_array_elements(held) one where one->>'person' in (${sql.join(persons)}))`,
    )
    .execute()
  return rows.map((one) => one.record)
}

/** Those of these incidents in which a name was ever decided, whoever's it is. */
export async function incidentsWithNames(
  store: Reader,
  incidents: readonly string[],
): Promise<readonly string[]> {
  if (incidents.length === 0) return []
  const rows = await store
    .selectFrom('decisions')
    .select('record')
    .distinct()
    .where('record_kind', '=', 'incident')
    .where('record', 'in', incidents)
    .where('field', 'in', ['person', 'otherwise:person'])
    .where(sql<boolean>`jsonb_array_length(held) > 0`)
    .execute()
  return rows.map((one) => one.record)
}

/** Which of these persons a name in one of these incidents was ever judged to be, or not to be. */
export async function judgedInIncidents(
  store: Reader,
  incidents: readonly string[],
  persons: readonly string[],
): Promise<readonly string[]> {
  if (incidents.length === 0 || persons.length === 0) return []
  const rows = await store
    .selectFrom('judgements')
    .select('right_id')
    .distinct()
    .where('left_kind', '=', NAME_KIND)
    .where('right_id', 'in', persons)
    .where(
      sql<boolean>`exists (select 1 from decisions d, jsonb_array_elements(d.held) one
        where d.record in (${sql.join(incidents)}) and d.field in ('person', 'otherwise:person')
          and jsonb_exists(one->'claims', judgements.left_id))`,
    )
    .execute()
  return rows.map((one) => one.right_id)
}

/** Fields whose values hold no words of anybody's: what stands for them is written by the codebook. */
const WORDLESS = ['kind', 'freedom', 'date', 'other_date', 'act'] as const satisfies readonly Field[]

export async function textsBesidePassages(store: Reader): Promise<readonly TextBeside[]> {
  const decided = await store
    .selectFrom('decisions')
    .select(['record', 'held'])
    .where('record_kind', '=', 'incident')
    .where('field', 'not in', WORDLESS)
    .execute()
  const sources = await store
    .selectFrom('tellings')
    .innerJoin('documents', 'documents.id', 'tellings.document')
    .innerJoin('sources', 'sources.id', 'documents.source')
    .select(['tellings.record', 'sources.title', 'sources.publisher', 'sources.collector', 'sources.url'])
    .distinct()
    .execute()
  const replies = await store.selectFrom('replies').select(['record', 'asked_of', 'how', 'answer']).execute()
  const moves = await store
    .selectFrom('moves')
    .select(['record', 'why'])
    .where('move', '=', 'correct')
    .execute()
  return [
    ...decided.flatMap(({ record, held }) =>
      held.flatMap((one) => stringsIn(one.value).map((text) => ({ record, text }))),
    ),
    ...[...sources, ...replies, ...moves].flatMap(({ record, ...texts }) =>
      Object.values(texts).flatMap((text) => (text === null ? [] : [{ record, text }])),
    ),
  ]
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}
