/** A law card as told and a form in, the file out: typeset for paper, or plain text for a voice. */
import { typeset } from '../../adapters/typeset/typesetter.ts'
import { refuse } from '../../core/faults.ts'
import type { CardFile } from '../../core/teach/card-files.ts'
import type { CardLeaf } from '../../core/teach/leaf.ts'
import type { Words } from '../../core/words.ts'
import { listenText } from '../../teach/card/listen.ts'

/** Refuses with `paper.no-typst` where PDF cannot be made. */
export async function setCard(
  leaf: CardLeaf,
  file: CardFile,
  { t }: Words,
): Promise<{ readonly type: string; readonly body: string | Uint8Array }> {
  if (file === 'listen.txt') return { type: 'text/plain; charset=utf-8', body: listenText(leaf) }
  const words = { unconfirmed: t('lawcard.unconfirmed'), fold: t('lawcard.fold') }
  const pdf = await typeset({ ...leaf, form: file.replace('.pdf', ''), words }, 'card')
  if (!pdf) throw refuse('paper.no-typst')
  return { type: 'application/pdf', body: pdf }
}
