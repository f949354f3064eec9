/** A domain on a day in; whether so many signed from it already that further ones wait for a person, out. */
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { Actions } from './actions.ts'

type Of = { readonly campaign: string; readonly day: string; readonly cohort: string }
/** What one transaction counts: it stands when that is over, and not before. */
export type Round = {
  readonly isOver: (trx: Transaction<Tables>, of: Of) => Promise<boolean>
  readonly done: () => void
}
export type Bursts = { readonly round: () => Round }

/**
 * Counted in memory, from what is on the disk when a domain is first met. Two programs that serve one campaign each let the
 * whole number through.
 */
export function burstsOf({ mailboxes }: Pick<Actions, 'mailboxes'>): Bursts {
  let today = ''
  const seen = new Map<string, number>()
  const round = (): Round => {
    const own = new Map<string, number>()
    return {
      isOver: async (trx, of) => {
        if (of.day !== today) {
          seen.clear()
          today = of.day
        }
        const name = `${of.campaign} ${of.cohort}`
        const before = own.get(name) ?? seen.get(name) ?? (await onDisk(trx, of))
        own.set(name, before + 1)
        return before >= mailboxes.burst.most
      },
      done: () => {
        for (const [name, n] of own) seen.set(name, n)
      },
    }
  }
  return { round }
}

async function onDisk(trx: Transaction<Tables>, { campaign, day, cohort }: Of): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select coalesce(sum(n), 0) from action_counts where campaign = ${campaign} and day = ${day} and cohort = ${cohort})::integer
      + (select count(*) from actions join action_windows using (campaign, n)
         where campaign = ${campaign} and not closed and actions.day = ${day} and cohort = ${cohort})::integer as n`.execute(
    trx,
  )
  return rows[0]?.n ?? 0
}
