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

/** Until then something that came on a day may still be on its way into the database. */
const LATE_MS = 60_000
/** The first day that is not over at this instant: what came before it can be noted, and go into a backup. */
export const dayNotOver = (now: string): string =>
  new Date(Date.parse(now) - LATE_MS).toISOString().slice(0, 10)

/** What the log has of a day; salted, so that a day on which nothing came looks like any other. */
export const dayText = (day: string, salt: string, leaves: readonly string[]): string =>
  `aigaq-told@1\n${day}\n${salt}\n${leaves.join('\n')}`
