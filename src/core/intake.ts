/** What comes in by the sealed form, as nouns: how much, how long, what was decided on it. */

/** Whatever was told is gone after this, read or not. */
export const INTAKE_DAYS = 90
/** An answer that was fetched is gone after this. */
export const ANSWER_DAYS = 7
/** Parts in one sending: the words, and files. */
export const MOST_PARTS = 20
/** Everything that one mailbox may hold, and everything together, in bytes as sealed. */
export const MAILBOX_BYTES = 100_000_000
export const INTAKE_BYTES = 2_000_000_000
/** Answers go out in lengths of whole blocks, whether there is one or none. */
export const ANSWER_BLOCK = 65_536

export const VERDICTS = ['taken', 'kept', 'declined'] as const
export type Verdict = (typeof VERDICTS)[number]
/** Whether whoever wrote was asked if it may be used, and what they said. */
export const CONSENTS = ['given', 'refused', 'asked', 'not-asked'] as const
export type AskedConsent = (typeof CONSENTS)[number]

const MAILBOX = /^[0-9a-f]{64}$/
export const isMailbox = (text: string): boolean => MAILBOX.test(text)
