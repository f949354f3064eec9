/** The house in; a test out that finds, in words somebody wrote, names that readers may not see. */
import { foldName } from '../../core/names/fold.ts'
import { isOfPack } from '../../core/withholding/known-words.ts'
import { type NamesInWords, namesInWords } from '../../core/withholding/names-in-words.ts'
import type { Store } from '../../store/connect.ts'
import { spellingsOfEverybody } from '../../store/queries/people.ts'
import type { Context } from '../context.ts'

/**
 * Everybody on record and everybody whom a coder named in a record, of all compartments: whether a name may be read is asked
 * sentence by sentence, of the records that the sentence rests on.
 */
export async function heldNames(
  { knowledge }: Pick<Context, 'knowledge'>,
  house: Pick<Store, 'selectFrom'>,
): Promise<NamesInWords> {
  const roles = new Set(
    [...knowledge.codebook.vocabularies.roles.values()].flatMap((term) =>
      [term.label.en, term.label.ru ?? '', term.label.kk ?? ''].flatMap(foldName),
    ),
  )
  const packs = [...knowledge.packs.values()].map(isOfPack)
  return namesInWords(
    await spellingsOfEverybody(house),
    (token) => roles.has(token) || packs.some((isOf) => isOf(token)),
  )
}
