/** All incidents as decided in, the margin of every country and year set for this quarter out; at most once a quarter. */
import { today } from '../adapters/clock.ts'
import { nextMargin, type YearMargin } from '../core/margin.ts'
import { periodOf, quarterOf } from '../core/measure.ts'
import { addDays } from '../core/partial-date.ts'
import { countsAsWithheld } from '../core/withholding/counts-as-withheld.ts'
import { tierOf } from '../core/withholding/tier.ts'
import { countByYear, yearOf } from '../measure/hidden.ts'
import { record } from '../store/append.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadMargins, settingsIn } from '../store/queries/margins.ts'
import { loadStatuses } from '../store/queries/statuses.ts'
import { asReadersSee } from './as-readers-see.ts'
import type { Context } from './context.ts'
import { refresh } from './refresh.ts'
import { shownUpTo, shownVersions } from './shown-versions.ts'
import { withholdingFor } from './withholding-for.ts'

export const FIX_MARGINS = 'fix-margins'

/** What a setting chose: the input of its entry in the log, so that it can be played again without counting. */
export type Setting = { readonly quarter: string; readonly margins: readonly YearMargin[] }
/** `set` null: this quarter has been set already. `next`: the first day on which margins can be set again. */
export type Fixed = { readonly set: Setting | null; readonly next: string }

/** Sets margins unless this quarter has its own; the pages are made anew with them. */
export async function fixMargins(context: Context, { by }: { readonly by: string }): Promise<Fixed> {
  const quarter = quarterOf(today(context.clock))
  const next = addDays(periodOf(quarter)?.to ?? today(context.clock), 1)
  const { newest } = await settingsIn(context.house, FIX_MARGINS)
  if (newest !== null && newest >= quarter) return { set: null, next }
  const set = { quarter, margins: await chosen(context) }
  await recordMargins(context, { ...set, by })
  await refresh(context)
  return { set, next }
}

/**
 * True when a quarter has begun that nobody set margins in. On a new installation only from the first new quarter on: who
 * takes in old records first sets them by hand when all are in.
 */
export async function marginsAreDue(context: Context): Promise<boolean> {
  const { newest, begun } = await settingsIn(context.house, FIX_MARGINS)
  const last = newest ?? (begun === null ? null : quarterOf(begun))
  return last !== null && last < quarterOf(today(context.clock))
}

async function chosen(context: Context): Promise<readonly YearMargin[]> {
  const { house: store, knowledge } = context
  const statuses = await loadStatuses(store, knowledge.codebook.policy.moves)
  // What was never cleared is not held back: nobody has said yet that it is so.
  const shown = await shownVersions(store, await loadIncidents(store), statuses)
  const { open: incidents } = await asReadersSee(store, shown, [...statuses.keys()])
  const givenFor = await withholdingFor(context, store, incidents, shownUpTo(statuses))
  const before = await loadMargins(store)
  return [...knowledge.packs.values()].flatMap((pack) => {
    const own = incidents.filter((one) => one.country === pack.id)
    const given = givenFor(pack)
    const hidden = countByYear(own.filter((one) => countsAsWithheld(one, tierOf(one, given))))
    const years = [...new Set(own.flatMap((one) => yearOf(one) ?? []))].sort()
    return years.map((year) => ({
      country: pack.id,
      year,
      ...nextMargin(knowledge.codebook.margins, before.get(`${pack.id} ${year}`), hidden.get(year) ?? 0),
    }))
  })
}

/** Writes what was chosen, the same when the log is played again. */
export async function recordMargins(
  context: Context,
  { quarter, margins, by }: Setting & { readonly by: string },
): Promise<void> {
  const happening = {
    actor: by,
    at: context.clock.now(),
    useCase: FIX_MARGINS,
    object: quarter,
    input: { quarter, margins },
  }
  await record(context.house, happening, (writer) =>
    writer.append(
      'margins',
      margins.map((one) => ({ ...one, quarter })),
    ),
  )
}
