/** What waits in, one file that somebody carries out; and such a file, or receipts that were carried back, in. */
import { idOf, receiptFor, vouchFor } from '../../../adapters/sealed/phone-pass.ts'
import { framed, NotFrames, opening, readFrames } from '../../../core/field/frames.ts'
import { recipientsIn } from '../../../core/sealed/age-header.ts'
import { LEAST_RECIPIENTS } from '../../../core/sealed/recipients.ts'
import { dayOf } from '../installed/day-of.ts'
import { bodyOf, type KeptPass, keep, letGo, waiting } from './phone-store.ts'

/** A name that says nothing. */
export async function carriedFile(pass: KeptPass | null): Promise<File | null> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (const { head, vouched } of await waiting()) {
    const body = await bodyOf(head.id)
    if (!body) continue
    const by = vouched ?? (pass && vouchFor(pass, head))
    parts.push(framed({ head, vouched: by, from: 0, body }).slice())
  }
  if (parts.length === 0) return null
  return new File([opening().slice(), ...parts], `notes-${dayOf(new Date())}.bin`, {
    type: 'application/octet-stream',
  })
}

export type TakenIn =
  | { readonly kind: 'taken' | 'receipts'; readonly n: number }
  | { readonly kind: 'no-file' }

export async function takeIn(file: File, pass: KeptPass | null): Promise<TakenIn> {
  const start = await file.slice(0, 1).text()
  return start === '{' ? takeReceipts(await file.text(), pass) : takeItems(file)
}

async function takeItems(file: File): Promise<TakenIn> {
  let n = 0
  try {
    for await (const { head, vouched, from, body } of readFrames(chunksOf(file))) {
      // What was altered, or was never sealed, is not carried on.
      const isWhole = from === 0 && body.length === head.bytes && idOf(body) === head.id
      if (!isWhole || (recipientsIn(body) ?? 0) < LEAST_RECIPIENTS) continue
      await keep({ head, vouched, kind: null, day: dayOf(new Date()) }, body)
      n += 1
    }
  } catch (error) {
    if (!(error instanceof NotFrames)) throw error
    if (error.whole === 0) return { kind: 'no-file' }
  }
  return { kind: 'taken', n }
}

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

async function takeReceipts(text: string, pass: KeptPass | null): Promise<TakenIn> {
  const own = pass && receiptsIn(text, pass.key)
  if (!pass || !own) return { kind: 'no-file' }
  const proved = (await waiting())
    .map((one) => one.head.id)
    .filter((id) => own[id] === receiptFor(pass.receipts, id))
  await letGo(proved)
  return { kind: 'receipts', n: proved.length }
}

function receiptsIn(text: string, key: string): Readonly<Record<string, unknown>> | null {
  try {
    const { form, receipts } = JSON.parse(text) as {
      readonly form?: unknown
      readonly receipts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    }
    return form === 'field-receipts@1' ? (receipts?.[key] ?? {}) : null
  } catch {
    return null
  }
}
