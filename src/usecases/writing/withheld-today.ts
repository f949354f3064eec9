/** A text as it was frozen in, what is withheld of it today out. */
import { rowsIn } from '../../core/publication/text.ts'
import type { NamesInWords } from '../../core/withholding/names-in-words.ts'
import { projectPublication } from '../../core/withholding/project-publication.ts'
import { bondsIn } from '../../publish/manuscript/bonds-in.ts'
import { type Pruned, pruned } from '../../publish/writing/pruned.ts'
import type { Store } from '../../store/connect.ts'
import type { PublicationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { type Quotations, quotedIn } from '../testimony/quoted.ts'
import type { Frozen } from './frozen.ts'
import { heldNames } from './held-names.ts'
import { seenToday, shownAmong } from './prints.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function withholdingNow(
  context: Pick<Context, 'knowledge'>,
  trx: Reader,
  left: Frozen,
  { names, quoted }: { readonly names: NamesInWords; readonly quoted: Quotations },
) {
  const { prints, shownIn, incidents } = await seenToday(context, trx, bondsIn(left.manuscript), quoted)
  const shown = await shownAmong(trx, rowsIn(left.prints))
  const given = { today: prints, shownIn, names, isShown: (id: string) => shown.has(id) }
  return { given, before: { prints: left.prints, drafted: new Set(left.drafted) }, incidents }
}

/** For whoever is asked to sign it: no more than readers will get. */
export async function withheldToday(context: Context, row: PublicationRow, left: Frozen): Promise<Pruned> {
  const { house } = context
  const names = await heldNames(context, house)
  const quoted = await quotedIn(context, house, row)
  const { given, before } = await withholdingNow(context, house, left, { names, quoted })
  return projectPublication(before, given, (mayRead) => pruned(left.manuscript, mayRead))
}
