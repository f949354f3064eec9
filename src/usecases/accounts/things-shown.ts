/** An answer of the workspace in; which things that are not everybody's to read it shows, out: passages by their place, people by a spelling, and what is kept of cases and voices. */
import { today } from '../../adapters/clock.ts'
import { addDays } from '../../core/partial-date.ts'
import { readable, saysSome } from '../../core/shown-words.ts'
import { spellingsOf } from '../../core/sought.ts'
import { type WholeNames, wholeNames } from '../../core/whole-names.ts'
import { newestEntry } from '../../store/queries/log.ts'
import { broughtIn, passagesAt } from '../../store/queries/passages-at.ts'
import { loadBases, loadPeople, spellingsOfEverybody } from '../../store/queries/people.ts'
import type { Context } from '../context.ts'

/** `body`: null where it is no text; then all that its address names is taken to be in it. */
export type Sent = { readonly path: string; readonly body: string | null }
/** `own`: in the name of whoever asked, behind their wall. */
export type ThingsShown = (own: Context, sent: Sent) => Promise<ReadonlySet<string>>

/** Ids of records and reports are words with hyphens. */
const IDS = /[a-z0-9]+(?:-[a-z0-9]+)+/g
/** Case files, observations, assistance and testimonies have pages and files of their own. */
const KEPT = /^(?:case|obs|help|tes)-[a-z0-9]+$/
const MOST_IDS = 20_000
/** Days for which whoever brought a report in works on it. */
const OWN_DAYS = 30

const idsIn = (text: string): readonly string[] =>
  [...new Set(text.toLowerCase().match(IDS) ?? [])].slice(0, MOST_IDS)

/**
 * What whoever asked could read, and no more: a page says again what they typed, so that a name that only others have on record must
 * not count, or the refusal would tell that it is there. Names are read once for each of them and each state of the log.
 */
export function newThingsShown(): ThingsShown {
  const known = new Map<string, { readonly seq: number; readonly names: WholeNames }>()
  const namesOf = async ({ house, store }: Context, handle: string): Promise<WholeNames> => {
    const seq = await newestEntry(house)
    const last = known.get(handle)
    if (last?.seq === seq) return last.names
    const names = wholeNames(await peopleNotPublic(store))
    known.set(handle, { seq, names })
    return names
  }
  return async (context, { path, body }) => {
    const { house, store, clock, actor } = context
    const handle = actor?.handle ?? ''
    const own = idsIn(path)
    const named = [...new Set([...own, ...(body === null ? [] : idsIn(body))])]
    const kept = own.filter((one) => KEPT.test(one))
    const text = body === null ? null : readable(body)
    const since = `${addDays(today(clock), -OWN_DAYS)}T00:00:00.000Z`
    const passages = await passagesAt(store, named, await broughtIn(house, handle, since))
    const read = passages.filter((one) => text === null || saysSome(text, readable(one.words)))
    const people = text === null ? [] : [...(await namesOf(context, handle)).in(text)]
    return new Set([...read.map((one) => `${one.document} ${one.at}`), ...kept, ...people])
  }
}

/** But those whose name is everybody's to read: who act by their office, and who was public before. */
async function peopleNotPublic(store: Context['store']): Promise<readonly (readonly string[])[]> {
  const [people, bases] = [await loadPeople(store), await loadBases(store)]
  const open = new Set(
    [...people.values()].flatMap((one) => {
      const basis = bases.get(one.id)?.at(-1)
      return basis?.level === 'name' && basis.to === 'public' ? spellingsOf(one) : []
    }),
  )
  return (await spellingsOfEverybody(store)).filter((all) => !all.some((one) => open.has(one)))
}
