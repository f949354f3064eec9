/** What every use case about actions is handed, and how somebody's wish travels until they confirm it. */
import { createHmac } from 'node:crypto'
import type { CampaignKey } from '../../adapters/campaign-key.ts'
import type { Clock } from '../../adapters/clock.ts'
import type { OnlineKind } from '../../core/act/actions.ts'
import type { ActionDoor } from '../../core/act/door.ts'
import type { MailboxRules } from '../../core/act/mailbox.ts'
import type { Language } from '../../core/language.ts'
import type { NamesInWords } from '../../core/withholding/names-in-words.ts'
import type { Store } from '../../store/connect.ts'
import type { ActionKeys } from './keys.ts'
import type { SealNews } from './seal-news.ts'

/** Nothing of who acts stands in the log: an entry has a time of day, and is kept for ever. */
export type Actions = {
  readonly store: Store
  readonly clock: Clock
  readonly keys: ActionKeys
  readonly mailboxes: MailboxRules
  /** Whether letters leave: without them nobody can sign. */
  readonly mails: boolean
  /** Null: there is no such campaign, or nobody outside may know of it. */
  readonly door: (campaign: string) => Promise<ActionDoor | null>
  /** Closed, withdrawn, past its last day or forgotten; not one that is only out of sight for now. */
  readonly hasEnded: (campaign: string) => Promise<boolean>
  /** Names of everybody on record: words on patches are shown without them. */
  readonly names: (store: Pick<Store, 'selectFrom'>) => Promise<NamesInWords>
  /** Whom news is sealed to; null: to nobody, and nobody is asked. */
  readonly sealNews: SealNews | null
}

/** Sealed under the key of the campaign until its owner confirms: in the database it is noise. */
export type Wish = {
  readonly kind: OnlineKind
  readonly address: string
  readonly mark: string
  readonly domain: string
  readonly isLarge: boolean
  readonly country: string | null
  readonly news: boolean
  readonly language: Language
}

/** 132 bits: two mailboxes do not meet by chance. */
const MARK_LETTERS = 22
export const markOf = (key: CampaignKey, mailbox: string): string =>
  key.mark(`mailbox ${mailbox}`).slice(0, MARK_LETTERS)
/** A domain on a day: two rows of it are seen to be of one domain, two days of it are not. */
export const cohortOf = (key: CampaignKey, domain: string, day: string): string =>
  key.mark(`domain ${day} ${domain}`).slice(0, 10)

/** All wishes have one length, so that it tells nothing of an address. */
const WISH_LETTERS = 512
export const sealedWish = (key: CampaignKey, id: string, wish: Wish): string =>
  key.seal(JSON.stringify(wish).padEnd(WISH_LETTERS), id)
export const openedWish = (key: CampaignKey, id: string, sealed: string): Wish =>
  JSON.parse(key.open(sealed, id)) as Wish

/** What stands in the letter: kept nowhere, and only the key can make it. It names no campaign. */
export const codeFor = (key: CampaignKey, id: string): string => `${id}.${proof(key, id)}`
const proof = (key: CampaignKey, id: string): string => key.mark(`confirm ${id}`).slice(0, MARK_LETTERS)

/** The campaign whose key made the code; null: none that is in memory here. */
export function readCode(
  keys: ActionKeys,
  code: string,
): { readonly id: string; readonly key: CampaignKey } | null {
  const [id = '', given = ''] = code.split('.')
  if (!/^[0-9a-f]{32}$/.test(id)) return null
  const key = keys.all().find((one) => same(proof(one, id), given))
  return key ? { id, key } : null
}

const digest = (text: string): string => createHmac('sha256', 'aigaq').update(text).digest('hex')
/** Through a hash, so that the time it takes says nothing of how much was right. */
const same = (a: string, b: string): boolean => digest(a) === digest(b)
