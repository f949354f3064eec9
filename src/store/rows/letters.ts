/** Who gets letters, and letters on their way. */
import type { Language } from '../../core/language.ts'

/** Somebody who gets letters: where, about what, in which language. */
export type SubscriptionRow = {
  id: string
  /** Sealed under a key that is not in the database. */
  address: string
  address_mark: string
  subject: string
  language: Language
  asked: string
  confirmed: boolean
}
/** A letter on its way, to a subscription, to whoever has to confirm an action, or of a delivery by mail: what it is to say is worked out when it leaves. */
export type LetterRow = {
  id: string
  subscription: string | null
  ask: string | null
  /** `campaign/entry` of the delivery by mail that it is a mail of. */
  mailing: string | null
  /** Of a delivery: how many it tells of; null until it is handed over. */
  counted: number | null
  kind: 'confirm' | 'digest' | 'action' | 'delivery'
  of: string
  state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed'
  due: string
  tries: number
}
