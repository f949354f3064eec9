/** What is said of a time stamp (RFC 3161): an authority elsewhere signed that this hash was there at this time. */

/** What is stamped: a checkpoint of the log, by the SHA-256 of its three lines; or a file as received, by its own. */
export type Stamped = 'checkpoint' | 'file'

/**
 * shape: it is no time stamp · imprint: it is of something else · signature: its content or signature was altered ·
 * purpose: its certificate is not one for time stamps · expired: a certificate did not hold at that time ·
 * unknown: no certificate that is believed issued it · future: its time has not come.
 */
export const STAMP_FAULTS = [
  'shape',
  'imprint',
  'signature',
  'purpose',
  'expired',
  'unknown',
  'future',
] as const
export type StampFault = (typeof STAMP_FAULTS)[number]

export type StampHolds = { readonly kind: 'holds'; readonly at: string; readonly by: string }
export type StampCheck = StampHolds | { readonly kind: StampFault }
