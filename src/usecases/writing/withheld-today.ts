/** A text as it was frozen in, what is withheld of it today out. */
import { type Bond, bondKey, rowsIn } from '../../core/publication/text.ts'
import type { NamesInWords } from '../../core/withholding/names-in-words.ts'
import { projectPublication } from '../../core/withholding/project-publication.ts'
import { type Block, type Manuscript, sentencesIn } from '../../publish/manuscript/manuscript.ts'
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

function bondsIn({ sections }: Manuscript): readonly Bond[] {
  const ofBlock = (block: Block): readonly Bond[] =>
    block.kind === 'figure' ? block.bonds : block.kind === 'box' ? block.blocks.flatMap(ofBlock) : []
  const all = [
    ...sentencesIn(sections).flatMap((one) => one.bonds),
    ...sections.flatMap((one) => one.blocks.flatMap(ofBlock)),
  ]
  return [...new Map(all.map((one) => [bondKey(one), one])).values()]
}
