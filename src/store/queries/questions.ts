/** Questions between colleagues as far as whoever asks may know of them, each with what was said to it, in the order of the log. */
import type { Store } from '../connect.ts'
import type { AnswerRow, QuestionRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type Said = Pick<AnswerRow, 'verdict' | 'words' | 'by' | 'at' | 'event'>
export type Question = Omit<QuestionRow, 'nonce' | 'organisation'> & {
  readonly said: readonly Said[]
  readonly isClosed: boolean
}

export type AskedFor = {
  readonly ids?: readonly string[]
  readonly about?: readonly string[]
  /** Asked of this handle or of anybody, or asked by it. */
  readonly of?: string
  readonly limit?: number
}
const MOST = 200

export async function questionsOf(store: Reader, asked: AskedFor): Promise<readonly Question[]> {
  let query = store
    .selectFrom('questions')
    .select(['id', 'about_kind', 'about_id', 'document', 'field', 'to_handle', 'words', 'by', 'at', 'event'])
  if (asked.ids) query = query.where('id', 'in', [...asked.ids, ''])
  if (asked.about) query = query.where('about_id', 'in', [...asked.about, ''])
  if (asked.of !== undefined) {
    const { of } = asked
    query = query.where((where) =>
      where.or([where('to_handle', '=', of), where('to_handle', 'is', null), where('by', '=', of)]),
    )
  }
  const rows = await query
    .orderBy('event', 'desc')
    .limit(asked.limit ?? MOST)
    .execute()
  return withAnswers(store, rows)
}

async function withAnswers(
  store: Reader,
  rows: readonly Omit<QuestionRow, 'nonce' | 'organisation'>[],
): Promise<readonly Question[]> {
  if (rows.length === 0) return []
  const ids = rows.map((one) => one.id)
  const answers = await store
    .selectFrom('answers')
    .select(['question', 'verdict', 'words', 'by', 'at', 'event'])
    .where('question', 'in', ids)
    .orderBy('event')
    .execute()
  return rows.map((row) => {
    const said = answers.filter((one) => one.question === row.id)
    const last = said.filter((one) => one.verdict !== 'answered').at(-1)
    return { ...row, said, isClosed: last?.verdict === 'closed' }
  })
}

export async function questionRow(store: Reader, id: string): Promise<Question | null> {
  const rows = await store
    .selectFrom('questions')
    .select(['id', 'about_kind', 'about_id', 'document', 'field', 'to_handle', 'words', 'by', 'at', 'event'])
    .where('id', '=', id)
    .execute()
  return (await withAnswers(store, rows))[0] ?? null
}
