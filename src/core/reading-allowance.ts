/**
 * What an account was shown in, whether it may be shown more out: no account reads more different things in a day than a colleague, too, would find right.
 * Whoever is forced to sign in can then be made to hand over a few records, not all of them.
 */
const DAY = 86_400_000
/** As long as somebody can be signed in at most. */
const LET_ON = DAY / 2

/** `read`: different things of the last twenty-four hours, with those that were asked for; 0 while a colleague lets it read on. */
export type Asked = { readonly isOver: boolean; readonly read: number }

export type ReadingAllowance = {
  /** Different things that one account may be shown in twenty-four hours. */
  readonly most: number
  /** By handle. Counts what is shown; what would be too much is not shown, and not counted. */
  readonly ask: (account: string, things: ReadonlySet<string>) => Asked
  /** Accounts that were refused something since they were let read on last. */
  readonly stopped: () => ReadonlySet<string>
  /** As much as it asks for, until half a day is over; then it begins anew. */
  readonly letOn: (account: string) => void
}

/** `now`: milliseconds by a clock that nobody can set. Kept in memory: a program that is started again begins anew. */
export function newReadingAllowance(most: number, now: () => number): ReadingAllowance {
  const shown = new Map<string, Map<string, number>>()
  const stopped = new Set<string>()
  const free = new Map<string, number>()
  const ofToday = (account: string): Map<string, number> => {
    const since = now() - DAY
    const kept = new Map([...(shown.get(account) ?? [])].filter(([, at]) => at > since))
    shown.set(account, kept)
    return kept
  }
  return {
    most,
    ask: (account, things) => {
      if (now() < (free.get(account) ?? 0)) return { isOver: false, read: 0 }
      const before = ofToday(account)
      const read = new Set([...before.keys(), ...things]).size
      // What was read already may be read again, however much it was.
      const isOver = read > most && read > before.size
      if (isOver) stopped.add(account)
      else for (const one of things) before.set(one, now())
      return { isOver, read }
    },
    stopped: () => stopped,
    letOn: (account) => {
      shown.delete(account)
      free.set(account, now() + LET_ON)
      stopped.delete(account)
    },
  }
}
