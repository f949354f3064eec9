/** A letter as it is handed to whoever carries it, and how long who asked for letters has to confirm. */
export type Letter = {
  /** Of the queue: the same letter handed over twice can be told by it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where whoever gets it unsubscribes with one step (RFC 8058); null where there is nothing to leave. */
  readonly leave: string | null
}

/**
 * `bounced`: the server said that it never will take it (SMTP 5xx). `refused`: the server did not take it, and it can be handed over again. `unsure`: nobody knows whether it was taken, as
 * when the connection broke after the text was sent; it is never handed over again.
 */
export type Handed = 'sent' | 'refused' | 'bounced' | 'unsure'

export const CONFIRM_HOURS = 48
/** A letter that the server refuses so often is given up. */
export const MOST_TRIES = 5
/** Minutes before a refused letter is tried again, for each try more. */
export const WAIT_MINUTES = 15

/** What letters can be about: whole countries and topics. Who follows one law or one case would be easier to guess. */
export const isLetterSubject = (path: string): boolean => /^[a-z]{2}(\/topic\/[a-z]+)?$/.test(path)

/** One address, as mail servers read it: enough to refuse a slip of the pen and a second recipient. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 &&
  /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]{2,}$/u.test(text)
