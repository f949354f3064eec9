/** What somebody tells without script in, sealed while it streams; a receipt made here out, shown once and kept nowhere. */
import { openWith } from '../../adapters/sealed/age.ts'
import { newReceipt, readReceipt } from '../../adapters/sealed/receipt.ts'
import { wordsOfRoot } from '../../adapters/sealed/signed-list.ts'
import { streamForm, TooMuch } from '../../adapters/sealed/stream-form.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { textOf, unpacked } from '../../core/sealed/envelope.ts'
import { recipientsOf } from '../sealed/recipients.ts'
import { keysOf } from '../sealed/sealed-files.ts'
import { answersFor, type Intake, takeTold } from './take.ts'

/** Returns the words of the receipt: new ones, or those that were given to write again under them. `turn` is waited for between sealing and keeping. */
export async function takePlain(
  intake: Intake,
  request: Request,
  limits: { readonly parts: number; readonly bytes: number },
  turn: () => Promise<unknown> = async () => {},
): Promise<string> {
  const { list } = await recipientsOf(intake)
  const { parts, asked } = await streamed(request, keysOf(list), limits)
  const typed = asked.receipt?.trim() ?? ''
  const receipt = typed === '' ? await newReceipt() : await readReceipt(typed)
  if (!receipt) throw refuse('intake.receipt')
  await turn()
  await takeTold(intake, { mailbox: receipt.mailbox, replyTo: receipt.key, list: list.seq, parts })
  return receipt.words
}

async function streamed(...given: Parameters<typeof streamForm>): ReturnType<typeof streamForm> {
  try {
    return await streamForm(...given)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof TooMuch) throw refuse('input.too-large', { limit: given[2].bytes })
    // The reader of forms throws on every body that is no form; what it says may hold parts of it.
    throw refuse('intake.shape')
  }
}

/** Opened here, in memory, for whoever has no script: the server sees them for a moment. */
export async function answersIn(intake: Intake, typed: string): Promise<readonly string[]> {
  const receipt = await readReceipt(typed)
  if (!receipt) throw refuse('intake.receipt')
  const sealed = await answersFor(intake, receipt.mailbox)
  const opened = await Promise.all(sealed.map((one) => openWith([receipt.secret], one)))
  return opened.flatMap((bytes) => {
    const unsealed = bytes && unpacked(bytes)
    return unsealed ? [textOf(unsealed)] : []
  })
}

export const wordsOfKeyIn = (root: string): string => wordsOfRoot(root)
