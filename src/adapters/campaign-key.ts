/** A campaign in, its key out, as a file that the organisation keeps off the server and as what works in memory. */
import { createHmac, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Sealing, sealingWith } from './sealing.ts'

const HEAD = 'aigaq-campaign-key@1'
const KEY_BYTES = 32

/** Three lines: what it is, which campaign, the key in base64. */
export const newCampaignKey = (campaign: string): string =>
  `${HEAD}\n${campaign}\n${randomBytes(KEY_BYTES).toString('base64')}\n`

export type CampaignKey = Sealing & {
  readonly campaign: string
  /** Tells one key from another, and nothing of what was marked with it. */
  readonly fingerprint: string
}

/** Every file of a folder that begins like a key; empty: there is no folder. */
export const keyFilesIn = (folder: string): readonly string[] =>
  folder === ''
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => readFileSync(join(folder, one.name), 'utf8'))
        .filter((text) => text.startsWith(HEAD))

/** Null for a file that is no such key. */
export function readCampaignKey(file: string): CampaignKey | null {
  const [head, campaign = '', text = ''] = file.split(/\r?\n/)
  if (head !== HEAD || !/^[a-z0-9-]{1,80}$/.test(campaign) || !/^[A-Za-z0-9+/]{43}=$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  const fingerprint = createHmac('sha256', key).update('aigaq campaign key').digest('hex').slice(0, 16)
  return { campaign, fingerprint, ...sealingWith(key) }
}
