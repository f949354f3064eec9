/** The address of somebody who wants to hear what came of it in, sealed to the organisation's own keys out: this server cannot open it. */
import { sealTo } from '../../adapters/sealed/age.ts'
import { Refusal } from '../../core/faults.ts'
import type { Context } from '../context.ts'
import { recipientsOf } from '../sealed/recipients.ts'
import { keysOf } from '../sealed/sealed-files.ts'

export type SealedNews = { readonly list: number; readonly sealed: string }
export type SealNews = (campaign: string, address: string) => Promise<SealedNews | null>

/** Every one has the same length, whatever the address. */
const LETTERS = 400

/** Null: nobody can be asked. A list that does not hold on the day seals nothing, and the address is gone. */
export function sealingNews(context: Pick<Context, 'house' | 'clock' | 'sealingRoot'>): SealNews | null {
  if (!context.sealingRoot) return null
  return async (campaign, address) => {
    try {
      const { list } = await recipientsOf(context)
      const text = JSON.stringify({ campaign, address }).padEnd(LETTERS)
      const sealed = await sealTo(keysOf(list), new TextEncoder().encode(text))
      return { list: list.seq, sealed: Buffer.from(sealed).toString('base64') }
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  }
}
