/** Who asks, a country in; what each record that they may read adds to counts out, with the hash of all that was read. */
import { createHash } from 'node:crypto'
import type { Codebook } from '../../core/codebook.ts'
import type { Counted, MemberFacet } from '../../core/counted.ts'
import { refuse } from '../../core/faults.ts'
import type { Pack } from '../../core/pack.ts'
import { mayAtAll } from '../../core/policy.ts'
import { FREEDOMS, PENALTY_TYPES } from '../../core/values.ts'
import { codesOf, type Vocabularies } from '../../measure/counts/codes.ts'
import { unpack, unpacked } from '../../measure/counts/packed.ts'
import type { PerhapsOne } from '../../measure/counts/people.ts'
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

type AskedRows = { readonly country: string; readonly unverified: boolean }
export type CountedRows = {
  /** Hands over each row once: a hundred thousand that are kept take longer to keep than to count. */
  readonly each: (take: (row: Counted) => void) => void
  /** Records that whoever asks may read and that no second person has verified: left out unless asked for. */
  readonly unverified: number
}

export async function countedRows(context: Context, asked: AskedRows): Promise<CountedRows> {
  const { groups, unverified } = await groupsAsked(context, asked, false)
  const pack = packOf(context.knowledge, asked.country)
  const vocabularies = vocabulariesOf(context.knowledge.codebook, pack)
  return {
    each: (take) => {
      for (const { numbers } of groups) unpack(numbers, vocabularies, take)
    },
    unverified,
  }
}

export async function keptRows(context: Context, asked: AskedRows): Promise<readonly Counted[]> {
  const rows: Counted[] = []
  const { each } = await countedRows(context, asked)
  each((row) => rows.push(row))
  return rows
}

/** Rows kept, each with the id of its record. */
export async function countedRecords(
  context: Context,
  asked: AskedRows,
): Promise<readonly { readonly id: string; readonly row: Counted }[]> {
  const { groups } = await groupsAsked(context, asked, true)
  const pack = packOf(context.knowledge, asked.country)
  return groups.flatMap((group) =>
    rowsIn(context, pack, group).map((row, at) => ({ id: group.ids[at] ?? '', row })),
  )
}

async function groupsAsked(context: Context, { country, unverified }: AskedRows, withIds: boolean) {
  permitMeasure(context)
  const groups = (await countedGroups(context.store, country, withIds)).filter(
    (one) => one.state !== 'withdrawn' && mayRead(context, 'team', targetOf(one)),
  )
  return {
    groups: groups.filter((one) => isCountable(one.state, unverified)),
    unverified: groups.reduce((n, one) => n + (VERIFIED.has(one.state) ? 0 : one.n), 0),
  }
}

/** The rows of a piece, in the words of the codebook and the pack. */
export const rowsIn = (
  { knowledge }: Pick<Context, 'knowledge'>,
  pack: Pack,
  { numbers }: Pick<CountedGroup, 'numbers'>,
): readonly Counted[] => unpacked(numbers, vocabulariesOf(knowledge.codebook, pack))

/** Takes rows one at a time; `hash`: SHA-256 over their fingerprints in order, the same for the same rows however they were read. */
export type Inputs = { readonly take: (row: Counted) => void; readonly hash: () => string }

/** `perhapsOne`: where people are told apart, what was judged of them is part of what is counted. */
export function newInputs(perhapsOne: PerhapsOne = new Map()): Inputs {
  const found: number[] = []
  const bytesOf = ({ buffer }: Float64Array<ArrayBuffer>): Uint8Array => new Uint8Array(buffer)
  return {
    take: (row) => {
      found.push(row.fingerprint)
    },
    hash: () => {
      const pairs = [...perhapsOne].sort(([a], [b]) => a - b).flat()
      const hash = createHash('sha256').update(bytesOf(new Float64Array(found).sort()))
      return hash.update(bytesOf(new Float64Array(pairs))).digest('hex')
    },
  }
}

export function inputsOf(rows: readonly Counted[]): string {
  const { take, hash } = newInputs()
  for (const row of rows) take(row)
  return hash()
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
