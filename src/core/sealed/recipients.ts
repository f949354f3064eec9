/** Whose keys things are sealed to: a numbered list, signed by a key that is kept apart from every server. */
export type Recipient = {
  /** An age key, `age1…`. */
  readonly key: string
  /** A pseudonym. */
  readonly who: string
  readonly place: 'inside' | 'abroad'
}
export type RecipientList = {
  /** Goes up by one and more: an older list that is still valid cannot take the place of a newer one. */
  readonly seq: number
  readonly issued: string
  /** The last day on which anything is sealed to it. */
  readonly expires: string
  readonly recipients: readonly Recipient[]
}

/** One who is arrested or loses a key must not be the only one who can open; and one must be out of reach of the state. */
export const LEAST_RECIPIENTS = 2
export const MOST_RECIPIENTS = 50
/** A quarter and a week: keys change each quarter, and a key that was taken is sealed to no longer than that. */
export const LONGEST_DAYS = 100

export const LIST_FAULTS = [
  'shape',
  'few',
  'many',
  'none-abroad',
  'key',
  'who',
  'twice',
  'days',
  'too-long',
  'expired',
  'not-yet',
  'older',
] as const
export type ListFault = (typeof LIST_FAULTS)[number]

const KEY = /^age1[02-9ac-hj-np-z]{58}$/
const WHO = /^[a-z0-9][a-z0-9-]{1,40}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MILLISECONDS = 86_400_000

export const isRecipientKey = (text: string): boolean => KEY.test(text)

/** The text that was signed in, the list out; null for what is none. */
export function readList(text: string): RecipientList | null {
  try {
    const { seq, issued, expires, recipients, ...more } = JSON.parse(text) as Record<string, unknown>
    if (!Number.isSafeInteger(seq) || typeof issued !== 'string' || typeof expires !== 'string') return null
    if (!Array.isArray(recipients) || Object.keys(more).length > 0) return null
    const read = recipients.map(readRecipient)
    const known = read.flatMap((one) => one ?? [])
    return known.length === read.length ? { seq: Number(seq), issued, expires, recipients: known } : null
  } catch {
    return null
  }
}

function readRecipient(given: unknown): Recipient | null {
  const { key, who, place, ...more } = Object(given) as Record<string, unknown>
  return typeof key === 'string' &&
    typeof who === 'string' &&
    (place === 'inside' || place === 'abroad') &&
    Object.keys(more).length === 0
    ? { key, who, place }
    : null
}

/** Everything wrong with it on this day; `after`: the number of the newest list that was seen. */
export function faultsOfList(list: RecipientList, today: string, after = 0): readonly ListFault[] {
  const { seq, issued, expires, recipients } = list
  const days = DAY.test(issued) && DAY.test(expires) && issued <= expires
  const kept = (Date.parse(expires) - Date.parse(issued)) / MILLISECONDS
  const isTwice = (of: (one: Recipient) => string): boolean =>
    new Set(recipients.map(of)).size < recipients.length
  const wrong: Readonly<Record<ListFault, boolean>> = {
    shape: seq < 1,
    few: recipients.length < LEAST_RECIPIENTS,
    many: recipients.length > MOST_RECIPIENTS,
    'none-abroad': !recipients.some((one) => one.place === 'abroad'),
    key: recipients.some((one) => !isRecipientKey(one.key)),
    who: recipients.some((one) => !WHO.test(one.who)),
    twice: isTwice((one) => one.key) || isTwice((one) => one.who),
    days: !days,
    'too-long': days && kept > LONGEST_DAYS,
    expired: days && today > expires,
    'not-yet': days && today < issued,
    older: seq < after,
  }
  return LIST_FAULTS.filter((one) => wrong[one])
}
