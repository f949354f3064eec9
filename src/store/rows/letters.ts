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
/** A letter on its way, to a subscription or to whoever has to confirm an action: what it is to say is worked out when it leaves. */
export type LetterRow = {
  id: string
  subscription: string | null
  ask: string | null
  kind: 'confirm' | 'digest' | 'action'
  of: string
  state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed'
  due: string
  tries: number
}
