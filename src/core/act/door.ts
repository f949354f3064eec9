/** What the site may take for a campaign today: what a form needs to know of it, and no more. */
import type { OnlineKind } from './actions.ts'

export type ActionDoor = {
  readonly campaign: string
  /** The country of risk. */
  readonly country: string
  /** Empty: nothing is taken today. */
  readonly kinds: readonly OnlineKind[]
  /** False: who says that they are inside the country is shown other ways instead. */
  readonly onlineInCountry: boolean
  /** Nothing more can come in: it is closed, or its last day is over. */
  readonly isClosed: boolean
}

/** Days in which somebody can confirm; afterwards what they asked for is gone. */
export const ACTION_DAYS = 2
/** Letters to one mailbox for one campaign. */
export const MOST_MAILS = 3
