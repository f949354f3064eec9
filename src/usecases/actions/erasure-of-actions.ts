/** Somebody who is forgotten in; words on patches that name them gone. Who signed stands nowhere, so there is nothing else. */
import type { Transaction } from 'kysely'
import type { Tables } from '../../store/tables.ts'

/** Words that hold a name go whole: what is left of a greeting without its name is nobody's words. */
export async function erasePatchWords(
  trx: Transaction<Tables>,
  inText: (text: string) => string,
): Promise<number> {
  const told = await trx
    .selectFrom('action_patches')
    .select(['id', 'words'])
    .where('words', 'is not', null)
    .execute()
  const named = told.filter(({ words }) => words !== null && inText(words) !== words).map((one) => one.id)
  if (named.length === 0) return 0
  await trx
    .updateTable('action_patches')
    .set({ words: null, language: null })
    .where('id', 'in', named)
    .execute()
  return named.length
}
