/** Who asks, a country in; what each record that they may read adds to counts out, with the hash of all that was read. */
import { createHash } from 'node:crypto'
import type { Codebook } from '../../core/codebook.ts'
import type { Counted, MemberFacet } from '../../core/counted.ts'
import { refuse } from '../../core/faults.ts'
import type { Pack } from '../../core/pack.ts'
import { mayAtAll } from '../../core/policy.ts'
import { FREEDOMS, PENALTY_TYPES } from '../../core/values.ts'
import { codesOf, type Vocabularies } from '../../measure/counts/codes.ts'
import { unpack } from '../../measure/counts/packed.ts'
import { type CountedGroup, countedGroups } from '../../store/queries/counted.ts'
import { type Context, packOf } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

/** Whoever codes may count: the others read what is published, and its numbers on the site. */
export function permitMeasure({ actor, knowledge }: Pick<Context, 'actor' | 'knowledge'>): void {
  if (actor !== null && !mayAtAll(knowledge.codebook.policy, actor, 'decide'))
    throw refuse('access.forbidden')
}

/** A second person has read these against the source; withdrawn ones are in no count. */
export const VERIFIED: ReadonlySet<string> = new Set(['verified', 'cleared', 'published', 'corrected'])

/** Withdrawn records never; those that nobody verified only when they are asked for. */
export const isCountable = (state: string, unverified: boolean): boolean =>
  state !== 'withdrawn' && (unverified || VERIFIED.has(state))

export type CountedRows = {
  readonly rows: readonly Counted[]
  /** In the order of the rows; empty unless asked for. */
  readonly ids: readonly string[]
  /** Records that whoever asks may read and that no second person has verified: left out unless asked for. */
  readonly unverified: number
}

export async function countedRows(
  context: Context,
  asked: { readonly country: string; readonly unverified: boolean; readonly withIds?: boolean },
): Promise<CountedRows> {
  permitMeasure(context)
  const pack = packOf(context.knowledge, asked.country)
  const groups = (await countedGroups(context.store, asked.country, asked.withIds)).filter(
    (one) => one.state !== 'withdrawn' && mayRead(context, 'team', targetOf(one)),
  )
  const read = groups.map((group) => ({ ...group, rows: rowsIn(context, pack, group) }))
  const counted = read.filter((one) => isCountable(one.state, asked.unverified))
  return {
    rows: counted.flatMap((one) => one.rows),
    ids: counted.flatMap((one) => one.ids),
    unverified: read.reduce((n, one) => n + (VERIFIED.has(one.state) ? 0 : one.rows.length), 0),
  }
}

/** The rows of a piece, in the words of the codebook and the pack. */
export const rowsIn = (
  { knowledge }: Pick<Context, 'knowledge'>,
  pack: Pack,
  { numbers }: Pick<CountedGroup, 'numbers'>,
): readonly Counted[] => unpack(numbers, vocabulariesOf(knowledge.codebook, pack))

/** SHA-256 over the fingerprints in their order: the same for the same rows, however they were read. */
export function inputsOf(rows: readonly Counted[]): string {
  const sorted = Float64Array.from(rows, (one) => one.fingerprint).sort()
  return createHash('sha256').update(new Uint8Array(sorted.buffer)).digest('hex')
}

const made = new WeakMap<Pack, Vocabularies>()

/** Every value that a record can stand in, by facet. */
function vocabulariesOf(codebook: Codebook, pack: Pack): Vocabularies {
  const known = made.get(pack)
  if (known) return known
  const values: Readonly<Record<MemberFacet, Iterable<string>>> = {
    region: [...pack.regions.keys(), ...pack.places.keys()],
    freedom: FREEDOMS,
    act: codebook.acts.keys(),
    law: pack.provisions.keys(),
    institution: codebook.counting.institutions.map((one) => one.institution),
    role: codebook.vocabularies.roles.keys(),
    penalty: PENALTY_TYPES,
  }
  const vocabularies = Object.fromEntries(
    Object.entries(values).map(([facet, all]) => [facet, codesOf(all)]),
  ) as Vocabularies
  made.set(pack, vocabularies)
  return vocabularies
}
