/** A law as written in, the pack's provision it names out; null when the pack has no such provision. */
import type { Pack } from '../pack.ts'
import type { LawValue } from '../values.ts'

/** The part is tried first, then the article as a whole. */
export function provisionOf(law: LawValue, pack: Pack): string | null {
  if (law.article === null) return null
  const candidates = [...pack.provisions.values()].filter(
    (one) => one.article === law.article && pack.acts.get(one.act)?.code === law.code,
  )
  // Former codes share article numbers with today's: the act in force today is meant unless only the old one has it.
  const current = candidates.filter((one) => pack.acts.get(one.act)?.inForce.to === null)
  const pool = current.length > 0 ? current : candidates
  return (
    (pool.find((one) => one.part === law.part) ?? pool.find((one) => one.part === null) ?? pool[0])?.id ??
    null
  )
}
